import { expect, it } from 'vitest'
import type { Entity } from '../model/index.js'
import { isPrivateTeller } from './private-teller.js'

const entity = (kind: Entity['kind'], more: Partial<Entity> = {}): Entity => ({
  id: 'e',
  kind,
  names: [],
  from: 'pack',
  ...more,
})

it.each<[string, Parameters<typeof isPrivateTeller>, boolean]>([
  ['an official whom nobody knows', ['official', undefined], true],
  ['a witness', ['witness', undefined], true],
  ['who signs a text', ['author', undefined], false],
  ['a paper that nobody knows', ['outlet', undefined], false],
  ['a body that nobody knows', ['organization', undefined], false],
  ['no teller at all', [null, undefined], false],
  ['a person of whom nothing says that he is public', ['official', entity('person')], true],
  ['a public figure', ['official', entity('person', { standing: 'public-figure' })], false],
  ['an armed group', ['party', entity('actor')], false],
])('%s', (_, [kind, known], expected) => {
  expect(isPrivateTeller(kind, known)).toBe(expected)
})
