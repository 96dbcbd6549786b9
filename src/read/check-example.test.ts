import { describe, expect, test } from 'vitest'
import type { Claim } from '../model/index.js'
import type { ExpectedClaim } from '../packs/index.js'
import { checkExample, type Miss } from './check-example.js'

const filler = (text: string) => ({ text, start: 0, end: text.length })
const claim = (more: Partial<Claim> = {}): Claim => ({
  id: 'x',
  type: 'attack',
  status: 'asserted',
  agents: [filler('masked gunmen')],
  counterparts: [filler('وللحوثيين')],
  objects: [],
  instruments: [],
  places: [],
  origin: [],
  destination: [],
  time: { ...filler('on Sunday'), from: '2024-05-05', to: '2024-05-05', precision: 'day' },
  counts: { killed: { ...filler('3'), min: 3, max: 3 } },
  chain: [
    { name: 'Mirsad', kind: 'outlet' },
    { name: 'a colonel', kind: 'official' },
  ],
  links: [],
  evidence: filler('x'),
  support: [],
  rule: 'en/attack#attack',
  confidence: 0.8,
  ...more,
})

/** The clitics of a table, the outermost first. */
const PROCLITICS = [['و'], ['ل', 'لل'], ['ال']]
const rows: [name: string, expected: ExpectedClaim[], claims: Claim[], miss: Miss | null][] = [
  ['a piece of a filler, whatever its case', [{ type: 'attack', agents: ['Gunmen'] }], [claim()], null],
  ['an Arabic piece without its proclitics', [{ type: 'attack', counterparts: ['الحوثيين'] }], [claim()], null],
  [
    'the second of two claims fits',
    [{ type: 'attack', status: 'denied' }],
    [claim(), claim({ status: 'denied' })],
    null,
  ],
  ['more than was asked for', [{ type: 'attack' }], [claim(), claim({ type: 'arrest' })], null],
  ['nothing asked, nothing read', [], [], null],
  ['nothing asked, something read', [], [claim()], 'too many'],
  ['no claim', [{ type: 'attack' }], [], 'nothing'],
  ['a claim of another type', [{ type: 'arrest' }], [claim()], 'nothing'],
  ['another filler', [{ type: 'attack', agents: ['army'] }], [claim()], 'wrong span'],
  ['one filler of two', [{ type: 'attack', agents: ['gunmen', 'army'] }], [claim()], 'wrong span'],
  ['a slot that must be empty', [{ type: 'attack', agents: [] }], [claim()], 'wrong span'],
  ['an empty slot that is', [{ type: 'attack', places: [] }], [claim()], null],
  ['another status', [{ type: 'attack', status: 'planned' }], [claim()], 'wrong value'],
  ['another mode', [{ type: 'attack', mode: 'ambush' }], [claim()], 'wrong value'],
  ['another number', [{ type: 'attack', counts: { killed: 4 } }], [claim()], 'wrong value'],
  ['a number of another kind', [{ type: 'attack', counts: { injured: 3 } }], [claim()], 'wrong value'],
  ['a number where there must be none', [{ type: 'attack', counts: {} }], [claim()], 'wrong value'],
  ['the day', [{ type: 'attack', time: '2024-05-05' }], [claim()], null],
  ['another day', [{ type: 'attack', time: '2024-05-04' }], [claim()], 'wrong value'],
  ['a day where there must be none', [{ type: 'attack', time: 'none' }], [claim()], 'wrong value'],
  ['no day, as there must be', [{ type: 'attack', time: 'none' }], [claim({ time: null })], null],
  ['the chain by pieces, in order', [{ type: 'attack', chain: ['Mirsad', 'colonel'] }], [claim()], null],
  ['the chain in another order', [{ type: 'attack', chain: ['colonel', 'Mirsad'] }], [claim()], 'wrong chain'],
  ['a hop too many', [{ type: 'attack', chain: ['colonel'] }], [claim()], 'wrong chain'],
  ['a chain where the outlet speaks', [{ type: 'attack', chain: [] }], [claim()], 'wrong chain'],
]

describe('an example against a reading', () => {
  test.each(rows)('%s', (_, expected, claims, miss) => {
    expect(checkExample(expected, claims, PROCLITICS)?.miss ?? null).toBe(miss)
  })

  test('the detail says what was read and what was wanted', () => {
    expect(checkExample([{ type: 'attack', agents: ['army'] }], [claim()])?.detail).toBe(
      'agents «masked gunmen», not «army»',
    )
  })
})
