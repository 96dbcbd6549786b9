/** What a word can mean inside a time expression; `value` as far as the kind needs one. */
export type TimeKind =
  | 'month' // value 1–12; calendar says which
  | 'weekday' // value 1 (Monday) to 7
  | 'day-offset' // yesterday −1, today 0
  | 'part' // morning, dawn, «مساء»: taken in, never resolved
  | 'last'
  | 'this'
  | 'next'
  | 'unit' // day, week, month, year
  | 'units' // a dual that holds its number: «يومين»
  | 'ago' // after the number: "ago"
  | 'before' // before the number: «قبل»
  | 'early'
  | 'mid'
  | 'late'
  | 'since'
  | 'until'
  | 'between'
  | 'from'
  | 'to'
  | 'and'
  | 'in' // on, in, of, during: may stand inside an expression
  | 'year-word' // «عام», "the year"
  | 'era' // «م», AD: after a year
  | 'hijri' // «هـ», AH
  | 'following' // behind the unit: «اليوم التالي»
  | 'after' // "a day later", «بعدها ب»
  | 'article'

export interface TimeSense {
  kind: TimeKind
  value?: number
  unit?: 'day' | 'week' | 'month' | 'year'
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
