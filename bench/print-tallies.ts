// Figures as a table for a terminal or for a page.
import { SCORED_SLOTS } from './compare-claims.js'
import type { Tally } from './tally.js'

/** F1 in percent: the harmonic mean of how much of what was read is right, and how much of what is there was read. */
export function f1(right: number, wanted: number, read: number): string {
  return wanted + read === 0 ? '–' : ((200 * right) / (wanted + read)).toFixed(1)
}

const percent = (part: number, whole: number) => (whole ? ((100 * part) / whole).toFixed(1) : '–')

const HEAD = ['items', 'claims', 'strict', 'claims F1', 'precision', 'recall', 'slots', 'false alarms']

/** One line a row of items, then one a slot over all of them. */
export function printTallies(tallies: ReadonlyMap<string, Tally>, markdown: boolean): string {
  const rows = [...tallies].map(([name, one]) => [name, ...figures(one)])
  const slots = SCORED_SLOTS.map((slot) => {
    const all = [...tallies.values()].map((one) => one.slots[slot])
    const sum = (key: 'right' | 'wanted' | 'read') => all.reduce((total, one) => total + one[key], 0)
    const [right, wanted, read] = [sum('right'), sum('wanted'), sum('read')]
    return [slot, String(wanted), f1(right, wanted, read), percent(right, read), percent(right, wanted)]
  })
  const print = markdown ? asMarkdown : asColumns
  return `${print([['', ...HEAD], ...rows])}\n${print([['slot', 'values', 'F1', 'precision', 'recall'], ...slots])}`
}

function figures({ items, wanted, read, strict, claims, slots, falseAlarms }: Tally): string[] {
  const all = Object.values(slots)
  const sum = (key: 'right' | 'wanted' | 'read') => all.reduce((total, slot) => total + slot[key], 0)
  return [
    String(items),
    String(wanted),
    f1(strict, wanted, read),
    f1(claims, wanted, read),
    percent(claims, read),
    percent(claims, wanted),
    f1(sum('right'), sum('wanted'), sum('read')),
    String(falseAlarms),
  ]
}

export function asColumns(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0))) ?? []
  const line = (row: readonly string[]) =>
    row.map((cell, i) => (i ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0))).join('  ')
  return `${rows.map(line).join('\n')}\n`
}

function asMarkdown(rows: readonly (readonly string[])[]): string {
  const [head = [], ...rest] = rows
  const line = (row: readonly string[]) => `| ${row.join(' | ')} |`
  return `${[line(head), `|${head.map((_, i) => (i ? '---:|' : '---|')).join('')}`, ...rest.map(line)].join('\n')}\n`
}
