import type { Body } from '../../../src/api/contract/index.js'
import type { ClaimAnswer } from '../answers.js'

/** What an analyst changes in a claim: only the parts that change, each whole. */
export type Correction = NonNullable<Body<'POST /judgements'>['claim']>
export type Time = NonNullable<ClaimAnswer['time']>
export type Count = NonNullable<ClaimAnswer['counts']['killed']>

/** A stretch of the document with its words. */
export interface Words {
  start: number
  end: number
  text: string
}

/** How a number binds: the words "some 20 or more" are `least`, "up to 9" are `most`. */
export const QUALIFIERS = ['exactly', 'least', 'most', 'between'] as const
export type Qualifier = (typeof QUALIFIERS)[number]

/** How a stored number binds. */
export function qualifierOf({ min, max }: Pick<Count, 'min' | 'max'>): Qualifier {
  if (min !== null && max !== null) return min === max ? 'exactly' : 'between'
  return max !== null ? 'most' : min !== null ? 'least' : 'exactly'
}

/** The bounds that a number and its qualifier stand for; `second` only matters between two numbers. */
export function bounds(qualifier: Qualifier, first: number | null, second: number | null): Pick<Count, 'min' | 'max'> {
  if (qualifier === 'exactly') return { min: first, max: first }
  if (qualifier === 'least') return { min: first, max: null }
  if (qualifier === 'most') return { min: null, max: first }
  return { min: first, max: second }
}

/** Whether bounds can be stored: a whole number at least, none below zero, the lower not above the higher. */
export function boundsFit({ min, max }: Pick<Count, 'min' | 'max'>): boolean {
  const given = [min, max].filter((n) => n !== null)
  return given.length > 0 && given.every((n) => Number.isFinite(n) && n >= 0) && (min ?? 0) <= (max ?? Infinity)
}

/** The number written in digits in these words, Latin or Arabic-Indic; null where there is none. */
export function numberIn(words: string): number | null {
  const digits = words.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
  const found = /\d+(?:[,٬]\d{3})*(?:[.٫]\d+)?/.exec(digits)
  return found ? Number(found[0].replace(/[,٬]/g, '').replace('٫', '.')) : null
}

/** How exactly a range of days is known: a whole month is a month, however it was typed. */
export function precisionOf(from: string | null, to: string | null): Time['precision'] {
  if (from === null && to === null) return 'unknown'
  if (from === to) return 'day'
  if (from === null || to === null || !from.endsWith('-01')) return 'range'
  const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))]
  const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
  if (to === last) return 'month'
  return month === 1 && to === `${from.slice(0, 4)}-12-31` ? 'year' : 'range'
}

/** Whether a range of days can be stored: the first not after the last. */
export const daysFit = (from: string | null, to: string | null) => from === null || to === null || from <= to
