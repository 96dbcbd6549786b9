import type { Piece } from './pieces.js'
import type { ShapeGrammar } from './shape-grammar.js'

/**
 * In a script without capitals, what stands around a name shows it: who speaks is a person, and what stands between his
 * given name and the words that are told is a part of his name, though it be a word of the language («محمد حاج عيسى»,
 * «غسان سلامة»).
 */

/** How far behind a word of saying whoever speaks may be named, his office and its body between them. */
const OFFICE = 8

/** Whether a piece stands where a speaker is named: right behind the word of saying (`himself`), or behind what he is (`as-told`). */
export function speaksAt(all: readonly Piece[], i: number, g: ShapeGrammar): 'himself' | 'as-told' | undefined {
  if (!g.senseOf) return undefined
  for (let k = i - 1; k >= 0 && i - k <= OFFICE; k--) {
    const p = all[k]!
    if (g.accounts.has(p.norm) || g.tells(p.norm)) return k === i - 1 ? 'himself' : 'as-told'
    if (!/^\p{L}/u.test(p.text) && !(k === i - 1 && COMMA.test(p.text))) return undefined
  }
  return undefined
}
const COMMA = /^[،,]$/u

/** Whether a name ends before a piece: a mark, what is told, or a word with a preposition or none but a grammatical use. */
export function bound(all: readonly Piece[], i: number, g: ShapeGrammar): boolean {
  const p = all[i]
  if (!p || p.opensLine || !/^\p{L}/u.test(p.text)) return true
  return g.isFunctionWord(p.text) || g.hasPreposition(p.norm)
}

/** «نفى سالم الأسد تسليم السلاح»: an act, which is what was said. */
const isAct = (p: Piece | undefined, g: ShapeGrammar): boolean =>
  p !== undefined && g.senseOf?.(p.norm)?.act === true && !g.givenNames.has(p.norm) && !g.isDefinite(p.norm)

/** Whether a mark or what is told stands there: the only bounds where nobody speaks. */
const closed = (all: readonly Piece[], i: number, g: ShapeGrammar) => {
  const p = all[i]
  return !p || !/^\p{L}/u.test(p.text) || g.contents.has(p.norm)
}

/**
 * Whether a word of the language goes on with the name before it all the same: no act, and either the next part of the name stands
 * behind it («محمد حاج عيسى») or the name ends with it («حزام الأسد», «ذبيح الله مجاهد»). An indefinite noun of a trade
 * behind a name would be a part of nothing; with the article, or with what it rules behind it, it says what he is.
 */
export function namesAnyway(
  all: readonly Piece[],
  at: number,
  taken: (p: Piece | undefined) => boolean,
  g: ShapeGrammar,
  { given, speaks }: { given: boolean; speaks: boolean },
): boolean {
  const word = all[at]!
  if (g.isAccusative(word.text)) return false
  if (!g.senseOf) return false
  const sense = g.senseOf(word.norm)
  // «كنعاني» is no «كنعان» of mine behind a given name.
  if (!sense) return speaks && g.isNisba(word.norm) && bound(all, at + 1, g)
  if (!sense.noun || sense.says || sense.object) return false
  const next = all[at + 1]
  const goesOn = next !== undefined && next.start - word.end === 1 && !next.opensLine && !taken(next)
  if (goesOn && g.givenNames.has(next.norm)) return given && (sense.human || !sense.classed)
  const strange = goesOn && !g.isFunctionWord(next.text) && !g.isCommon(next.norm)
  if (strange && speaks && !g.isDefinite(word.norm)) return bound(all, at + 2, g)
  if (sense.human && g.isDefinite(word.norm)) return false
  // «نفى القيادي سالم الشامي إرسال أي سلاح»: an act that rules what is behind it is what was said.
  if (speaks)
    return (
      (bound(all, at + 1, g) && !(sense.acts && next !== undefined && g.ruled.has(next.norm))) ||
      (!g.contents.has(word.norm) && (!sense.acts || g.isDefinite(word.norm)) && isAct(next, g))
    )
  return !sense.classed && !sense.acts && closed(all, at + 1, g)
}
