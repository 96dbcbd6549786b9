import { order } from '../../model/index.js'
/** A scored pair of nodes that are one. */
export interface Edge {
  a: string
  b: string
  score: number
}

/** Groups of nodes, and the links that joined them, in a fixed order. */
export interface Components {
  groups: string[][]
  links: Edge[]
}

/** Pairs with the smaller name first, strongest first, then by name: the same whatever order they came in. */
function sorted(edges: readonly Edge[]): Edge[] {
  const normal = edges.map((e) => (e.a < e.b ? e : { ...e, a: e.b, b: e.a }))
  return normal.sort((x, y) => y.score - x.score || order(x.a, y.a) || order(x.b, y.b))
}

/**
 * Joins nodes along "same" edges, strongest first, but never two groups of which two nodes are `apart`. Where none are,
 * these are the connected components; otherwise the weakest links of a component give way. `apart` is asked only of
 * nodes that a link would bring together, so that pairs that are two need not be kept.
 */
export function findComponents(
  nodes: readonly string[],
  same: readonly Edge[],
  apart: (a: string, b: string) => boolean,
): Components {
  const group = new Map(nodes.map((n) => [n, [n]]))
  const links: Edge[] = []
  for (const edge of sorted(same)) {
    const [ga, gb] = [group.get(edge.a), group.get(edge.b)]
    if (!ga || !gb || ga === gb) continue
    if (ga.some((x) => gb.some((y) => apart(x, y)))) continue
    const joined = [...ga, ...gb]
    for (const n of joined) group.set(n, joined)
    links.push(edge)
  }
  const groups = [...new Set(group.values())].map((g) => [...g].sort(order))
  return { groups: groups.sort((x, y) => order(x[0]!, y[0]!)), links }
}
