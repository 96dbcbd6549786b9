import type { DayRange, Token } from '../../text/index.js'
import type { TimeExpression } from '../analysis.js'
import { sense, type TimeItem, timeItems } from './time-items.js'
import { type Edge, resolveTime, type TimeContext, type TimeMeaning, type Unit, type When } from './time-resolve.js'
import type { TimeGrammar } from './time-words.js'

interface Parsed {
  meaning: TimeMeaning
  /** Index after the last item taken. */
  next: number
}

/**
 * All time expressions among some words of a text, left to right. The anchor (the last day that the text gave) is handed on by
 * the caller from sentence to sentence.
 */
export function findTimes(
  text: string,
  words: readonly Token[],
  grammar: TimeGrammar,
  context: TimeContext,
): TimeExpression[] {
  const items = timeItems(text, words, grammar)
  const out: TimeExpression[] = []
  let anchor: DayRange | null = context.anchor
  for (let i = 0; i < items.length; ) {
    const parsed = expression(items, i, grammar)
    if (!parsed) {
      i++
      continue
    }
    const resolved = resolveTime(parsed.meaning, { ...context, anchor })
    const start = items[i]!.start
    const end = items[parsed.next - 1]!.end
    out.push({ start, end, text: text.slice(start, end), ...resolved })
    if (resolved.precision === 'day' && resolved.from && resolved.to) anchor = { from: resolved.from, to: resolved.to }
    i = parsed.next
  }
  return out
}

/** A range, or a single time. */
function expression(items: readonly TimeItem[], i: number, g: TimeGrammar): Parsed | null {
  // Most words are no number and have nothing to do with time: none of the forms begins with one.
  if (items[i]!.senses.length === 0 && items[i]!.number === null) return null
  const opens = sense(items[i], 'since', 'until', 'between', 'from')
  if (opens) {
    // «منذ يومين»: a length of time behind "since" counts back from today.
    const length = opens.kind === 'since' ? duration(items, i + 1) : null
    if (length) return length
    const first = single(items, i + 1, g) ?? dayOnly(items, i + 1)
    if (!first) return null
    if (opens.kind === 'since' || opens.kind === 'until') {
      if (first.meaning.is === 'ago') return { meaning: first.meaning, next: first.next }
      return { meaning: { is: 'range', [opens.kind === 'since' ? 'from' : 'to']: first.meaning }, next: first.next }
    }
    const joint = sense(items[first.next], opens.kind === 'between' ? 'and' : 'to', 'until')
    const second = joint ? single(items, first.next + 1, g) : null
    if (!second) return single(items, i, g)
    const from =
      first.meaning.is === 'date' && first.meaning.month === 0 && second.meaning.is === 'date'
        ? { ...second.meaning, day: first.meaning.day! }
        : first.meaning
    return { meaning: { is: 'range', from, to: second.meaning }, next: second.next }
  }
  return single(items, i, g)
}

/** "between 5 and …": a day whose month stands with the other end. */
function dayOnly(items: readonly TimeItem[], i: number): Parsed | null {
  const n = items[i]?.number
  if (n === null || n === undefined || n < 1 || n > 31) return null
  return { meaning: { is: 'date', month: 0, day: n, calendar: 'gregorian' }, next: i + 1 }
}

function single(items: readonly TimeItem[], at: number, g: TimeGrammar): Parsed | null {
  let i = at
  // Words that may open an expression ("on", "in", «في», a part of the day) count only if a time follows.
  while (sense(items[i], 'in', 'part', 'article') && i - at < 4) i++
  const parsed =
    edged(items, i, g) ??
    figures(items, i, g) ??
    date(items, i) ??
    weekdayTime(items, i, g) ??
    yearTime(items, i) ??
    relative(items, i) ??
    later(items, i)
  if (!parsed) return null
  let { next } = parsed
  while (sense(items[next], 'part') && next - i < 8) next++
  return { meaning: parsed.meaning, next }
}

const skip = (items: readonly TimeItem[], i: number) => {
  let k = i
  while (sense(items[k], 'in', 'article') && !sense(items[k], 'month', 'weekday', 'unit')) k++
  return k
}

/** "early May", «مطلع العام الجاري», "the end of last month". */
function edged(items: readonly TimeItem[], i: number, g: TimeGrammar): Parsed | null {
  const word = sense(items[i], 'early', 'mid', 'late')
  if (!word) return null
  const at = skip(items, i + 1)
  const inner = date(items, at) ?? yearTime(items, at) ?? relative(items, at) ?? bareUnit(items, at)
  if (!inner) return null
  const m = inner.meaning
  if (m.is === 'date' || m.is === 'year' || m.is === 'unit')
    return { ...inner, meaning: { ...m, edge: word.kind as Edge } }
  void g
  return null
}

function bareUnit(items: readonly TimeItem[], i: number): Parsed | null {
  const unit = sense(items[i], 'unit')
  return unit?.unit ? { meaning: { is: 'unit', unit: unit.unit, when: 'this' }, next: i + 1 } : null
}

