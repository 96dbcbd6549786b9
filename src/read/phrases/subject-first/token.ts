import type { Span } from '../../../model/index.js'
import type { PartOfSpeech, TimeExpression, Word } from '../../analysis.js'
import type { Reading, VerbForm } from './lexicon.js'

/** One unit of the clause: a word, a whole name, a whole time expression, or a function word of several words. */
export interface Token extends Span {
  text: string
  norm: string
  lemma: string
  pos: PartOfSpeech
  /** All that it could be; `pos`, `lemma`, `form` and `role` hold what it is here. */
  readings: readonly Reading[]
  role?: string
  form?: VerbForm
  plural?: boolean
  /** Written with a capital where a common word would have none. */
  capital: boolean
  mention?: number
  time?: TimeExpression
  /** A number's value as stated. */
  value?: { min: number | null; max: number | null; kind: string }
  /** The words of the text that it covers. */
  words: Word[]
}

export const can = (t: Token | undefined, pos: PartOfSpeech): boolean => t?.readings.some((r) => r.pos === pos) ?? false
export const canForm = (t: Token | undefined, ...forms: VerbForm[]): boolean =>
  t?.readings.some((r) => r.pos === 'verb' && r.form !== undefined && forms.includes(r.form)) ?? false

/** What marks a genitive. */
export const isOf = (t: Token | undefined): boolean =>
  t?.readings.some((r) => r.pos === 'preposition' && r.role === 'of') ?? false

/** A mark that opens or closes what is quoted. */
export const isQuoteMark = (t: Token | undefined) => t?.pos === 'punctuation' && /^["“”«»]$/u.test(t.text)

/** Settles a token as one of its readings. */
export function settle(t: Token, pos: PartOfSpeech, form?: VerbForm): void {
  const fit =
    t.readings.find((r) => r.pos === pos && (form === undefined || r.form === form)) ??
    t.readings.find((r) => r.pos === pos)
  t.pos = pos
  if (fit) t.lemma = fit.lemma
  if (fit?.role === undefined) t.role = undefined
  else t.role = fit.role
  t.form = undefined
  if (pos === 'verb') t.form = form ?? fit?.form ?? 'base'
  if (fit?.plural) t.plural = true
  else t.plural = undefined
}
