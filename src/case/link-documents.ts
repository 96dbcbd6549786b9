import { type LinkClaim, linkIncidents } from '../resolve/index.js'
import {
  finishJobs,
  flushErased,
  incidentsByIds,
  incidentsOfClaims,
  incidentsOfDocuments,
  type Job,
  listJudgements,
  listRepublications,
  neighbours,
  replaceIncidents,
  type Scope,
  shownByIds,
  shownOfDocuments,
  waitingJobs,
} from '../store/index.js'
import { applyPairs, judgedPairs } from './apply-pairs.js'
import { type CaseContext, withDocuments } from './context.js'
import { standing } from './fit-judgements.js'
import { renewCase } from './renew-case.js'
import type { Steps } from './steps.js'

/** Documents linked in one transaction. */
const AT_ONCE = 100

/**
 * Does the work that documents left behind: links their claims into incidents block by block, removes the bytes of
 * forgotten ones and, with `whole`, renews what depends on all documents. Jobs are struck out in the transaction that
 * stores their result, so that whatever was interrupted is done again at the next opening.
 */
export async function finishWork({ store, steps }: CaseContext, whole = true): Promise<void> {
  let erased = false
  for (let more = true; more; ) {
    more = await store.write(async (tx) => {
      const jobs = await waitingJobs(tx, ['link', 'erase'], AT_ONCE)
      for (const job of jobs.filter(({ kind }) => kind === 'erase')) {
        if (store.engine === 'sqlite') await store.raw.remove(job.subject.replace(/^sha256:/, ''))
        erased = true
      }
      const documents = jobs.flatMap(({ kind, subject }) => (kind === 'link' ? [subject] : []))
      await linkDocuments(tx, documents, steps)
      await finishJobs(tx, idsOf(jobs))
      return jobs.length === AT_ONCE
    })
  }
  if (whole)
    await store.write(async (tx) => {
      const jobs = await waitingJobs(tx, ['renew'], 1)
      // What was found to be one text is linked once more with that knowledge.
      if (jobs.length > 0) await linkDocuments(tx, await renewCase(tx, steps.world), steps)
      await finishJobs(tx, idsOf(jobs))
    })
  if (erased) await store.read(flushErased)
}

function idsOf(jobs: readonly Job[]): string[] {
  return jobs.map(({ id }) => id)
}

/**
 * Links the claims of these documents anew: together with all claims of the blocks they stand in, and of every incident
 * that any of these belongs to. What lies outside cannot meet them.
 */
export async function linkDocuments(tx: Scope, documents: readonly string[], steps: Steps): Promise<void> {
  if (documents.length === 0) return
  const near = await neighbours(tx, documents)
  const touched = new Set([
    ...(await incidentsOfDocuments(tx, documents)),
    ...(await incidentsOfClaims(tx, near)).values(),
  ])
  const judgements = standing(await listJudgements(tx)).filter(({ judgement }) => judgement.target.kind === 'pair')
  const old = await incidentsByIds(tx, [...touched])
  const ids = new Set([...near, ...old.flatMap(({ incident }) => incident.claims)])
  const partners = judgements
    .map(({ anchors }) => anchors)
    .filter((anchors) => anchors.some(({ claim, document }) => ids.has(claim) || documents.includes(document)))
    .flatMap((anchors) => anchors.map(({ document }) => document))
  const partnerClaims = await shownOfDocuments(tx, [...new Set(partners)])
  const partnerIncidents = await incidentsOfClaims(
    tx,
    partnerClaims.map(({ claim }) => claim.id),
  )
  for (const id of partnerIncidents.values()) touched.add(id)
  for (const { incident } of await incidentsByIds(tx, [...touched])) for (const id of incident.claims) ids.add(id)
  const found = (await shownByIds(tx, [...ids])).filter(({ decision }) => decision !== 'rejected')
  const claims = await withDocuments(tx, found)
  const republications = await listRepublications(tx)
  const linked = linkIncidents(claims, steps.world, republications)
  const incidents = applyPairs(linked, judgedPairs(judgements, claims), claims, steps.world, republications)
  await replaceIncidents(tx, [...touched], incidents, documentOf(claims))
}

function documentOf(claims: readonly LinkClaim[]): Map<string, string> {
  return new Map(claims.map(({ claim, document }) => [claim.id, document.id]))
}
