import { firstBehind, type Mention, overlapping, type Span } from '../../../model/index.js'
import { beginsUpper, fold, parseNumeral, type Token as Raw } from '../../../text/index.js'
import type { PartOfSpeech, TimeExpression, Word } from '../../analysis.js'
import type { SentenceInput } from '../grammar.js'
import { beforeHour, hourAt } from './hours.js'
import type { Lexicon, Reading } from './lexicon.js'
import { leaderOf, pairAt } from './tied-names.js'
import type { Token } from './token.js'

/** Cuts a sentence into tokens: names and times whole, function words of several words joined, readings looked up. */
export function tokenise(input: SentenceInput, lexicon: Lexicon): Token[] {
  const raw = withoutStopsOfTitles(input.tokens)
  const plain = capitalsTellNothing(raw)
  const out: Token[] = []
  // Mentions are those of the whole document; only the sentence's own are looked at.
  let mention = firstBehind(input.mentions, input.start)
  const inside = overlapping(input.mentions, input)
  for (let i = 0; i < raw.length; ) {
    const t = raw[i]!
    while (mention < input.mentions.length && input.mentions[mention]!.end <= t.start) mention++
    const name = input.mentions[mention]
    const time = input.times.find((x) => x.start <= t.start && t.start < x.end)
    const pair = pairAt(raw, i, inside, lexicon)
    if (pair) {
      for (const half of pair.halves) {
        const k = input.mentions.findIndex((m) => m.start === half.start && m.end === half.end)
        if (k >= 0) out.push(nameToken([half], input.text, input.mentions[k]!, k, []))
        else out.push(common([half], input.text, lexicon, plain, false))
      }
      i += pair.length
      continue
    }
    const sum = sumAt(raw, i, lexicon)
    if (sum) {
      const token = whole(raw.slice(i, i + sum.length), input.text, 'number')
      out.push({ ...token, readings: [{ lemma: token.lemma, pos: 'number', role: 'money' }], value: sum.value })
      i += sum.length
    } else if (name && name.start === t.start && (!time || time.end <= name.end)) {
      const n = countTo(raw, i, name.end)
      const leader = leaderOf(raw, i, n, name, lexicon)
      // A mention that ends inside a word ("Houthi-controlled") makes that word an epithet, not a party.
      if (leader) out.push(nameToken(leader, input.text, name, mention, []))
      else if (raw[i + n - 1]!.end > name.end + 2)
        out.push(common(raw.slice(i, i + n), input.text, lexicon, plain, i === 0))
      else out.push(nameToken(raw.slice(i, i + n), input.text, name, mention, alsoVerb(raw[i]!, n, lexicon)))
      i += n
    } else if (time) {
      const n = countTo(raw, i, time.end)
      // "days after the clan let them go": the last word opens what follows, it does not end the time.
      const opens =
        n > 1 && raw[i + n] !== undefined && raw[i + n]!.kind !== 'punct' && opensClause(raw[i + n - 1]!, lexicon)
      out.push(whole(raw.slice(i, i + n - (opens ? 1 : 0)), input.text, 'time', time))
      if (opens) out.push(common(raw.slice(i + n - 1, i + n), input.text, lexicon, plain, false))
      i += n
    } else {
      const hour = hourAt(raw, i, lexicon)
      if (hour > 0) {
        const start = beforeHour(out)
        const token = whole(raw.slice(i, i + hour), input.text, 'adverb')
        out.push(start === undefined ? token : { ...token, start })
        i += hour
        continue
      }
      const compound = numberCompound(raw, i)
      if (compound > 1) {
        out.push(whole(raw.slice(i, i + compound), input.text, 'adjective'))
        i += compound
        continue
      }
      const n = phraseAt(raw, i, lexicon, inside, input.times)
      if (n) {
        out.push(joined(raw.slice(i, i + n.length), input.text, n.reading))
        i += n.length
      } else {
        const first = out.length === 0 || /^[.:"“«(!?]+$/u.test(out.at(-1)!.text)
        out.push(common([t], input.text, lexicon, plain, first))
        i++
      }
    }
  }
  return out
}

/** "Gov. Adam Tal", "Brig. Gen. Tal": within a sentence a stop between two capitals belongs to the short word before it. */
function withoutStopsOfTitles(raw: readonly Raw[]): readonly Raw[] {
  const isCapital = (t: Raw | undefined) => t?.kind === 'word' && beginsUpper(t.text)
  const isStop = (t: Raw, i: number) => {
    const [before, next] = [raw[i - 1], raw[i + 1]]
    const shortened =
      t.text === '.' && before?.end === t.start && before.text.length <= LONGEST_SHORT && isCapital(before)
    return shortened && next !== undefined && isCapital(next) && next.start - t.end <= 1
  }
  return raw.some(isStop) ? raw.filter((t, i) => !isStop(t, i)) : raw
}
const LONGEST_SHORT = 5

/** "a 48-hour strike", "23-millimetre": a number tied to a word describes what follows. */
function numberCompound(raw: readonly Raw[], i: number): number {
  const [number, hyphen, word] = [raw[i]!, raw[i + 1], raw[i + 2]]
  if (number.kind !== 'number' || !hyphen || !word) return 0
  return /^[-‐‑]$/.test(hyphen.text) && word.kind === 'word' && hyphen.start === number.end && word.start === hyphen.end
    ? 3
    : 0
}

/** "$43,000", "US$5", "€2m", "N50 million": a number tied to the sign of a currency, or to letters before "million". */
function sumAt(
  raw: readonly Raw[],
  i: number,
  lexicon: Lexicon,
): { length: number; value: Token['value'] & {} } | null {
  const t = raw[i]!
  const glued = (k: number) => raw[k - 1] !== undefined && raw[k]?.start === raw[k - 1]!.end
  const sign = isCurrency(t) ? i : t.kind === 'word' && glued(i + 1) && isCurrency(raw[i + 1]) ? i + 1 : null
  const tied = sign === null && isMultiplier(raw[i + 1], lexicon) && /^\p{Lu}{1,2}(\d[\d.,]*)$/u.exec(t.text)?.[1]
  if (tied) return { length: 1, value: amount(tied) }
  const digits = sign === null || !glued(sign + 1) ? null : /^(\d[\d.,]*)\p{Ll}{0,2}$/u.exec(raw[sign + 1]!.text)
  if (sign === null || !digits) return null
  const exact = digits[0] === digits[1]
  return { length: sign + 2 - i, value: exact ? amount(digits[1]!) : { min: null, max: null, kind: 'cardinal' } }
}
const isCurrency = (t: Raw | undefined) => t?.kind === 'punct' && /^\p{Sc}$/u.test(t.text)
const isMultiplier = (t: Raw | undefined, { numbers }: Lexicon) =>
  t !== undefined && numbers.get(t.norm)?.kind === 'multiplier'
const amount = (digits: string) => {
  const n = parseNumeral(digits)
  return { min: n, max: n, kind: 'cardinal' }
}

function countTo(raw: readonly Raw[], from: number, end: number): number {
  let n = 1
  while (from + n < raw.length && raw[from + n]!.start < end) n++
  return n
}

/** In a line of capitals, or a title where every word has one, a capital shows no name. */
function capitalsTellNothing(raw: readonly Raw[]): boolean {
  const words = raw.filter((t) => t.kind === 'word' && t.text.length > 3)
  const upper = words.filter((t) => beginsUpper(t.text)).length
  return words.length >= 4 && upper / words.length > 0.75
}

function phraseAt(
  raw: readonly Raw[],
  i: number,
  lexicon: Lexicon,
  mentions: readonly Mention[],
  times: readonly TimeExpression[],
): { length: number; reading: Reading } | null {
  const list = lexicon.phrases.get(raw[i]!.norm)
  if (!list) return null
  for (const { words, reading } of list) {
    if (!words.every((w, k) => raw[i + k]?.norm === w)) continue
    const next = raw[i + words.length]
    const end = raw[i + words.length - 1]!.end
    if (mentions.some((m) => m.start < end && m.end > raw[i]!.start)) continue
    if (times.some((m) => m.start < end && m.end > raw[i]!.start)) continue
    // "close to 30": a measure only before a number; "due to attack": no preposition before a bare verb.
    const measure = reading.role?.startsWith('at-') || reading.role === 'about'
    if (reading.pos === 'determiner' && measure && !isNumber(next, lexicon)) continue
    if (
      reading.pos === 'preposition' &&
      isNumber(next, lexicon) &&
      list.some((p) => p.reading.pos === 'determiner' && p.words.every((w, k) => w === words[k]))
    )
      continue
    // But "according to state media": no verb stands behind a teller's word.
    const verb = reading.role !== 'according' && onlyBaseVerb(next, lexicon)
    if (words.at(-1) === 'to' && reading.pos === 'preposition' && verb) continue
    // "suspected of belonging to the clan": behind a preposition its first word is a gerund.
    const gerund = (lexicon.readings.get(words[0]!) ?? []).some((r) => r.form === 'gerund')
    const within = (lexicon.readings.get(raw[i - 1]?.norm ?? '') ?? []).some((r) => r.pos === 'preposition')
    if (reading.pos === 'preposition' && gerund && within) continue
    // "the east of the island": behind an article its first word is a noun.
    if (reading.pos === 'preposition' && words.length > 1 && isDefinite(raw[i - 1], lexicon)) continue
    // "the former minister": before a noun it stands for nobody.
    const noun = next?.kind === 'word' && (lexicon.readings.get(next.norm) ?? []).some((r) => r.pos === 'noun')
    if (
      reading.pos === 'pronoun' &&
      words.length > 1 &&
      noun &&
      lexicon.readings.get(words.at(-1)!)?.[0]?.pos === 'determiner'
    )
      continue
    return { length: words.length, reading }
  }
  return null
}

const isNumber = (t: Raw | undefined, lexicon: Lexicon) =>
  t !== undefined && (t.kind === 'number' || lexicon.numbers.has(t.norm))
const isDefinite = (t: Raw | undefined, lexicon: Lexicon) =>
  t?.kind === 'word' && lexicon.readings.get(t.norm)?.[0]?.role === 'definite'
const onlyBaseVerb = (t: Raw | undefined, lexicon: Lexicon) => {
  const all = t ? (lexicon.readings.get(t.norm) ?? []) : []
  return all.some((r) => r.form === 'base')
}

function wordOf(t: Raw, mention?: number): Word {
  return {
    start: t.start,
    end: t.end,
    text: t.text,
    norm: t.norm,
    lemma: t.norm,
    pos: t.kind === 'punct' ? 'punctuation' : 'noun',
    classes: NONE,
    mention,
  }
}
const NONE: readonly string[] = []
const spanOf = (raw: readonly Raw[]): Span => ({ start: raw[0]!.start, end: raw.at(-1)!.end })

/** What a token is made from; the rest of it is settled by `tag`. */
type Draft = Pick<Token, 'start' | 'end' | 'text' | 'norm' | 'lemma' | 'pos' | 'words'> & Partial<Token>

/** Every token with its fields in one order: the engine then reads them all by one shape, which is much faster. */
const tokenOf = (d: Draft): Token => ({
  start: d.start,
  end: d.end,
  text: d.text,
  norm: d.norm,
  lemma: d.lemma,
  pos: d.pos,
  readings: d.readings ?? [{ lemma: d.lemma, pos: d.pos }],
  role: d.role,
  form: undefined,
  plural: d.plural,
  capital: d.capital ?? false,
  mention: d.mention,
  time: d.time,
  value: d.value,
  words: d.words,
})

/** What a name of one small word can be besides: "bomb", "shell", "rocket" are things, and what is done with them. */
function alsoVerb({ norm, text }: Raw, n: number, lexicon: Lexicon): readonly Reading[] {
  const verbs =
    n === 1 && /^\p{Ll}/u.test(text) ? lexicon.readings.get(norm)?.filter((r) => r.pos === 'verb') : undefined
  return verbs && verbs.length > 0 ? [{ lemma: norm, pos: 'noun' }, ...verbs] : []
}

function nameToken(
  raw: readonly Raw[],
  text: string,
  mention: Mention,
  index: number,
  also: readonly Reading[],
): Token {
  const { start } = raw[0]!
  const { end } = mention
  const surface = text.slice(start, end)
  const norm = fold(surface)
  const words = raw.map((r) => wordOf(r, index))
  const plural = /[^s]s$/.test(norm) || undefined
  return tokenOf({
    start,
    end,
    text: surface,
    norm,
    lemma: norm,
    pos: 'name',
    capital: also.length === 0,
    ...(also.length > 0 && { readings: also }),
    mention: index,
    words,
    plural,
  })
}

/** A token over several words that is one thing: a time, a number tied to a word. */
function whole(raw: readonly Raw[], text: string, pos: PartOfSpeech, time?: TimeExpression): Token {
  const { start, end } = spanOf(raw)
  const surface = text.slice(start, end)
  const norm = fold(surface)
  return tokenOf({ start, end, text: surface, norm, lemma: norm, pos, time, words: raw.map((r) => wordOf(r)) })
}

function joined(raw: readonly Raw[], text: string, reading: Reading): Token {
  const { start, end } = spanOf(raw)
  const surface = text.slice(start, end)
  const { lemma, pos, role } = reading
  const words = raw.map((r) => wordOf(r))
  return tokenOf({ start, end, text: surface, norm: fold(surface), lemma, pos, readings: [reading], role, words })
}

const opensClause = (t: Raw, lexicon: Lexicon): boolean => {
  const readings = lexicon.readings.get(t.norm) ?? []
  return readings.some((r) => r.pos === 'subordinator') && readings.some((r) => r.pos === 'preposition')
}

function common(raw: readonly Raw[], text: string, lexicon: Lexicon, plain: boolean, first: boolean): Token {
  const { start, end } = spanOf(raw)
  const surface = raw.length === 1 ? raw[0]!.text : text.slice(start, end)
  const norm = raw.length === 1 ? raw[0]!.norm : fold(surface)
  const words = raw.map((r) => wordOf(r))
  if (raw[0]!.kind === 'punct')
    return tokenOf({ start, end, text: surface, norm, lemma: norm, pos: 'punctuation', words })
  const value = raw.length === 1 ? numberOf(raw[0]!, lexicon) : null
  if (value) return tokenOf({ start, end, text: surface, norm, lemma: norm, pos: 'number', value, words })
  const upper = beginsUpper(surface) && !plain
  const readings = lexicon.readings.get(norm) ?? guess(norm, surface, lexicon, { upper, first })
  const { lemma, pos } = readings[0]!
  return tokenOf({ start, end, text: surface, norm, lemma, pos, readings, capital: upper && !first, words })
}

function numberOf(t: Raw, lexicon: Lexicon): Token['value'] | null {
  if (t.kind === 'number') {
    const n = parseNumeral(t.text)
    return n === null ? null : { min: n, max: n, kind: 'cardinal' }
  }
  const word = lexicon.numbers.get(t.norm)
  if (word) return { min: word.min, max: word.max, kind: word.kind }
  if (!t.norm.includes('-')) return null
  const parts = t.norm.split('-').map((p) => lexicon.numbers.get(p))
  if (parts.length === 2 && parts.every((p) => p?.kind === 'cardinal')) {
    const n = (parts[0]!.min ?? 0) + (parts[1]!.min ?? 0)
    return { min: n, max: n, kind: 'cardinal' }
  }
  return null
}

/** What an unknown word may be, by its shape: a capital, a hyphen, an ending. */
function guess(norm: string, surface: string, lexicon: Lexicon, at: { upper: boolean; first: boolean }): Reading[] {
  const parts = norm.split(/[-‐‑]/)
  const last = parts.at(-1)!
  if (parts.length > 1 && last) {
    const lastReadings = lexicon.readings.get(last) ?? []
    const noun = lastReadings.find((r) => r.pos === 'noun')
    if ((lexicon.readings.get(parts[0]!) ?? []).some((r) => (r.pos as string) === 'prefix') && noun)
      return [noun, { lemma: norm, pos: 'adjective' }]
    if (
      lastReadings.some(
        (r) => r.form === 'participle' || r.form === 'past' || r.form === 'gerund' || r.pos === 'adjective',
      )
    )
      return [{ lemma: norm, pos: 'adjective' }]
    if (/\p{Lu}/u.test(surface.slice(1)) || (at.upper && !noun)) return [{ lemma: norm, pos: 'name' }]
    const person = (lexicon.classes.get(noun?.lemma ?? '') ?? []).includes('person')
    if (noun && !/^\d/.test(norm)) return person ? [noun] : [{ ...noun }, { lemma: norm, pos: 'adjective' }]
    if (/^\d/.test(norm) || noun) return [{ lemma: norm, pos: 'adjective' }]
  }
  if (at.upper && !at.first) return [{ lemma: norm, pos: 'name' }]
  if (/ly$/.test(norm)) return [{ lemma: norm, pos: 'adverb' }]
  if (at.upper) return [{ lemma: norm, pos: 'name' }]
  if (/ing$/.test(norm) && norm.length > 5)
    return [
      { lemma: norm.slice(0, -3), pos: 'verb', form: 'gerund' },
      { lemma: norm, pos: 'noun' },
    ]
  if (/^un.+ed$/.test(norm)) return [{ lemma: norm, pos: 'adjective' }]
  if (/ed$/.test(norm) && norm.length > 4) {
    const lemma = norm.slice(0, -2)
    return [
      { lemma, pos: 'verb', form: 'past' },
      { lemma, pos: 'verb', form: 'participle' },
      { lemma: norm, pos: 'adjective' },
    ]
  }
  if (/(?:ous|ful|less|able|ible|ic|ical|ish|ive|ist|ese|ian)$/.test(norm) && norm.length > 5)
    return [
      { lemma: norm, pos: 'adjective' },
      { lemma: norm, pos: 'noun' },
    ]
  if (/[^s]s$/.test(norm)) return [{ lemma: norm.slice(0, -1), pos: 'noun', plural: true }]
  return [{ lemma: norm, pos: 'noun' }]
}
