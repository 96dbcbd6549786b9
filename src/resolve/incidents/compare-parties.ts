import { because } from '../../model/index.js'
import { fold } from '../../text/index.js'
import { type KnownWorld, related } from '../known-world.js'
import { looksLikeName } from '../names/looks-like-name.js'
import { scoreNames } from '../names/score-names.js'
import { sharedNames } from '../names/shared-names.js'
import type { ClaimFacts, SideFacts } from './claim-facts.js'
import { type Field, type FieldVerdict, SILENT } from './field-verdict.js'
import { isReciprocal } from './type-traits.js'

/** Two names of unknown parties are taken for one from this score on. */
const SAME_NAME = 0.9

function shared(a: readonly string[], b: readonly string[]): string | undefined {
  for (const x of a) if (b.includes(x)) return x
  return undefined
}

/** Every word of the shorter description stands in the longer: "the defence ministry", "the compound of the defence ministry". */
function within(x: string, y: string): boolean {
  const words = (text: string) =>
    new Set(
      fold(text)
        .split(/[^\p{L}\p{N}]+/u)
        .filter((w) => w.length > 2),
    )
  const [small, large] = [words(x), words(y)].sort((p, q) => p.size - q.size) as [Set<string>, Set<string>]
  return small.size >= 2 && [...small].every((w) => large.has(w))
}

function kin(a: readonly string[], b: readonly string[], world: KnownWorld): [string, string] | undefined {
  for (const x of a) for (const y of b) if (related(x, y, world)) return [x, y]
  return undefined
}

const sameWords = (field: Field): FieldVerdict => ({
  ...{ field, points: 1 },
  why: () => [because('words-same', { f: field })],
})

function compareSide(a: SideFacts, b: SideFacts, field: Field, world: KnownWorld): FieldVerdict {
  const same = shared(a.ids, b.ids)
  if (same) return { field, points: 2, why: () => [because('name-in-both', { f: field, x: same })] }
  const pair = kin(a.ids, b.ids, world)
  if (pair) {
    const [x, y] = pair
    return { field, points: 1.5, why: () => [because('names-kin', { f: field, x, y })] }
  }
  if (a.ids.length > 0 && b.ids.length > 0) {
    const [x, y] = [a.ids[0]!, b.ids[0]!]
    return { field, points: -3, why: () => [because('names-apart', { f: field, x, y })] }
  }
  for (const x of a.words) {
    for (const y of b.words) if (scoreNames(x, y).score >= SAME_NAME || within(x, y)) return sameWords(field)
  }
  return SILENT
}

const NO_PARTIES: FieldVerdict = { field: 'parties', points: -6, apart: true, why: [because('parties-none')] }
const SOME_PARTIES: FieldVerdict = { field: 'parties', points: -1, why: [because('parties-some')] }

/** Both types are mutual: the two sets of parties are compared as wholes. */
function compareMutual(a: SideFacts, b: SideFacts, world: KnownWorld): FieldVerdict {
  if (a.ids.length === 0 || b.ids.length === 0) return compareSide(a, b, 'parties', world)
  const [small, large] = a.ids.length <= b.ids.length ? [a.ids, b.ids] : [b.ids, a.ids]
  const met = small.filter((x) => large.some((y) => related(x, y, world)))
  if (met.length === small.length) {
    const why = () => [because('name-in-both', { f: 'parties', x: met })]
    return { field: 'parties', points: met.length > 1 ? 4 : 2, why }
  }
  return met.length === 0 ? NO_PARTIES : SOME_PARTIES
}

/** Compares who acted and with or upon whom. Two sides that both disagree are two happenings. */
export function compareParties(a: ClaimFacts, b: ClaimFacts, world: KnownWorld): FieldVerdict[] {
  if (a.mutual && b.mutual) return [compareMutual(a.doer, b.doer, world)]
  const doer = compareSide(a.doer, b.doer, 'agent', world)
  const done = compareSide(a.done, b.done, 'counterpart', world)
  if (doer.points >= 0 || done.points >= 0) return [doer, done]
  return a.mutual || b.mutual
    ? [{ ...doer, apart: true }, done]
    : [compareTurned(a, b, world) ?? { ...doer, apart: true }]
}

/** What it takes to join two claims that agree on the two sides and not on who did it to whom. */
const TURNED = { rare: 3, frequent: 3 }

/** The same two sides the other way round: perhaps one event of which the reports differ on the direction, perhaps two. */
function compareTurned(a: ClaimFacts, b: ClaimFacts, world: KnownWorld): FieldVerdict | undefined {
  const [one, other] = [kin(a.doer.ids, b.done.ids, world), kin(a.done.ids, b.doer.ids, world)]
  if (!one || !other || a.claim.type !== b.claim.type || isReciprocal(a.claim.type)) return undefined
  const why = () => [because('parties-turned', { x: one[0], y: other[0] })]
  return { field: 'parties', points: 2, needs: TURNED, why }
}

/** People named in both; where the person is what the matter is about, two different ones are two happenings. */
export function comparePersons(a: ClaimFacts, b: ClaimFacts, world: KnownWorld): FieldVerdict {
  if (a.persons.length === 0 || b.persons.length === 0) return compareNamed(a, b, world)
  const same = shared(a.persons, b.persons)
  if (same)
    return {
      ...{ field: 'person', points: 3, particulars: 1 },
      why: () => [because('name-in-both', { f: 'person', x: same })],
    }
  const about = a.claim.type === 'assassination' && b.claim.type === 'assassination'
  return { field: 'person', points: about ? -4 : -1, apart: about, why: [because('persons-apart')] }
}

/** Types that are about the person to whom it is done, who is often named and seldom known. */
const ABOUT_SOMEBODY = new Set(['assassination', 'attack', 'kidnapping', 'arrest', 'prisoner-release', 'escape'])
const isArabic = (text: string): boolean => /\p{Script=Arabic}/u.test(text)

/**
 * People whom the packs do not know, by the words of their names: two that agree are one person. Of a targeted killing, two
 * names that share nothing are two killings.
 */
function compareNamed(a: ClaimFacts, b: ClaimFacts, world: KnownWorld): FieldVerdict {
  if (!ABOUT_SOMEBODY.has(a.claim.type) || !ABOUT_SOMEBODY.has(b.claim.type)) return SILENT
  const named = (facts: ClaimFacts) =>
    [...facts.done.words, ...facts.objects.words].filter((w) => isArabic(w) || looksLikeName(w, world))
  let best: { x: string; y: string; shared: number; of: number } | undefined
  for (const x of named(a))
    for (const y of named(b)) {
      const found = sharedNames(x, y)
      // Within one script without capitals, any two words may be no names at all.
      if (isArabic(x) && isArabic(y) && !(looksLikeName(x, world) && looksLikeName(y, world))) continue
      if (!best || found.shared > best.shared) best = { x, y, ...found }
    }
  if (!best) return SILENT
  const killing = a.claim.type === 'assassination' || b.claim.type === 'assassination'
  // Nobody is killed twice.
  const { x, y } = best
  if (best.shared >= 2) {
    const why = () => [because('words-alike', { f: 'person', x, y })]
    return { field: 'person', points: killing ? 4 : 3, particulars: 1, why }
  }
  if (!killing || best.of < 2 || best.shared > 0) return SILENT
  return { field: 'person', points: -2, why: () => [because('words-apart', { f: 'person', x, y })] }
}
