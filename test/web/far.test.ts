import { describe, expect, it } from 'vitest'
import { withoutFar } from '../../web/src/map/far.js'

const at = (lon: number, lat: number, n = 1) => ({ n, place: { lon, lat } })
const country = [at(44, 15, 5), at(45, 14, 6), at(46, 14.5, 4), at(49, 15.5, 2)]

describe('the first look at a map', () => {
  it('holds all places where none lies far off', () => {
    expect(withoutFar(country)).toEqual(country)
    expect(withoutFar([at(44, 15)])).toHaveLength(1)
    expect(withoutFar([])).toEqual([])
  })

  it('leaves out the one place across a sea that would crowd all others together, but not where much lies there', () => {
    expect(withoutFar([...country, at(46, 2)])).toEqual(country)
    expect(withoutFar([...country, at(46, 2, 12)])).toHaveLength(5)
  })
})
