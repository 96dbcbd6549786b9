import { describe, expect, it } from 'vitest'
import { world } from '../../../test/support/linking.js'
import type { Entity } from '../../model/index.js'
import { bodiesNamed } from './bodies-named.js'

const body = (id: string, ...names: [string, Entity['names'][number]['kind']][]): [string, Entity] => [
  id,
  { id, kind: 'actor', from: 'pack', names: names.map(([name, kind]) => ({ name, lang: 'en', kind })) },
]
const known = {
  ...world,
  entities: new Map([
    body('coast-council', ['Coast Council', 'full'], ['مجلس الساحل', 'full'], ['المجلس', 'short']),
    body('coast-guard', ['Coast Council Guard', 'full'], ['CCG', 'acronym'], ['الحرس الوطني', 'full']),
  ]),
}

describe('bodiesNamed', () => {
  it.each([
    ['the spokesman of the Coast Council, Hadi Salmin', ['coast-council']],
    ['CCG commander Nasser Bahumaid', ['coast-guard']],
    ['a colonel of the Coast Council Guard', ['coast-guard']],
    ['المتحدث باسم مجلس الساحل', ['coast-council']],
    ['ناطق تابع لمجلس الساحل', ['coast-council']],
    ['الناطق الرسمي للحرس الوطني', ['coast-guard']],
    // «المجلس» alone is any council.
    ['المتحدث باسم المجلس', []],
    ['Hadi Salmin', []],
    ['a council on the coast', []],
  ])('%s', (words, expected) => {
    expect(bodiesNamed(words, known)).toEqual(expected)
  })
})
