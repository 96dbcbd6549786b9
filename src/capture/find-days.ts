import { madeOnce, type Span } from '../model/index.js'

/** A full date found in a text, as an ISO day. */
export interface FoundDay extends Span {
  day: string
}

const DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g

/** Arabic and Persian digits as ASCII ones; every offset stays. */
export function asciiDigits(text: string): string {
  return text.replace(DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf))
}

/**
 * Finds every date of a text that gives day, month and year: numbers («25/1/2026», day before month) and names of
 * months from the packs ("May 21, 2012", «١٣ يونيو ٢٠٢٠»), also two names of one month («شباط/فبراير»).
 */
export function findDays(text: string, months: ReadonlyMap<string, number>): FoundDay[] {
  const plain = asciiDigits(text)
  const found: FoundDay[] = []
  for (const { pattern, read } of patternsFor(months)) {
    for (const match of plain.matchAll(pattern)) {
      const day = read(match.groups ?? {})
      if (day) found.push({ start: match.index, end: match.index + match[0].length, day })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** Finds a day and a month without a year at the start of a text ("Feb. 12", «12 فبراير»): `MM-DD`. */
export function dayOfYear(text: string, months: ReadonlyMap<string, number>): string | undefined {
  const name = monthPattern(months)
  if (!name) return undefined
  const pattern = new RegExp(
    `^\\s*(?:(?<d>\\d{1,2})\\s+(?<m>${name})|(?<m2>${name})\\.?\\s+(?<d2>\\d{1,2}))(?![\\p{L}\\d])`,
    'iu',
  )
  const groups = pattern.exec(asciiDigits(text))?.groups
  const month = monthNumber(months, groups?.m ?? groups?.m2)
  const day = isoDay(2000, month, Number(groups?.d ?? groups?.d2))
  return day?.slice(5)
}

/** An ISO day, or undefined where there is no such day. */
export function isoDay(year: number, month: number | undefined, day: number): string | undefined {
  if (!month || year < 1900 || year > 2100) return undefined
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined
  return date.toISOString().slice(0, 10)
}

type Groups = Record<string, string | undefined>
interface DatePattern {
  pattern: RegExp
  read: (groups: Groups) => string | undefined
}

/** A month by its name in any case; the packs write names as the language does. */
function monthNumber(months: ReadonlyMap<string, number>, name: string | undefined): number | undefined {
  if (!name) return undefined
  return months.get(name) ?? [...months].find(([form]) => form.toLowerCase() === name.toLowerCase())?.[1]
}

function monthPattern(months: ReadonlyMap<string, number>): string {
  const forms = [...months.keys()].sort((a, b) => b.length - a.length)
  return forms.map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
}

const patternsFor = madeOnce((months: ReadonlyMap<string, number>): DatePattern[] => {
  const numeric = (g: Groups) => {
    const [y, a, b] = [Number(g.y), Number(g.a), Number(g.b)]
    // Day before month, as both languages' press writes it; the other way only where the first cannot be.
    return isoDay(y, b, a) ?? isoDay(y, a, b)
  }
  const patterns: DatePattern[] = [
    {
      pattern: /(?<!\d)(?<y>\d{4})[-/](?<m>\d{1,2})[-/](?<d>\d{1,2})(?!\d)/g,
      read: (g) => isoDay(Number(g.y), Number(g.m), Number(g.d)),
    },
    { pattern: /(?<![\d/-])(?<a>\d{1,2})[-/.](?<b>\d{1,2})[-/.](?<y>\d{4})(?!\d)/g, read: numeric },
  ]
  const name = monthPattern(months)
  if (name) {
    const twice = `(?<m>${name})\\.?(?:\\s*[/(]\\s*(?:${name})\\s*\\)?)?`
    const year = '(?<y>\\d{4})(?!\\d)'
    const read = (g: Groups) => isoDay(Number(g.y), monthNumber(months, g.m), Number(g.d))
    patterns.push(
      {
        pattern: new RegExp(`(?<!\\d)(?<d>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${twice},?\\s+${year}`, 'giu'),
        read,
      },
      { pattern: new RegExp(`(?<!\\p{L})${twice}\\s+(?<d>\\d{1,2})(?:st|nd|rd|th)?,?\\s+${year}`, 'giu'), read },
    )
  }
  return patterns
})
