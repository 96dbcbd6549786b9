import { fold } from '../../../text/index.js'
import { isQuote, TITLE } from './group-boundary.js'
import type { ChunkInput } from './group-chunker.js'
import { type Group, groupOfWord } from './noun-group.js'
import type { Tok } from './words.js'

/** Names that stand bare, and names that a word of naming puts beside a description. */

const NOMINAL = new Set(['noun', 'name', 'adjective'])

/** Whether a word can be part of a name or of a noun group. */
export const nominal = (t: Tok | undefined): boolean => t !== undefined && NOMINAL.has(t.pos)

const TRADES = new Set(['person', 'worker', 'fighter', 'civilian'])

/** A name, or a run of words that nobody knows, with the articles that belong to family names. */
export function nameRun(input: ChunkInput, k: number): { group: Group; next: number } {
  const { toks } = input
  const group = groupOfWord(toks, k, input.mentions, input.lexicon)
  let next = k + 1
  const family = toks[next]
  const origin = goesOnAsFamily(toks[k]!, family)
  // «مهيب باحسن»: a word that nobody knows goes on with the name.
  const more = family?.pos === 'noun' && !family.known && family.mention === undefined && !family.attached
  if (group.classes.includes('person') && (origin || (more && toks[k]!.mention !== undefined))) {
    group.end = family!.end
    next++
  }
  if (toks[k]!.pos !== 'name') {
    while (
      next < k + 5 &&
      nominal(toks[next]) &&
      (!toks[next]!.known || toks[next]!.spelling.nisba || toks[next]!.spelling.kin)
    )
      next++
    group.end = toks[next - 1]!.end
    group.classes = ['person']
    group.definite = true
    group.lemma = input.text.slice(group.start, group.end)
  }
  return { group, next }
}

/** «أبو معاذ الأبيني», «صالح وديع الحداد»: where he is from is part of his name; so is a trade, behind two names. */
export function goesOnAsFamily(name: Tok, family: Tok | undefined): boolean {
  if (!family?.article || family.mention !== undefined) return false
  const trade = family.reading.human === true && family.reading.number !== 'plural' && /\S\s+\S/u.test(name.text)
  return family.classes.length === 0
    ? family.spelling.nisba === true || trade
    : trade && family.classes.every((c) => TRADES.has(c))
}

/** «ضابط يدعى فلان», «قيادي يكنى أبا فلان», «المعروف بـ"…"»: a word of naming puts a name beside its description. */
export function calledBy(group: Group, input: ChunkInput, k: number): { group: Group; next: number } | null {
  const { toks } = input
  const person = group.agreement.number === 'singular' && group.classes.some((c) => TITLE.has(c))
  // The name of a body is nobody's description: «ضابط في استخبارات الحركة يدعى فلان».
  const body = group.mention !== undefined && !group.of && !group.nisba
  if (!person || group.apposed || group.pronoun || body) return null
  let j = k
  if (toks[j]?.norm === '،' || toks[j]?.norm === ',') j++
  if (toks[j]?.pos === 'conjunction') j++
  return nameBehind(input, j)
}

/** The name that the word of naming at `j` gives. */
export function nameBehind(input: ChunkInput, at: number): { group: Group; next: number } | null {
  const { toks, lexicon } = input
  let j = at
  const word = toks[j]
  if (!word || ![word.norm, word.lemma, fold(word.text)].some((w) => lexicon.naming.has(w))) return null
  j++
  // «كنيته أبو فلان»: a noun of naming is his.
  if (word.pos === 'noun') {
    if (toks[j]?.attached !== 'after') return null
    j++
  }
  if (toks[j]?.pos === 'preposition' && toks[j]!.reading.role !== 'place') j++
  const quoted = isQuote(toks[j])
  if (quoted) j++
  const name = toks[j]
  if (!name || !(name.pos === 'name' || (name.pos === 'noun' && !name.known))) return null
  const found = nameRun(input, j)
  return quoted && isQuote(toks[found.next]) ? { ...found, next: found.next + 1 } : found
}
