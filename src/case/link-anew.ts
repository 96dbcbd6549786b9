import type { Incident, Republication } from '../model/index.js'
import {
  blockLimit,
  findSame,
  type LinkClaim,
  linkIncidents,
  Pieces,
  pairsToCompare,
  type Repeats,
  SAME_TEXT,
  type SameClaims,
} from '../resolve/index.js'
import {
  blockMembers,
  blocksByClaim,
  briefsByIds,
  type ClaimPair,
  incidentsOfClaims,
  insertClaimLinks,
  linkedClaims,
  pairJudgements,
  removeClaimLinks,
  repeatsOfDocuments,
  replaceIncidents,
  type Scope,
  shownByIds,
  shownOfDocuments,
} from '../store/index.js'
import { applyPairs, type JudgedPair, judgedPairs } from './apply-pairs.js'
import { withDocuments } from './context.js'
import { standing } from './fit-judgements.js'
import { identitiesOf, worldWith } from './identities.js'
import { UnsureFound, unsureState } from './keep-unsure.js'
import type { CaseWorld } from './steps.js'

/**
 * Links these claims anew, also those that are no longer shown: those that `changed` are compared with the claims of the
 * blocks that they stand in, and every group of claims that is thereby changed is divided into incidents again. Groups are
 * closed under "same", so that the result is that of linking the whole case, in whatever order documents came. What was
 * linked before, or is to be `regrouped`, is compared within its group: it is the same with nothing outside, but may have
 * hung together by a claim that is gone or changed.
 */
export async function linkAnew(
  tx: Scope,
  { changed, regrouped = [] }: { changed: readonly string[]; regrouped?: readonly string[] },
  packs: CaseWorld,
): Promise<void> {
  const before = await closure(tx, [...changed, ...regrouped], [])
  if (before.size === 0) return
  const world = await worldWith(tx, packs, await identitiesOf(tx, packs))
  await removeClaimLinks(tx, [...before])
  const isNew = new Set(changed)
  const here = await linkable(tx, await shownByIds(tx, [...before]))
  const ids = new Set(here.map(({ claim }) => claim.id))
  const [own, old] = [here.filter(({ claim }) => isNew.has(claim.id)), here.filter(({ claim }) => !isNew.has(claim.id))]
  const members = await blockMembers(tx, [...(await blocksByClaim(tx, idsOf(own))).keys()], blockLimit)
  const near = [...new Set([...members.values()].flat())].filter((id) => !ids.has(id))
  const texts = new SameTexts()
  await texts.read(tx, here)
  const briefs = await briefsByIds(tx, near)
  const state = await unsureState(tx)
  const unsure = state && new UnsureFound(state)
  const pairs = pairsToCompare(own, old, briefs, [...members.values()], world, texts.repeats, unsure?.wanted)
  const worth = [...new Set([...pairs.values()].flat())].filter((id) => !ids.has(id))
  const others = await linkable(tx, await shownByIds(tx, worth))
  const among = pairsToCompare(old, [], [], await blocksAmong(tx, idsOf(old)), world, texts.repeats, unsure?.wanted)
  const same = [
    ...findSame([...here, ...others], pairs, world, texts.repeats, unsure),
    ...findSame(old, among, world, texts.repeats, unsure),
  ]
  const documentOf = new Map([...here, ...others].map(({ claim, document }) => [claim.id, document.id]))
  const found = [...new Set(same.flatMap(({ a, b }) => [a, b]))].filter((id) => !ids.has(id))
  const links = holdingTogether(same, ids, await incidentsOfClaims(tx, found)).map(
    ({ a, b }): ClaimPair => ({ a, b, aDocument: documentOf.get(a)!, bDocument: documentOf.get(b)! }),
  )
  await insertClaimLinks(tx, links)
  const judged = await judgedNow(tx)
  const pieces = new Pieces()
  const group = await closure(tx, [...before, ...ids], judged, pieces)
  const touched = new Set((await incidentsOfClaims(tx, [...group])).values())
  const claims = await linkable(tx, await shownByIds(tx, [...group]))
  await texts.read(tx, claims)
  // A block that holds too many of the case may hold few of a piece.
  const crowded = await crowdedOf(tx, (await blocksByClaim(tx, idsOf(claims))).keys())
  const linked = linkPieces(claims, pieces, (own) =>
    linkIncidents(own, world, texts.repeats, { crowded, apart: unsure }),
  )
  const incidents = applyPairs(linked, judged, claims, (own) => linkIncidents(own, world, texts.repeats, { crowded }))
  for (const { claim, document } of claims) documentOf.set(claim.id, document.id)
  await replaceIncidents(tx, [...touched], incidents, documentOf)
  const incidentOf = new Map(linked.flatMap((one) => one.claims.map((id) => [id, one.id] as const)))
  await unsure?.keep(tx, {
    claims: [...group],
    isOne: ({ a, b }) => incidentOf.has(a) && incidentOf.get(a) === incidentOf.get(b),
    isGone: async (held) => {
      const apart = await partedByBlocks(tx, held, new Set(regrouped))
      return (pair) =>
        isNew.has(pair.a) || isNew.has(pair.b) || (before.has(pair.a) && before.has(pair.b)) || apart.has(pair)
    },
  })
}

const idsOf = (items: readonly LinkClaim[]) => items.map(({ claim }) => claim.id)

