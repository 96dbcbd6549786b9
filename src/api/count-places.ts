import type { Entity } from '../model/index.js'

/** Each of these places with what it lies in, nearest first; none that is unknown. */
export function placesAround(
  ids: readonly string[],
  place: (id: string) => Pick<Entity, 'parent'> | undefined,
): string[][] {
  return ids.map((id) => {
    const around: string[] = []
    for (let next: string | undefined = id; next !== undefined && !around.includes(next); ) {
      const found = place(next)
      if (!found) break
      around.push(next)
      next = found.parent
    }
    return around
  })
}

/**
 * How many incidents each place has, with all that lies in it; those with most first. `columns`: for each incident the positions
 * of its places in `around`.
 */
export function countPlaces(
  columns: readonly (readonly number[])[],
  around: readonly (readonly string[])[],
): { id: string; incidents: number }[] {
  const counts = new Map<string, number>()
  for (const own of columns)
    for (const id of new Set(own.flatMap((position) => around[position]!))) counts.set(id, (counts.get(id) ?? 0) + 1)
  const found = [...counts].map(([id, incidents]) => ({ id, incidents }))
  return found.sort((x, y) => y.incidents - x.incidents || (x.id < y.id ? -1 : 1))
}
