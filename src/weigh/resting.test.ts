import { describe, expect, it } from 'vitest'
import { because } from '../model/index.js'
import { fewestEnds, Resting } from './resting.js'

const why = because('passes-on', { x: 'a panel', y: 'a government' })

/** Steps as `from>to`. */
function resting(steps: readonly string[]): Resting {
  const made = new Resting()
  for (const step of steps) {
    const [one, other] = step.split('>').map(Number) as [number, number]
    made.may(one, other, why)
  }
  return made
}

describe('Resting', () => {
  it.each<[string, string[], number, number[]]>([
    ['who rests on nobody ends with himself', [], 4, [4]],
    ['who rests on one', ['4>2'], 4, [2]],
    ['… who rests on another', ['4>2', '2>7'], 4, [7]],
    ['who rests on one of two', ['4>2', '4>7'], 4, [2, 7]],
    ['whom others rest on ends with himself', ['4>2'], 2, [2]],
    ['two that rest on each other end with the first', ['4>2', '2>4'], 4, [2]],
    ['a round that rests on somebody outside', ['4>2', '2>4', '2>9'], 4, [9]],
    ['himself is nobody else', ['4>4'], 4, [4]],
  ])('%s', (_, steps, one, ends) => {
    expect(resting(steps).ends(one)).toEqual(ends)
  })

  it('gives the reasons that lead to an end, and no others', () => {
    const made = resting(['4>2', '4>7'])
    expect(made.reasons([4], 7)).toEqual([why])
    expect(made.reasons([4], 4)).toEqual([])
  })
})

describe('fewestEnds', () => {
  it.each<[string, number[][], number[]]>([
    ['of nothing', [], []],
    ['each its own', [[1], [5], [3]], [1, 3, 5]],
    ['who may rest on one that is there adds nothing', [[1], [1, 5]], [1]],
    [
      'two that may both rest on a third',
      [
        [1, 5],
        [5, 9],
      ],
      [5],
    ],
    ['three in a row need two', [[1], [2, 5], [5, 9], [9, 11]], [1, 2, 9]],
    ['the first of the fewest', [[2, 5]], [2]],
    [
      'a choice that looks worse at first',
      [
        [1, 2],
        [1, 3],
        [2, 4],
        [3, 4],
      ],
      [1, 4],
    ],
    ['very many in question count as one', [[1, 2], ...Array.from({ length: 20 }, (_, i) => [i + 3, i + 4])], [1]],
  ])('%s', (_, choices, ends) => {
    expect(fewestEnds(choices)).toEqual(ends)
  })
})
