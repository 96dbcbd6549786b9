import type { Unit } from './time-meaning.js'

/** What a word can mean inside a time expression; `value` as far as the kind needs one. */
export type TimeKind =
  | 'month' // value 1–12; calendar says which
  | 'weekday' // value 1 (Monday) to 7
  | 'day-offset' // yesterday −1, today 0
  | 'part' // morning, dawn, «مساء»: taken in, never resolved
  | 'last'
  | 'this'
  | 'next'
  | 'preceding' // counted from the last day that the text gave: "the previous day", «اليوم السابق»
  | 'same' // "the same day", «اليوم نفسه»
  | 'following' // "the following day", «اليوم التالي»
  | 'that' // "that day", «ذلك اليوم»
  | 'unit' // one hour, day, week, month, year
  | 'units' // several; a dual holds its number: «يومين» 2
  | 'about' // «نحو»: between a word that counts and its count
  | 'one' // "a": one unit
  | 'ago' // behind a count: "two days ago"
  | 'before' // in front of one, from the document's day: «قبل يومين»
  | 'earlier' // from the last day that the text gave: "a week earlier", «قبلها بأسبوع»
  | 'later' // "a day later", «بعدها بيوم»
  | 'afterwards' // in front of a count that nothing is counted from by name: «بعد يومين»
  | 'before-it' // "the day before", where no event follows
  | 'after-it'
  | 'early'
  | 'mid'
  | 'late'
  | 'since'
  | 'until'
  | 'by' // "by the end of May"
  | 'between'
  | 'from'
  | 'to'
  | 'and'
  | 'in' // on, in, of, during: may stand inside an expression
  | 'of' // beside "in": between a day's number and its month
  | 'year-word' // «عام», "the year"
  | 'era' // «م», AD: after a year
  | 'hijri' // «هـ», AH
  | 'both' // «يومي» before two days
  | 'half'
  | 'quarter'
  | 'season' // value: its first month of three
  | 'decade' // value: its first year in a century
  | 'century' // value: its first year, as counted by decades
  | 'article'

export interface TimeSense {
  kind: TimeKind
  value?: number
  unit?: Unit
  calendar?: 'gregorian' | 'hijri'
}

/** Senses by folded form (forms of several words are keyed with single spaces), and the numbers of the language. */
export interface TimeGrammar {
  senses: ReadonlyMap<string, readonly TimeSense[]>
  /** By the first word of a form: how many words the longest form has that begins with it. */
  longest: ReadonlyMap<string, number>
  /** Number words, cardinal and ordinal, by folded form. */
  numbers: ReadonlyMap<string, { min: number; max: number | null; kind: string }>
  /** First words of those that have several. */
  numberOpeners: ReadonlySet<string>
  /** Beginnings of a word that may be cut off before look-up (proclitics, article), longest first. */
  proclitics: readonly string[]
  /** Dates written in figures: which number comes first. */
  numericOrder: 'day-first' | 'month-first'
}
