import type { Document } from '../../model/index.js'
import { dayNumber, monthsBetween } from '../incidents/days.js'
import { bands, hashText } from './shingles.js'
import type { Sketch } from './sketch.js'

/** A translation or a second use of one wire comes within so many days. */
export const TRANSLATION_DAYS = 30
export const WIRE_DAYS = 4
/** A key that more documents hold says nothing of any two of them, unless it stands for a whole text. */
export const MOST_HOLDERS = 200
const WHOLE = 'whole '
const RUN = 'run '

/** Whether all that hold this key are copies or near copies of one text, however many. */
export function standsForText(key: string): boolean {
  return key.startsWith(WHOLE)
}

/**
 * The keys by which documents that may repeat one another find each other: one document's `seeks` meet another's `holds`.
 * What only counts within some days carries its month, so that a document meets those of its weeks and not of all years.
 */
export interface TextKeys {
  holds: string[]
  seeks: string[]
}

const ANY = 'any'
const NONE = 'none'

function dayOf({ published }: Document): number | null {
  return published && published.basis !== 'none' ? dayNumber(published.to) : null
}

/** Days between two publications; 0 where one of them is not known. */
export function daysApart(a: Document, b: Document): number {
  const [x, y] = [dayOf(a), dayOf(b)]
  return x === null || y === null ? 0 : Math.abs(x - y)
}

/** The keys of one document: runs of words whenever it was published; claims, numbers and agencies by month. */
export function textKeys({ text, outline, document }: Sketch): TextKeys {
  const whole = [...(text.words === '' ? [] : [`words ${hashText(text.words)}`]), ...bands(text).map(hashText)]
  const always = [...text.sample.map((run) => `${RUN}${run.toString(36)}`), ...whole.map((one) => `${WHOLE}${one}`)]
  const day = dayOf(document)
  const held = day === null ? [NONE, ANY] : [...monthsBetween(day, day), ANY]
  const within = (days: number) => (day === null ? [ANY] : [...monthsBetween(day - days, day + days), NONE])
  const [own, other] = outline.hasCapitals ? ['A', 'ا'] : ['ا', 'A']
  // Hashed, since they are long and many: two that fall together are compared in vain.
  const key = (kind: string, what: string) => `${kind} ${hashText(what).toString(36)}`
  const told = [...new Set(outline.claims)]
  const claims = told.map((claim) => key('claim', claim))
  const numbers = [...new Set(outline.numbers)].filter((n) => Number(n) > 9).map((n) => `number ${n}`)
  const wires = [...outline.agencies.keys()].flatMap((id) =>
    outline.deeds.map((deed) => key('agency', `${id} ${deed}`)),
  )
  // Of two texts of one unnamed source each claim in common has that source beside it.
  const sourced = outline.unnamed.flatMap((source) => told.map((claim) => key('source', `${source} ${claim}`)))
  const keys = (times: readonly string[], script: string, what: readonly string[]) =>
    times.flatMap((time) => what.map((one) => `${time} ${script} ${one}`))
  return {
    holds: [...always, ...keys(held, own, [...claims, ...numbers]), ...keys(held, '', [...wires, ...sourced])],
    seeks: [
      ...always,
      // Claims and the larger numbers bring translations together …
      ...keys(within(TRANSLATION_DAYS), other, [...claims, ...numbers]),
      // … and what an agency or an unnamed source tells of two uses of it.
      ...keys(within(WIRE_DAYS), '', [...wires, ...sourced]),
    ],
  }
}

/** Whether a document that holds this key seeks it too: of two that share one each finds the other. */
export function isSoughtByHolders(key: string): boolean {
  return key.startsWith(RUN) || standsForText(key)
}

/**
 * Whether a document finds another back, given what that one holds: documents are compared only if each finds the other.
 * Otherwise, where one of their keys is too common to be sought, it would depend on which of the two came last.
 */
export function findsBack({ seeks }: TextKeys, held: ReadonlySet<string>, common: (key: string) => boolean): boolean {
  return seeks.some((key) => held.has(key) && !common(key))
}
