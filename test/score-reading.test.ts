import { describe, expect, it } from 'vitest'
import type { Judge } from '../bench/compare-claims.js'
import { type GoldClaim, type GoldItem, goldItems } from '../bench/gold.js'
import { createSameFiller } from '../bench/same-filler.js'
import { addItem, emptyTally } from '../bench/tally.js'
import type { Claim } from '../src/model/index.js'

const judge: Judge = {
  same: createSameFiller(new Set(['the', 'of', 'من'])),
  family: (type) => ({ 'prisoner-release': 'freeing', escape: 'freeing' })[type] ?? type,
}

const NO_SLOTS = { objects: [], instruments: [], places: [], origin: [], destination: [], counts: {}, time: null }

const gold = (more: Partial<GoldClaim> = {}): GoldClaim => ({
  ...NO_SLOTS,
  type: 'prisoner-release',
  status: 'asserted',
  agents: [{ names: ['the Red Band'] }],
  counterparts: [],
  chain: [{ name: 'a mediator', kind: 'anonymous' }],
  evidence: 'The Red Band freed ten',
  ...more,
})

const TEXT = 'The Red Band freed ten men, a mediator said.'
const read = (more: Partial<Claim> = {}): Claim => ({
  ...NO_SLOTS,
  id: 'c',
  type: 'prisoner-release',
  status: 'asserted',
  agents: [{ start: 0, end: 12, text: 'The Red Band' }],
  counterparts: [],
  chain: [{ name: 'mediator', kind: 'anonymous' }],
  links: [],
  evidence: { start: 0, end: 22, text: TEXT.slice(0, 22) },
  support: [],
  rule: 'r',
  confidence: 1,
  ...more,
})

function tallied(wanted: GoldClaim[], got: Claim[]) {
  const tally = emptyTally()
  const item: GoldItem = {
    id: 'i',
    language: 'en',
    kind: 'sentence',
    held: false,
    file: TEXT,
    claims: wanted,
    placesOf: ({ evidence }) => [{ start: TEXT.indexOf(evidence), end: TEXT.indexOf(evidence) + evidence.length }],
  }
  addItem(tally, item, TEXT, got, judge)
  const { strict, claims, falseAlarms } = tally
  return { wanted: tally.wanted, read: tally.read, strict, claims, falseAlarms }
}

const COUNTED = { wanted: 1, read: 1, strict: 1, claims: 1, falseAlarms: 0 }

describe('the score of a reading', () => {
  it.each([
    ['all right', [gold()], [read()], COUNTED],
    ['another status is not strict', [gold()], [read({ status: 'planned' })], { ...COUNTED, strict: 0 }],
    ['another origin is not strict', [gold()], [read({ chain: [] })], { ...COUNTED, strict: 0 }],
    ['a type of the family counts half', [gold()], [read({ type: 'escape' })], { ...COUNTED, strict: 0, claims: 0.5 }],
    ['an accepted type counts whole', [gold({ altTypes: ['escape'] })], [read({ type: 'escape' })], COUNTED],
    ['another type counts nothing', [gold()], [read({ type: 'meeting' })], { ...COUNTED, strict: 0, claims: 0 }],
    [
      'another party counts nothing',
      [gold()],
      [read({ agents: [{ start: 0, end: 3, text: 'Blue Front' }] })],
      { ...COUNTED, strict: 0, claims: 0 },
    ],
    [
      'evidence elsewhere counts nothing',
      [gold()],
      [read({ evidence: { start: 30, end: 40, text: TEXT.slice(30, 40) } })],
      { ...COUNTED, strict: 0, claims: 0 },
    ],
    [
      'retold under another origin is left out',
      [gold()],
      [read(), read({ chain: [{ name: 'Orvale Radio', kind: 'outlet' }] })],
      COUNTED,
    ],
    ['read twice under one origin is wrong once', [gold()], [read(), read()], { ...COUNTED, read: 2 }],
    [
      'tolerated is left out',
      [gold({ tolerated: true })],
      [read()],
      { ...COUNTED, wanted: 0, read: 0, strict: 0, claims: 0 },
    ],
    [
      'a claim where there is none is a false alarm',
      [],
      [read()],
      { wanted: 0, read: 1, strict: 0, claims: 0, falseAlarms: 1 },
    ],
    ['nothing read', [gold()], [], { wanted: 1, read: 0, strict: 0, claims: 0, falseAlarms: 0 }],
  ])('%s', (_, wanted, got, expected) => {
    expect(tallied(wanted, got)).toEqual(expected)
  })

  it('compares names by their telling words, Arabic ones without the article', () => {
    expect(judge.same({ names: ['الجنود'] }, { names: ['جنود'] })).toBe(true)
    expect(judge.same({ names: ['قائد من الجبهة'] }, { names: ['من القرية'] })).toBe(false)
    expect(judge.same({ names: ['a'], id: 'red-band' }, { names: ['b'], id: 'red-band' })).toBe(true)
  })

  it('finds every annotation in the text that it is about', () => {
    const items = goldItems()
    expect(items.filter(({ held, kind }) => held && kind === 'sentence')).toHaveLength(100)
    for (const item of items)
      for (const claim of item.claims) expect([item.id, item.placesOf(claim, item.file)]).not.toEqual([item.id, []])
  })
})
