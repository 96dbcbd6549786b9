import type { Claim, Document, Republication } from '../../model/index.js'
import { dayNumber } from '../incidents/days.js'
import type { KnownWorld } from '../known-world.js'
import { commonSource } from './common-source.js'
import { type Outline, outline } from './outline.js'
import { overlap, type Shingles, shingles } from './shingles.js'
import { scoreTranslation } from './translation.js'

/** A document and what it claims. */
export interface ReadDocument {
  document: Document
  claims: readonly Claim[]
}

interface Read {
  outline: Outline
  text: Shingles
}

type Kind = Republication['kind']
interface Pair {
  kind: Kind
  a: number
  b: number
  evidence: string
}

const NEAR_RESEMBLANCE = 0.5
const NEAR_CONTAINMENT = 0.6
const LEAST_RUNS = 8
/** A translation or a second use of one wire comes within so many days. */
const TRANSLATION_DAYS = 30
const WIRE_DAYS = 4
/** A word run, or a kind of claim, that so many documents share says nothing of any two of them. */
const LARGEST_BUCKET = 200

const order = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0)

/** Pairs of documents that share a key, smaller number first. */
function candidates(keys: readonly (readonly (string | number)[])[]): Map<number, Set<number>> {
  const buckets = new Map<string | number, number[]>()
  keys.forEach((own, i) => {
    for (const key of new Set(own)) {
      const bucket = buckets.get(key)
      bucket ? bucket.push(i) : buckets.set(key, [i])
    }
  })
  const pairs = new Map<number, Set<number>>()
  for (const bucket of buckets.values()) {
    if (bucket.length > LARGEST_BUCKET) continue
    for (const [n, i] of bucket.entries()) {
      for (const j of bucket.slice(n + 1)) pairs.set(i, (pairs.get(i) ?? new Set()).add(j))
    }
  }
  return pairs
}

function daysApart(a: Document, b: Document): number {
  const day = (d: Document) => (d.published && d.published.basis !== 'none' ? dayNumber(d.published.to) : null)
  const [x, y] = [day(a), day(b)]
  return x === null || y === null ? 0 : Math.abs(x - y)
}

function compareTexts(a: Shingles, b: Shingles): { kind: Kind; evidence: string } | undefined {
  if (a.words === b.words) return { kind: 'copy', evidence: 'the same words throughout' }
  const { shared, resemblance, containment } = overlap(a, b)
  if (shared < LEAST_RUNS || (resemblance < NEAR_RESEMBLANCE && containment < NEAR_CONTAINMENT)) return undefined
  const percent = Math.round(containment * 100)
  return { kind: 'near-copy', evidence: `${percent} % of the shorter text's five-word runs stand in the other` }
}

function comparePair(x: Read, y: Read): { kind: Kind; evidence: string } | undefined {
  const [a, b] = [x.outline, y.outline]
  const copy = compareTexts(x.text, y.text)
  if (copy) return copy
  const apart = daysApart(a.document, b.document)
  if (a.hasCapitals !== b.hasCapitals && apart <= TRANSLATION_DAYS) {
    const { isTranslation, score } = scoreTranslation(a, b)
    if (isTranslation) {
      const evidence = `names, numbers and claims in the same order (${score.toFixed(2)})`
      return { kind: 'translation', evidence }
    }
  }
  const evidence = apart <= WIRE_DAYS ? commonSource(a, b, { a: x.text, b: y.text }) : undefined
  return evidence === undefined ? undefined : { kind: 'common-source', evidence }
}

/** Documents joined by pairs of one kind, each group with the evidence of its first pair. */
function groupsOf(kind: Kind, pairs: readonly Pair[], reads: readonly Read[]): Republication[] {
  const group = new Map<number, Set<number>>()
  for (const { a, b } of pairs) {
    const joined = new Set([...(group.get(a) ?? [a]), ...(group.get(b) ?? [b])])
    for (const i of joined) group.set(i, joined)
  }
  return [...new Set(group.values())].map((members) => {
    const documents = [...members].map((i) => reads[i]!.outline.document)
    documents.sort((x, y) => order(x.published?.to ?? '~', y.published?.to ?? '~') || order(x.id, y.id))
    const evidence = pairs
      .filter((p) => members.has(p.a))
      .map((p) => p.evidence)
      .sort(order)[0]!
    return { kind, documents: documents.map(({ id, path }) => ({ id, path })), evidence }
  })
}

/**
 * Documents that repeat one another: exact copies, near copies (shared runs of five words), translations between a script
 * with capitals and one without (names, numbers and claims in the same order), and texts that rest on one source without
 * saying so. Documents are the earliest first. The result does not depend on the order they came in.
 */
export function findRepublications(documents: readonly ReadDocument[], world: KnownWorld): Republication[] {
  const byId = new Map(documents.map((d) => [d.document.id, d]))
  const reads = [...byId.values()]
    .sort((x, y) => order(x.document.id, y.document.id))
    .map(({ document, claims }): Read => ({ outline: outline(document, claims, world), text: shingles(document.text) }))
  const keys = reads.map(({ text, outline: o }) => [
    ...text.sample,
    text.words,
    // What is claimed and the larger numbers bring translations together.
    ...o.claims.map((c) => `claim ${c}`),
    ...[...o.agencies.keys()].flatMap((id) => o.deeds.map((d) => `agency ${id} ${d}`)),
    ...o.numbers.filter((n) => Number(n) > 9).map((n) => `number ${n}`),
  ])
  const pairs: Pair[] = []
  for (const [i, others] of candidates(keys)) {
    for (const j of others) {
      const found = comparePair(reads[i]!, reads[j]!)
      if (found) pairs.push({ ...found, a: i, b: j })
    }
  }
  const kinds: readonly Kind[] = ['copy', 'near-copy', 'translation', 'common-source']
  const rows = kinds.flatMap((kind) =>
    groupsOf(
      kind,
      pairs.filter((p) => p.kind === kind).sort((x, y) => x.a - y.a || x.b - y.b),
      reads,
    ),
  )
  const key = (r: Republication) => `${kinds.indexOf(r.kind)} ${r.documents.map((d) => d.id).join(' ')}`
  return rows.sort((x, y) => order(key(x), key(y)))
}
