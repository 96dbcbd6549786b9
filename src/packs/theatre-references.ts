import { Id } from './cells.js'
import { type Located, placeOf } from './csv-file.js'
import { suggestion } from './nearest.js'
import type { Problems } from './problems.js'
import type { TheatreRows } from './theatre.js'
import { NAMED_TABLES, type NamedTable } from './theatre-files.js'

/** Checks that everything a row refers to is there, and that no parent is its own descendant. */
export function checkReferences(rows: TheatreRows, problems: Problems): void {
  const ids = (table: NamedTable | 'sources') =>
    rows.broken.has(table) ? undefined : new Set((rows[table] as Located<{ id: string }>[]).map((l) => l.row.id))
  const refer = <T>(
    list: Located<T>[],
    column: keyof T & string,
    target: ReadonlySet<string> | undefined,
    what: string,
  ) => {
    if (!target) return
    for (const located of list) {
      for (const value of [located.row[column] ?? []].flat() as string[]) {
        if (target.has(value)) continue
        problems.add(
          'pack-reference',
          `there is no ${what} '${value}'`,
          placeOf(located, column),
          suggestion(value, target),
        )
      }
    }
  }
  const cited = (list: Located<{ source?: string[] | undefined }>[]) =>
    refer(list, 'source', ids('sources'), 'row in sources.csv with id')
  for (const t of NAMED_TABLES) {
    cited(rows[t] as Located<{ source: string[] }>[])
    cited(rows.names[t])
    refer(rows.names[t], 'entity', ids(t), `row in ${t}.csv with id`)
    refer(rows.names[t], 'outlet', ids('outlets'), 'outlet')
  }
  cited(rows.roles)
  refer(rows.roles, 'person', ids('people'), 'person')
  refer(rows.roles, 'actor', ids('actors'), 'actor')
  refer(rows.actors, 'parent', ids('actors'), 'actor')
  refer(rows.places, 'parent', ids('places'), 'place')
  refer(rows.outlets, 'camp', ids('actors'), 'actor')
  // An owner with no row of its own is written out; what looks like an id is one.
  const owned = rows.outlets.filter((l) => Id.safeParse(l.row.owner).success)
  refer(owned, 'owner', union(ids('actors'), ids('outlets')), 'actor or outlet')
  for (const list of [rows.actors, rows.places]) checkCycles(list, problems)
}

function union(a: ReadonlySet<string> | undefined, b: ReadonlySet<string> | undefined): Set<string> | undefined {
  return a && b && new Set([...a, ...b])
}

function checkCycles(list: Located<{ id: string; parent?: string | undefined }>[], problems: Problems): void {
  const parents = new Map(list.map((l) => [l.row.id, l.row.parent]))
  for (const located of list) {
    const seen = new Set([located.row.id])
    for (let id = located.row.parent; id !== undefined; id = parents.get(id)) {
      if (id === located.row.id) {
        problems.add('pack-reference', `'${id}' is its own ancestor`, placeOf(located, 'parent'))
        break
      }
      if (seen.has(id)) break
      seen.add(id)
    }
  }
}
