import { because } from '../../model/index.js'
import { fold } from '../../text/index.js'
import { type KnownWorld, related } from '../known-world.js'
import { looksLikeName } from '../names/looks-like-name.js'
import { scoreNames } from '../names/score-names.js'
import type { ClaimFacts } from './claim-facts.js'
import { type FieldVerdict, SILENT } from './field-verdict.js'

/** Kinds of place too wide to single out a happening. */
const WIDE = new Set(['country', 'region', 'governorate', 'sea', 'gulf', 'strait', 'coast', 'desert', 'archipelago'])
/** Kinds of place so small that few events of a kind happen there. */
const SITES = new Set([
  ...['airport', 'port', 'military-base', 'camp', 'prison', 'hospital', 'checkpoint', 'crossing', 'refinery'],
  ...['terminal', 'field', 'dam', 'building', 'landmark'],
])
/** Unknown places have one name from this likeness of a word on, if the word has enough sound. */
const SAME_WORD = 0.85
const TELLING_WORD = 2
/** A name in which no word comes as near as this to a word of another is another name. */
const ALIKE_FROM = 0.7

/** Names of places by folded form, read once for a world. */
const namesOf = new WeakMap<KnownWorld['entities'], Map<string, ReadonlySet<string>>>()

function placeNames(id: string, world: KnownWorld): ReadonlySet<string> {
  const known = namesOf.get(world.entities) ?? new Map<string, ReadonlySet<string>>()
  namesOf.set(world.entities, known)
  const own = known.get(id) ?? new Set(world.entities.get(id)?.names.map((n) => fold(n.name)))
  known.set(id, own)
  return own
}

/** Whether two places are namesakes, for pairs that were asked before. */
const answered = new WeakMap<KnownWorld['entities'], Map<string, Map<string, boolean>>>()

/** "lawdar" in "lawdar district": whole words at the beginning or the end. */
const isPartOf = (a: string, b: string) => b.startsWith(`${a} `) || b.endsWith(` ${a}`)

/** Two places of one name in one container: a town and its district, a city and the governorate called after it. */
export function namesakes(x: string, y: string, world: KnownWorld): boolean {
  const answers = answered.get(world.entities) ?? new Map<string, Map<string, boolean>>()
  answered.set(world.entities, answers)
  const own = answers.get(x) ?? new Map<string, boolean>()
  answers.set(x, own)
  const known = own.get(y) ?? readNamesakes(x, y, world)
  own.set(y, known)
  return known
}

function readNamesakes(x: string, y: string, world: KnownWorld): boolean {
  const [own, theirs] = [placeNames(x, world), placeNames(y, world)]
  if (![...own].some((a) => [...theirs].some((b) => a === b || isPartOf(a, b) || isPartOf(b, a)))) return false
  const around = new Set([x, ...world.ancestors(x)])
  return [y, ...world.ancestors(y)].some((id) => around.has(id))
}

/** Whether one of the first places is, contains or lies in one of the second, or they are a town and its district. */
export function placesCompatible(a: readonly string[], b: readonly string[], world: KnownWorld): boolean {
  return a.some((x) => b.some((y) => related(x, y, world) || namesakes(x, y, world)))
}

const isArabic = (text: string): boolean => /\p{Script=Arabic}/u.test(text)

/** What two claims gain by naming this place both; of no points, it says nothing. */
export function pointsOfPlace(id: string, world: KnownWorld): { points: number; particulars?: number } {
  const sort = world.entities.get(id)?.sort ?? 'governorate'
  if (SITES.has(sort)) return { points: 3.5, particulars: 2 }
  // In a case about one country, that country says nothing.
  if (sort === 'country') return { points: 0 }
  if (sort === 'governorate') return { points: 1, particulars: 0.5 }
  return WIDE.has(sort) ? { points: 1 } : { points: 2, particulars: 1 }
}

function compareKnown(a: ClaimFacts, b: ClaimFacts, world: KnownWorld): FieldVerdict {
  const same = a.places.find((x) => b.places.includes(x))
  if (same) {
    const found = pointsOfPlace(same, world)
    if (found.points === 0) return SILENT
    return { field: 'place', why: () => [because('name-in-both', { f: 'place', x: same })], ...found }
  }
  if (a.places.length === 0 || b.places.length === 0) return unknownAgainstKnown(a, b, world)
  for (const x of a.places) {
    const alike = b.places.find((p) => namesakes(x, p, world))
    if (alike) {
      const why = () => [because('places-namesakes', { x, y: alike })]
      return { field: 'place', points: 1.5, particulars: 0.5, why }
    }
    const y = b.places.find((p) => related(x, p, world))
    if (y) return { field: 'place', points: 1, why: () => [because('places-within', { x, y })] }
  }
  const [x, y] = [a.places[0]!, b.places[0]!]
  return { field: 'place', points: -3, why: () => [because('names-apart', { f: 'place', x, y })] }
}

/** One report names a place that the packs know, the other only one that they do not, and the two sound nothing alike. */
function unknownAgainstKnown(a: ClaimFacts, b: ClaimFacts, world: KnownWorld): FieldVerdict {
  const [known, words] = a.places.length > 0 ? [a.places, b.placeWords] : [b.places, a.placeWords]
  if (known.length === 0 || words.length === 0) return SILENT
  const around = [...known, ...known.flatMap((id) => world.ancestors(id))]
  const names = around.flatMap((id) => world.entities.get(id)?.names ?? [])
  const place = words.find((w) => looksLikeName(w, world) && !isArabic(w))
  if (place === undefined) return SILENT
  const alike = names.some((n) => scoreNames(n.name, place).parts.some((p) => p.similarity >= ALIKE_FROM))
  if (alike) return SILENT
  const why = () => [because('place-unknown-apart', { x: place, y: known[0]! })]
  return { field: 'place', points: -1.5, why }
}

/**
 * Places that the packs do not know, by their names: "Tawila Square" and «ميدان الطويلة» share one. A word that only names a
 * place already compared ("the airport of Aden") says nothing more.
 */
function compareWords(a: ClaimFacts, b: ClaimFacts, world: KnownWorld): FieldVerdict {
  if (a.placeWords.length === 0 || b.placeWords.length === 0) return SILENT
  const known = [...a.places, ...b.places].flatMap((id) => world.entities.get(id)?.names ?? [])
  for (const x of a.placeWords) {
    for (const y of b.placeWords) {
      const match = scoreNames(x, y).parts.find((p) => p.similarity >= SAME_WORD && p.weight >= TELLING_WORD)
      if (!match || known.some((n) => scoreNames(n.name, match.a).score >= SAME_WORD)) continue
      // Across scripts only names sound alike; within one, "the barracks" does too.
      const named = isArabic(x) !== isArabic(y) || (looksLikeName(x, world) && looksLikeName(y, world))
      const why = () => [because('words-alike', { f: 'place', x, y })]
      return { field: 'place', points: named ? 1.5 : 0.5, particulars: named ? 1 : 0, why }
    }
  }
  return SILENT
}

/** Compares the most specific places: the same, one within the other, or apart; unknown places by their names. */
export function comparePlaces(a: ClaimFacts, b: ClaimFacts, world: KnownWorld): FieldVerdict[] {
  return [compareKnown(a, b, world), compareWords(a, b, world)]
}
