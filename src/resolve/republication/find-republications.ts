import { order, type Republication } from '../../model/index.js'
import type { KnownWorld } from '../known-world.js'
import { commonSource } from './common-source.js'
import { overlap, type Shingles } from './shingles.js'
import { type ReadDocument, Sketch } from './sketch.js'
import { daysApart, MOST_HOLDERS, standsForText, TRANSLATION_DAYS, textKeys, WIRE_DAYS } from './text-keys.js'
import { scoreTranslation } from './translation.js'

export type RepeatKind = Republication['kind']

/** How one document repeats another, and how that shows. */
export interface Repeat {
  kind: RepeatKind
  evidence: string
}

/** Two documents, by id, of which one repeats the other, or both a third. */
export interface RepeatPair extends Repeat {
  a: string
  b: string
}

/** What a list says of a document. */
export interface ListedDocument {
  id: string
  path: string
  /** The last day on which it can have been published. */
  published?: string | undefined
}

const NEAR_RESEMBLANCE = 0.5
const NEAR_CONTAINMENT = 0.6
const LEAST_RUNS = 8

function compareTexts(a: Shingles, b: Shingles): Repeat | undefined {
  if (a.words === b.words) return { kind: 'copy', evidence: 'the same words throughout' }
  const { shared, resemblance, containment } = overlap(a, b)
  if (shared < LEAST_RUNS || (resemblance < NEAR_RESEMBLANCE && containment < NEAR_CONTAINMENT)) return undefined
  const percent = Math.round(containment * 100)
  return { kind: 'near-copy', evidence: `${percent} % of the shorter text's five-word runs stand in the other` }
}

/** Whether and how two documents repeat one another; the order of the two does not matter. */
export function compareDocuments(x: Sketch, y: Sketch): Repeat | undefined {
  const copy = compareTexts(x.text, y.text)
  if (copy) return copy
  const apart = daysApart(x.document, y.document)
  if (apart > TRANSLATION_DAYS) return undefined
  const [a, b] = x.document.id < y.document.id ? [x.outline, y.outline] : [y.outline, x.outline]
  if (a.hasCapitals !== b.hasCapitals) {
    const score = scoreTranslation(a, b)
    if (score !== null) {
      const evidence = `names, numbers and claims in the same order (${score.toFixed(2)})`
      return { kind: 'translation', evidence }
    }
  }
  const evidence = apart <= WIRE_DAYS ? commonSource(a, b, { a: x.text, b: y.text }) : undefined
  return evidence === undefined ? undefined : { kind: 'common-source', evidence }
}

const KINDS: readonly RepeatKind[] = ['copy', 'near-copy', 'translation', 'common-source']

/** Documents joined by pairs of one kind, each group with the evidence of its first pair, the earliest document first. */
function groupsOf(kind: RepeatKind, pairs: readonly RepeatPair[], documents: Documents): Republication[] {
  const group = new Map<string, Set<string>>()
  for (const { a, b } of pairs) {
    const [one, other] = [group.get(a) ?? new Set([a]), group.get(b) ?? new Set([b])]
    if (one === other) continue
    const [large, small] = one.size >= other.size ? [one, other] : [other, one]
    for (const id of small) large.add(id)
    for (const id of [...small, a, b]) group.set(id, large)
  }
  const evidence = new Map<Set<string>, string>()
  for (const pair of pairs) {
    const own = group.get(pair.a)!
    const known = evidence.get(own)
    if (known === undefined || order(pair.evidence, known) < 0) evidence.set(own, pair.evidence)
  }
  return [...evidence].map(([members, why]) => {
    const listed = [...members].flatMap((id) => documents.get(id) ?? [])
    listed.sort((x, y) => order(x.published ?? '~', y.published ?? '~') || order(x.id, y.id))
    return { kind, documents: listed.map(({ id, path }) => ({ id, path })), evidence: why }
  })
}

type Documents = ReadonlyMap<string, ListedDocument>

/** Pairs of documents as groups that repeat one another, in a fixed order. */
export function groupRepeats(pairs: readonly RepeatPair[], documents: Documents): Republication[] {
  const rows = KINDS.flatMap((kind) =>
    groupsOf(
      kind,
      pairs.filter((pair) => pair.kind === kind),
      documents,
    ),
  )
  const key = (r: Republication) => `${KINDS.indexOf(r.kind)} ${r.documents.map((d) => d.id).join(' ')}`
  return rows.sort((x, y) => order(key(x), key(y)))
}

/** Pairs of documents of which each seeks what the other holds, by position, each once. */
function candidates(sketches: readonly Sketch[]): [number, number][] {
  const keys = sketches.map(textKeys)
  const holders = new Map<string, number[]>()
  keys.forEach(({ holds }, i) => {
    for (const key of holds) {
      const own = holders.get(key)
      own ? own.push(i) : holders.set(key, [i])
    }
  })
  const found = keys.map(({ seeks }) => {
    const others = new Set<number>()
    for (const key of seeks) {
      const own = holders.get(key) ?? []
      if (own.length <= MOST_HOLDERS || standsForText(key)) for (const j of own) others.add(j)
    }
    return others
  })
  return found.flatMap((own, i) =>
    [...own].flatMap((j): [number, number][] => (i < j && found[j]!.has(i) ? [[i, j]] : [])),
  )
}

/**
 * Documents that repeat one another: exact copies, near copies (shared runs of five words), translations between a script
 * with capitals and one without (names, numbers and claims in the same order), and texts that rest on one source without
 * saying so. Documents are the earliest first. The result does not depend on the order they came in.
 */
export function findRepublications(documents: readonly ReadDocument[], world: KnownWorld): Republication[] {
  const byId = new Map(documents.map((d) => [d.document.id, d]))
  const sketches = [...byId.values()].map((read) => new Sketch(read, world))
  const pairs: RepeatPair[] = []
  for (const [i, j] of candidates(sketches)) {
    const [x, y] = [sketches[i]!, sketches[j]!]
    const found = compareDocuments(x, y)
    if (found) pairs.push({ ...found, a: x.document.id, b: y.document.id })
  }
  const listed = documents.map(({ document: { id, path, published } }) => ({ id, path, published: published?.to }))
  return groupRepeats(pairs, new Map(listed.map((one) => [one.id, one])))
}
