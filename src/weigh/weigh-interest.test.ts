import { describe, expect, it } from 'vitest'
import { type ClaimOptions, doc, told, world } from '../../test/support/linking.js'
import type { ClaimType } from '../model/index.js'
import type { LinkClaim } from '../resolve/index.js'
import { weighInterest } from './weigh-interest.js'

let serial = 0
const said = (
  type: ClaimType,
  by: string,
  to: string,
  chain: string[],
  outlet = 'gulf-wire',
  more: ClaimOptions = {},
) => {
  serial += 1
  return told(doc(`d${serial}`, { outlet, day: '2024-08-16' }), type, { by: [by], to: [to], chain, ...more })
}
const arms = (chain: string[], outlet?: string, more?: ClaimOptions) =>
  said('arms-transfer', 'houthis', 'aqap', chain, outlet, more)

/** "camp stance", with a `!` for what speaks against itself and a `-` for what only denies. */
const sides = (...claims: LinkClaim[]) =>
  weighInterest(claims, { packs: world, republications: [] }).sides.map(
    (s) => `${s.camp} ${s.stance}${s.againstItself ? ' !' : ''}${s.denies ? ' -' : ''}`,
  )
const silent = (...claims: LinkClaim[]) =>
  weighInterest(claims, { packs: world, republications: [] }).silent.map((s) => `${s.camp} ${s.stance}`)

describe('whose interest speaks', () => {
  it.each<[string, LinkClaim[], string[]]>([
    ['an outlet of a third side', [arms([], 'south-post')], ['stc neither']],
    ['an outlet of no known side', [arms([])], []],
    ['a side that says it of itself, against its interest', [arms(['party: houthis'])], ['houthis agent !']],
    ['the one who is said to have received, against his', [arms(['official: salim-named'])], ['aqap counterpart !']],
    ['a denial is no admission', [arms(['party: houthis'], undefined, { status: 'denied' })], ['houthis agent -']],
    [
      'said by one side, denied by the other',
      [arms([], 'south-post'), arms(['party: houthis'], undefined, { status: 'denied' })],
      ['houthis agent -', 'stc neither'],
    ],
    ['an attack that a group claims is its boast', [said('attack', 'aqap', 'stc', ['party: aqap'])], ['aqap agent']],
    ['an attack told by those attacked', [said('attack', 'aqap', 'giants', [], 'south-post')], ['stc counterpart']],
    [
      'captives who got away, as the captor tells it',
      [said('escape', 'aqap', 'stc', ['official: stc-spokesman'])],
      ['stc counterpart !'],
    ],
    ['… and as those who got away tell it', [said('escape', 'aqap', 'stc', ['party: aqap'])], ['aqap agent']],
    [
      'what passes within one side discredits nobody',
      [said('arms-transfer', 'stc', 'giants', ['party: stc'])],
      ['stc both'],
    ],
  ])('%s', (_, claims, expected) => {
    expect(sides(...claims)).toEqual(expected)
  })

  it.each<[string, LinkClaim[], string[]]>([
    [
      'the attacker, who has a spokesman, is not heard',
      [said('attack', 'aqap', 'houthis', [], 'north-news')],
      ['aqap agent'],
    ],
    ['nobody is known to speak for it', [said('attack', 'houthis', 'yemen-army', ['un'])], []],
    ['a denial is an answer', [arms([], 'south-post'), arms(['party: aqap'], undefined, { status: 'denied' })], []],
    ['who takes no part owes no answer', [arms(['party: aqap'])], []],
  ])('silence: %s', (_, claims, expected) => {
    expect(silent(...claims)).toEqual(expected)
  })

  it('says it in words, and that all who say it are others than those accused', () => {
    const { reasons } = weighInterest([arms([], 'south-post'), arms(['party: stc'])], {
      packs: world,
      republications: [],
    })
    expect(reasons).toEqual([
      'said by stc, with no part in it',
      'every side that is known to say it is another than those said to do it (houthis)',
      'aqap could answer, and the case holds no word of it',
    ])
  })

  it('gives the worked example of docs/method.md', () => {
    const claims = [arms([], 'south-post'), arms(['official: salim-named'], 'gulf-wire')]
    const { reasons } = weighInterest(claims, { packs: world, republications: [] })
    expect(reasons).toEqual([
      'said by aqap, and speaks against its own sayer',
      'said by stc, with no part in it',
      'every side that is known to say it is another than those said to do it (houthis)',
    ])
  })
})
