import { describe, expect, it } from 'vitest'
import { canonical, fromJson, storable, toJson } from './json.js'

describe('canonical', () => {
  it('is one text for one value, whatever the order of members', () => {
    expect(canonical({ b: 1, a: { d: [2, 1], c: 'ص' } })).toBe(canonical({ a: { c: 'ص', d: [2, 1] }, b: 1 }))
    expect(canonical({ a: undefined, b: null })).toBe('{"b":null}')
  })

  it('keeps the order of lists', () => {
    expect(canonical([1, 2])).not.toBe(canonical([2, 1]))
  })
})

describe('storable', () => {
  it('replaces what an engine refuses or cuts, unit by unit', () => {
    const value = { text: 'a\u0000b\ud83dc', list: ['\udc00', '😀 عدن'] }
    const clean = storable(value)
    expect(clean).toEqual({ text: 'a\uFFFDb\uFFFDc', list: ['\uFFFD', '😀 عدن'] })
    expect(clean.text).toHaveLength(value.text.length)
  })
})

it('reads back what either engine gives', () => {
  expect(fromJson(toJson({ a: [1] }))).toEqual({ a: [1] })
  expect(fromJson({ a: [1] })).toEqual({ a: [1] })
})
