import { covers, firstBehind, type Mention, type Span } from '../../model/index.js'
import { fold } from '../../text/index.js'
import { coveredBy } from './covered.js'
import { type Piece, pieces } from './pieces.js'
import type { ShapeGrammar } from './shape-grammar.js'

/** Titles have few words; a longer quotation is speech, in which places are places. */
const LONGEST_TITLE = 4
/** One that begins with the word for a body shows by it what it is: «كتائب الذود عن الوادي». */
const LONGEST_OF_BODY = 6

/**
 * Titles between quotation marks behind the word for a body: «منظمة «عين الصحراء»» names one body, and neither a spring
 * nor the district of Ayn. Of use where no capitals show how far a name goes. Gives the mentions without the known names
 * that are only a part of such a title, and the titles that no pack knows.
 */
export function readTitles(
  text: string,
  all: readonly Piece[],
  known: readonly Mention[],
  quotes: readonly Span[],
  g: ShapeGrammar,
): { known: Mention[]; titles: Mention[] } {
  const titled = quotes.filter((q) => {
    const words = pieces(text, q)
    if (namesBody(words, known, q, g)) return true
    const head = all[firstBehind(all, q.start - 1) - 1]
    return (
      words.length > 0 &&
      words.length <= LONGEST_TITLE &&
      head !== undefined &&
      q.start - head.end === 2 &&
      (g.unitHeads.has(head.norm) || printsOrSends(head, g))
    )
  })
  const isPart = (m: Mention) => {
    const q = titled[firstBehind(titled, m.start)]
    return q !== undefined && covers(q, m) && !covers(m, q)
  }
  const kept = known.filter((m) => !isPart(m))
  const isKnown = coveredBy(kept)
  const titles = titled
    .filter((q) => !isKnown(q))
    .map(({ start, end }): Mention => {
      const surface = text.slice(start, end)
      const head = all[firstBehind(all, start - 1) - 1]
      const kind = head && printsOrSends(head, g) ? 'outlet' : 'actor'
      return { id: fold(surface), text: surface, kind, entities: [], start, end }
    })
  return { known: kept, titles }
}

/**
 * «حركة النهضة في الساحل», «جبهة 12 مايو»: a quotation that opens with the word for a body and holds a preposition or a
 * number, at which a noun group would end. Where a body is known in it, it is told of: «قوات الجيش في الوادي».
 */
function namesBody(words: readonly Piece[], known: readonly Mention[], q: Span, g: ShapeGrammar): boolean {
  const [head, ...rest] = words
  if (!head || rest.length === 0 || words.length > LONGEST_OF_BODY || !g.unitHeads.has(head.norm)) return false
  if (g.isDefinite(head.norm) || rest.some((p) => /^\p{P}$/u.test(p.text) || g.tells(p.norm))) return false
  return (
    rest.some((p) => g.isFunctionWord(p.text) || /^\p{N}+$/u.test(p.text)) &&
    !g.isFunctionWord(rest.at(-1)!.text) &&
    !known.some((m) => m.kind === 'actor' && covers(q, m) && !covers(m, q))
  )
}

/** «إذاعة «صوت النهر»»: a word for an outlet. */
const printsOrSends = ({ norm }: Piece, { outletHeads }: ShapeGrammar) => outletHeads.first.has(norm)
