import type { Claim, Document, Republication } from '../model/index.js'
import {
  compareDocuments,
  groupRepeats,
  MOST_HOLDERS,
  type RepeatPair,
  SAME_TEXT,
  Sketch,
  standsForText,
  textKeys,
} from '../resolve/index.js'
import {
  addJob,
  documentTexts,
  dropStandings,
  heldByMore,
  incidentsOfDocuments,
  keyHolders,
  listDocuments,
  listRepeats,
  markPairs,
  pairsOfDocuments,
  repeatersHolding,
  repeatersOf,
  repeatsOfDocuments,
  replaceRepeats,
  replaceTextKeys,
  type Scope,
  type StoredRepeat,
  shownOfDocuments,
} from '../store/index.js'
import type { CaseWorld } from './steps.js'

/** Sketches made in one piece of work, by document; null where there is nothing to compare. */
type Sketches = Map<string, Sketch | null>

/**
 * Finds anew which documents repeat each of these, among those that hold a key it seeks. Returns the documents of which it
 * is new, or no more, that they are one text with one of these: their claims have to be linked with that knowledge.
 */
export async function renewRepeats(tx: Scope, documents: readonly string[], world: CaseWorld): Promise<string[]> {
  const made: Sketches = new Map()
  const [texts, changed] = [new Set<string>(), new Set<string>()]
  for (const document of documents) {
    const { old, now } = await renewPairs(tx, document, world, made)
    for (const id of changedTexts(document, old, now)) texts.add(id)
    if (textsOf(old) !== textsOf(now)) for (const { a, b } of [...old, ...now]) changed.add(a).add(b)
  }
  await markAround(tx, [...changed])
  return [...texts]
}

/** The pairs in which a document stood, and those in which it now stands. */
async function renewPairs(
  tx: Scope,
  document: string,
  world: CaseWorld,
  made: Sketches,
): Promise<{ old: StoredRepeat[]; now: RepeatPair[] }> {
  const [own] = await sketches(tx, [document], world, made)
  const keys = own ? textKeys(own) : { holds: [], seeks: [] }
  const before = await replaceTextKeys(tx, document, keys.holds)
  const seeks = new Set(keys.seeks)
  const common = await heldByMore(tx, [...seeks].filter(canBeCommon), MOST_HOLDERS)
  const others = await keyHolders(
    tx,
    [...seeks].filter((key) => !common.has(key)),
  )
  others.delete(document)
  const pairs: RepeatPair[] = []
  if (own)
    for (const other of await sketches(tx, [...others].sort(), world, made)) {
      const found = compareDocuments(own, other)
      if (found) pairs.push({ ...found, a: document, b: other.document.id })
    }
  const old = await replaceRepeats(tx, document, pairs)
  await rejoin(tx, document, before, new Set(keys.holds))
  return { old, now: pairs }
}

/** Which documents repeat one another in which way; the same text where these are the same. */
function textsOf(pairs: readonly StoredRepeat[]): string {
  return pairs
    .map(({ a, b, kind }) => [kind, ...[a, b].sort()].join(' '))
    .sort()
    .join('\n')
}

/** Repeats hang together in groups, so that pairs of actors and incidents rest on texts that repeat theirs at one remove. */
async function markAround(tx: Scope, documents: readonly string[]): Promise<void> {
  const all = await withRepeaters(tx, documents)
  await markPairs(tx, await pairsOfDocuments(tx, all))
  await dropStandings(tx, await incidentsOfDocuments(tx, all))
}

/** These documents, and all that stand in one group of repeated texts with one of them. */
async function withRepeaters(scope: Scope, documents: readonly string[]): Promise<string[]> {
  const all = new Set(documents)
  for (let next = [...all]; next.length > 0; ) {
    next = (await repeatersOf(scope, next)).filter((id) => !all.has(id))
    for (const id of next) all.add(id)
  }
  return [...all]
}

