import type { Incident, Republication } from '../model/index.js'
import {
  blockLimit,
  findSame,
  type LinkClaim,
  linkIncidents,
  type Repeats,
  SAME_TEXT,
  type SameClaims,
} from '../resolve/index.js'
import {
  blockMembers,
  blocksOfClaims,
  blocksOfDocuments,
  type ClaimPair,
  finishJobs,
  flushErased,
  incidentsOfClaims,
  incidentsOfDocuments,
  insertClaimLinks,
  type Job,
  keepStatistics,
  linkedClaims,
  linkedOfDocuments,
  pairJudgements,
  removeClaimLinks,
  repeatsOfDocuments,
  replaceIncidents,
  type Scope,
  shownByIds,
  shownOfDocuments,
  waitingJobs,
} from '../store/index.js'
import { applyPairs, type JudgedPair, judgedPairs } from './apply-pairs.js'
import { type CaseContext, withDocuments } from './context.js'
import { renewRepeats, type Sketches } from './find-repeats.js'
import { standing } from './fit-judgements.js'
import { identitiesOf, worldWith } from './identities.js'
import { indexDocument } from './index-words.js'
import { renewStandings } from './keep-standings.js'
import { renewTellings } from './keep-tellings.js'
import { Pieces } from './pieces.js'
import { refreshDocument } from './refresh-document.js'
import type { CaseWorld } from './steps.js'

/** Documents linked in one transaction. */
const AT_ONCE = 100

/**
 * Does the work that documents left behind: links them into the case block by block and removes the bytes of forgotten
 * ones. Jobs are struck out in the transaction that stores their result, so that whatever was interrupted is done again
 * at the next opening.
 */
export async function finishWork(context: CaseContext): Promise<void> {
  const { store, steps } = context
  let erased = false
  let worked = false
  for (let more = true; more; ) {
    more = await store.write(async (tx) => {
      const jobs = await waitingJobs(tx, ['refresh', 'index', 'link', 'erase'], AT_ONCE)
      await finishJobs(tx, idsOf(jobs))
      worked ||= jobs.length > 0
      for (const job of jobs.filter(({ kind }) => kind === 'erase')) {
        if (store.engine === 'sqlite') await store.raw.remove(job.subject.replace(/^sha256:/, ''))
        erased = true
      }
      for (const { kind, subject } of jobs) {
        if (kind === 'refresh') await refreshDocument(tx, subject, steps.world)
        if (kind === 'index') await indexDocument(tx, subject, steps.world)
      }
      const documents = jobs.flatMap(({ kind, subject }) => (kind === 'link' ? [subject] : []))
      const made: Sketches = new Map()
      for (const document of documents) await renewRepeats(tx, document, steps.world, made)
      await linkDocuments(tx, documents, steps.world)
      // What this work itself left behind is there now.
      return jobs.length > 0
    })
  }
  if (worked) await store.write(keepStatistics)
  if (worked) await renewTellings(context)
  if (worked) await renewStandings(context)
  if (erased) await store.read(flushErased)
}

function idsOf(jobs: readonly Job[]): string[] {
  return jobs.map(({ id }) => id)
}

/**
 * Links the claims of these documents anew: they are compared with the claims of the blocks that they stand in, and every
 * group of claims that is thereby changed is divided into incidents again. Groups are closed under "same", so that the
 * result is that of linking the whole case, in whatever order documents came. Of what was linked before, the whole group is
 * compared anew, since it may have hung together by a claim that is gone or changed.
 */
