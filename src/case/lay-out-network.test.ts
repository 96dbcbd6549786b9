import { describe, expect, it } from 'vitest'
import { layOutNetwork } from './lay-out-network.js'
import { backbone, mainPairs } from './main-pairs.js'

const many = Array.from({ length: 300 }, (_, i) => `a-${String(i).padStart(3, '0')}`)
const pairs = many.flatMap((a, i) =>
  [1, 7, 40].map((step) => ({ a, b: many[(i * step + step) % many.length]!, independence: { atLeast: 1 + (i % 4) } })),
)
const cliques = (sizes: readonly (readonly string[])[]) =>
  sizes.flatMap((all) => all.flatMap((a, i) => all.slice(i + 1).map((b) => ({ a, b, independence: { atLeast: 1 } }))))

describe('the layout of a network', () => {
  it('is the same whenever it is asked for, and within the picture', () => {
    const spots = [...layOutNetwork(pairs)]
    expect(spots).toHaveLength(300)
    expect(spots.every(([, { x, y }]) => x >= 0 && x <= 1 && y >= 0 && y <= 1)).toBe(true)
    expect([...layOutNetwork(pairs)]).toEqual(spots)
  })

  it('sets apart what has nothing to do with each other', () => {
    const spots = layOutNetwork(
      cliques([
        ['a', 'b', 'c'],
        ['p', 'q', 'r'],
      ]),
    )
    const far = (m: string, n: string) =>
      Math.hypot(spots.get(m)!.x - spots.get(n)!.x, spots.get(m)!.y - spots.get(n)!.y)
    expect(far('a', 'b') + far('a', 'c')).toBeLessThan(far('a', 'p') + far('a', 'q'))
  })
})

describe('the main pairs of a network', () => {
  const inAll = (list: readonly { a: string; b: string }[]) => new Set(list.flatMap(({ a, b }) => [a, b])).size

  it('are all where there are few actors', () => {
    const few = cliques([['a', 'b', 'c', 'd', 'e']])
    expect(backbone(few)).toEqual(few)
    expect(mainPairs(few)).toEqual(few)
  })

  it('are of a crowd the best two of each actor; nobody is left out', () => {
    const kept = backbone(pairs)
    expect(kept.length).toBeLessThanOrEqual(2 * many.length)
    expect(inAll(kept)).toBe(inAll(pairs))
    const clique = cliques([many.slice(0, 80)])
    // The last two of a clique have each met two before they meet each other.
    expect(backbone(clique).map(({ a, b }) => `${a} ${b}`)).not.toContain(`${many[78]} ${many[79]}`)
    expect(backbone(clique)).toHaveLength(2 * 79 - 1)
  })

  it('hold of a crowd the best supported of all too, in their order', () => {
    const clique = cliques([many.slice(0, 80)])
    const kept = mainPairs(clique)
    expect(kept.slice(0, 60)).toEqual(clique.slice(0, 60))
    expect(kept).toEqual(clique.filter((pair) => kept.includes(pair)))
    expect(kept.length).toBeLessThan(clique.length)
  })
})
