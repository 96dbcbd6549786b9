import { describe, expect, it } from 'vitest'
import { type ClaimOptions, doc, told } from '../../test/support/linking.js'
import type { ClaimType } from '../model/index.js'
import { compareVersions } from './compare-versions.js'

const [first, second] = [doc('one'), doc('two')]
const strike = { by: ['aqap'], to: ['stc'], at: ['ye-abyan'], when: '2024-08-16' }
const was = (id: string, type: ClaimType, options: ClaimOptions = {}) =>
  told(first, type, { ...strike, ...options, id }).claim
const is = (id: string, type: ClaimType, options: ClaimOptions = {}) =>
  told(second, type, { ...strike, ...options, id }).claim
const ONE_ATTACK = new Map(['a', 'b', 'c', 'd'].map((id) => [id, 'i-attack']))

describe('compareVersions', () => {
  it.each([
    ['nothing changed', [was('a', 'attack')], [is('b', 'attack')], { removed: [], added: [], changed: [] }],
    [
      'a number',
      [was('a', 'attack', { counts: { killed: 12 } })],
      [is('b', 'attack', { counts: { killed: 9 } })],
      { removed: [], added: [], changed: [{ before: 'a', after: 'b', fields: ['killed'] }] },
    ],
    [
      'the attribution was lost',
      [was('a', 'attack', { chain: ['un'] })],
      [is('b', 'attack')],
      { removed: [], added: [], changed: [{ before: 'a', after: 'b', fields: ['chain'] }] },
    ],
    [
      'one of two tellers went',
      [was('a', 'attack', { chain: ['un'] }), was('c', 'attack', { chain: ['party: stc'], counts: { killed: 3 } })],
      [is('b', 'attack', { chain: ['party: stc'], counts: { killed: 4 } })],
      { removed: ['a'], added: [], changed: [{ before: 'c', after: 'b', fields: ['killed'] }] },
    ],
    [
      'a relation of other parties is another one',
      [was('r', 'membership', { by: ['salim-named'], to: ['aqap'] })],
      [is('s', 'membership', { by: ['hadi-named'], to: ['stc'] })],
      { removed: ['r'], added: ['s'], changed: [] },
    ],
    [
      'a relation that is now only alleged',
      [was('r', 'membership', { by: ['salim-named'], to: ['aqap'] })],
      [is('s', 'membership', { by: ['salim-named'], to: ['aqap'], status: 'alleged' })],
      { removed: [], added: [], changed: [{ before: 'r', after: 's', fields: ['status'] }] },
    ],
  ])('%s', (_, old, now, expected) => {
    expect(compareVersions(old, now, ONE_ATTACK)).toEqual(expected)
  })
})
