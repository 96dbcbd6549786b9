import { expect, it } from 'vitest'
import { type KeyPress, secondKey } from '../../web/src/second-key.js'

/** A key pressed so many milliseconds after the page was opened, with nothing being typed. */
const press = (key: string, timeStamp: number): KeyPress => ({
  ...{ key, timeStamp, target: null, ctrlKey: false, metaKey: false, altKey: false, defaultPrevented: false },
  preventDefault() {},
  stopImmediatePropagation() {},
})

it.each<[string, readonly (readonly [string, number])[], readonly string[]]>([
  [
    'the first and a second',
    [
      ['g', 5000],
      ['s', 5400],
    ],
    ['s'],
  ],
  [
    'one alone on a page just opened',
    [
      ['s', 300],
      ['+', 600],
    ],
    [],
  ],
  [
    'the first and, long after, another',
    [
      ['g', 5000],
      ['s', 9000],
    ],
    [],
  ],
  [
    'a third',
    [
      ['g', 5000],
      ['s', 5200],
      ['+', 5300],
    ],
    ['s'],
  ],
])('%s', (_, keys, followed) => {
  const got: string[] = []
  const listen = secondKey('g', (key) => got.push(key) > 0)
  for (const [key, at] of keys) listen(press(key, at))
  expect(got).toEqual(followed)
})
