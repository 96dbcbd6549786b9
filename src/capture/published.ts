import type { Published } from '../model/index.js'
import { captureError } from './captured.js'
import { asciiDigits, findDays, isoDay } from './find-days.js'

type Months = ReadonlyMap<string, number>

/** How long after the last day it names a report without a date may have been published, in days. */
const INFERRED_DAYS = 31
/** A line that holds a date and little else is a date line. */
const DATE_LINE_LENGTH = 80

const exactly = (day: string, basis: Published['basis']): Published => ({ from: day, to: day, basis })

/**
 * The day of a header line, of a page's metadata or of a database: an ISO day, instant, month or year, an RFC 2822
 * date, or any full date of the packs' languages; undefined where it is none of these.
 */
export function readPublished(value: string, months: Months): Published | undefined {
  const text = withoutMarks(asciiDigits(value.trim()))
  const iso = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ].*)?)?)?$/.exec(text)
  if (iso) {
    const [, year = '', month, day] = iso
    if (!month) return { from: `${year}-01-01`, to: `${year}-12-31`, basis: 'metadata' }
    const first = isoDay(Number(year), Number(month), Number(day ?? 1))
    if (!first) return undefined
    return day ? exactly(first, 'metadata') : { from: first, to: endOfMonth(first), basis: 'metadata' }
  }
  const named = findDays(text, months)[0]
  if (named) return exactly(named.day, 'metadata')
  if (!/\d{4}/.test(text)) return undefined
  const parsed = Date.parse(text)
  return Number.isNaN(parsed) ? undefined : exactly(new Date(parsed).toISOString().slice(0, 10), 'metadata')
}

/** Vowel signs and the stretching stroke, which a date may be written with («تمّوز»). */
const withoutMarks = (text: string) => text.replace(/[\u0640\u064b-\u0652\u0670]/g, '')

/** The same for a header line, which a person wrote and can mend: throws `bad-header`. */
export function publishedHeader(value: string, months: Months): Published {
  const published = readPublished(value, months)
  if (published) return published
  throw captureError('bad-header', `"${value}" is no date`, 'Write the day as 2024-05-09, or the month as 2024-05.', {
    what: 'header line Published',
  })
}

/** What an address tells: the day of a path such as `/2024/02/19/`, or at least the year. */
export function publishedInAddress(url: string): Published | undefined {
  const path = url.replace(/^[a-z]+:\/\/[^/]*/i, '')
  const [, y, m, d] = /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)/.exec(path) ?? []
  const day = isoDay(Number(y), Number(m), Number(d))
  if (day) return exactly(day, 'metadata')
  const year = /\/((?:19|20)\d{2})(?=\/)/.exec(path)?.[1]
  return year ? { from: `${year}-01-01`, to: `${year}-12-31`, basis: 'inferred' } : undefined
}

/** What parts the pieces of a line below a headline: "Coast Gazette | 9 May 2024 | 3 min read". */
const PIECES = /\s+[|·•]\s+/u
/** How far into a line, in UTF-16 units, the dash of a dateline may stand. */
const DATELINE_LENGTH = 80

/** A line near the top that holds a full date and little else, or opens with one as a dateline does. */
export function publishedInDateLine(text: string, months: Months): Published | undefined {
  const top = text
    .split('\n')
    .filter((line) => line.trim())
    .slice(0, 6)
  for (const line of top) {
    const pieces = line.length > DATE_LINE_LENGTH ? [] : line.split(PIECES)
    const found = pieces.map((piece) => aloneIn(piece, months)).find(Boolean) ?? dayOfDateline(line, months)
    if (found) return exactly(found, 'dateline')
  }
  return undefined
}

/** The same day by the Hijri calendar: a day, a month of one or two words, a year, its era of a letter or two. */
const HIJRI = /\d{1,2}\s+\p{L}+(?:\s\p{L}+)?\s+1[345]\d\d(?:\s*\p{L}[\u0640]?(?!\p{L}))?/u

/** What may stand beside a date on its line: a weekday, an hour, a word such as "updated"; not a headline. */
function aloneIn(piece: string, months: Months): string | undefined {
  const day = findDays(piece, months)[0]
  const rest = asciiDigits(day ? piece.slice(0, day.start) + piece.slice(day.end) : piece).replace(HIJRI, ' ')
  return day && (rest.match(/\p{L}+/gu)?.length ?? 0) <= 4 ? day.day : undefined
}

const BRACKETS = /\([^()]*\)/gu
/** Places in capitals, or a place of up to three words and the comma behind it. */
const FROM_WHERE = /^(?:[\p{Lu}\s'’./,-]*|\s*(?:\p{Lu}|\p{Lo})[\p{L}'’-]*(?:\s+[\p{L}'’-]+){0,2}\s*[,،]\s*)$/u

/**
 * "9 May 2024 (OSTBY) –", "OSTBY, May 9, 2024 (Agency) -", «عدن، ٩ مايو ٢٠٢٤ (وكالة) –»: where and when a report was sent, in
 * front of its first sentence. A day before a dash alone is a line of a chronology.
 */
function dayOfDateline(line: string, months: Months): string | undefined {
  const dash = /\s[–—-]{1,2}\s/u.exec(line.slice(0, DATELINE_LENGTH))
  const head = dash ? line.slice(0, dash.index) : ''
  const day = findDays(head, months)[0]
  if (!day) return undefined
  const inBrackets = head[day.start - 1] === '(' && head[day.end] === ')'
  const where = (inBrackets ? head : head.slice(0, day.start) + head.slice(day.end)).replace(BRACKETS, ' ')
  const says = where.trim() !== '' || (!inBrackets && head.includes('('))
  return says && FROM_WHERE.test(inBrackets ? `${where.trim()},` : where) ? day.day : undefined
}

/**
 * A report without a date is not older than the last day that it names, where that is the latest time it speaks of at
 * all: a full date in a year before the last year mentioned is background, and tells nothing.
 */
export function inferPublished(text: string, months: Months): Published | undefined {
  const last = findDays(text, months)
    .map((found) => found.day)
    .sort()
    .at(-1)
  if (!last) return undefined
  const years = asciiDigits(text).match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g) ?? []
  if (years.some((year) => year > last.slice(0, 4))) return undefined
  const to = new Date(`${last}T00:00:00Z`)
  to.setUTCDate(to.getUTCDate() + INFERRED_DAYS)
  return { from: last, to: to.toISOString().slice(0, 10), basis: 'inferred' }
}

function endOfMonth(first: string): string {
  const date = new Date(`${first}T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() + 1, 0)
  return date.toISOString().slice(0, 10)
}
