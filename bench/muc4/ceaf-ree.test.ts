import { describe, expect, it } from 'vitest'
import { addRole, largestMatching, normal } from './ceaf-ree.js'

describe('CEAF-REE', () => {
  it('compares names without case, articles and punctuation', () => {
    expect(normal('The "Red Mill", a Bank')).toBe('red mill bank')
  })
  it('pairs as many as can be paired, not the first that fits', () => {
    expect(largestMatching([[0, 1], [0]])).toBe(2)
  })
  it('counts an entity once, and none whose names are of two', () => {
    const wanted = [['town hall', 'hall'], ['bridge']]
    const figures = (read: string[][]) => {
      const sum = { right: 0, read: 0, wanted: 0 }
      addRole(sum, wanted, read)
      return sum
    }
    expect(figures([['hall'], ['the town hall'], ['bridge']])).toEqual({ right: 2, read: 3, wanted: 2 })
    expect(figures([['hall', 'bridge']])).toEqual({ right: 0, read: 1, wanted: 2 })
  })
})
