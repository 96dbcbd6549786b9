import { isComma, isEnd, sense, type TimeItem } from './time-items.js'
import type { Parsed, Since, TimeMeaning, Unit, When } from './time-meaning.js'

/** "yesterday", "last week", «اليومين الماضيين», "three days ago", "the day before", «بعدها بيوم». */
export function relative(items: readonly TimeItem[], i: number): Parsed | null {
  return led(items, i) ?? counted(items, i) ?? offset(items, i)
}

/** "yesterday", and the weekday or date that says it again («أمس الأربعاء»). */
function offset(items: readonly TimeItem[], i: number): Parsed | null {
  const days = sense(items[i], 'day-offset')?.value
  // «اليوم الثالث»: the third day of something is not today.
  if (days === undefined || (days === 0 && items[i + 1]?.ordinal)) return null
  let next = i + 1
  if (isComma(items[next])) next++
  const again = sense(items[next], 'weekday') ? next + 1 : i + 1
  return { meaning: { is: 'offset', days }, next: again }
}

/** What a word that leads or follows a unit of time makes of it. */
interface Lead {
  when: When
  from: Since
}
const LEADS = ['last', 'this', 'next', 'preceding', 'same', 'following'] as const
const ANAPHORIC: Partial<Record<string, When>> = { preceding: 'last', same: 'this', following: 'next' }

function leadAt(item: TimeItem | undefined): Lead | undefined {
  const kind = sense(item, ...LEADS)?.kind
  if (!kind) return undefined
  const before = ANAPHORIC[kind]
  return before ? { when: before, from: 'anchor' } : { when: kind as When, from: 'today' }
}

/** A unit of time with how many there are of it. `n`: null where there are several, and nobody says how many. */
interface Units {
  unit: Unit
  n: number | null
  /** Whether a number or a dual says how many. */
  numbered: boolean
  next: number
}

/** "week", "24 hours", «يومين», «الأيام الثلاثة», «الساعات الـ24». */
function unitsAt(items: readonly TimeItem[], i: number): Units | null {
  const n = items[i]?.number
  const isNumber = n != null && n > 0 && n < 1000 && !items[i]!.ordinal
  const k = isNumber ? i + 1 : sense(items[i], 'one') ? i + 1 : i
  const found = sense(items[k], 'unit', 'units')
  if (!found?.unit) return null
  const { unit, value } = found
  if (isNumber) return { unit, n, numbered: true, next: k + 1 }
  if (found.kind === 'unit') return { unit, n: 1, numbered: k > i, next: k + 1 }
  if (value !== undefined) return { unit, n: value, numbered: true, next: k + 1 }
  const behind = sense(items[k + 1], 'article') ? k + 2 : k + 1
  const number = items[behind]?.number
  if (number != null && number > 0 && number < 1000 && leadAt(items[behind + 1]))
    return { unit, n: number, numbered: true, next: behind + 1 }
  return { unit, n: null, numbered: false, next: k + 1 }
}

/** "last week", "the past 24 hours", "that same evening", «الأسبوع الماضي», «اليوم نفسه», «الأيام الثلاثة الماضية». */
const led = (items: readonly TimeItem[], i: number): Parsed | null => leadBefore(items, i) ?? leadBehind(items, i)

function leadBefore(items: readonly TimeItem[], at: number): Parsed | null {
  const that = sense(items[at], 'that') !== undefined
  const before = leadAt(items[that ? at + 1 : at])
  if (!before && !that) return null
  const i = at + (that ? 1 : 0) + (before ? 1 : 0)
  const lead: Lead = before ?? { when: 'this', from: 'anchor' }
  const units = unitsAt(items, sense(items[i], 'article') ? i + 1 : i)
  // "that evening", "the following night": a part of a day stands for it.
  const part = !units && lead.from === 'anchor' && sense(items[i], 'part') ? dayWith(lead, i + 1) : null
  const read = units ? withLead(units, lead) : part
  return read && that && !before && !stands(items, at, read.next) ? null : read
}

function leadBehind(items: readonly TimeItem[], i: number): Parsed | null {
  const units = unitsAt(items, i)
  const next = units?.next ?? (sense(items[i], 'part') ? i + 1 : undefined)
  const lead = next === undefined ? undefined : leadAt(items[next])
  if (next === undefined || !lead) return null
  // «الليلة نفسها»
  if (!units) return lead.from === 'anchor' ? dayWith(lead, next + 1) : null
  // "spent two weeks last year": the word leads what stands behind it.
  if (units.numbered && sense(items[next + 1], 'unit', 'units')) return null
  return withLead({ ...units, next: next + 1 }, lead)
}

const dayWith = (lead: Lead, next: number): Parsed => ({ meaning: { is: 'unit', unit: 'day', ...lead }, next })

function withLead({ unit, n, numbered, next }: Units, { when, from }: Lead): Parsed | null {
  if (!numbered && n === 1 && unit !== 'hour') return { meaning: { is: 'unit', unit, when, from }, next }
  if (when === 'this') return null
  if (from === 'anchor' || (n === null && unit !== 'hour')) return { meaning: { is: 'vague' }, next }
  return { meaning: { is: 'length', n: n ?? 1, unit, ahead: when === 'next' }, next }
}

/** Whether what a bare "that" points at stands by itself: "said that night raids …" is no night. */
const stands = (items: readonly TimeItem[], from: number, next: number) =>
  from === 0 || isEnd(items[next]) || isComma(items[from - 1]) || sense(items[from - 1], 'in') !== undefined

/** "three days ago", "a week earlier", "the day before", «قبل يومين», «بعد ذلك بأسبوع». */
function counted(items: readonly TimeItem[], i: number): Parsed | null {
  const lead = sense(items[i], 'before', 'earlier', 'later', 'afterwards')
  if (lead) {
    const units = unitsAt(items, sense(items[i + 1], 'about', 'article') ? i + 2 : i + 1) ?? several(items, i + 1)
    if (!units) return null
    // «بعد يومين من القتال», «بعد ساعات قليلة من القتال»: counted from what is named.
    if (lead.kind === 'afterwards' && (units.n === null || sense(items[units.next], 'from'))) return null
    const back = lead.kind === 'before' || lead.kind === 'earlier'
    return count(units, back ? -1 : 1, lead.kind === 'before' ? 'today' : 'anchor')
  }
  const units = unitsAt(items, i)
  const behind = units && sense(items[units.next], 'ago', 'earlier', 'later', 'before-it', 'after-it')
  if (!behind) return null
  const taken = { ...units, next: units.next + 1 }
  if (behind.kind.endsWith('-it') && !isEnd(items[taken.next])) return null
  const back = behind.kind !== 'later' && behind.kind !== 'after-it'
  return count(taken, back ? -1 : 1, behind.kind === 'ago' ? 'today' : 'anchor')
}

/** «قبل عدة أيام»: a word for an unknown number in front of the unit. */
function several(items: readonly TimeItem[], i: number): Units | null {
  const units = items[i] ? unitsAt(items, i + 1) : null
  return units && !units.numbered && sense(items[i + 1], 'units') ? units : null
}

const count = ({ n, unit, next }: Units, sign: number, from: Since): Parsed => ({
  meaning: { is: 'counted', n: n === null ? null : sign * n, unit, from } satisfies TimeMeaning,
  next,
})

/** «منذ يومين», "since two days": a length of time behind "since" counts back from today. */
export function sinceLength(items: readonly TimeItem[], i: number): Parsed | null {
  const units = unitsAt(items, i)
  if (!units?.numbered || leadAt(items[units.next]) || sense(items[units.next], 'ago')) return null
  return count(units, -1, 'today')
}
