import { describe, expect, it } from 'vitest'
import type { ClaimAnswer } from '../../web/src/answers.js'
import { groupSign } from '../../web/src/chains/group-letter.js'
import { layout } from '../../web/src/chains/layout.js'

type Hop = [name: string, kind: string, entity?: string]
let n = 0
const claim = (document: string, ...chain: Hop[]) =>
  ({
    id: `c${++n}`,
    document,
    path: document,
    outlet: document,
    chain: chain.map(([name, kind, entity]) => ({ name, kind, ...(entity && { entity }) })),
  }) as unknown as ClaimAnswer
const group = (...claims: ClaimAnswer[]) => ({ origins: [], claims: claims.map((one) => one.id), reason: '' })
const at = (drawing: ReturnType<typeof layout>, label: string) => drawing.knots.find((knot) => knot.label === label)!

describe('the drawing of chains', () => {
  it('gives a letter to what counts as one, and none to what is only not known to', () => {
    const shown = { because: [{ code: 'named-origin' as const, params: {} }] }
    const unlinked = { because: [{ code: 'no-lineage' as const, params: {} }] }
    expect([0, 1, 2].map((i) => groupSign([shown, shown, unlinked], i))).toEqual(['A', 'B', '–'])
  })

  it('reports meet where they name the same agency and source', () => {
    const [a, b] = [
      claim('A', ['Agency', 'agency', 'agency'], ['a source', 'anonymous', 's1']),
      claim('B', ['وكالة', 'agency', 'agency'], ['مصدر', 'anonymous', 's1']),
    ]
    const drawing = layout([a, b], [group(a, b)])
    expect(drawing.knots).toHaveLength(4)
    expect(drawing.columns).toBe(3)
    expect(at(drawing, 'Agency')).toMatchObject({ kind: 'hop', column: 1, meets: 2 })
    expect(at(drawing, 'a source')).toMatchObject({ kind: 'origin', column: 2, meets: 1, groups: [0] })
  })

  it('two unnamed sources that nothing joins stay two', () => {
    const [a, b] = [claim('A', ['a source', 'anonymous', 's1']), claim('B', ['a source', 'anonymous', 's2'])]
    expect(layout([a, b], [group(a), group(b)]).knots.filter((knot) => knot.kind === 'origin')).toHaveLength(2)
  })

  it('an article before the name makes no second person', () => {
    const drawing = layout([claim('A', ['The spokesman', 'official']), claim('B', ['spokesman', 'official'])], [])
    expect(at(drawing, 'The spokesman').meets).toBe(2)
  })

  it("an outlet's own voice is an end of its own", () => {
    const a = claim('A')
    const drawing = layout([a], [group(a)])
    expect(drawing.knots.map((knot) => knot.kind)).toEqual(['document', 'own'])
    expect(drawing.knots[1]).toMatchObject({ column: 1, groups: [0] })
  })

  it('an origin that others only pass on stands before theirs', () => {
    const drawing = layout([claim('A', ['X', 'party', 'x']), claim('B', ['X', 'party', 'x'], ['Y', 'party', 'y'])], [])
    expect(at(drawing, 'X')).toMatchObject({ kind: 'origin', column: 1 })
    expect(at(drawing, 'Y')).toMatchObject({ kind: 'origin', column: 2 })
  })

  it('people who quote each other in a circle are drawn, once each', () => {
    const drawing = layout(
      [claim('A', ['X', 'outlet', 'x'], ['Y', 'outlet', 'y']), claim('B', ['Y', 'outlet', 'y'], ['X', 'outlet', 'x'])],
      [],
    )
    expect(drawing.knots).toHaveLength(4)
    for (const knot of drawing.knots) expect(knot.column).toBeLessThan(drawing.columns)
  })

  it('knots of one column never share a place', () => {
    const many = Array.from({ length: 9 }, (_, i) => claim(`D${i}`, [`H${i % 4}`, 'agency'], [`O${i % 3}`, 'party']))
    const drawing = layout(many, [])
    const places = drawing.knots.map((knot) => `${knot.column} ${Math.floor(knot.row)}`)
    expect(new Set(places).size).toBe(places.length)
    expect(drawing.rows).toBeGreaterThanOrEqual(9)
  })
})