const isYear = (n: number | null | undefined): n is number => n != null && n >= 1300 && n < 2200 && Number.isInteger(n)

/** "25-1-2026", "2024/05/12", "٢٠/٣/٢٠٢٠". */
function figures(items: readonly TimeItem[], i: number, g: TimeGrammar): Parsed | null {
  const [a, s, b, t, c] = items.slice(i, i + 5)
  if (!a?.figures || !b?.figures || !c?.figures || !s || !t || s.norm !== t.norm || !/^[-/.]$/u.test(s.norm))
    return null
  if (a.end !== s.start || b.end !== t.start || a.number === null || b.number === null || c.number === null) return null
  if (isYear(a.number)) return dateOf(a.number, b.number, c.number, i + 5)
  if (!isYear(c.number)) return null
  const dayFirst = g.numericOrder === 'day-first' || a.number > 12
  return dayFirst && b.number <= 12
    ? dateOf(c.number, b.number, a.number, i + 5)
    : dateOf(c.number, a.number, b.number, i + 5)
}

function dateOf(year: number, month: number, day: number, next: number): Parsed | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null
  return { meaning: { is: 'date', year, month, day, calendar: year < 1700 ? 'hijri' : 'gregorian' }, next }
}

/** "May 21, 2012", "21 May", «العاشر من فبراير الماضي», "last May". */
function date(items: readonly TimeItem[], at: number): Parsed | null {
  let i = at
  let when: When | undefined
  const lead = sense(items[i], 'last', 'this', 'next')
  if (lead && sense(items[i + 1], 'month')) {
    when = lead.kind as When
    i++
  }
  let day: number | undefined
  const n = items[i]?.number
  if (n != null && n >= 1 && n <= 31 && !sense(items[i], 'month')) {
    // «العاشر من فبراير»
    const k = sense(items[i + 1], 'from') ? i + 2 : skip(items, i + 1)
    if (sense(items[k], 'month')) {
      day = n
      i = k
    }
  }
  // «شهر أغسطس»: the word month before a month's name.
  if (sense(items[i], 'unit')?.unit === 'month' && sense(items[i + 1], 'month')) i++
  const month = sense(items[i], 'month')
  if (!month?.value || !items[i]!.capital) return null
  let next = i + 1
  // «كانون الثاني / يناير»: one month under two names.
  if (items[next]?.norm === '/' && sense(items[next + 1], 'month')) next += 2
  const after = items[next]
  if (day === undefined && after?.number != null && after.number >= 1 && after.number <= 31 && after.figures) {
    day = after.number
    next++
  }
  let year: number | undefined
  let y = next
  if (items[y]?.norm === ',' || items[y]?.norm === '،') y++
  y = skip(items, y)
  if (sense(items[y], 'year-word') || sense(items[y], 'unit')?.unit === 'year') y++
  if (isYear(items[y]?.number) && items[y]!.figures) {
    year = items[y]!.number!
    next = y + 1
    if (sense(items[next], 'era', 'hijri')) next++
  }
  const trailing = sense(items[next], 'last', 'this', 'next')
  if (year === undefined && trailing) {
    when = trailing.kind as When
    next++
  }
  // A bare month name that no time word leads up to is likelier another word ("may", "March on").
  if (day === undefined && year === undefined && when === undefined && !leads(items, at)) return null
  const calendar = month.calendar ?? 'gregorian'
  return {
    meaning: {
      is: 'date',
      month: month.value,
      calendar,
      ...(year ? { year } : {}),
      ...(day ? { day } : {}),
      ...(when ? { when } : {}),
    },
    next,
  }
}

const leads = (items: readonly TimeItem[], i: number) =>
  sense(items[i], 'unit') !== undefined ||
  sense(items[i - 1], 'in', 'since', 'until', 'between', 'and', 'from', 'to', 'early', 'mid', 'late', 'unit') !==
    undefined

/** "on Friday", "last Friday", «الجمعة الماضية», "Friday April 8". */
function weekdayTime(items: readonly TimeItem[], at: number, g: TimeGrammar): Parsed | null {
  let i = at
  let when: When | undefined
  const lead = sense(items[i], 'last', 'this', 'next')
  if (lead && sense(items[i + 1], 'weekday')) {
    when = lead.kind as When
    i++
  }
  if (sense(items[i], 'unit')?.unit === 'day' && sense(items[i + 1], 'weekday')) i++
  const day = sense(items[i], 'weekday')
  if (!day?.value || !items[i]!.capital) return null
  let next = i + 1
  while (sense(items[next], 'part')) next++
  const k = items[next]?.norm === ',' || items[next]?.norm === '،' ? next + 1 : next
  const exact = figures(items, skip(items, k), g) ?? date(items, skip(items, k))
  if (exact && exact.meaning.is === 'date' && exact.meaning.day !== undefined) return exact
  const trailing = sense(items[next], 'last', 'this', 'next')
  if (trailing) {
    when = trailing.kind as When
    next++
  }
  return { meaning: { is: 'weekday', day: day.value, ...(when && when !== 'this' ? { when } : {}) }, next }
}

