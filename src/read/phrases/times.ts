import type { DayRange, Token } from '../../text/index.js'
import type { TimeExpression } from '../analysis.js'
import { date, figures, weekdayTime, yearTime } from './time-dates.js'
import { isComma, sense, type TimeItem, timeItems } from './time-items.js'
import type { Parsed, TimeContext, TimeMeaning } from './time-meaning.js'
import { bareUnit, partOf } from './time-parts.js'
import { relative, sinceLength } from './time-relative.js'
import { resolveTime } from './time-resolve.js'
import { dayOnly, monthOnly, span, yearOnly } from './time-spans.js'
import type { TimeGrammar } from './time-words.js'

/**
 * All time expressions among some words of a text, left to right. The anchor (the last day that the text gave) is handed on by
 * the caller from sentence to sentence; the day that the text calls today is noted in the context where none is known.
 */
export function findTimes(
  text: string,
  words: readonly Token[],
  grammar: TimeGrammar,
  context: TimeContext,
): TimeExpression[] {
  const items = timeItems(text, words, grammar)
  const out: TimeExpression[] = []
  let { anchor, told } = context
  for (let i = 0; i < items.length; ) {
    const parsed = expression(items, i, grammar)
    if (!parsed) {
      i++
      continue
    }
    const resolved = resolveTime(parsed.meaning, { ...context, anchor, told })
    const start = items[i]!.start
    const end = items[parsed.next - 1]!.end
    const time = { start, end, text: text.slice(start, end), ...resolved }
    out.push(time)
    anchor = anchorOf(time) ?? anchor
    told = toldOf(time) ?? told
    if (parsed.meaning.is === 'date' && parsed.meaning.today) context.today ??= time.from
    i = parsed.next
  }
  return out
}

/** The day or month that a time gives to what is counted from it later on ("the day before", "a month later"). */
export const anchorOf = ({ from, to, precision }: TimeExpression): DayRange | null =>
  from && to && (precision === 'day' || precision === 'month') ? { from, to } : null

/** The day, month or year that lends its year to what is told later on without one. */
export const toldOf = ({ from, to, precision }: TimeExpression): DayRange | null =>
  from && to && precision !== 'range' ? { from, to } : null

/** A range, or a single time. */
function expression(items: readonly TimeItem[], i: number, g: TimeGrammar): Parsed | null {
  // Most words are no number and have nothing to do with time: none of the forms begins with one.
  if (items[i]!.senses.length === 0 && items[i]!.number === null) return null
  const opens = sense(items[i], 'since', 'until', 'by', 'between', 'from')
  return opens ? opened(items, i, opens.kind, g) : (ahead(items, i) ?? single(items, i, g))
}

/** "earlier in the week", «في وقت سابق من هذا الشهر»: a word that says no more than that it is past. */
function ahead(items: readonly TimeItem[], i: number): Parsed | null {
  if (!sense(items[i], 'earlier') || !sense(items[i + 1], 'in')) return null
  const at = sense(items[i + 2], 'article') ? i + 3 : i + 2
  const unit = bareUnit(items, at)
  return unit && !sense(items[unit.next], 'in') ? unit : null
}

/** "since May", "by the end of January", "between 5 and 7 May", «منذ يومين». */
function opened(items: readonly TimeItem[], i: number, kind: string, g: TimeGrammar): Parsed | null {
  const open = kind === 'since' || kind === 'until' || kind === 'by'
  // «منذ يومين»: a length of time behind "since" counts back from today.
  const length = kind === 'since' ? sinceLength(items, i + 1) : null
  if (length) return length
  const first = single(items, i + 1, g) ?? (open ? null : part(items, i + 1))
  if (!first) return null
  if (open) {
    if (first.meaning.is === 'counted' || first.meaning.is === 'length') return first
    if (first.meaning.is === 'range') return first
    return { meaning: { is: 'range', [kind === 'since' ? 'from' : 'to']: first.meaning }, next: first.next }
  }
  const joins = sense(items[first.next], kind === 'between' ? 'and' : 'to', 'until')
  const at = joins ? first.next + 1 : kind === 'between' && items[first.next]?.joined ? first.next : null
  const second = at === null ? null : (single(items, at, g) ?? yearOnly(items, at))
  if (!second) return single(items, i, g)
  return {
    meaning: { is: 'range', from: completed(first.meaning, second.meaning), to: second.meaning },
    next: second.next,
  }
}

const part = (items: readonly TimeItem[], i: number) => yearOnly(items, i) ?? monthOnly(items, i) ?? dayOnly(items, i)

/** "between 5 and 7 May": the first end has the month of the second. */
const completed = (first: TimeMeaning, second: TimeMeaning): TimeMeaning =>
  first.is === 'date' && first.month === 0 && second.is === 'date' ? { ...second, day: first.day! } : first

function single(items: readonly TimeItem[], at: number, g: TimeGrammar): Parsed | null {
  let i = at
  // Words that may open an expression ("on", "in", «في», a part of the day) count only if a time follows.
  while (sense(items[i], 'in', 'part', 'article', 'earlier') && i - at < 5 && !stopsAt(items, i)) i++
  const parsed =
    today(items, i, g) ??
    span(items, i, g) ??
    partOf(items, i) ??
    figures(items, i, g) ??
    date(items, i) ??
    weekdayTime(items, i, g) ??
    yearTime(items, i) ??
    relative(items, i)
  if (!parsed) return null
  let { meaning, next } = parsed
  // «بعد يومين فجر …»: a part of a day follows a day that is named, no count of days.
  if (meaning.is !== 'counted') while (sense(items[next], 'part') && next - i < 8) next++
  return { meaning, next }
}

/** "today, Sunday, 12 January 2025": the day on which the text was written, told by its date. */
function today(items: readonly TimeItem[], i: number, g: TimeGrammar): Parsed | null {
  if (sense(items[i], 'day-offset')?.value !== 0) return null
  const at = isComma(items[i + 1]) ? i + 2 : i + 1
  const told = weekdayTime(items, at, g) ?? figures(items, at, g) ?? date(items, at)
  if (told?.meaning.is !== 'date' || told.meaning.day === undefined || told.meaning.year === undefined) return null
  return { meaning: { ...told.meaning, today: true }, next: told.next }
}

/** «الليلة نفسها», «قبلها بيومين»: a word that begins a time of its own. */
const stopsAt = (items: readonly TimeItem[], i: number) =>
  !sense(items[i], 'in', 'article') && relative(items, i) !== null
