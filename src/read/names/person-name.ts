import { bound, namesAnyway, speaksAt } from './in-speaking.js'
import type { Piece } from './pieces.js'
import type { ShapeGrammar } from './shape-grammar.js'

/** Parts of a personal name after the first one. */
const LONGEST_NAME = 5

/** Tells whether a piece belongs to a name that is known. */
export type Taken = (p: Piece | undefined) => boolean

const isLetters = (p: Piece | undefined) => p !== undefined && /^\p{L}/u.test(p.text)

/** Whether a piece can be part of a name: letters, and no word that only joins others. */
export const isWord = (p: Piece | undefined, g: ShapeGrammar): p is Piece =>
  isLetters(p) && !g.isFunctionWord(g.letterCase ? p!.norm : p!.text)

/** Words of one name stand one space apart: a line break or mark ends it. */
export const adjacent = (a: Piece, b: Piece) => b.start - a.end === 1 && !b.opensLine

/** «أبو», also behind what is written onto it: «لأبي», «وأبو». */
const isKunya = (p: Piece, g: ShapeGrammar) => g.kunyas.has(p.norm) || g.writtenOnto.has(p.norm)

/** Whether a person's name can begin with a piece by itself or by the title before it. */
export function isPersonStart(all: readonly Piece[], i: number, g: ShapeGrammar): boolean {
  const p = all[i]!
  return isKunya(p, g) || g.givenNames.has(p.norm) || g.titles.has(all[i - 1]?.norm ?? '')
}

/** How many pieces the name of a person takes that begins with a piece; 0 where none does. */
export function personAt(all: readonly Piece[], i: number, taken: Taken, g: ShapeGrammar): number {
  const p = all[i]!
  const before = all[i - 1]
  const titled = before !== undefined && g.titles.has(before.norm) && adjacent(before, p)
  // «يدعى صدام المرادي»: behind a word of naming even a common word begins a name.
  const named = before !== undefined && g.naming.has(before.norm) && adjacent(before, p)
  const kunya = isKunya(p, g)
  const given = isGiven(all, i, g)
  // «قالت أم أحمد»: before a given name the word that also joins is a mother.
  const mother = kunya && g.givenNames.has(all[i + 1]?.norm ?? '') && isLetters(p)
  if (!(isWord(p, g) || mother)) return 0
  const begins = titled || named || kunya || given > 0
  if (!begins && (!g.senseOf || g.isDefinite(p.norm) || g.isCommon(p.norm))) return 0
  const speaks = titled ? 'as-told' : speaksAt(all, i, g)
  // «وقال بحرون إن …»: whoever speaks and is no word of the language has a name; what an office without an article rules is
  // its place: «قال محافظ زويلة صالح الهوني».
  const open = speaks === 'himself' || g.isDefinite(before?.norm ?? '') || !isLetters(before)
  const teller = speaks !== undefined && open && !g.isCommon(p.norm) && !g.isDefinite(p.norm)
  if (!begins && !teller) return 0
  // «العميد نصر الزغاوي»: between a rank and a family's name even a common word is a given name.
  const ranked = titled && g.isDefinite(before.norm) && !g.isDefinite(p.norm) && isFamily(all[i + 1], p, taken, g)
  if (titled && g.isCommon(p.norm) && !given && !kunya && !ranked) return 0
  let n = given === 2 && !taken(all[i + 1]) && adjacent(p, all[i + 1]!) ? 2 : 1
  let strange = given || kunya || (named && g.isCommon(p.norm)) ? 0 : 1
  while (n < LONGEST_NAME) {
    const joint = jointAt(all, i + n, g)
    const next = all[i + n + joint]
    if (!isWord(next, g) || taken(next) || !adjacent(all[i + n + joint - 1]!, next)) break
    const before = all[i + n - 1]!
    const part = g.givenNames.has(next.norm) || g.kunyas.has(next.norm) || isTwoWords(before, next, g)
    const afterKunya = isKunya(before, g)
    // «حيدر الساعدي»: behind a given name an adjective of belonging with the article is the family's name.
    const given = g.givenNames.has(before.norm) || (n > 1 && isTwoWords(all[i + n - 2]!, before, g))
    const family = n < 4 && given && g.isDefinite(next.norm) && g.isNisba(next.norm)
    const within = given && n > 1 && isFamily(all[i + n + joint + 1], next, taken, g) && !g.isDefinite(next.norm)
    const common = !part && !afterKunya && !family && !within && g.isCommon(next.norm)
    const behindName = given || !g.isCommon(before.norm)
    if (common && !(behindName && namesAnyway(all, i + n + joint, taken, g, { given, speaks: speaks !== undefined })))
      break
    if (!part && !afterKunya) strange++
    // A name has one or two family names at its end, never a run of unknown words.
    if (strange > 2) break
    n += joint + 1
  }
  if (g.kunyas.has(all[i + n - 1]!.norm)) n--
  if (titled || (n >= 2 && begins)) return n
  // «قال مدير الأمن … فوزان العنزي لوكالة …»: behind his office he has two names, or one right behind the word of saying.
  return teller && (n >= 2 || speaks === 'himself') && bound(all, i + n, g) ? n : 0
}

/** How many pieces a given name takes that begins with one: «نصر الدين» two. */
function isGiven(all: readonly Piece[], i: number, g: ShapeGrammar): 0 | 1 | 2 {
  const [p, next] = [all[i]!, all[i + 1]]
  if (next && isTwoWords(p, next, g)) return 2
  return g.givenNames.has(p.norm) ? 1 : 0
}

/** «علي سالم لحمر الكازمي»: whether a family's name stands right behind, so that a word before it is part of the name too. */
const isFamily = (p: Piece | undefined, before: Piece, taken: Taken, g: ShapeGrammar) =>
  !g.letterCase &&
  isWord(p, g) &&
  !taken(p) &&
  adjacent(before, p) &&
  g.isDefinite(p.norm) &&
  g.isNisba(p.norm) &&
  !g.isCommon(p.norm)

/** «عبد الله»: a given name that is also written as one word. */
const isTwoWords = (a: Piece, b: Piece, g: ShapeGrammar) => !g.letterCase && g.givenNames.has(a.norm + b.norm)

/** How many small words join the next part of a name to it: "JOSE DE LA CRUZ". Only scripts with case write them apart. */
function jointAt(all: readonly Piece[], at: number, g: ShapeGrammar): number {
  let n = 0
  const joins = (p: Piece | undefined) => p !== undefined && g.inner.has(p.norm) && !g.isFunctionWord(p.norm)
  while (g.letterCase && n < 2 && joins(all[at + n]) && adjacent(all[at + n - 1]!, all[at + n]!)) n++
  return n
}
