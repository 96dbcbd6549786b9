import type { Mention } from '../../model/index.js'
import { fold } from '../../text/index.js'
import { coveredBy } from './covered.js'
import { type Piece, pieces } from './pieces.js'
import type { ShapeGrammar } from './shape-grammar.js'

/** Parts of a personal name after the first one. */
const LONGEST_NAME = 5

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

const isLetters = (p: Piece | undefined) => p !== undefined && /^\p{L}/u.test(p.text)
const isWord = (p: Piece | undefined, g: ShapeGrammar) =>
  isLetters(p) && !g.isFunctionWord(g.letterCase ? p!.norm : p!.text)
/** Words of one name stand one space apart: a line break or mark ends it. */
const adjacent = (a: Piece, b: Piece) => b.start - a.end === 1 && !b.opensLine

/** «أبو», also behind what is written onto it: «لأبي», «وأبو». */
const isKunya = (p: Piece, g: ShapeGrammar) => g.kunyas.has(p.norm) || g.writtenOnto.has(p.norm)

function isPersonStart(all: readonly Piece[], i: number, g: ShapeGrammar): boolean {
  const p = all[i]!
  return isKunya(p, g) || g.givenNames.has(p.norm) || g.titles.has(all[i - 1]?.norm ?? '')
}

function personAt(all: readonly Piece[], i: number, taken: (p: Piece | undefined) => boolean, g: ShapeGrammar): number {
  const p = all[i]!
  const before = all[i - 1]
  const titled = before !== undefined && g.titles.has(before.norm) && adjacent(before, p)
  // «يدعى صدام المرادي»: behind a word of naming even a common word begins a name.
  const named = before !== undefined && g.naming.has(before.norm) && adjacent(before, p)
  const kunya = isKunya(p, g)
  const given = g.givenNames.has(p.norm)
  // «قالت أم أحمد»: before a given name the word that also joins is a mother.
  const mother = kunya && g.givenNames.has(all[i + 1]?.norm ?? '') && isLetters(p)
  if (!(isWord(p, g) || mother) || !(titled || named || kunya || given)) return 0
  // «العميد نصر الزغاوي»: between a rank and a family's name even a common word is a given name.
  const ranked = titled && g.isDefinite(before.norm) && !g.isDefinite(p.norm) && isFamily(all[i + 1], p, taken, g)
  if (titled && g.isCommon(p.norm) && !given && !kunya && !ranked) return 0
  let n = 1
  let strange = given || kunya || (named && g.isCommon(p.norm)) ? 0 : 1
  while (n < LONGEST_NAME) {
    const joint = jointAt(all, i + n, g)
    const next = all[i + n + joint]
    if (!isWord(next, g) || taken(next) || !adjacent(all[i + n + joint - 1]!, next!)) break
    const before = all[i + n - 1]!
    const part = g.givenNames.has(next!.norm) || g.kunyas.has(next!.norm) || isTwoWords(before, next!, g)
    const afterKunya = isKunya(before, g)
    // «حيدر الساعدي»: behind a given name an adjective of belonging with the article is the family's name.
    const given = g.givenNames.has(before.norm) || (n > 1 && isTwoWords(all[i + n - 2]!, before, g))
    const family = n < 4 && given && g.isDefinite(next!.norm) && g.isNisba(next!.norm)
    const within = given && n > 1 && isFamily(all[i + n + joint + 1], next!, taken, g) && !g.isDefinite(next!.norm)
    if (!part && !afterKunya && !family && !within && g.isCommon(next!.norm)) break
    if (!part && !afterKunya) strange++
    // A name has one or two family names at its end, never a run of unknown words.
    if (strange > 2) break
    n += joint + 1
  }
  if (g.kunyas.has(all[i + n - 1]!.norm)) n--
  return titled || n >= 2 ? n : 0
}

/** «علي سالم لحمر الكازمي»: whether a family's name stands right behind, so that a word before it is part of the name too. */
const isFamily = (p: Piece | undefined, before: Piece, taken: (p: Piece | undefined) => boolean, g: ShapeGrammar) =>
  !g.letterCase &&
  isWord(p, g) &&
  !taken(p) &&
  adjacent(before, p!) &&
  g.isDefinite(p!.norm) &&
  g.isNisba(p!.norm) &&
  !g.isCommon(p!.norm)

/** «عبد الله»: a given name that is also written as one word. */
const isTwoWords = (a: Piece, b: Piece, g: ShapeGrammar) => !g.letterCase && g.givenNames.has(a.norm + b.norm)

/** How many small words join the next part of a name to it: "JOSE DE LA CRUZ". Only scripts with case write them apart. */
function jointAt(all: readonly Piece[], at: number, g: ShapeGrammar): number {
  let n = 0
  const joins = (p: Piece | undefined) => p !== undefined && g.inner.has(p.norm) && !g.isFunctionWord(p.norm)
  while (g.letterCase && n < 2 && joins(all[at + n]) && adjacent(all[at + n - 1]!, all[at + n]!)) n++
  return n
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
