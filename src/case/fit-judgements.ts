import { type Claim, type Judgement, overlaps, type Span, sha256 } from '../model/index.js'
import type { Anchor, StoredJudgement } from '../store/index.js'

/** How much of the shorter span two spans must share to be taken for the same place. */
const LEAST_SHARED = 0.5

/** What finds a claim again in a later reading. Names go in as hashes: an anchor outlives a forgotten document. */
export function anchorOf(claim: Claim, document: string, side: Anchor['side'] = 'a'): Anchor {
  const { start, end } = claim.evidence
  return { side, claim: claim.id, document, span: { start, end }, type: claim.type, ...marks(claim) }
}

function marks(claim: Claim): { origin: string; parties: string[] } {
  const origin = claim.chain.at(-1)
  const fillers = [...claim.agents, ...claim.counterparts, ...claim.objects]
  const short = (text: string) => sha256(text).slice(0, 12)
  return {
    origin: origin ? short(origin.entity ?? origin.name) : '',
    parties: [...new Set(fillers.map((filler) => short(filler.entity ?? filler.text)))].sort(),
  }
}

/**
 * Which claim of today each anchor stands for: the claim with its id; else the one of its document and type whose
 * evidence it overlaps best, then with the same origin, then with most of the same parties. Null where none fits, or
 * two fit alike; and no claim stands for two anchors that were different claims.
 */
export function fitAnchors(
  anchors: readonly Anchor[],
  pool: readonly { claim: Claim; document: string }[],
): Map<Anchor, string | null> {
  const fits = new Map<Anchor, string | null>()
  const taken = new Map<string, string>()
  for (const anchor of anchors)
    if (pool.some(({ claim }) => claim.id === anchor.claim)) {
      fits.set(anchor, anchor.claim)
      taken.set(anchor.claim, anchor.claim)
    }
  const found = new Map<string, string | null>()
  for (const anchor of anchors) {
    if (fits.has(anchor)) continue
    if (!found.has(anchor.claim)) {
      const free = pool.filter(({ claim, document }) => document === anchor.document && !taken.has(claim.id))
      const best = bestFit(
        anchor,
        free.map(({ claim }) => claim),
      )
      found.set(anchor.claim, best)
      if (best !== null) taken.set(best, anchor.claim)
    }
    fits.set(anchor, found.get(anchor.claim) ?? null)
  }
  return fits
}

function bestFit(anchor: Anchor, claims: readonly Claim[]): string | null {
  const ranked = claims
    .filter((claim) => claim.type === anchor.type && shared(claim.evidence, anchor.span) >= LEAST_SHARED)
    .map((claim) => ({ claim, rank: rankOf(anchor, claim) }))
    .sort((x, y) => compare(y.rank, x.rank))
  const [first, second] = ranked
  if (!first || (second && compare(first.rank, second.rank) === 0)) return null
  return first.claim.id
}

function rankOf(anchor: Anchor, claim: Claim): number[] {
  const { origin, parties } = marks(claim)
  const same = parties.filter((party) => anchor.parties.includes(party)).length
  return [union(claim.evidence, anchor.span), origin === anchor.origin ? 1 : 0, same, -parties.length]
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i])
  return at === -1 ? 0 : a[at]! - b[at]!
}

function common(a: Span, b: Span): number {
  return overlaps(a, b) ? Math.min(a.end, b.end) - Math.max(a.start, b.start) : 0
}

function shared(a: Span, b: Span): number {
  return common(a, b) / Math.max(1, Math.min(a.end - a.start, b.end - b.start))
}

function union(a: Span, b: Span): number {
  return common(a, b) / Math.max(1, Math.max(a.end, b.end) - Math.min(a.start, b.start))
}

/** What took each judgement back, by its id; an entry that was itself taken back takes nothing back. */
export function reversals(judgements: readonly StoredJudgement[]): Map<string, Judgement> {
  const back = new Map<string, Judgement>()
  for (const { judgement } of [...judgements].sort((a, b) => b.seq - a.seq))
    if (judgement.reverses !== undefined && !back.has(judgement.id)) back.set(judgement.reverses, judgement)
  return back
}

/** Whether an entry only takes another back: it has the same kind and brings nothing new. Else it is a decision as well. */
export function onlyTakesBack({ kind, claim, grade }: Omit<Judgement, 'id' | 'at'>, reversed: Judgement | undefined) {
  return reversed?.kind === kind && !claim && !grade
}

/** The judgements that hold: without those taken back by a later entry's `reverses`, and without what only takes back. */
export function standing(judgements: readonly StoredJudgement[]): StoredJudgement[] {
  const byId = new Map(judgements.map((row) => [row.judgement.id, row.judgement]))
  const back = reversals(judgements)
  return judgements.filter(
    ({ judgement }) => !back.has(judgement.id) && !onlyTakesBack(judgement, byId.get(judgement.reverses ?? '')),
  )
}
