import type { Claim, Document, Republication } from '../model/index.js'
import {
  compareDocuments,
  groupRepeats,
  MOST_HOLDERS,
  type RepeatPair,
  SAME_TEXT,
  Sketch,
  textKeys,
} from '../resolve/index.js'
import {
  addJob,
  documentTexts,
  dropStandings,
  incidentsOfDocuments,
  keyHolders,
  listDocuments,
  listRepeats,
  markPairs,
  pairsOfDocuments,
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
  const changed = [...new Set([...before, ...keys.holds])].filter((key) => before.has(key) !== keys.holds.includes(key))
  const holders = await keyHolders(tx, [...keys.seeks, ...changed], MOST_HOLDERS)
  const others = new Set<string>()
  for (const key of new Set(keys.seeks)) {
    const found = holders.get(key) ?? []
    if (found.length <= MOST_HOLDERS) for (const id of found) others.add(id)
  }
  others.delete(document)
  const pairs: RepeatPair[] = []
  if (own)
    for (const other of await sketches(tx, [...others].sort(), world, made)) {
      const found = compareDocuments(own, other)
      if (found) pairs.push({ ...found, a: document, b: other.document.id })
    }
  const old = await replaceRepeats(tx, document, pairs)
  await rejoin(tx, document, changed, before, holders)
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

/** Where a key became too common to say anything, or ceased to be, the documents that hold it are compared anew, once. */
async function rejoin(
  tx: Scope,
  document: string,
  changed: readonly string[],
  before: ReadonlySet<string>,
  holders: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  for (const key of changed) {
    const now = holders.get(key) ?? []
    const crossed = before.has(key) ? now.length === MOST_HOLDERS : now.length === MOST_HOLDERS + 1
    if (crossed) for (const id of now) if (id !== document) await addJob(tx, 'link', id)
  }
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
