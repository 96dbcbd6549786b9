import { nameWords } from '../resolve/index.js'
import { countNaming, entitiesNamed, listNames, type Scope, type Term } from '../store/index.js'
import { fold, lightStem } from '../text/index.js'
import type { Identities } from './identities.js'
import { knownNames } from './known-names.js'
import { FITS, fitOf, fitsSurely } from './rank-hits.js'
import { soundsAlike } from './sounds-alike.js'
import type { CaseWorld } from './steps.js'
import { soundsOf, wordsOf } from './words-of.js'

/** A word of a search as it was typed, with what is asked of the store for it. */
export interface SearchTerm extends Term {
  typed: string
}

/** An entity that a search names, and how many documents name it; `whole`: it is called so and no more. */
export interface NamedEntity {
  id: string
  documents: number
  whole: boolean
}

/** The words of a search, and the entities that they name. */
export interface Terms {
  terms: SearchTerm[]
  /** By all the words together: those first that are spelt so, then those that are called so and no more, then the most named. */
  named: NamedEntity[]
  /**
   * By some of several words only: by half of them at least, or by its whole name, since a report may have the surname alone of
   * whom the search calls by both names. By most words first.
   */
  partly: NamedEntity[]
}

/** Shorter words fit only whole: "al" begins too much. */
const LEAST_PREFIX = 3
/** Candidates looked at for a word; of more it says nothing. */
const MOST_CANDIDATES = 300

/**
 * The words of a search. A Latin word also stands for the entities whose Arabic name sounds like it, and the other way
 * round. Articles of names count only where nothing else is asked for.
 */
export async function searchTerms(
  scope: Scope,
  query: string,
  world: CaseWorld,
  identities: Identities,
): Promise<Terms> {
  const words = wordsOf(query).map(({ stem, start, end }) => ({ stem, typed: query.slice(start, end) }))
  const weighty = new Set(nameWords(query).map((word) => fold(word)))
  const kept = words.filter(({ typed }) => weighty.has(fold(typed)) || !/^\p{Script=Latin}+$/u.test(typed))
  const asked = [...new Map((kept.length > 0 ? kept : words).map((word) => [word.stem, word])).values()]
  const found: { word: string; prefix: boolean; typed: string; ids: Map<string, string[]> }[] = []
  for (const { stem, typed } of asked) {
    const prefix = [...stem].length >= LEAST_PREFIX
    found.push({ word: stem, prefix, typed, ids: await entitiesOf(scope, { word: stem, prefix, typed }, world) })
  }
  const counts = await countNaming(scope, [...new Set(found.flatMap(({ ids }) => [...ids.keys()]))])
  const wholly = new Map(
    found.flatMap(({ ids }) =>
      [...ids].flatMap(([id, names]) => (counts.has(id) ? [[id, isWhole(names, asked)] as const] : [])),
    ),
  )
  const root = (id: string) => identities.of(id)
  const terms = found.map(({ word, prefix, typed, ids }) => {
    const used = [...ids.keys()].filter((id) => counts.has(id))
    // Of "Houthi" the movement is meant, not each office that is called after it; of a surname, all who bear it.
    const meant = used.some((id) => wholly.get(id)) ? used.filter((id) => wholly.get(id)) : used
    return { word, prefix, typed, entities: [...new Set(meant.map(root))], used: new Set(used.map(root)) }
  })
  const [first, ...rest] = terms
  const together = [...(first?.used ?? [])].filter((id) => rest.every(({ used }) => used.has(id)))
  const ranked = (id: string): Ranked => {
    const members = identities.members(id)
    const own = found.filter(({ ids }) => members.some((one) => ids.has(one)))
    const names = own.flatMap(({ ids }) => members.flatMap((one) => ids.get(one) ?? []))
    const fit = fitOf(
      own.map(({ typed }) => typed),
      names,
    )
    const whole = members.some((one) => wholly.get(one))
    const words = own.filter(({ typed, ids }) =>
      members.some((one) => (ids.get(one) ?? []).some((name) => fitsSurely(typed, name))),
    )
    return { id, documents: counts.get(id) ?? 0, whole, fit: FITS.indexOf(fit), words: words.length }
  }
  const all = new Set(together)
  const others = [...new Set([...counts.keys()].map(root))].filter((id) => !all.has(id)).map(ranked)
  const partly = others.filter(({ whole, words }) => words > 0 && (whole || words * 2 >= asked.length))
  return {
    terms: terms.map(({ used: _, ...term }) => term),
    named: inOrder(together.map((id) => ({ ...ranked(id), words: asked.length }))),
    partly: asked.length > 1 ? inOrder(partly) : [],
  }
}

interface Ranked extends NamedEntity {
  /** Position in `FITS`. */
  fit: number
  /** How many of the words asked for are surely in its names. */
  words: number
}

function inOrder(found: readonly Ranked[]): NamedEntity[] {
  const sorted = found.toSorted(
    (a, b) =>
      b.words - a.words ||
      a.fit - b.fit ||
      Number(b.whole) - Number(a.whole) ||
      b.documents - a.documents ||
      (a.id < b.id ? -1 : 1),
  )
  return sorted.map(({ id, documents, whole }) => ({ id, documents, whole }))
}

/** Whether one of these names has no word beside those asked for. */
function isWhole(names: readonly string[], asked: readonly { stem: string; typed: string }[]): boolean {
  return names.some((name) => {
    const words = nameWords(name)
    return words.length <= asked.length && words.every((word) => asked.some((one) => isOneWord(one, word)))
  })
}

function isOneWord({ stem, typed }: { stem: string; typed: string }, word: string): boolean {
  return lightStem(word).startsWith(stem) || soundsAlike(typed, word)
}

/** The entities that a word may name, each with its names that hold it or sound like it. */
async function entitiesOf(
  scope: Scope,
  { word, prefix, typed }: { word: string; prefix: boolean; typed: string },
  world: CaseWorld,
): Promise<Map<string, string[]>> {
  const known = knownNames(world.entities)
  const sounds = soundsOf(typed)
  const ids = new Set(known.find(word, prefix))
  for (const sound of sounds)
    for (const [spelt, own] of known.sounding(sound)) if (soundsAlike(typed, spelt)) for (const id of own) ids.add(id)
  const reported = new Set(await entitiesNamed(scope, { word, prefix }, MOST_CANDIDATES))
  for (const sound of sounds)
    for (const id of await entitiesNamed(scope, { word: sound, prefix: false }, MOST_CANDIDATES)) reported.add(id)
  const names = new Map<string, string[]>()
  const holds = (name: string) => nameWords(name).some((one) => isOneWord({ stem: word, typed }, one))
  for (const { entity, text } of await listNames(scope, [...reported]))
    if (holds(text)) names.set(entity, [...(names.get(entity) ?? []), text])
  if (ids.size <= MOST_CANDIDATES)
    for (const id of ids) {
      const own = (world.entities.get(id)?.names ?? []).map(({ name }) => name)
      names.set(id, [...(names.get(id) ?? []), ...own])
    }
  return names
}
