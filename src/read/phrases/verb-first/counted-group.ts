import type { ChunkInput } from './group-chunker.js'
import { nominal } from './name-run.js'
import { type Group, groupOfWord } from './noun-group.js'
import type { Tok } from './words.js'

/** Numbers, measures and «كل» before a noun, and where they stand for what they count. */

export const QUANTIFIES: ReadonlySet<string> = new Set(['number', 'quantifier', 'determiner'])

/** Steps over «أكثر من 70», «ما بين 15 و20», «خمسة وعشرون», «كل هذه». */
export function quantifiers(toks: readonly Tok[], i: number): number {
  let k = i
  // «عدد (6) من العناصر»: the noun before a figure only says that it counts.
  if (toks[k]?.classes.includes('measure') && !toks[k]!.article && toks[k + 1]?.pos === 'number') k++
  if (opensRange(toks, k)) k++
  while (QUANTIFIES.has(toks[k]?.pos as string)) {
    k++
    if (toks[k]?.pos === 'conjunction' && toks[k - 1]!.pos === 'number' && toks[k + 1]?.pos === 'number') k++
  }
  return k
}

/** «بين عشرة وخمسة عشر قتيلا»: "between" right before two numbers counts what stands behind them. */
export const opensRange = (toks: readonly Tok[], i: number) =>
  toks[i]?.reading.role === 'between' &&
  toks[i + 1]?.pos === 'number' &&
  toks
    .slice(i + 2, i + RANGE)
    .some(
      (t, k, all) =>
        t.pos === 'conjunction' && all[k + 1]?.pos === 'number' && all.slice(0, k).every((x) => x.pos === 'number'),
    )
/** Words from "between" to the second number at most. */
const RANGE = 6

/** «أحدهم», «بعضها»: part of what the pronoun means. */
export function ending(input: ChunkInput, i: number, k: number): { group: Group; next: number } {
  const group = groupOfWord(input.toks, k, input.mentions, input.lexicon)
  const one = input.toks[i]!.reading.role === 'one' && { agreement: { number: 'singular' as const, human: true } }
  return { group: { ...group, start: input.toks[i]!.start, counted: true, ...one }, next: k + 1 }
}

/** «مهندسين اثنين», «جنديا واحدا»: behind a noun in the dual (or with the ending that a plural shares with it) or in the singular, the number only stresses it. */
export function stressesNumber({ toks, quantity }: ChunkInput, group: Group, k: number): boolean {
  const t = toks[k]!
  const { agreement, case: shown } = group
  const two = agreement.number === 'plural' && shown !== 'nominative' && toks[k - 1]!.spelling.plural
  if (!isNumberWord(t) || t.article) return false
  const one = agreement.number === 'singular' && !group.definite && !group.of && group.mention === undefined
  if (one && !group.quantity && quantity({ start: t.start, end: t.end })?.max === 1) {
    group.quantity = { start: group.start, end: t.end, min: 1, max: 1 }
    return true
  }
  if (!two && agreement.number !== 'dual') return false
  if (quantity({ start: t.start, end: t.end })?.max !== 2) return false
  group.quantity = { start: group.start, end: t.end, min: 2, max: 2 }
  group.agreement = { ...agreement, number: 'dual' }
  return true
}

/** A number that stands for what it counts: «إصابة العشرات», «قتل 14 آخرون». */
export function bareNumber(input: ChunkInput, i: number, k: number): { group: Group; next: number } | null {
  const { toks } = input
  const last = toks[k - 1]!
  if (toks.slice(i, k).every((t) => t.pos === 'determiner')) {
    // «هذا» alone stands for a noun.
    const group = groupOfWord(toks, k - 1, input.mentions, input.lexicon)
    const several = last.reading.role === 'these'
    const pronoun = several ? { person: 3 as const, number: 'plural' as const, gender: 'masculine' as const } : {}
    const agreement = several ? { number: 'plural' as const, human: true } : group.agreement
    return { group: { ...group, agreement, lemma: last.lemma, definite: true, pronoun }, next: k }
  }
  let next = k
  while (toks[next]?.pos === 'adjective' && !toks[next]!.article === !last.article) next++
  const group = groupOfWord(toks, k - 1, input.mentions, input.lexicon)
  const quantity = input.quantity({ start: toks[i]!.start, end: toks[k - 1]!.end })
  return {
    group: {
      ...group,
      start: toks[i]!.start,
      end: toks[next - 1]!.end,
      counted: true,
      agreement: { number: 'plural', human: true },
      ...(isNominative(last, input.lexicon) && { case: 'nominative' as const }),
      modifiers: toks.slice(k, next).map((t) => t.lemma),
      ...(quantity && { quantity }),
    },
    next,
  }
}