/** The blocks in which these claims stand, with no others; without those that hold too many of the case to say anything. */
async function blocksAmong(tx: Scope, claims: readonly string[]): Promise<string[][]> {
  const blocks = await blocksByClaim(tx, claims)
  const crowded = await crowdedOf(tx, blocks.keys())
  return [...blocks].flatMap(([block, own]) => (crowded.has(block) ? [] : [own]))
}

/** Those of these blocks that hold too many of the case to say anything. */
async function crowdedOf(tx: Scope, blocks: Iterable<string>): Promise<Set<string>> {
  const limited = [...blocks].filter((block) => Number.isFinite(blockLimit(block)))
  const small = await blockMembers(tx, limited, blockLimit)
  return new Set(limited.filter((block) => !small.has(block)))
}

/**
 * Of pairs that are the same so many as hold their claims together. The claims of one incident hang together already, by
 * links that stand, unless they are among those that are linked anew (`own`).
 */
function holdingTogether(
  same: readonly SameClaims[],
  own: ReadonlySet<string>,
  incidentOf: ReadonlyMap<string, string>,
): SameClaims[] {
  const pieces = new Pieces()
  const piece = (claim: string) => (own.has(claim) ? claim : (incidentOf.get(claim) ?? claim))
  return same.filter(({ a, b }) => pieces.join(piece(a), piece(b)))
}

/**
 * Of these pairs of claims those that meet in no block any more: of a claim that is grouped anew a block may have grown too
 * large to say anything.
 */
async function partedByBlocks<Pair extends { a: string; b: string }>(
  tx: Scope,
  pairs: readonly Pair[],
  regrouped: ReadonlySet<string>,
): Promise<Set<Pair>> {
  const asked = pairs.filter(({ a, b }) => regrouped.has(a) || regrouped.has(b))
  const blocks = await blocksAmong(tx, [...new Set(asked.flatMap(({ a, b }) => [a, b]))])
  const own = new Map<string, Set<number>>()
  blocks.forEach((block, number) => {
    for (const claim of block) own.set(claim, (own.get(claim) ?? new Set()).add(number))
  })
  const meet = ({ a, b }: Pair) => [...(own.get(a) ?? [])].some((number) => own.get(b)?.has(number))
  return new Set(asked.filter((pair) => !meet(pair)))
}

/** Links claims piece by piece of what hangs together: claims of two pieces are never the same. */
function linkPieces(
  claims: readonly LinkClaim[],
  pieces: Pieces,
  link: (claims: readonly LinkClaim[]) => Incident[],
): Incident[] {
  const groups = new Map<string, LinkClaim[]>()
  for (const item of claims) {
    const piece = pieces.of(item.claim.id)
    const own = groups.get(piece)
    own ? own.push(item) : groups.set(piece, [item])
  }
  return [...groups.values()].flatMap((own) => link(own))
}

/** Claims with their documents, without those that an analyst rejected. */
function linkable(tx: Scope, found: Awaited<ReturnType<typeof shownByIds>>): Promise<LinkClaim[]> {
  return withDocuments(
    tx,
    found.filter(({ decision }) => decision !== 'rejected'),
  )
}

/** All claims that these hang together with, by links or by judgements; `pieces` joins those with links between them. */
async function closure(
  tx: Scope,
  seeds: readonly string[],
  judged: readonly JudgedPair[],
  pieces = new Pieces(),
): Promise<Set<string>> {
  const partners = new Map<string, string[]>()
  for (const { a, b } of judged) {
    // Each with one of them, and that one with all: they are found from any.
    const [first, ...others] = [...a, ...b]
    partners.set(first!, [...(partners.get(first!) ?? []), ...others])
    for (const one of others) partners.set(one, [...(partners.get(one) ?? []), first!])
  }
  const group = new Set(seeds)
  for (let next = [...group]; next.length > 0; ) {
    const links = await linkedClaims(tx, next)
    for (const [claim, other] of links) pieces.join(claim, other)
    const linked = links.map(([, other]) => other)
    const all = [...linked, ...next.flatMap((id) => partners.get(id) ?? [])]
    next = [...new Set(all)].filter((id) => !group.has(id))
    for (const id of next) group.add(id)
  }
  return group
}

/** The pairs of claims on which analysts decided, as they stand today. */
export async function judgedNow(tx: Scope): Promise<JudgedPair[]> {
  const judgements = standing(await pairJudgements(tx)).filter(({ anchors }) => anchors.length > 0)
  if (judgements.length === 0) return []
  const documents = new Set(judgements.flatMap(({ anchors }) => anchors.map(({ document }) => document)))
  return judgedPairs(judgements, await withDocuments(tx, await shownOfDocuments(tx, [...documents])))
}

/** Which documents are one text, as far as it was read. */
class SameTexts {
  readonly #read = new Set<string>()
  readonly #pairs = new Map<string, Set<string>>()

  readonly repeats: Repeats = (a, b) => this.#pairs.get(a)?.has(b) === true || this.#pairs.get(b)?.has(a) === true

  /** Reads with which documents those of these claims are one text. */
  async read(tx: Scope, claims: readonly LinkClaim[]): Promise<void> {
    const documents = new Set(claims.map(({ document }) => document.id))
    const unread = [...documents].filter((id) => !this.#read.has(id))
    for (const id of unread) this.#read.add(id)
    for (const { a, b, kind } of await repeatsOfDocuments(tx, unread)) {
      if (!SAME_TEXT.has(kind as Republication['kind'])) continue
      const own = this.#pairs.get(a)
      own ? own.add(b) : this.#pairs.set(a, new Set([b]))
    }
  }
}
