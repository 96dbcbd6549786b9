import type { Mention } from '../../model/index.js'
import { fold } from '../../text/index.js'
import { coveredBy } from './covered.js'
import { adjacent, isPersonStart, isWord, personAt } from './person-name.js'
import { type Piece, pieces } from './pieces.js'
import type { ShapeGrammar } from './shape-grammar.js'

/**
 * Unknown names in a script without capitals: persons behind a title («العميد …»), behind a kunya («أبو …») or
 * beginning with a given name and going on with another word that no lexicon knows; places behind the word that says
 * what they are («مديرية …»). Anything else is left to the phrase layer as a plain noun.
 */
export function findTitleLed(
  text: string,
  all: readonly Piece[],
  known: readonly Mention[],
  g: ShapeGrammar,
): Mention[] {
  const found = titleLed(text, all, known, g)
  return [...found, ...surnamesAlone(text, all, [...known, ...found], g)]
}

/**
 * "JORGE ARRIETA … ARRIETA SAID", «سند الكازمي … وفق الكازمي»: the last part of a person's name, elsewhere in a text without case,
 * is that person.
 */
function surnamesAlone(text: string, all: readonly Piece[], named: readonly Mention[], g: ShapeGrammar): Mention[] {
  const persons = new Map<string, Mention>()
  for (const m of named) {
    const last = pieces(text, m).at(-1)
    const common = last && (g.letterCase ? g.isCommon(last.norm) : g.isListed(last.norm))
    if (m.kind !== 'person' || !last || common || last.norm.length < 3 || persons.has(last.norm)) continue
    // In a script without capitals only a family's name, with its article and ending, is no other word.
    const family = g.isDefinite(last.norm) && g.isNisba(last.norm) && last.start > m.start
    if (g.letterCase || family) persons.set(last.norm, m)
  }
  if (persons.size === 0) return []
  const covered = coveredBy(named.toSorted((a, b) => a.start - b.start))
  return all.flatMap((p) => {
    const person = persons.get(p.norm)
    return person && !covered(p) ? [{ ...person, text: text.slice(p.start, p.end), start: p.start, end: p.end }] : []
  })
}

function titleLed(text: string, all: readonly Piece[], known: readonly Mention[], g: ShapeGrammar): Mention[] {
  const out: Mention[] = []
  const covered = coveredBy(known)
  const taken = (p: Piece | undefined) => !p || covered(p)
  for (let i = 0; i < all.length; ) {
    const clan = taken(all[i]) ? 0 : clanAt(all, i, taken, g)
    const length = clan || (taken(all[i]) ? 0 : personAt(all, i, taken, g) || placeAt(all, i, taken, g))
    if (length === 0) {
      i++
      continue
    }
    const start = all[i]!.start + (g.writtenOnto.get(all[i]!.norm) ?? 0)
    const { end } = all[i + length - 1]!
    const surface = text.slice(start, end)
    const named = g.placeHeads.has(all[i - 1]?.norm ?? '') && !isPersonStart(all, i, g) ? 'place' : 'person'
    const kind = clan > 0 ? 'actor' : named
    out.push({ id: fold(surface), text: surface, kind, entities: [], start, end })
    i += length
  }
  return out
}

/** «آل حميد», «بني هلال»: a clan by its ancestor's name; where a place is named so, the word before it says so. */
function clanAt(all: readonly Piece[], i: number, taken: (p: Piece | undefined) => boolean, g: ShapeGrammar): number {
  const name = all[i + 1]
  if (!g.clanHeads.has(all[i]!.text) || taken(name) || !isWord(name, g) || !adjacent(all[i]!, name!)) return 0
  return g.placeHeads.has(all[i - 1]?.norm ?? '') ? 0 : 2
}

function placeAt(all: readonly Piece[], i: number, taken: (p: Piece | undefined) => boolean, g: ShapeGrammar): number {
  const head = all[i - 1]
  const p = all[i]!
  if (!head || !g.placeHeads.has(head.norm) || !adjacent(head, p)) return 0
  const next = all[i + 1]
  // «ولاية غرب كردفان»: a direction with a word that nobody knows is the name of a region.
  const region = REGIONS.has(g.placeHeads.get(head.norm)!) && g.compass.has(p.norm)
  if (region && isWord(next, g) && !taken(next) && adjacent(p, next!) && !g.isCommon(next!.norm)) return 2
  if (!isWord(p, g) || g.isCommon(p.norm)) return 0
  const second =
    isWord(next, g) && !taken(next) && adjacent(p, next!) && !g.isCommon(next!.norm) && g.isDefinite(next!.norm)
  return second ? 2 : 1
}
/** Sorts of places that are named by where they lie in a land. */
const REGIONS = new Set(['governorate', 'region', 'district'])