/** «اثنان», «عشرون»: a number word with the ending of a subject. */
const isNominative = ({ norm, text, attached }: Tok, { tables }: ChunkInput['lexicon']) =>
  !attached &&
  !/^\p{Nd}/u.test(text) &&
  tables.inflection.nouns.regular.some((e) => e.case === 'nominative' && e.closed && norm.endsWith(e.ending))

/** «كل من يتعاون معهم»: everybody of whom the verb behind it is true, and nobody named before. */
export function whoever({ toks, mentions, lexicon }: ChunkInput, i: number): { group: Group; next: number } | null {
  const [all, who, verb] = [toks[i]!, toks[i + 1], toks[i + 2]]
  if (all.reading.role !== 'all' || who?.reading.role !== 'source' || verb?.pos !== 'verb') return null
  const group = groupOfWord(toks, i, mentions, lexicon)
  const anyone = { end: who.end, classes: ['person'], definite: false, anyone: true as const }
  return { group: { ...group, ...anyone, agreement: { number: 'singular', human: true } }, next: i + 2 }
}

/** What a figure before it counts: a noun, another number, «من» with a noun. */
export const isCounted = (t: Tok | undefined) =>
  t !== undefined && (nominal(t) || t.pos === 'number' || t.reading.role === 'source')

/** Whether a number of order stands before the noun that it numbers. */
export const isOrdinalOf = (ordinal: Tok | undefined, noun: Tok | undefined) =>
  ordinal?.reading.role === 'ordinal' &&
  !ordinal.article &&
  // «ثاني أكبر مدن الوادي»: the word for the most may stand between.
  (noun?.pos === 'noun' || noun?.reading.role === 'most') &&
  !noun.article

/** «قُتل جنديان وأصيب ثالث», «ثم قُتل رابع»: a number of order right behind a verb, with no noun of its own, is one more person. */
export const isOneMore = (toks: readonly Tok[], i: number, next: number) =>
  next === i + 1 &&
  toks[i]!.reading.role === 'ordinal' &&
  !toks[i]!.article &&
  toks[i - 1]?.pos === 'verb' &&
  (toks[next] === undefined || ENDS_GROUP.has(toks[next].pos)) &&
  toks[next]?.reading.role !== 'source'

const ENDS_GROUP = new Set<string>(['punctuation', 'preposition', 'conjunction'])

/** «الأربعة عشر», «الثلاثة والعشرين»: the last word of a number whose first has the article. */
export function lastOfNumber(toks: readonly Tok[], k: number): number {
  const [next, after] = [toks[k + 1], toks[k + 2]]
  if (isNumberWord(next) && !next.article) return k + 1
  return next?.pos === 'conjunction' && next.attached && isNumberWord(after) && after.article ? k + 2 : k
}
const isNumberWord = (t: Tok | undefined): t is Tok => t?.pos === 'number' && !/^\p{Nd}/u.test(t.text)

/** «أفراد طاقمه الأربعة عشر»: a number behind all of them counts the several, and not the one thing that they belong to. */
export function countHead(head: Group, genitive: Group): void {
  if (head.agreement.number !== 'plural' || head.quantity) return
  for (let g: Group | undefined = genitive; g?.agreement.number === 'singular'; g = g.of) {
    if (!g.quantity || g.quantity.start <= g.head.end || g.quantity.min === 1) continue
    head.quantity = g.quantity
    g.quantity = undefined
    return
  }
}