/** "in 2019", «العام 2014», "2014 AD". A bare figure is a year only behind a word of time. */
function yearTime(items: readonly TimeItem[], at: number): Parsed | null {
  let i = at
  const named = sense(items[i], 'year-word') !== undefined || sense(items[i], 'unit')?.unit === 'year'
  if (named) i++
  const n = items[i]?.number
  if (!isYear(n) || !items[i]!.figures) return null
  const marked = sense(items[i + 1], 'era', 'hijri')
  const led =
    sense(items[at - 1], 'in', 'since', 'until', 'early', 'mid', 'late', 'from', 'to', 'between', 'and') !== undefined
  if (!named && !marked && !(led && n >= 1900)) return null
  const calendar = marked?.kind === 'hijri' || n < 1700 ? 'hijri' : 'gregorian'
  return { meaning: { is: 'year', year: n, calendar }, next: marked ? i + 2 : i + 1 }
}

/** "yesterday", "last week", «الشهر الماضي», "three days ago", «قبل يومين». */
function relative(items: readonly TimeItem[], i: number): Parsed | null {
  // «اليوم التالي» is not today.
  if (sense(items[i], 'unit') && sense(items[i + 1], 'following')) return later(items, i)
  const offset = sense(items[i], 'day-offset')
  if (offset?.value !== undefined) return offsetTime(items, i, offset.value)
  const lead = sense(items[i], 'last', 'this', 'next')
  const ahead = sense(items[i + 1], 'unit')
  if (lead && ahead?.unit) return { meaning: { is: 'unit', unit: ahead.unit, when: lead.kind as When }, next: i + 2 }
  const unit = sense(items[i], 'unit')
  const trailing = sense(items[i + 1], 'last', 'this', 'next')
  if (unit?.unit && trailing)
    return { meaning: { is: 'unit', unit: unit.unit, when: trailing.kind as When }, next: i + 2 }
  return ago(items, i)
}

/** "yesterday", and the weekday or date that says it again («أمس الأربعاء»). */
function offsetTime(items: readonly TimeItem[], i: number, days: number): Parsed {
  let next = i + 1
  if (items[next]?.norm === ',' || items[next]?.norm === '،') next++
  const again = sense(items[next], 'weekday') ? next + 1 : i + 1
  return { meaning: { is: 'offset', days }, next: again }
}

function ago(items: readonly TimeItem[], i: number): Parsed | null {
  const before = sense(items[i], 'before') !== undefined
  let k = before ? i + 1 : i
  const dual = sense(items[k], 'units')
  if (before && dual?.unit) return { meaning: { is: 'ago', n: dual.value ?? 2, unit: dual.unit }, next: k + 1 }
  let n: number | null = items[k]?.number ?? null
  const numbered = n !== null
  if (numbered) k++
  else if (before && !sense(items[k], 'unit') && sense(items[k + 1], 'unit')) k++ // «قبل عدة أيام»
  const unit = sense(items[k], 'unit')
  if (!unit?.unit) return null
  if (before) {
    if (!numbered) n = sense(items[i + 1], 'unit') ? 1 : null
    return { meaning: { is: 'ago', n, unit: unit.unit }, next: k + 1 }
  }
  return sense(items[k + 1], 'ago') ? { meaning: { is: 'ago', n, unit: unit.unit }, next: k + 2 } : null
}

/** "two days", «يومين», «ثلاثة أيام». */
function duration(items: readonly TimeItem[], i: number): Parsed | null {
  const dual = sense(items[i], 'units')
  if (dual?.unit) return { meaning: { is: 'ago', n: dual.value ?? 2, unit: dual.unit }, next: i + 1 }
  const n = items[i]?.number
  const unit = n != null && !isYear(n) ? sense(items[i + 1], 'unit') : undefined
  return unit?.unit ? { meaning: { is: 'ago', n: n ?? null, unit: unit.unit }, next: i + 2 } : null
}

/** "a day later", «وبعدها بيوم»: counted from the last day that the text gave. */
function later(items: readonly TimeItem[], i: number): Parsed | null {
  if (sense(items[i], 'after')) {
    const k = skip(items, i + 1)
    const dual = sense(items[k], 'units')
    if (dual?.unit) return { meaning: { is: 'later', n: dual.value ?? 2, unit: dual.unit }, next: k + 1 }
    const n = items[k]?.number
    const unit = sense(items[n != null ? k + 1 : k], 'unit')
    if (unit?.unit) return { meaning: { is: 'later', n: n ?? 1, unit: unit.unit }, next: (n != null ? k + 1 : k) + 1 }
    return null
  }
  const n = items[i]?.number
  const unit = sense(items[n != null ? i + 1 : i], 'unit')
  const end = n != null ? i + 2 : i + 1
  if (unit?.unit && sense(items[end], 'after', 'following'))
    return { meaning: { is: 'later', n: n ?? 1, unit: unit.unit as Unit }, next: end + 1 }
  return null
}
