import { expect, it } from 'vitest'
import { context, said } from '../../test/support/weighing.js'
import { tellingOf } from '../weigh/index.js'
import type { CaseWorld } from './steps.js'
import { voicesAmong } from './voices-among.js'

const packs = context.packs as CaseWorld
const among = (...told: ReturnType<typeof said>[]) =>
  voicesAmong(
    told.map((item) => tellingOf(item, packs)),
    packs,
  )

it('who says most can be left out first, wherever he stands', () => {
  const { outlets, camps } = among(
    said('a', ['agency: gulf-wire', 'anonymous: a tribal elder'], { outlet: 'south-post' }),
    said('b', ['anonymous: a tribal elder'], { outlet: 'north-news' }),
    said('c', [], { outlet: 'north-news' }),
  )
  expect(outlets.map(({ value, claims }) => [value, claims])).toEqual([
    ['north-news', 2],
    ['gulf-wire', 1],
    ['south-post', 1],
  ])
  expect(camps.length).toBeGreaterThan(0)
})

it.each([
  ['the source that is not named first', ['anonymous: Salim Bawazir', 'official: Salim Bawazir']],
  ['the one who is named first', ['official: Salim Bawazir', 'anonymous: Salim Bawazir']],
])('one name that stands for two is one choice, and hidden where one of them is: %s', (_, [one, two]) => {
  const { origins } = among(said('a', [one!]), said('b', [two!]), said('c', ['official: Hani Omar']))
  expect(origins).toEqual([
    { value: 'Salim Bawazir', label: 'Salim Bawazir', claims: 2, private: true },
    { value: 'Hani Omar', label: 'Hani Omar', claims: 1, private: true },
  ])
})

it('a source that opens a sentence is that in the middle of one', () => {
  const { origins } = among(said('a', ['anonymous: Security sources']), said('b', ['anonymous: security sources']))
  expect(origins).toEqual([{ value: 'Security sources', label: 'security sources', claims: 2 }])
})
