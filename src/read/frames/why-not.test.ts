import { expect, test } from 'vitest'
import { loadPacks } from '../../packs/index.js'
import { exampleDocument } from '../check-example.js'
import { createReader } from '../index.js'

const reader = createReader(loadPacks())
const whyNot = (language: string, text: string, type: string) =>
  reader
    .explain(exampleDocument(language, text))
    .sentences.flatMap((s) => s.refused)
    .filter(({ rule }) => rule.startsWith(`${language}/${type}#`))
    .map(({ why }) => why)

// What a pack author asks: the word is in the frame, so why is nothing read?
test.each([
  ['en', 'The ministry released a statement on the price of bread.', 'prisoner-release', /objects need .*person/],
  ['en', 'The clerk handed over the letters.', 'arms-transfer', /objects need .*weapon/],
  ['ar', 'أطلق الصندوق مشروعاً للمياه.', 'prisoner-release', /objects need .*person|O is not سراح/],
])('%s: %s', (language, text, type, reason) => {
  expect(whyNot(language, text, type).join('; ')).toMatch(reason)
})

test('a rule with a unit that fits is not listed', () => {
  expect(whyNot('en', 'The militia released seven detainees on Monday.', 'prisoner-release')).toEqual([])
})
