import { expect, it } from 'vitest'
import { context } from '../../../test/support/weighing.js'
import { looksLikeName } from './looks-like-name.js'

it.each([
  ['Muammar al-Eryani', true],
  ['Brigadier General Nasr al-Yafi', true],
  ['the Houthi spokesman Adel Munif', true],
  ['Adel Munif, the spokesman', true],
  ['Adel Munif (spokesman)', true],
  ['Orvale', true],
  ['a local official', false],
  ['A tribal leader', false],
  ['Three Yemeni security officers', false],
  ['a Western diplomat', false],
  ['the Houthi official', false],
  ['مسؤول محلي', false],
])('%s', (words, expected) => {
  expect(looksLikeName(words, context.packs)).toBe(expected)
})
