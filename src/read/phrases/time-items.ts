import type { Span } from '../../model/index.js'
import { parseNumeral, type Token } from '../../text/index.js'
import type { When } from './time-meaning.js'
import type { TimeGrammar, TimeKind, TimeSense } from './time-words.js'

/** A token of a text with all that it can mean inside a time expression. */
export interface TimeItem extends Span {
  norm: string
  senses: readonly TimeSense[]
  /** Its value as a number, in figures or as a word; null where it is none. */
  number: number | null
  figures: boolean
  ordinal: boolean
  capital: boolean
  /** A word for "and" is written together with it: «ومارس». */
  joined: boolean
}

/** Joins words into items; forms of several words become one. A lost proclitic stays outside the item's span. */
export function timeItems(text: string, words: readonly Token[], grammar: TimeGrammar): TimeItem[] {
  const items: TimeItem[] = []
  for (let i = 0; i < words.length; ) {
    const first = words[i]!
    let taken = 0
    for (let n = Math.min(longestFrom(first.norm, grammar), words.length - i); n > 0 && taken === 0; n--) {
      const known = lookUp(formOf(words, i, n), grammar)
      if (known) {
        const at = first.start + Math.max(0, first.text.length - visibleLength(first.text, known.cut))
        // "on Jan. 14": the stop of a short form.
        if (known.senses.some((x) => x.kind === 'month') && isStop(words, i + n)) n++
        const made = item(text, { start: at, end: words[i + n - 1]!.end }, known.form, known.senses, grammar)
        items.push({ ...made, joined: known.joined })
        taken = n
      }
    }
    const pair = taken === 0 ? numberOfTwo(words[i]!.norm, words[i + 1]?.norm, grammar) : null
    if (pair) {
      const span = { start: words[i]!.start, end: words[i + 1]!.end }
      items.push({ ...item(text, span, words[i]!.norm, [], grammar), ...pair })
      taken = 2
    }
    const halves = taken === 0 ? hyphened(first, grammar) : null
    if (halves) {
      for (const { span, norm } of halves) items.push(item(text, span, norm, grammar.senses.get(norm) ?? [], grammar))
      taken = 1
    }
    if (taken === 0) {
      items.push(item(text, first, first.norm, [], grammar))
      taken = 1
    }
    i += taken
  }
  return items
}

/** "mid-March", "mid-2022": what is set before a time with a hyphen. */
function hyphened({ start, end, norm }: Token, { senses }: TimeGrammar) {
  const at = norm.indexOf('-') + 1
  if (at < 2 || norm.length !== end - start || !senses.has(norm.slice(0, at))) return null
  return [
    { span: { start, end: start + at }, norm: norm.slice(0, at) },
    { span: { start: start + at, end }, norm: norm.slice(at) },
  ]
}

/** A full stop that touches the word before it and ends no sentence. */
const isStop = (words: readonly Token[], i: number) =>
  words[i]?.norm === '.' && words[i - 1]!.end === words[i]!.start && i + 1 < words.length

function formOf(words: readonly Token[], from: number, n: number): string {
  let form = words[from]!.norm
  for (let i = from + 1; i < from + n; i++) form += ` ${words[i]!.norm}`
  return form
}

/** How many words the longest form has that begins with this word, as it stands or without a proclitic. */
function longestFrom(norm: string, { longest, proclitics }: TimeGrammar): number {
  let most = Math.max(1, longest.get(norm) ?? 0)
  for (const p of proclitics) if (norm.startsWith(p)) most = Math.max(most, longest.get(norm.slice(p.length)) ?? 0)
  return most
}

/** Folded and written form differ only by marks that have no width of their own here; the cut is counted from the front. */
const visibleLength = (written: string, cut: number) => written.length - cut

function lookUp(form: string, grammar: TimeGrammar) {
  const whole = grammar.senses.get(form)
  if (whole) return { form, senses: whole, cut: 0, joined: false }
  for (const p of grammar.proclitics) {
    if (!form.startsWith(p) || form.length - p.length < 2) continue
    const rest = form.slice(p.length)
    const senses = grammar.senses.get(rest)
    if (senses) return { form: rest, senses, cut: p.length, joined: grammar.senses.get(p)?.some(isAnd) ?? false }
  }
  return null
}

