/** A scored pair of nodes. */
export interface Edge {
  a: string
  b: string
  score: number
  outcome: 'same' | 'different' | 'unsure'
}

/** Groups of nodes, and the links that joined them, in a fixed order. */
export interface Components {
  groups: string[][]
  links: Edge[]
}

const order = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0)

/** Pairs with the smaller name first, strongest first, then by name: the same whatever order they came in. */
function sorted(edges: readonly Edge[]): Edge[] {
  const normal = edges.map((e) => (e.a < e.b ? e : { ...e, a: e.b, b: e.a }))
  return normal.sort((x, y) => y.score - x.score || order(x.a, y.a) || order(x.b, y.b))
}

/**
 * Joins nodes along "same" edges, strongest first, but never two groups that hold a "different" pair. Without such
 * pairs these are the connected components; with them, the weakest links of a component give way.
 */
export function findComponents(nodes: readonly string[], edges: readonly Edge[]): Components {
  const group = new Map(nodes.map((n) => [n, [n]]))
  const apart = new Map<string, Set<string>>(nodes.map((n) => [n, new Set<string>()]))
  for (const e of edges) {
    if (e.outcome !== 'different') continue
    apart.get(e.a)?.add(e.b)
    apart.get(e.b)?.add(e.a)
  }
  const links: Edge[] = []
  for (const edge of sorted(edges.filter((e) => e.outcome === 'same'))) {
    const [ga, gb] = [group.get(edge.a), group.get(edge.b)]
    if (!ga || !gb || ga === gb) continue
    if (ga.some((x) => gb.some((y) => apart.get(x)?.has(y)))) continue
    const joined = [...ga, ...gb]
    for (const n of joined) group.set(n, joined)
    links.push(edge)
  }
  const groups = [...new Set(group.values())].map((g) => [...g].sort(order))
  return { groups: groups.sort((x, y) => order(x[0]!, y[0]!)), links }
}
