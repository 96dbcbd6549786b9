import { expect, it } from 'vitest'
import { columns } from '../../web/src/ledger/columns.js'

const of = (...months: string[]) =>
  columns(months.map((month) => ({ month }))).map((column) =>
    column.kind === 'month'
      ? column.month + (column.newYear ? '*' : '')
      : column.kind === 'quiet'
        ? column.months
        : '?',
  )

it.each([
  [['2023-03'], ['2023-03*']],
  [
    ['2023-04', '2023-03', '2023-03'],
    ['2023-03*', '2023-04'],
  ],
  // One month of silence keeps its column; more are drawn as one.
  [
    ['2023-03', '2023-05'],
    ['2023-03*', '2023-04', '2023-05'],
  ],
  [
    ['2023-03', '2023-06'],
    ['2023-03*', 2, '2023-06'],
  ],
  [
    ['2022-12', '2023-01'],
    ['2022-12*', '2023-01*'],
  ],
  [
    ['2022-11', '2023-01'],
    ['2022-11*', '2022-12', '2023-01*'],
  ],
  [
    ['2021-01', '2023-01'],
    ['2021-01*', 23, '2023-01*'],
  ],
  [
    ['undated', '2023-03'],
    ['2023-03*', '?'],
  ],
  [['undated'], ['?']],
  [[], []],
])('%j → %j', (months, expected) => {
  expect(of(...months)).toEqual(expected)
})