const isAnd = ({ kind }: TimeSense) => kind === 'and'

const DIGIT = /\p{Nd}/u
const GROUPED = /\p{Nd}[,٬]\p{Nd}/u
const ORDINAL_FIGURES = /^(\p{Nd}{1,2})(st|nd|rd|th)$/u
/** Begins with a capital, or has no letters of two cases. */
const CAPITAL = /^(?:\p{Lu}|[^\p{Ll}\p{Lu}]*$)/u

function item(text: string, span: Span, norm: string, senses: readonly TimeSense[], grammar: TimeGrammar): TimeItem {
  const written = text.slice(span.start, span.end)
  const digits = DIGIT.test(written)
  const ordinalFigures = digits ? ORDINAL_FIGURES.exec(norm) : null
  const numeral = ordinalFigures ? Number(ordinalFigures[1]) : digits ? parseNumeral(written) : null
  const word = numberWord(norm, grammar)
  return {
    start: span.start,
    end: span.end,
    norm,
    senses,
    number: numeral ?? (word && word.min === word.max ? word.min : null),
    // "over 2,000 people": parted by thousands it is no year and no day.
    figures: numeral !== null && !GROUPED.test(written),
    ordinal: ordinalFigures !== null || word?.kind === 'ordinal',
    capital: CAPITAL.test(written),
    joined: false,
  }
}

/** «الرابع عشر», «الخامس والعشرين»: a number of two words. */
function numberOfTwo(first: string, second: string | undefined, grammar: TimeGrammar) {
  if (second === undefined) return null
  const whole = opensNumber(first, grammar) ? numberWord(`${first} ${second}`, grammar) : undefined
  if (whole && whole.min === whole.max) return { number: whole.min, ordinal: whole.kind === 'ordinal' }
  const ones = numberWord(first, grammar)
  const tens = ones && numberWord(second, grammar)
  if (!tens || grammar.numbers.has(second) || ones.min !== ones.max || tens.min !== tens.max) return null
  if (ones.min < 1 || ones.min > 9 || (tens.min !== 20 && tens.min !== 30)) return null
  return { number: ones.min + tens.min, ordinal: ones.kind === 'ordinal' }
}

/** Whether a number of two words begins with this one, as it stands or behind a proclitic. */
const opensNumber = (norm: string, { numberOpeners, proclitics }: TimeGrammar) =>
  numberOpeners.has(norm) || proclitics.some((p) => norm.startsWith(p) && numberOpeners.has(norm.slice(p.length)))

function numberWord(norm: string, grammar: TimeGrammar) {
  const whole = grammar.numbers.get(norm)
  if (whole) return whole
  for (const p of grammar.proclitics) {
    if (norm.startsWith(p)) {
      const rest = grammar.numbers.get(norm.slice(p.length))
      if (rest) return rest
    }
  }
  return undefined
}

/** The item's sense of a kind, if it has one. */
export function sense(it: TimeItem | undefined, ...kinds: TimeKind[]): TimeSense | undefined {
  return it?.senses.find((s) => kinds.includes(s.kind))
}

export const isComma = (it: TimeItem | undefined): boolean => it?.norm === ',' || it?.norm === '،'

/** Whether nothing follows, or a mark. */
export const isEnd = (it: TimeItem | undefined): boolean => it === undefined || /^[^\p{L}\p{N}]+$/u.test(it.norm)

/** Whether a number can be that of a day in its month. */
export const isDayNumber = (n: number | null | undefined): n is number =>
  n != null && n >= 1 && n <= 31 && Number.isInteger(n)

/** "last", "this", "next" in front of a word of some kind, and where that word stands. */
export function ledBy(items: readonly TimeItem[], i: number, kind: TimeKind): { when?: When; at: number } {
  const lead = sense(items[i], 'last', 'this', 'next')
  return lead && sense(items[i + 1], kind) ? { when: lead.kind as When, at: i + 1 } : { at: i }
}
