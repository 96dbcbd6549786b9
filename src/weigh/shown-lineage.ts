import { because, type Reason, type Republication } from '../model/index.js'
import type { Origin } from './origin.js'
import { touching } from './touching.js'
import type { UnionFind } from './union-find.js'

/** One outlet's unnamed source of one description is one source while its reports lie this many days apart at most. */
const WINDOW_DAYS = 7

function byKey(indices: readonly number[], key: (i: number) => string | undefined): number[][] {
  const groups = new Map<string, number[]>()
  for (const i of indices) {
    const k = key(i)
    if (k === undefined) continue
    const group = groups.get(k)
    group ? group.push(i) : groups.set(k, [i])
  }
  return [...groups.values()]
}

const names = (origins: readonly Origin[], indices: readonly number[]) =>
  [...new Set(indices.map((i) => origins[i]!.name))].sort()

function joinAll(indices: readonly number[], lineage: UnionFind, reason?: Reason): void {
  for (let n = 1; n < indices.length; n++) lineage.join(indices[0]!, indices[n]!, reason)
}

/**
 * Unnamed sources that are known only through a named body ("confidential sources of the panel"), and that body's own
 * word: the first is what the second rests on, so that the two are one lineage.
 */
function joinThroughBodies(origins: readonly Origin[], lineage: UnionFind): void {
  const named = new Map<string, number>()
  for (const [i, o] of origins.entries()) if (o.kind === 'named' && !named.has(o.key)) named.set(o.key, i)
  for (const [i, o] of origins.entries()) {
    if (o.kind !== 'unnamed') continue
    const body = o.through.findLast((key) => named.has(key))
    if (body === undefined) continue
    const passer = named.get(body)!
    lineage.join(passer, i, because('known-through', { x: o.name, y: origins[passer]!.name }))
  }
}

/** The same named origin; the same outlet's own voice; outlets of one owner; one unnamed source in one week. */
function joinByChain(origins: readonly Origin[], lineage: UnionFind): void {
  const of: Record<Origin['kind'], number[]> = { named: [], unnamed: [], voice: [], unknown: [] }
  for (const [i, { kind }] of origins.entries()) of[kind].push(i)
  for (const same of byKey(of.named, (i) => origins[i]!.key)) joinAll(same, lineage)
  for (const same of byKey(of.unknown, (i) => origins[i]!.key)) joinAll(same, lineage)
  for (const same of byKey(of.voice, (i) => origins[i]!.key)) joinAll(same, lineage)
  for (const same of byKey(of.voice, (i) => origins[i]!.owner)) {
    if (new Set(same.map((i) => origins[i]!.key)).size < 2) continue
    joinAll(same, lineage, because('one-owner', { x: names(origins, same), y: origins[same[0]!]!.owner! }))
  }
  for (const same of byKey(of.unnamed, (i) => origins[i]!.key)) {
    const dated = [...same].sort((i, j) => (origins[i]!.day ?? Infinity) - (origins[j]!.day ?? Infinity) || i - j)
    for (let n = 1; n < dated.length; n++) {
      const [a, b] = [origins[dated[n - 1]!]!, origins[dated[n]!]!]
      const near = a.day !== null && b.day !== null && b.day - a.day <= WINDOW_DAYS
      if (a.document === b.document) lineage.join(dated[n - 1]!, dated[n]!)
      else if (near) lineage.join(dated[n - 1]!, dated[n]!, because('one-unnamed', { x: a.name, y: a.viaName }))
    }
  }
}

/**
 * Documents that repeat one text: their own voices are one; their unnamed sources are one where each has only one;
 * and where the text has a single origin in all, a repeat that lost the attribution goes back to it too.
 */
function joinByText(origins: readonly Origin[], republication: Republication, lineage: UnionFind): void {
  const documents = new Set(republication.documents.map((d) => d.id))
  const inText = origins.flatMap((o, i) => (documents.has(o.document) ? [i] : []))
  if (new Set(inText.map((i) => origins[i]!.document)).size < 2) return
  const reason = because(republication.kind)
  const of = (...kinds: Origin['kind'][]) => inText.filter((i) => kinds.includes(origins[i]!.kind))
  const unnamed = of('unnamed')
  const perDocument = byKey(unnamed, (i) => origins[i]!.document)
  if (perDocument.every((own) => new Set(own.map((i) => origins[i]!.key)).size === 1)) joinAll(unnamed, lineage, reason)
  const silent = of('voice', 'unknown')
  joinAll(silent, lineage, reason)
  const told = [...new Set(of('named', 'unnamed').map((i) => lineage.find(i)))]
  if (told.length === 1 && silent.length > 0) lineage.join(told[0]!, silent[0]!, reason)
  for (const same of byKey(of('named'), (i) => origins[i]!.key)) joinAll(same, lineage, reason)
}

/**
 * What is quoted from an outlet goes back to whom that outlet's own reports name, where by then these have a single origin;
 * so does what comes back to it in a circle.
 */
function joinQuotedOutlets(origins: readonly Origin[], lineage: UnionFind): void {
  const quoted = [...origins.keys()].filter(
    (i) => origins[i]!.kind === 'voice' && origins[i]!.key !== origins[i]!.printer,
  )
  if (quoted.length === 0) return
  const printed = byKey([...origins.keys()], (i) => origins[i]!.printer)
  const reports = new Map(printed.map((own) => [origins[own[0]!]!.printer, own]))
  for (const i of quoted) {
    const o = origins[i]!
    const earlier = (reports.get(o.key) ?? []).filter((j) => (origins[j]!.day ?? -Infinity) <= (o.day ?? Infinity))
    const [root, ...others] = [...new Set(earlier.map((j) => lineage.find(j)))]
    if (root === undefined || others.length > 0 || root === lineage.find(i)) continue
    lineage.join(root, i, because('quoted-outlet', { x: o.name }))
  }
}

/** Joins the origins that are shown to be one, each merge with its reason. Linear in the number of claims. */
export function joinShown(
  origins: readonly Origin[],
  republications: readonly Republication[],
  lineage: UnionFind,
): void {
  joinByChain(origins, lineage)
  joinThroughBodies(origins, lineage)
  const documents = origins.map(({ document }) => document)
  for (const r of touching(republications, documents)) joinByText(origins, r, lineage)
  joinQuotedOutlets(origins, lineage)
}
