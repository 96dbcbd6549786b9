import { type CliticAnalysis, fold, parseNumeral, splitClitics, tokens } from '../../text/index.js'
import { type GlossNames, nameAt, QUOTED } from './gloss-names.js'
import type { HeadFirstLexicon, HeadFirstReading } from './head-first-lexicon.js'

/** One word of a description, taken apart: what it may be, whether it bears the article, whose it is, its number. */
export interface HeadFirstWord {
  readings: readonly HeadFirstReading[]
  definite: boolean
  /** The gloss of the pronoun written onto it. */
  whose?: string
  value?: number
}

/** The words of a description with their glosses, particles written onto them apart; null where one has none. */
export function headFirstWords(text: string, lexicon: HeadFirstLexicon, names: GlossNames): HeadFirstWord[] | null {
  if (QUOTED.test(text)) return null
  const written = tokens(text).filter((token) => token.kind !== 'punct')
  const folded = written.map((token) => token.norm)
  const out: HeadFirstWord[] = []
  for (let i = 0; i < folded.length; ) {
    const whole = namedAt(folded, i, names) ?? phraseAt(folded, i, lexicon)
    const parts = whole?.parts ?? apart(written[i]!.text, lexicon)
    if (!parts) return null
    out.push(...parts)
    i += whole?.length ?? 1
  }
  return joinNumbers(out)
}

interface Whole {
  length: number
  parts: HeadFirstWord[]
}

function namedAt(words: readonly string[], at: number, names: GlossNames): Whole | undefined {
  const name = nameAt(words, at, names)
  if (!name) return undefined
  const { length, gloss } = name
  return { length, parts: [{ readings: [{ pos: 'phrase', gloss, many: gloss }], definite: true }] }
}

/** Words that belong together, the article before any but the first or before each: «نقاط التفتيش», «العبوات الناسفة». */
function phraseAt(words: readonly string[], at: number, { phrases, article }: HeadFirstLexicon): Whole | undefined {
  const first = words[at]!
  for (const start of [first, first.startsWith(article) ? first.slice(article.length) : '']) {
    const found = phrases
      .get(start)
      ?.find((one) =>
        one.words.every((word, k) => k === 0 || words[at + k] === word || words[at + k] === article + word),
      )
    if (!found) continue
    const { length } = found.words
    const { reading } = found
    const definite = words[at + length - 1]!.startsWith(article) || start !== first
    const value = reading.pos === 'number' ? { value: Number(reading.gloss) } : {}
    return { length, parts: [{ readings: [reading], definite, ...value }] }
  }
  return undefined
}

function apart(written: string, lexicon: HeadFirstLexicon): HeadFirstWord[] | null {
  const figures = parseNumeral(written)
  if (figures !== null) return [{ readings: [], definite: false, value: figures }]
  const isWord = (word: string) => lexicon.forms.has(fold(word)) || lexicon.numbers.has(fold(word))
  // A word that is known whole is taken whole, and most are.
  const whole = isWord(written) ? read({ proclitics: [], stem: written }, lexicon) : null
  if (whole) return whole
  for (const split of splitClitics(written, lexicon.clitics, isWord)) {
    const words = split.known ? read(split, lexicon) : null
    if (words) return words
  }
  return null
}

type Split = Pick<CliticAnalysis, 'proclitics' | 'stem' | 'enclitic'>

function read({ proclitics, stem, enclitic }: Split, lexicon: HeadFirstLexicon): HeadFirstWord[] | null {
  const particles = (form: string) => (lexicon.forms.get(fold(form)) ?? []).filter(({ number }) => number === undefined)
  const before = proclitics.map(({ form }) => particles(form))
  const whose = enclitic && particles(enclitic.form).find(({ pos }) => pos === 'pronoun')
  if (before.some((list) => list.length === 0) || (enclitic && !whose)) return null
  const key = fold(stem)
  const readings = (lexicon.forms.get(key) ?? []).filter((one) => (enclitic ? !one.closed : true))
  const value = enclitic ? undefined : lexicon.numbers.get(key)
  if (readings.length === 0 && value === undefined) return null
  const isArticle = (list: readonly HeadFirstReading[]) => list.some(({ pos }) => pos === 'article')
  return [
    ...before.filter((list) => !isArticle(list)).map((list) => ({ readings: list, definite: false })),
    {
      readings,
      definite: before.some(isArticle),
      ...(whose && { whose: whose.gloss }),
      ...(value !== undefined && { value }),
    },
  ]
}

/** «ثلاثة عشر» and «خمسة وعشرون» are one number, «ثلاثين مليون» another. */
function joinNumbers(words: readonly HeadFirstWord[]): HeadFirstWord[] {
  const out: HeadFirstWord[] = []
  for (const word of words) {
    const and = out.at(-1)?.readings[0]?.pos === 'conjunction'
    const unit = out.at(and ? -2 : -1)?.value
    const sum = unit === undefined || word.value === undefined ? null : joined(unit, word.value, and)
    if (sum === null) out.push(word)
    else out.splice(and ? -2 : -1, 2, { readings: [], definite: false, value: sum })
  }
  return out
}

function joined(unit: number, next: number, and: boolean): number | null {
  if (and) return unit < 10 && next >= 20 && next < 100 ? unit + next : null
  if (next === 10 && unit < 10) return unit + next
  return next >= 100 && unit < next ? unit * next : null
}
