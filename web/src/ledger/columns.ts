import type { DyadCell } from '../../../src/model/index.js'

/** One column of the ledger: a month, a run of months of which nothing is reported, or what has no date. */
export type Column =
  | { kind: 'month'; month: string; newYear: boolean }
  | { kind: 'quiet'; months: number; key: string }
  | { kind: 'undated' }

const ordinal = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
const monthOf = (n: number) => `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`

/** A single month of silence keeps its own column; longer silences are drawn as one, and say how long they are. */
const LONGEST_SHOWN = 1

/** The columns in the order of time. Silence is shown, not skipped: it says something too. */
export function columns(cells: readonly Pick<DyadCell, 'month'>[]): Column[] {
  const known = [...new Set(cells.map((cell) => cell.month))]
  const months = known.filter((month) => month !== 'undated').sort()
  const out: Column[] = []
  let year = ''
  const push = (month: string) => {
    out.push({ kind: 'month', month, newYear: month.slice(0, 4) !== year })
    year = month.slice(0, 4)
  }
  months.forEach((month, i) => {
    const before = months[i - 1]
    const quiet = before === undefined ? 0 : ordinal(month) - ordinal(before) - 1
    if (quiet > LONGEST_SHOWN) out.push({ kind: 'quiet', months: quiet, key: month })
    else if (quiet > 0 && before !== undefined) push(monthOf(ordinal(before) + 1))
    push(month)
  })
  if (known.includes('undated')) out.push({ kind: 'undated' })
  return out
}
