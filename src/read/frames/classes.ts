import type { NounGroup } from '../analysis.js'
import { arePeople } from '../people.js'

/** Class → its ancestors and itself ("drone" is a weapon). */
export type ClassTree = ReadonlyMap<string, ReadonlySet<string>>

/** Builds the tree from rows of `packs/ontology/classes.yml`. */
export function classTree(rows: readonly { id: string; parent?: string | undefined }[]): ClassTree {
  const parent = new Map(rows.map((r) => [r.id, r.parent]))
  const tree = new Map<string, Set<string>>()
  for (const { id } of rows) {
    const line = new Set<string>()
    for (let at: string | undefined = id; at && !line.has(at); at = parent.get(at)) line.add(at)
    tree.set(id, line)
  }
  return tree
}

/** Whether a group, one of its members or what it refers to has one of the classes (or a narrower one). */
export function hasClass(group: NounGroup, wanted: readonly string[], tree: ClassTree): boolean {
  for (const c of group.classes) {
    const line = tree.get(c)
    for (const w of wanted) if (w === c || line?.has(w)) return true
  }
  const { members, referents } = group
  if (members?.some((m) => hasClass(m, wanted, tree))) return true
  return referents?.some((r) => r !== group && hasClass(r, wanted, tree)) ?? false
}

/** Two sides in one group: coordinated, a pronoun or description of two, or referents that are two. */
export const isTwo = (g: NounGroup, tree: ClassTree) =>
  g.pronoun?.number === 'dual' ||
  g.referents?.length === 2 ||
  (g.members ?? []).filter((m) => hasClass(m, ['person', 'group'], tree) || m.mention !== undefined).length > 1

/** "envoys of the Front and the Band", "delegates of the two sides": those whose people they are. */
export function sidesOf(g: NounGroup): NounGroup[] {
  const sides = g.of?.members ?? g.of?.referents ?? []
  const people =
    g.mention === undefined &&
    (g.plural === true || g.agreement?.number === 'plural') &&
    arePeople(g) &&
    !g.classes.includes('group')
  return people && sides.length === 2 && sides.every((s) => s.classes.includes('group')) ? sides : [g]
}
