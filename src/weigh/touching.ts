import type { Republication } from '../model/index.js'

type ByDocument = ReadonlyMap<string, readonly number[]>
const known = new WeakMap<readonly Republication[], ByDocument>()

function byDocument(all: readonly Republication[]): ByDocument {
  const own = known.get(all)
  if (own) return own
  const made = new Map<string, number[]>()
  for (const [i, { documents }] of all.entries())
    for (const { id } of documents) {
      const places = made.get(id)
      places ? places.push(i) : made.set(id, [i])
    }
  known.set(all, made)
  return made
}

/** The groups of repeated texts that any of these documents stands in, in their order: a case has very many, an incident few. */
export function touching(all: readonly Republication[], documents: Iterable<string>): Republication[] {
  if (all.length === 0) return []
  const index = byDocument(all)
  const places = new Set<number>()
  for (const id of documents) for (const place of index.get(id) ?? []) places.add(place)
  return [...places].sort((x, y) => x - y).map((i) => all[i]!)
}
