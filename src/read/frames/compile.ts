import type { ClaimType, Slot } from '../../model/index.js'
import type { FrameFile, UnitRow } from '../../packs/index.js'
import { fold } from '../../text/index.js'

/** A lexical unit ready to match: defaults of its file merged in, every word folded. */
export interface Unit extends Omit<UnitRow, 'lemma'> {
  lemma: string
  type: ClaimType
  rule: string
  /** Function → slot; prepositions folded. */
  slots: ReadonlyMap<string, string>
  fixed: ReadonlyMap<string, ReadonlySet<string>>
  /** Functions that the unit's own roles name: a fixed part among them fills its slot too. */
  named: ReadonlySet<string>
  /** What it asks of those who fill its slots, and what it excludes: slot and classes. */
  gates: { require: Gate[]; exclude: Gate[] }
  /** Made from a verb's unit for the noun of its act. */
  derived?: true
}

/** Classes, one of which a slot must or may not have. */
export type Gate = readonly [slot: Slot, classes: readonly string[]]

/** Units by `lemma/pos`. */
export type FrameIndex = ReadonlyMap<string, readonly Unit[]>

const FUNCTIONS = new Set(['S', 'O', 'O2', 'G', 'X', 'V', 'U'])
const functionKey = (f: string): string => {
  const [head, ...path] = f.split('.')
  return [
    FUNCTIONS.has(head!) ? head! : fold(head!),
    ...path.map((p) => (FUNCTIONS.has(p) || p === 'of' ? p : fold(p))),
  ].join('.')
}

/** Compiles the frame files of one language. */
export function compileFrames(language: string, files: readonly FrameFile[]): FrameIndex {
  const index = new Map<string, Unit[]>()
  for (const file of files) {
    for (const row of file.units) {
      const common = compileRow(file, row)
      for (const written of typeof row.lemma === 'string' ? [row.lemma] : row.lemma) {
        const lemma = fold(written)
        const unit: Unit = { ...common, lemma, rule: `${language}/${file.type}#${lemma}` }
        const key = `${unit.lemma}/${unit.pos}`
        const known = index.get(key)
        if (known) known.push(unit)
        else index.set(key, [unit])
      }
    }
  }
  return index
}

/** Every field of a unit, those that most rows leave out too: the engine reads units by one shape, which is much faster. */
type Complete = { [Field in keyof Required<Unit>]: Unit[Field] }

/** What all words of a row have in common; each puts its own lemma and rule in the place of the empty ones. */
function compileRow(file: FrameFile, row: UnitRow): Complete {
  const roles = { ...file.roles, ...row.roles }
  return {
    lemma: '',
    rule: '',
    type: file.type,
    pos: row.pos,
    roles: row.roles,
    require: row.require,
    exclude: row.exclude,
    with: row.with,
    transitive: row.transitive,
    bodyActs: row.bodyActs,
    mutual: row.mutual,
    together: row.together,
    mode: row.mode,
    status: row.status,
    give: row.give,
    retells: row.retells,
    aftermath: row.aftermath,
    mediates: row.mediates,
    confidence: row.confidence,
    note: row.note,
    derived: undefined,
    gates: { require: gatesOf(row.require), exclude: gatesOf(row.exclude) },
    counts: { ...file.counts, ...row.counts },
    derive: row.derive ?? file.derive,
    modified: row.modified?.map((w) => fold(w)),
    notModified: row.notModified?.map((w) => fold(w)),
    needs: row.needs?.map((w) => (FUNCTIONS.has(w) ? w : fold(w))),
    also: row.also?.map((w) => fold(w)),
    under: row.under?.map((w) => fold(w)),
    notUnder: row.notUnder?.map((w) => fold(w)),
    over: row.over?.map((w) => fold(w)),
    slots: withRecipient(new Map(Object.entries(roles).map(([f, slot]) => [functionKey(f), slot])), row),
    named: new Set(Object.keys(row.roles ?? {}).map(functionKey)),
    fixed: new Map(
      Object.entries(row.with ?? {}).map(([f, words]) => [functionKey(f), new Set(words.map((w) => fold(w)))]),
    ),
  }
}

const gatesOf = (asked: UnitRow['require']) =>
  Object.entries(asked ?? {}).map(([slot, classes]): Gate => [slot as Slot, classes ?? []])

/** "gave drones to the clan" is "gave the clan drones": whoever gets it behind "to" may stand before the thing as well. */
function withRecipient(slots: Map<string, string>, { pos }: UnitRow): Map<string, string> {
  const gets = pos === 'verb' && slots.get('to') === 'counterparts' && slots.get('O') === 'objects'
  if (gets && !slots.has('O2')) slots.set('O2', 'counterparts')
  return slots
}
