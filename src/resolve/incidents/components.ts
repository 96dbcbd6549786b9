import { turned } from './number-lists.js'

/** A scored pair of nodes that are one; `a` comes before `b`. Nodes are numbered in their order. */
export interface Edge {
  a: number
  b: number
  score: number
}

/** Groups of nodes, and the links that joined them, the strongest first. */
export interface Components {
  /** The number of each node's group: groups are in the order of their first nodes. */
  groupOf: Int32Array
  /** How many groups there are. */
  count: number
  links: Edge[]
}

/**
 * Joins nodes along "same" edges, strongest first, but never two groups of which two nodes are `apart`. Where none are,
 * these are the connected components; otherwise the weakest links of a component give way. `apart` is asked only of
 * nodes that a link would bring together, so that pairs that are two need not be kept. Does not depend on the order of the edges.
 */
export function findComponents(
  nodes: number,
  same: readonly Edge[],
  apart: (a: number, b: number) => boolean,
): Components {
  /** The group of each node that was joined to another. */
  const joined = new Map<number, readonly number[]>()
  const links: Edge[] = []
  for (const edge of [...same].sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b)) {
    const [ga, gb] = [joined.get(edge.a) ?? [edge.a], joined.get(edge.b) ?? [edge.b]]
    if (ga === gb || ga.some((x) => gb.some((y) => apart(x, y)))) continue
    const both = [...ga, ...gb]
    for (const node of both) joined.set(node, both)
    links.push(edge)
  }
  const groupOf = new Int32Array(nodes).fill(-1)
  let count = 0
  for (let node = 0; node < nodes; node++) {
    if (groupOf[node] !== -1) continue
    for (const one of joined.get(node) ?? [node]) groupOf[one] = count
    count++
  }
  return { groupOf, count, links }
}

/** The nodes of each group in their order, group by group. */
export function* groups({ groupOf, count }: Pick<Components, 'groupOf' | 'count'>): Generator<number[]> {
  const one = Int32Array.from({ length: groupOf.length + 1 }, (_, node) => node)
  const { from, items } = turned({ from: one, items: groupOf }, count)
  for (let group = 0; group < count; group++) yield [...items.subarray(from[group], from[group + 1])]
}