export async function linkDocuments(tx: Scope, documents: readonly string[], packs: CaseWorld): Promise<void> {
  if (documents.length === 0) return
  const world = await worldWith(tx, packs, await identitiesOf(tx, packs))
  const before = await closure(tx, await linkedOfDocuments(tx, documents), [])
  await removeClaimLinks(tx, [...before])
  const renewed = new Set(documents)
  const regrouped = (await shownByIds(tx, [...before])).filter(({ document }) => !renewed.has(document))
  const own = await linkable(tx, [...(await shownOfDocuments(tx, documents)), ...regrouped])
  const blocks = [
    ...(await blocksOfDocuments(tx, documents)),
    ...(await blocksOfClaims(
      tx,
      regrouped.map(({ claim }) => claim.id),
    )),
  ]
  const members = await blockMembers(tx, [...new Set(blocks)], blockLimit)
  const ids = new Set(own.map(({ claim }) => claim.id))
  const near = [...new Set([...members.values()].flat())].filter((id) => !ids.has(id))
  const others = await linkable(tx, await shownByIds(tx, near))
  const repeats = await directRepeats(tx, [...new Set(own.map(({ document }) => document.id))])
  const same = findSame(own, others, [...members.values()], world, repeats)
  const documentOf = new Map([...own, ...others].map(({ claim, document }) => [claim.id, document.id]))
  const links = holdingTogether(same, ids, await incidentsOfClaims(tx, near)).map(
    ({ a, b }): ClaimPair => ({ a, b, aDocument: documentOf.get(a)!, bDocument: documentOf.get(b)! }),
  )
  await insertClaimLinks(tx, links)
  const judged = await judgedNow(tx)
  const pieces = new Pieces()
  const group = await closure(tx, [...before, ...ids], judged, pieces)
  const touched = new Set([
    ...(await incidentsOfDocuments(tx, documents)),
    ...(await incidentsOfClaims(tx, [...group])).values(),
  ])
  const claims = await linkable(tx, await shownByIds(tx, [...group]))
  const republications = await textsAmong(tx, claims)
  const linked = linkPieces(claims, pieces, world, republications)
  const incidents = applyPairs(linked, judged, claims, world, republications)
  const documentsOf = new Map(claims.map(({ claim, document }) => [claim.id, document.id]))
  await replaceIncidents(tx, [...touched], incidents, documentsOf)
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

/** Links claims piece by piece of what hangs together: claims of two pieces are never the same. */
function linkPieces(
  claims: readonly LinkClaim[],
  pieces: Pieces,
  world: CaseWorld,
  texts: Republication[],
): Incident[] {
  const groups = new Map<string, LinkClaim[]>()
  for (const item of claims) {
    const piece = pieces.of(item.claim.id)
    const own = groups.get(piece)
    own ? own.push(item) : groups.set(piece, [item])
  }
  return [...groups.values()].flatMap((own) => linkIncidents(own, world, texts))
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
  for (const { a, b } of judged)
    for (const [x, y] of [
      [a, b],
      [b, a],
    ] as const)
      partners.set(x, [...(partners.get(x) ?? []), y])
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
async function judgedNow(tx: Scope): Promise<JudgedPair[]> {
  const judgements = standing(await pairJudgements(tx)).filter(({ anchors }) => anchors.length > 0)
  if (judgements.length === 0) return []
  const documents = new Set(judgements.flatMap(({ anchors }) => anchors.map(({ document }) => document)))
  return judgedPairs(judgements, await withDocuments(tx, await shownOfDocuments(tx, [...documents])))
}

/** Which documents are one text with one of these. */
async function directRepeats(tx: Scope, documents: readonly string[]): Promise<Repeats> {
  const pairs = (await repeatsOfDocuments(tx, documents)).filter(({ kind }) => SAME_TEXT.has(kind as never))
  const known = new Set(pairs.flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]))
  return (a, b) => known.has(`${a} ${b}`)
}

/** Pairs of documents of these claims that are one text. */
async function textsAmong(tx: Scope, claims: readonly LinkClaim[]): Promise<Republication[]> {
  const documents = new Set(claims.map(({ document }) => document.id))
  return (await repeatsOfDocuments(tx, [...documents]))
    .filter(({ a, b }) => documents.has(a) && documents.has(b))
    .map(({ a, b, kind, evidence }) => ({
      ...{ kind: kind as 'copy', evidence },
      documents: [a, b].map((id) => ({ id, path: '' })),
    }))
}
