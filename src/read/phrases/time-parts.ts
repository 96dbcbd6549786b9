import { date, skip, skipOf, yearTime } from './time-dates.js'
import { sense, type TimeItem } from './time-items.js'
import type { Edge, Parsed, Part, UnitMeaning, When } from './time-meaning.js'
import { relative } from './time-relative.js'

/** A part of a longer time: "early May", "the first half of 2023", "the fifth of this month", "the summer of 2014". */
export const partOf = (items: readonly TimeItem[], i: number): Parsed | null =>
  share(items, i) ?? edged(items, i) ?? dayOfUnit(items, i) ?? season(items, i) ?? decade(items, i)

/** "early May", «مطلع العام الجاري», "the end of last month". */
function edged(items: readonly TimeItem[], i: number): Parsed | null {
  const word = sense(items[i], 'early', 'mid', 'late')
  if (!word) return null
  let at = skipOf(items, i + 1)
  if (/^[-–]$/u.test(items[at]?.norm ?? '')) at++
  const inner = whole(items, at) ?? bareUnit(items, at)
  const m = inner?.meaning
  return inner && (m?.is === 'date' || m?.is === 'year' || m?.is === 'unit')
    ? { ...inner, meaning: { ...m, edge: word.kind as Edge } }
    : null
}

const whole = (items: readonly TimeItem[], i: number) => date(items, i) ?? yearTime(items, i) ?? relative(items, i)

/** "the end of the year", «بداية العام», "earlier in the week". */
export function bareUnit(items: readonly TimeItem[], i: number): Parsed | null {
  const unit = sense(items[i], 'year-word') ? 'year' : sense(items[i], 'unit')?.unit
  return unit ? { meaning: { is: 'unit', unit, when: 'this', from: 'today' }, next: i + 1 } : null
}

/** "the first half of 2023", «الربع الأول من العام», "the second week of April", "the last week of May". */
function share(items: readonly TimeItem[], i: number): Parsed | null {
  const partAt = (k: number): Part | undefined =>
    (sense(items[k], 'half', 'quarter')?.kind as Part | undefined) ??
    (sense(items[k], 'unit')?.unit === 'week' ? 'week' : undefined)
  const ordinalAt = (k: number) =>
    items[k]?.ordinal && items[k]!.number !== null ? items[k]!.number! : sense(items[k], 'last') ? -1 : undefined
  const [part, n] = [partAt(i) ?? partAt(i + 1), ordinalAt(i) ?? ordinalAt(i + 1)]
  if (!part || n === undefined || !sense(items[i + 2], 'in', 'from')) return null
  const at = skipOf(items, i + 2)
  const inner = whole(items, at) ?? bareUnit(items, at)
  const m = inner?.meaning
  const fits = m?.is === 'unit' ? m.unit === 'month' || m.unit === 'year' : m?.is === 'date' ? !m.day : m?.is === 'year'
  return inner && fits ? { meaning: { is: 'part', n, part, whole: inner.meaning }, next: inner.next } : null
}

/** "the fifth of this month", «الخامس من الشهر الجاري». */
function dayOfUnit(items: readonly TimeItem[], i: number): Parsed | null {
  const n = items[i]?.number
  const k = skipOf(items, i + 1)
  if (n == null || n < 1 || n > 31 || k === i + 1) return null
  const inner = relative(items, k)
  const m = inner?.meaning
  if (m?.is !== 'unit' || m.unit !== 'month') return null
  return { meaning: { is: 'day-of', day: n, month: m satisfies UnitMeaning }, next: inner!.next }
}

/** "last summer", "the summer of 2014", «صيف 2014», «ربيع العام الماضي». */
function season(items: readonly TimeItem[], at: number): Parsed | null {
  const lead = sense(items[at], 'last', 'this', 'next')
  const i = lead ? at + 1 : at
  const word = sense(items[i], 'season')
  if (!word?.value) return null
  const months: [number, number] = [word.value, word.value + 2]
  if (lead) return { meaning: { is: 'season', months, when: lead.kind as When }, next: i + 1 }
  const trailing = sense(items[i + 1], 'last', 'this', 'next')
  if (trailing) return { meaning: { is: 'season', months, when: trailing.kind as When }, next: i + 2 }
  const k = skipOf(items, i + 1)
  const k2 = sense(items[k], 'year-word') || sense(items[k], 'unit')?.unit === 'year' ? k + 1 : k
  const year = items[k2]
  if (!year?.figures || year.number === null || year.number < 1900 || year.number >= 2200) return null
  return { meaning: { is: 'season', months, year: year.number }, next: k2 + 1 }
}

const TENS = /^(\d{3}0)s$/

/** "the 1990s", «تسعينيات القرن الماضي». */
function decade(items: readonly TimeItem[], i: number): Parsed | null {
  const figure = TENS.exec(items[i]?.norm ?? '')?.[1]
  const word = sense(items[i], 'decade')?.value
  const century = sense(items[skip(items, i + 1)], 'century')
  const from = figure ? Number(figure) : word !== undefined && century ? (century.value ?? 1900) + word : undefined
  if (from === undefined) return null
  const end = (year: number) => ({ is: 'year', year, calendar: 'gregorian' }) as const
  return {
    meaning: { is: 'range', from: end(from), to: end(from + 9) },
    next: figure ? i + 1 : skip(items, i + 1) + 1,
  }
}
