import { UndirectedGraph } from 'graphology'
import library from 'graphology-layout-forceatlas2'
import { backbone } from './main-pairs.js'

/** As Node sees the library: its types speak of a module that only bundlers make of it. */
const forceAtlas2 = library as unknown as {
  assign(graph: UndirectedGraph, options: { iterations: number; settings: object }): void
  inferSettings(graph: UndirectedGraph): object
}

/** Where an actor stands, from 0 to 1 each way. */
export interface Spot {
  x: number
  y: number
}

interface Pair {
  a: string
  b: string
  independence: { atLeast: number }
}

/** From so many actors on, those far off push together and not one by one (Barnes and Hut 1986), as much as is not seen. */
const [MANY, TOGETHER] = [150, 1.2]

/** Steps from the beginning to the picture, and what all of them may compare: of many actors each step takes long. */
const [MOST_STEPS, LEAST_STEPS, COMPARED] = [400, 80, 10_000_000]
const stepsFor = (actors: number) =>
  Math.round(Math.min(MOST_STEPS, Math.max(LEAST_STEPS, COMPARED / Math.max(1, actors) ** 2)))

/**
 * A place for each actor, so that who has much together stands together: ForceAtlas2 (Jacomy et al. 2014) from a beginning on
 * a circle, in the order of ids; in a crowd by its backbone alone. There is no chance in it: the same pairs, the best
 * supported first, give the same picture.
 */
export function layOutNetwork(pairs: readonly Pair[]): Map<string, Spot> {
  const graph = new UndirectedGraph()
  const order = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))].sort()
  order.forEach((id, i) => {
    const way = (i / order.length) * 2 * Math.PI
    // Not quite a circle: bodies that stand in one line push each other nowhere else.
    const far = 100 + (i % 7) * 4
    graph.addNode(id, { x: Math.cos(way) * far, y: Math.sin(way) * far })
  })
  for (const { a, b, independence } of backbone(pairs))
    if (a !== b) graph.mergeEdge(a, b, { weight: 1 + Math.max(0, independence.atLeast - 1) })
  if (order.length > 2)
    forceAtlas2.assign(graph, {
      iterations: stepsFor(order.length),
      settings: {
        ...forceAtlas2.inferSettings(graph),
        gravity: 1.2,
        scalingRatio: 12,
        strongGravityMode: false,
        linLogMode: true,
        barnesHutOptimize: order.length > MANY,
        barnesHutTheta: TOGETHER,
      },
    })
  return stretched(graph.mapNodes((id, { x, y }) => [id, { x: x as number, y: y as number }] as const))
}

/** Stretched over the whole picture; ranks in part, so that one far body does not press the rest together. */
function stretched(spots: readonly (readonly [string, Spot])[]): Map<string, Spot> {
  const along = (of: (spot: Spot) => number) => {
    const values = spots.map(([, spot]) => of(spot))
    const [least, most] = [Math.min(...values), Math.max(...values)]
    const ranked = [...values].sort((p, q) => p - q)
    return (value: number) => {
      const plain = most > least ? (value - least) / (most - least) : 0.5
      const rank = values.length > 1 ? ranked.indexOf(value) / (values.length - 1) : 0.5
      return plain * 0.5 + rank * 0.5
    }
  }
  const [x, y] = [along((spot) => spot.x), along((spot) => spot.y)]
  return new Map(spots.map(([id, spot]) => [id, { x: x(spot.x), y: y(spot.y) }]))
}
