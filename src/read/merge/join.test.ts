import { describe, expect, test } from 'vitest'
import type { Hop, Mention } from '../../model/index.js'
import type { NounGroup, Quantity, TimeExpression } from '../analysis.js'
import type { Candidate } from '../candidate.js'
import { ratchet } from '../known-failures.js'
import { candidate, group, predicate, sentence } from '../testing.js'
import { join } from './join.js'

/** Parties are told apart by their lemma, so that each telling may use groups of its own. */
const TEXT = 'told told told told told'
const party = (lemma: string): NounGroup => group(TEXT, 'told', { lemma, classes: ['group'] })
const n = (min: number): Quantity => ({ start: 0, end: 1, min, max: min })
const day = (from: string): TimeExpression => ({ start: 0, end: 1, text: 'x', from, to: from, precision: 'day' })
const hop = (name: string, kind: Hop['kind'] = 'official', entity?: string): Hop => ({
  name,
  kind,
  ...(entity ? { entity } : {}),
})

interface Telling extends Omit<Partial<Candidate>, 'slots'> {
  slots?: Partial<Record<keyof Candidate['slots'], NounGroup[]>>
  /** Number of its sentence; default: the next one. */
  at?: number
  heading?: boolean
  /** A definite event noun ("the attack") instead of a finite verb. */
  the?: boolean
}

/** Joins tellings and says how many claims are left. */
function joined(tellings: Telling[], mentions: Mention[] = []): Candidate[] {
  const all = tellings.map(({ at, heading, the, ...more }, i) => {
    const p = predicate(TEXT, 'told', the ? { pos: 'noun', form: 'noun', definite: true } : {})
    const s = sentence({ start: 0, end: TEXT.length }, [p], { heading: heading ?? false })
    s.index = at ?? i
    return candidate(s, p, more)
  })
  return join(all, mentions)
}

const gunmen = () => ({ agents: [party('gunman')] })
const rows: [name: string, tellings: Telling[], left: number][] = [
  ['a definite noun with the same agent repeats', [{ slots: gunmen() }, { slots: gunmen(), the: true }], 1],
  ['"the attack" in the next sentence repeats, though it names nobody', [{ slots: gunmen() }, { the: true }], 1],
  ['"the attack" far away, naming nobody, stands alone', [{ slots: gunmen() }, { the: true, at: 7 }], 2],
  [
    'a heading is told again by the text',
    [
      { slots: gunmen(), heading: true },
      { slots: gunmen(), at: 6 },
    ],
    1,
  ],
  ['other types never meet', [{ slots: gunmen() }, { slots: gunmen(), the: true, type: 'kidnapping' }], 2],
  ['other agents are another event', [{ slots: gunmen() }, { slots: { agents: [party('army')] }, the: true }], 2],
  [
    'the same agent against another is another event',
    [
      { slots: { agents: [party('army')], counterparts: [party('clan')] } },
      { slots: { agents: [party('army')], counterparts: [party('guild')] } },
    ],
    2,
  ],
  [
    'two days that cannot both be right',
    [
      { slots: gunmen(), time: day('2024-05-05') },
      { slots: gunmen(), time: day('2024-05-07'), the: true },
    ],
    2,
  ],
  [
    'one day told twice, far apart',
    [
      { slots: gunmen(), time: day('2024-05-05') },
      { slots: gunmen(), time: day('2024-05-05'), at: 9 },
    ],
    1,
  ],
  [
    'two numbers of one kind',
    [
      { slots: gunmen(), counts: { killed: n(3) } },
      { slots: gunmen(), counts: { killed: n(5) }, the: true },
    ],
    2,
  ],
  [
    'numbers of two kinds complete each other',
    [
      { slots: gunmen(), counts: { killed: n(3) } },
      { slots: gunmen(), counts: { injured: n(5) }, the: true },
    ],
    1,
  ],
  [
    'two origins are two claims',
    [
      { slots: gunmen(), chain: [hop('a colonel')] },
      { slots: gunmen(), the: true, chain: [hop('a nurse')] },
    ],
    2,
  ],
  [
    'the outlet and an origin are two claims',
    [{ slots: gunmen() }, { slots: gunmen(), the: true, chain: [hop('a nurse')] }],
    2,
  ],
  [
    'one origin by two names is one',
    [
      { slots: gunmen(), chain: [hop('the UN panel', 'organization', 'un-poe')] },
      { slots: gunmen(), the: true, chain: [hop('Panel of Experts', 'organization', 'un-poe')] },
    ],
    1,
  ],
  [
    'one origin through two newspapers is one',
    [
      { slots: gunmen(), chain: [hop('Mirsad', 'outlet'), hop('a colonel')] },
      { slots: gunmen(), the: true, chain: [hop('Sada', 'outlet'), hop('a colonel')] },
    ],
    1,
  ],
  ['a plan and its deed are two claims', [{ slots: gunmen(), status: 'planned' }, { slots: gunmen() }], 2],
  ['a denial and the event are two claims', [{ slots: gunmen() }, { slots: gunmen(), status: 'denied', the: true }], 2],
  [
    'other places are another event',
    [{ slots: { ...gunmen(), places: [party('harbour')] } }, { slots: { ...gunmen(), places: [party('market')] } }],
    2,
  ],
]

describe('one event, or two', () => {
  test.each(rows)('%s', (name, tellings, left) => {
    const got = joined(tellings).length
    ratchet(`join: ${name}`, () => expect(got).toBe(left))
  })
})

describe('what is left of two tellings', () => {
  test('slots and numbers that the first lacks come from the second', () => {
    const [one, ...more] = joined([
      { slots: gunmen(), counts: { killed: n(3) } },
      {
        slots: { ...gunmen(), counterparts: [party('judge')] },
        counts: { injured: n(1) },
        time: day('2024-05-05'),
        the: true,
      },
    ])
    expect(more).toEqual([])
    expect(one!.slots.counterparts.map((p) => p.group.lemma)).toEqual(['judge'])
    expect(one!.counts).toEqual({ killed: n(3), injured: n(1) })
    expect(one!.time?.from).toBe('2024-05-05')
  })

  test('the repeat is kept as support, with a reason where it was dropped', () => {
    const [one] = joined([{ slots: gunmen() }, { slots: gunmen(), the: true }])
    expect(one!.support.map((s) => s.for)).toEqual(['repeat'])
    expect(one!.dropped).toBeUndefined()
  })

  test('the fullest telling stays: a heading gives way to the text', () => {
    const left = joined([
      { slots: gunmen(), heading: true },
      { slots: { ...gunmen(), counterparts: [party('judge')] }, time: day('2024-05-05') },
    ])
    ratchet('join: the fullest telling stays', () => expect(left.map((c) => c.sentence.heading)).toEqual([false]))
  })

  test('joining what was joined changes nothing', () => {
    const once = joined([{ slots: gunmen() }, { slots: gunmen(), the: true }, { slots: { agents: [party('army')] } }])
    expect(join(once, [])).toEqual(once)
  })
})
