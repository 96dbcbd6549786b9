import { expect, test } from 'vitest'
import { buildYaml, builtYaml } from './built-yaml.js'

test('the build keeps the content of YAML texts by their hash', () => {
  const built = buildYaml(['lemma: [raid, storm]\ncounts: { killed: O }\n', '\ufeffid: north\n'])
  expect(Object.keys(built).every((hash) => /^[0-9a-f]{64}$/.test(hash))).toBe(true)
  expect(Object.values(built).map((json) => JSON.parse(json))).toEqual([
    { lemma: ['raid', 'storm'], counts: { killed: 'O' } },
    { id: 'north' },
  ])
})

test.each([
  ['an error', 'a: [1'],
  ['a number that JSON does not have', 'most: .inf'],
])('it does not keep a text with %s', (_, text) => {
  expect(buildYaml([text])).toEqual({})
})

test('a text that the build has not seen is to be parsed', () => {
  expect(builtYaml('id: seen-by-no-build\n')).toBeUndefined()
})
