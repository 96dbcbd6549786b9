import { type Located, placeOf } from './csv-file.js'
import { suggestion } from './nearest.js'
import type { Ontology } from './ontology.js'
import type { Problems } from './problems.js'
import type { TheatreRows } from './theatre.js'
import { NAMED_TABLES, type TheatreManifest } from './theatre-files.js'
import { checkReferences } from './theatre-references.js'

/** Checks what needs more than one row: ids, kinds, references, attributed camps, assertions. */
export function checkTheatre(
  rows: TheatreRows,
  manifest: TheatreManifest | undefined,
  manifestFile: string,
  ontology: Ontology,
  problems: Problems,
): void {
  checkIds(rows, problems)
  checkKinds(rows, ontology, problems)
  checkReferences(rows, problems)
  checkCamps(rows, problems)
  checkNames(rows, problems)
  if (manifest) checkHome(rows, manifest, manifestFile, problems)
  if (manifest) checkAssertions(rows, manifest, manifestFile, problems)
}

function checkIds(rows: TheatreRows, problems: Problems): void {
  const unique = (tables: Located<{ id: string }>[][]) => {
    const seen = new Map<string, Located<unknown>>()
    for (const located of tables.flat()) {
      const first = seen.get(located.row.id)
      if (first)
        problems.add(
          'pack-value',
          `id '${located.row.id}' stands twice`,
          placeOf(located, 'id'),
          `also at ${first.file}:${first.line}`,
        )
      else seen.set(located.row.id, located)
    }
  }
  unique([rows.sources])
  // Entities of all tables share one space of ids.
  unique(NAMED_TABLES.map((t) => rows[t]))
}

function checkKinds(rows: TheatreRows, ontology: Ontology, problems: Problems): void {
  const check = <T>(list: Located<T>[], column: keyof T & string, kinds: Record<string, unknown>) => {
    const allowed = Object.keys(kinds)
    if (allowed.length === 0) return
    for (const located of list) {
      const value = String(located.row[column])
      if (allowed.includes(value)) continue
      const hint = `${suggestion(value, allowed) ?? ''} (kinds are listed in ontology/kinds.yml)`.trim()
      problems.add('pack-value', `${column} cannot be '${value}'`, placeOf(located, column), hint)
    }
  }
  check(rows.actors, 'kind', ontology.kinds.actors)
  check(rows.places, 'kind', ontology.kinds.places)
  check(rows.outlets, 'kind', ontology.kinds.outlets)
  check(rows.materiel, 'class', ontology.kinds.materiel)
}

function checkCamps(rows: TheatreRows, problems: Problems): void {
  for (const located of rows.outlets) {
    const { camp, described_as: as, described_by: by } = located.row
    if (camp !== undefined && (as === undefined || by === undefined)) {
      problems.add(
        'pack-value',
        `camp '${camp}' is not attributed`,
        placeOf(located, 'camp'),
        'give the words in described_as and whose they are in described_by, or leave camp empty',
      )
    } else if (as !== undefined && by === undefined) {
      problems.add(
        'pack-value',
        'a description is not attributed',
        placeOf(located, 'described_as'),
        'fill described_by',
      )
    }
  }
}

function checkNames(rows: TheatreRows, problems: Problems): void {
  for (const t of NAMED_TABLES) {
    const seen = new Map<string, Located<unknown>>()
    for (const located of rows.names[t]) {
      const { entity, name, lang, kind, outlet, since } = located.row
      const key = JSON.stringify([entity, name, lang, kind, outlet, since])
      const first = seen.get(key)
      if (first)
        problems.add(
          'pack-value',
          `name '${name}' stands twice`,
          placeOf(located, 'name'),
          `also on line ${first.line}`,
        )
      else seen.set(key, located)
    }
  }
}

function checkHome(rows: TheatreRows, { home }: TheatreManifest, file: string, problems: Problems): void {
  if (rows.broken.has('places') || rows.broken.has('actors')) return
  const ids = new Set([...rows.places, ...rows.actors].map((l) => l.row.id))
  for (const id of home.filter((x) => !ids.has(x)))
    problems.add('pack-reference', `there is no place or actor '${id}'`, { file }, suggestion(id, ids))
}

function checkAssertions(rows: TheatreRows, manifest: TheatreManifest, file: string, problems: Problems): void {
  const tables = { ...rows, names: NAMED_TABLES.flatMap((t) => rows.names[t]) }
  const count = (what: string) => {
    const [table = '', kind] = what.split('.')
    const list = tables[table as keyof typeof tables] as Located<{ kind?: string; class?: string }>[]
    return list.filter((l) => kind === undefined || (l.row.kind ?? l.row.class) === kind).length
  }
  const hold = (
    bounds: Record<string, number> | undefined,
    words: string,
    holds: (n: number, bound: number) => boolean,
  ) => {
    for (const [what, bound] of Object.entries(bounds ?? {})) {
      if (rows.broken.has(what.split('.')[0]!)) continue
      const n = count(what)
      if (holds(n, bound)) continue
      const message = `${what} has ${n} rows, not ${words} ${bound}`
      problems.add('pack-assertion', message, { file }, 'mend the table, or move the bound on purpose')
    }
  }
  hold(manifest.assertions?.min, 'at least', (n, bound) => n >= bound)
  hold(manifest.assertions?.max, 'at most', (n, bound) => n <= bound)
}
