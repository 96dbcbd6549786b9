import { type HopKind, order } from '../model/index.js'
import { passingsAmong, type Telling } from '../weigh/index.js'

/** What one document adds to the list of sources: of everyone whom it names how often, and who quotes whom. */
export interface SourcePart {
  document: string
  /** The last day on which it can have been published. */
  day: string | null
  rows: readonly SourceRow[]
  /** By ids; how many of its claims are taken over so. */
  quoted: readonly (readonly [by: string, from: string, claims: number])[]
}

/** How often one who prints, passes on or says something is named. `first`: the first claim, by id, that names him. */
export interface SourceRow {
  id: string
  name: string
  kind: HopKind
  first: string
  /** Whether he printed it; whoever printed anything is an outlet, whatever another text takes him for. */
  printed: boolean
  documents: number
  claims: number
  ownVoice: number
  originOf: number
}

/** What the claims of one document add; undefined where there are none. */
export function sourcePart(tellings: readonly Telling[]): SourcePart | undefined {
  // By claim, so that of a name that is written in several ways always the same one is shown.
  const inOrder = [...tellings].sort((x, y) => order(x.claim, y.claim))
  const [one] = inOrder
  if (!one) return undefined
  const rows = new Map<string, SourceRow>()
  const row = (id: string, name: string, kind: HopKind, first: string, printed = false) => {
    const own = rows.get(id)
    if (own) return own
    const made = { ...{ id, name, kind, first, printed }, documents: 0, claims: 0, ownVoice: 0, originOf: 0 }
    rows.set(id, made)
    return made
  }
  const [printer] = one.tellers
  const own = row(printer.id, printer.name, 'outlet', one.claim, true)
  own.documents = 1
  own.claims = inOrder.length
  for (const { tellers, kind, key, claim } of inOrder) {
    for (const { id, name, kind: as } of tellers.slice(1)) row(id, name, as, claim)
    if (kind === 'voice' && key === own.id) own.ownVoice += 1
    else if (kind === 'voice' || kind === 'named') {
      const last = rows.get(key.replace(/^name:/, ''))
      if (last) last.originOf += 1
    }
  }
  return {
    ...{ document: one.document, day: one.published?.to ?? null, rows: [...rows.values()] },
    quoted: passingsAmong(inOrder, []).map(({ by, from, claims }) => [by.id, from.id, claims.length]),
  }
}

/** Everyone whom these parts name, by id, in no order. */
export function addSourceParts(parts: Iterable<SourcePart>): Map<string, SourceRow> {
  const all = new Map<string, SourceRow>()
  for (const { rows } of parts)
    for (const row of rows) {
      const own = all.get(row.id)
      if (!own) {
        all.set(row.id, { ...row })
        continue
      }
      if (row.printed === own.printed ? row.first < own.first : row.printed) {
        const { name, kind, first, printed } = row
        Object.assign(own, { name, kind, first, printed })
      }
      own.documents += row.documents
      own.claims += row.claims
      own.ownVoice += row.ownVoice
      own.originOf += row.originOf
    }
  return all
}