const canBeCommon = (key: string) => !standsForText(key)

/**
 * Where a key became too common to say anything, documents that repeat another may do so no more; where one ceased to be,
 * any that hold it may repeat one another. These are compared anew, once.
 */
async function rejoin(
  tx: Scope,
  document: string,
  before: ReadonlySet<string>,
  now: ReadonlySet<string>,
): Promise<void> {
  const added = [...now].filter((key) => canBeCommon(key) && !before.has(key))
  const gone = [...before].filter((key) => canBeCommon(key) && !now.has(key))
  const common = await heldByMore(tx, added, MOST_HOLDERS)
  const long = await heldByMore(tx, [...common], MOST_HOLDERS + 1)
  const still = await heldByMore(tx, gone, MOST_HOLDERS)
  const nearly = await heldByMore(tx, gone, MOST_HOLDERS - 1)
  const became = [...common].filter((key) => !long.has(key))
  const ceased = [...nearly].filter((key) => !still.has(key))
  const anew = new Set([...(await repeatersHolding(tx, became)), ...(await keyHolders(tx, ceased))])
  anew.delete(document)
  for (const id of anew) await addJob(tx, 'link', id)
}

function changedTexts(document: string, old: readonly StoredRepeat[], now: readonly RepeatPair[]): string[] {
  const others = (pairs: readonly StoredRepeat[]) =>
    new Set(
      pairs.flatMap(({ a, b, kind }) => (SAME_TEXT.has(kind as Republication['kind']) ? [a === document ? b : a] : [])),
    )
  const [was, is] = [others(old), others(now)]
  return [...new Set([...was, ...is])].filter((id) => was.has(id) !== is.has(id))
}

/** Documents with their texts and the claims shown of them; forgotten ones and those that wait to be read are not there. */
async function sketches(tx: Scope, all: readonly string[], world: CaseWorld, made: Sketches): Promise<Sketch[]> {
  const ids = all.filter((id) => !made.has(id))
  for (const id of ids) made.set(id, null)
  for (const sketch of await newSketches(tx, ids, world)) made.set(sketch.document.id, sketch)
  return all.flatMap((id) => made.get(id) ?? [])
}

async function newSketches(tx: Scope, ids: readonly string[], world: CaseWorld): Promise<Sketch[]> {
  if (ids.length === 0) return []
  const rows = (await listDocuments(tx, ids)).filter(({ forgotten, reading }) => !forgotten && reading !== null)
  const texts = await documentTexts(
    tx,
    rows.map(({ document }) => document.id),
  )
  const claims = new Map<string, Claim[]>(ids.map((id) => [id, []]))
  for (const { claim, document, decision } of await shownOfDocuments(tx, ids))
    if (decision !== 'rejected') claims.get(document)?.push(claim)
  return rows.map(({ document: about }) => {
    const document: Document = { ...about, text: texts.get(about.id) ?? '' }
    return new Sketch({ document, claims: claims.get(about.id) ?? [] }, world)
  })
}

/** Documents of the case that repeat one another, in groups. */
export async function listRepublications(scope: Scope): Promise<Republication[]> {
  return grouped(scope, await listRepeats(scope))
}

/** The groups of repeated texts in which any of these documents stands, whole: the same as among those of the whole case. */
export async function repeatsAround(scope: Scope, documents: readonly string[]): Promise<Republication[]> {
  return grouped(scope, await repeatsOfDocuments(scope, await withRepeaters(scope, documents)))
}

async function grouped(scope: Scope, stored: readonly StoredRepeat[]): Promise<Republication[]> {
  if (stored.length === 0) return []
  const rows = await listDocuments(scope, [...new Set(stored.flatMap(({ a, b }) => [a, b]))])
  const listed = rows.map(({ document: { id, path, published } }) => ({ id, path, published: published?.to }))
  return groupRepeats(stored as RepeatPair[], new Map(listed.map((one) => [one.id, one])))
}
