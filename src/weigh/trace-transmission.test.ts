import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { doc, told, world } from '../../test/support/linking.js'
import type { Republication, Transmission } from '../model/index.js'
import type { LinkClaim } from '../resolve/index.js'
import { traceTransmission } from './trace-transmission.js'

const strike = { by: ['aqap'], to: ['stc'], at: ['ye-abyan'], when: '2024-08-16' }
const said = (
  path: string,
  outlet: string | undefined,
  day: string | undefined,
  chain: string[] = [],
  credit?: string,
) =>
  told(
    doc(path, { ...(outlet && { outlet }), ...(day && { day: `2024-08-${day}` }), ...(credit && { credit }) }),
    'attack',
    { ...strike, chain },
  )
const repeat = (kind: Republication['kind'], ...claims: LinkClaim[]): Republication => ({
  kind,
  documents: claims.map((c) => ({ id: c.document.id, path: c.document.path })),
  evidence: 'test',
})
const trace = (claims: LinkClaim[], republications: Republication[] = []) =>
  traceTransmission(claims, { packs: world, republications })
const steps = ({ passings }: Transmission) =>
  passings.map((p) => `${p.by.name} ${p.how === 'quoted' ? '<' : `<${p.how}`} ${p.from.name}${p.credited ? '' : ' ?'}`)

describe('who takes over from whom', () => {
  const wire = said('w', 'gulf-wire', '16', ['un'])
  const copy = said('n', 'north-news', '17', ['un'])
  const credited = said('s', 'south-post', '17', ['agency: gulf-wire', 'un'])
  const late = said('t', 'north-tv', '18', [], 'gulf-wire')
  it.each<[string, LinkClaim[], Republication[], string[]]>([
    ['each hop takes from the next', [credited], [], ['gulf-wire < un', 'south-post < gulf-wire']],
    [
      'an outlet to which somebody spoke takes from him',
      [said('a', 'south-post', '16', ['outlet: south-post', 'un'])],
      [],
      ['south-post < un'],
    ],
    [
      'an outlet that no pack knows is one, whatever a text takes it for',
      [said('a', 'Harbour Courier', '16', ['un']), said('b', 'south-post', '17', ['organization: Harbour Courier'])],
      [],
      ['Harbour Courier < un', 'south-post < Harbour Courier'],
    ],
    ['an unnamed source is nobody twice', [said('a', 'south-post', '16', ['anonymous: a local source'])], [], []],
    [
      'a later text that repeats another',
      [wire, copy],
      [repeat('near-copy', wire, copy)],
      ['gulf-wire < un', 'north-news <near-copy gulf-wire ?', 'north-news < un'],
    ],
    [
      'a repeat that says from whom is no second way',
      [wire, credited],
      [repeat('copy', wire, credited)],
      ['gulf-wire < un', 'south-post < gulf-wire'],
    ],
    [
      'two that credit one agency have it from there',
      [credited, late],
      [repeat('copy', credited, late)],
      ['gulf-wire < un', 'north-tv < gulf-wire', 'south-post < gulf-wire'],
    ],
    [
      'texts of one day: nobody knows which was first',
      [said('a', 'south-post', '16'), said('b', 'north-news', '16')],
      [],
      [],
    ],
  ])('%s', (_, claims, texts, expected) => {
    expect(steps(trace(claims, texts))).toEqual(expected)
  })
  it('a body whose agency passes it on is that body, and no other that is spelt like the key of its name', () => {
    const [houthis] = [world.entities.get('houthis')!]
    const packs = { ...world, entities: new Map([...world.entities, ['hts', { ...houthis, id: 'hts' }]]) }
    const ids = (chain: string[]) =>
      traceTransmission([said('a', 'south-post', '16', chain)], { packs, republications: [] }).passings.map(
        ({ by, from }) => `${by.id} < ${from.id}`,
      )
    expect(ids(['agency: houthis', 'un'])).toEqual(['houthis < un', 'south-post < houthis'])
    expect(ids(['outlet: Hotas', 'un'])).toEqual(['south-post < ~hts', '~hts < un'])
    expect(ids(['organization: Hotas', 'un'])).toEqual(['south-post < ~hts', '~hts < un'])
  })
  it('two texts of one day that repeat each other, and texts on one source, show no direction', () => {
    const [a, b, c] = [said('a', 'south-post', '16'), said('b', 'north-news', '16'), said('c', 'gulf-wire', '19')]
    expect(steps(trace([a, b, c], [repeat('copy', a, b), repeat('common-source', a, b, c)]))).toEqual([])
  })
})

