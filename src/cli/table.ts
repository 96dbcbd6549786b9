import { DIRECTED, direction, isolate } from '../text/index.js'
import { shown } from './shown.js'

/** A column's narrowest width, below which nothing can be read. */
const NARROW = 8
const GAP = 2

/**
 * Rows as columns for a terminal. Each cell is isolated, so that Arabic does not disturb its neighbours; the widest
 * columns give way where the terminal is too narrow, column `first` before the others, and what is cut ends in "…".
 */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
  first?: number,
): string {
  const all = [head, ...rows].map((row) => row.map((cell) => shown(cell.replace(/\s+/g, ' ').trim())))
  const widths = head.map((_, i) => Math.max(...all.map((row) => widthOf(row[i] ?? ''))))
  const room = () => widths.reduce((sum, one) => sum + one + GAP, -GAP)
  while (room() > width) {
    const yields = first !== undefined && (widths[first] ?? 0) > 2 * NARROW
    const widest = yields ? first : widths.indexOf(Math.max(...widths))
    if ((widths[widest] ?? 0) <= NARROW) break
    widths[widest] = Math.max(yields ? 2 * NARROW : NARROW, (widths[widest] ?? 0) - (room() - width))
  }
  const line = (row: readonly string[]) => row.map((cell, i) => padded(cell, widths[i] ?? 0)).join(' '.repeat(GAP))
  const rule = widths.map((one) => '─'.repeat(one)).join(' '.repeat(GAP))
  const [top = [], ...rest] = all
  return `${[line(top), rule, ...rest.map(line)].map((one) => one.trimEnd()).join('\n')}\n`
}

function padded(cell: string, width: number): string {
  let fitting = cell
  if (widthOf(cell) > width) {
    const letters = [...cell]
    while (letters.length && widthOf(letters.join('')) > width - 1) letters.pop()
    fitting = closed(`${letters.join('')}…`)
  }
  const space = ' '.repeat(Math.max(0, width - widthOf(fitting)))
  const apart = direction(fitting) === 'rtl' || /[\u0590-\u08ff]/.test(fitting) || DIRECTED.test(fitting)
  return (apart ? isolate(fitting) : fitting) + space
}

/** Closes the isolates that a cut has left open. */
function closed(text: string): string {
  const open = (text.match(/[\u2066-\u2068]/g)?.length ?? 0) - (text.match(/\u2069/g)?.length ?? 0)
  return text + '\u2069'.repeat(Math.max(0, open))
}

/** Cells a text takes: marks that stand on a letter, and marks of direction, take none. */
export function widthOf(text: string): number {
  return [...text.replace(/[\p{M}\u200b-\u200f\u202a-\u202e\u2066-\u2069]/gu, '')].length
}
