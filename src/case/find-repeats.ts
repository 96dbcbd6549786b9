import type { Claim, Document, Republication } from '../model/index.js'
import {
  compareDocuments,
  findsBack,
  groupRepeats,
  isSoughtByHolders,
  MOST_HOLDERS,
  type RepeatPair,
  SAME_TEXT,
  Sketch,
  standsForText,
  type TextKeys,
  textKeys,
} from '../resolve/index.js'
import {
  addJob,
  documentTexts,
  dropStandings,
  heldByMore,
  holdersByKey,
  incidentsOfDocuments,
  keyHolders,
  listDocuments,
  listRepeats,
  markPairs,
  pairsOfDocuments,
  repeatersAmong,
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
  if (documents.length === 0) return []
  const made: Sketches = new Map()
  const own = new Map((await sketches(tx, documents, world, made)).map((one) => [one.document.id, one]))
  const keys = new Map(documents.map((id) => [id, own.has(id) ? textKeys(own.get(id)!) : NO_KEYS]))
  const before = await replaceTextKeys(tx, new Map([...keys].map(([id, { holds }]) => [id, holds])))
  const now = await findPairs(tx, keys, world, made)
  const old = await replaceRepeats(tx, documents, now)
  await rejoin(tx, before, keys)
  const [texts, changed] = [new Set<string>(), new Set<string>()]
  const [oldOf, nowOf] = [byDocument(old), byDocument(now)]
  for (const id of documents) {
    const [was, is] = [oldOf.get(id) ?? [], nowOf.get(id) ?? []]
    for (const other of changedTexts(id, was, is)) texts.add(other)
    if (textsOf(was) !== textsOf(is)) for (const { a, b } of [...was, ...is]) changed.add(a).add(b)
  }
  await markAround(tx, [...changed])
  return [...texts]
}

const NO_KEYS: TextKeys = { holds: [], seeks: [] }

/** The pairs of these documents with one another and with all others, each once. */
async function findPairs(
  tx: Scope,
  keys: ReadonlyMap<string, TextKeys>,
  world: CaseWorld,
  made: Sketches,
): Promise<RepeatPair[]> {
  const sought = new Set([...keys.values()].flatMap(({ seeks }) => seeks))
  const held = [...keys.values()].flatMap(({ holds }) => holds)
  const limited = [...new Set([...sought, ...held])].filter(canBeCommon)
  const common = await heldByMore(tx, limited, MOST_HOLDERS)
  const holders = await holdersByKey(
    tx,
    [...sought].filter((key) => !common.has(key)),
  )
  const isCommon = (key: string) => common.has(key)
  const met = new Map([...keys].map(([document, { seeks }]) => [document, whomItFinds(document, seeks, holders)]))
  await sketches(tx, [...new Set([...met.values()].flatMap((found) => [...found.keys()]))], world, made)
  const pairs: RepeatPair[] = []
  for (const [document, found] of met) {
    const own = made.get(document)
    if (!own) continue
    const held = new Set(keys.get(document)!.holds)
    for (const [id, surely] of found) {
      const other = made.get(id)
      // Of two of these documents the second is compared with the first.
      if (!other || (keys.has(id) && id > document)) continue
      const repeat = compareDocuments(own, other)
      if (repeat && (surely || findsBack(textKeys(other), held, isCommon)))
        pairs.push({ ...repeat, a: document, b: id })
    }
  }
  return pairs
}

/** The others that a document finds by what it seeks, and whether they surely find it. */
function whomItFinds(
  document: string,
  seeks: readonly string[],
  holders: ReadonlyMap<string, readonly string[]>,
): Map<string, boolean> {
  const found = new Map<string, boolean>()
  for (const key of seeks)
    for (const id of holders.get(key) ?? [])
      if (id !== document) found.set(id, found.get(id) === true || isSoughtByHolders(key))
  return found
}

function byDocument(pairs: readonly StoredRepeat[]): Map<string, StoredRepeat[]> {
  const found = new Map<string, StoredRepeat[]>()
  for (const pair of pairs)
    for (const id of [pair.a, pair.b]) {
      const own = found.get(id)
      own ? own.push(pair) : found.set(id, [pair])
    }
  return found
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
  before: ReadonlyMap<string, ReadonlySet<string>>,
  now: ReadonlyMap<string, TextKeys>,
): Promise<void> {
  const more = new Map<string, number>()
  const add = (keys: Iterable<string>, by: number) => {
    for (const key of keys) if (canBeCommon(key)) more.set(key, (more.get(key) ?? 0) + by)
  }
  for (const [document, { holds }] of now) {
    add(new Set(holds), 1)
    add(before.get(document) ?? [], -1)
  }
  const [became, ceased]: [string[], string[]] = [[], []]
  // Keys by how many hold them more, or less, than before: of most there is one more.
  for (const by of new Set(more.values())) {
    if (by === 0) continue
    const keys = [...more].flatMap(([key, own]) => (own === by ? [key] : []))
    const was = MOST_HOLDERS + by
    const held = await heldByMore(tx, keys, Math.min(was, MOST_HOLDERS))
    const long = await heldByMore(tx, [...held], Math.max(was, MOST_HOLDERS))
    for (const key of held) if (!long.has(key)) (by > 0 ? became : ceased).push(key)
  }
  const anew = new Set([
    ...(await repeatersAmong(tx, [...(await keyHolders(tx, became))])),
    ...(await keyHolders(tx, ceased)),
  ])
  for (const document of now.keys()) anew.delete(document)
  for (const id of anew) await addJob(tx, 'link', id)
}

function changedTexts(document: string, old: readonly StoredRepeat[], now: readonly StoredRepeat[]): string[] {
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