describe('circular reporting', () => {
  const circles = (claims: LinkClaim[], texts: Republication[] = []) =>
    trace(claims, texts).circles.map(({ steps: round, lost, reason }) => ({
      round: round.map((s) => `${s.by.name} < ${s.from.name}`),
      lost: lost && `${lost.what} at ${lost.by.name}`,
      reason,
    }))

  it('finds a text that comes back to its first outlet, and the hop that lost the attribution', () => {
    const first = said('first', 'south-post', '16', ['anonymous: a security source'])
    const copied = said('copied', 'north-news', '17', ['anonymous: a security source'])
    const back = said('back', 'south-post', '18', ['outlet: north-news'])
    expect(circles([first, copied, back], [repeat('near-copy', first, copied)])).toEqual([
      {
        round: ['north-news < south-post', 'south-post < north-news'],
        lost: 'source at north-news',
        reason:
          'circular reporting, each from the next: north-news, south-post, north-news; north-news does not say that it has it from south-post',
      },
    ])
  })
  it('finds two that quote each other, and who left the origin out', () => {
    const first = said('first', 'south-post', '16', ['anonymous: a security source'])
    const quotes = said('quotes', 'north-news', '17', ['outlet: south-post'])
    const back = said('back', 'south-post', '18', ['outlet: north-news'])
    expect(circles([first, quotes, back])).toMatchObject([
      { round: ['north-news < south-post', 'south-post < north-news'], lost: 'origin at north-news' },
    ])
  })
  it('finds a round of three, and one within a single chain', () => {
    const round = [
      said('a', 'south-post', '17', ['outlet: north-news']),
      said('b', 'north-news', '18', ['agency: gulf-wire']),
      said('c', 'gulf-wire', '19', ['outlet: south-post']),
    ]
    expect(circles(round)).toMatchObject([
      { round: ['south-post < north-news', 'north-news < gulf-wire', 'gulf-wire < south-post'], lost: null },
    ])
    const unknown = [
      said('e', 'Harbour Courier', '16', ['organization: Coast Daily']),
      said('f', 'Coast Daily', '17', ['organization: Harbour Courier']),
    ]
    expect(circles(unknown)).toHaveLength(1)
    const own = said('d', 'south-post', '17', ['outlet: north-news', 'outlet: south-post', 'un'])
    expect(circles([own])).toHaveLength(1)
  })
  it.each<[string, LinkClaim[]]>([
    [
      'a chain that goes on',
      [said('a', 'south-post', '17', ['outlet: north-news', 'un']), said('b', 'north-news', '16', ['un'])],
    ],
    ['an outlet that quotes itself', [said('a', 'south-post', '17', ['outlet: south-post'])]],
    [
      'two that quote one agency',
      [said('a', 'south-post', '17', ['agency: gulf-wire']), said('b', 'north-news', '17', ['agency: gulf-wire'])],
    ],
    [
      'a body quoted by two, which quotes neither',
      [said('a', 'south-post', '17', ['un']), said('b', 'north-news', '17', ['un'])],
    ],
  ])('sees none in %s', (_, claims) => {
    expect(circles(claims)).toEqual([])
  })
  it('does not depend on the order of the claims', () => {
    const first = said('first', 'south-post', '16', ['anonymous: a security source'])
    const copied = said('copied', 'north-news', '17')
    const back = said('back', 'south-post', '18', ['outlet: north-news'])
    const other = said('other', 'gulf-wire', '19', ['outlet: north-news'])
    const all = [first, copied, back, other]
    const texts = [repeat('near-copy', first, copied)]
    const expected = trace(all, texts)
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(trace(shuffled, texts)).toEqual(expected)
      }),
      { numRuns: 20 },
    )
  })
})

describe('the earliest report', () => {
  const first = (...claims: LinkClaim[]) => {
    const { day, by, origins, perhapsEarlier } = trace(claims).first
    return [day, by.map((t) => t.name).join(' '), origins.join(' '), perhapsEarlier]
  }
  it.each<[string, LinkClaim[], ReturnType<typeof first>]>([
    [
      'the earlier of two',
      [said('a', 'south-post', '17'), said('b', 'gulf-wire', '16', ['un'])],
      ['2024-08-16', 'gulf-wire', 'un', 0],
    ],
    [
      'two of one day',
      [said('a', 'south-post', '16', ['anonymous: a local source']), said('b', 'gulf-wire', '16', ['un'])],
      ['2024-08-16', 'gulf-wire south-post', 'a local source un', 0],
    ],
    [
      'one without a day may be earlier',
      [said('a', 'south-post', '17'), said('b', 'gulf-wire', undefined)],
      ['2024-08-17', 'south-post', '', 1],
    ],
    ['none has a day', [said('b', 'gulf-wire', undefined)], [null, 'gulf-wire', '', 0]],
  ])('%s', (_, claims, expected) => {
    expect(first(...claims)).toEqual(expected)
  })
})
