import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { doc, told, world } from '../../../test/support/linking.js'
import { type Edge, findComponents, groups } from './components.js'
import { linkIncidents } from './link-incidents.js'

type Outcome = 'same' | 'unsure' | 'different'
const edge = (a: string, b: string, score: number, outcome: Outcome = 'same') => ({ a, b, score, outcome })
type Scored = ReturnType<typeof edge>
const NODES = ['a', 'b', 'c', 'd']

/** Groups by the edges that are "same", and asks the others. */
const components = (nodes: readonly string[], edges: readonly Scored[]) => {
  const apart = (x: number, y: number) =>
    edges.some((e) => e.outcome === 'different' && [e.a, e.b].includes(nodes[x]!) && [e.a, e.b].includes(nodes[y]!))
  const same = edges
    .filter((e) => e.outcome === 'same')
    .map(({ a, b, score }): Edge => {
      const [x, y] = [nodes.indexOf(a), nodes.indexOf(b)]
      return { a: Math.min(x, y), b: Math.max(x, y), score }
    })
  const { links, ...found } = findComponents(nodes.length, same, apart)
  return {
    groups: [...groups(found)].map((group) => group.map((node) => nodes[node]!)),
    links: links.map(({ a, b }) => nodes[a]! + nodes[b]!),
  }
}

describe('findComponents', () => {
  it('joins along links, and leaves alone what has none', () => {
    expect(components(NODES, [edge('a', 'b', 0.9), edge('b', 'c', 0.8)]).groups).toEqual([['a', 'b', 'c'], ['d']])
  })
  it('does not join along what it is unsure of', () => {
    expect(components(['a', 'b'], [edge('a', 'b', 0.7, 'unsure')]).groups).toEqual([['a'], ['b']])
  })
  it('gives up the weakest link between two that are different', () => {
    const edges = [edge('a', 'b', 0.8), edge('b', 'c', 0.9), edge('a', 'c', 0, 'different')]
    expect(components(['a', 'b', 'c'], edges).groups).toEqual([['a'], ['b', 'c']])
  })
  it('keeps the links that joined each group, and no more', () => {
    const edges = [edge('a', 'b', 0.9), edge('b', 'c', 0.8), edge('a', 'c', 0.7)]
    expect(components(['a', 'b', 'c'], edges).links).toEqual(['ab', 'bc'])
  })

  const outcome = fc.constantFrom<Outcome>('same', 'same', 'unsure', 'different')
  const graph = fc.array(fc.tuple(fc.nat(7), fc.nat(7), fc.nat(3), outcome), { maxLength: 24 }).map((rows) => {
    const byPair = new Map<string, Scored>()
    for (const [i, j, s, o] of rows) {
      const [x, y] = [Math.min(i, j), Math.max(i, j)]
      if (x !== y) byPair.set(`${x} ${y}`, edge(`n${x}`, `n${y}`, s / 3, o))
    }
    return [...byPair.values()]
  })
  const nodes = Array.from({ length: 8 }, (_, i) => `n${i}`)

  it('never puts two different nodes into one group, and puts every node into one', () => {
    fc.assert(
      fc.property(graph, (edges) => {
        const { groups } = components(nodes, edges)
        expect(groups.flat().sort()).toEqual(nodes)
        for (const e of edges) {
          const together = groups.some((g) => g.includes(e.a) && g.includes(e.b))
          if (e.outcome === 'different') expect(together).toBe(false)
        }
      }),
    )
  })
  it('does not depend on the order of the edges or of their ends', () => {
    fc.assert(
      fc.property(graph, fc.infiniteStream(fc.boolean()), (edges, flips) => {
        const turned = [...edges].reverse().map((e) => (flips.next().value ? { ...e, a: e.b, b: e.a } : e))
        expect(components(nodes, turned)).toEqual(components(nodes, edges))
      }),
    )
  })
})

describe('incidents as components', () => {
  const release = { by: ['houthis'], to: ['aqap'] }
  it('is no component that holds two stated days of a pair joined through a third claim', () => {
    const early = told(doc('s1'), 'prisoner-release', { ...release, when: '2023-02-02', counts: { released: 5 } })
    const vague = told(doc('s2', { day: '2023-02-28' }), 'prisoner-release', { ...release, counts: { released: 5 } })
    const late = told(doc('s3'), 'prisoner-release', { ...release, when: '2023-02-24', counts: { released: 5 } })
    const incidents = linkIncidents([early, vague, late], world)
    expect(incidents.map((i) => i.claims)).toEqual(
      expect.arrayContaining([[early.claim.id], [vague.claim.id, late.claim.id].sort()]),
    )
  })
})
