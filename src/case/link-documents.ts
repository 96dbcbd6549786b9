import {
  claimsEverOf,
  countJobs,
  finishJobs,
  flushErased,
  type Job,
  keepStatistics,
  waitingJobs,
} from '../store/index.js'
import type { CaseContext } from './context.js'
import { renewRepeats } from './find-repeats.js'
import { indexDocument } from './index-words.js'
import { renewStandings } from './keep-standings.js'
import { renewTellings } from './keep-tellings.js'
import { linkAnew } from './link-anew.js'
import { refreshDocument } from './refresh-document.js'

/** Documents linked in one transaction. */
const AT_ONCE = 250

/** What documents leave behind, but that they wait to be read. */
const KINDS: readonly Job['kind'][] = ['refresh', 'index', 'link', 'regroup', 'erase']

/**
 * Does the work that documents left behind: links them into the case block by block and removes the bytes of forgotten
 * ones. Jobs are struck out in the transaction that stores their result, so that whatever was interrupted is done again
 * at the next opening. `onLink`: how many pieces of work are done, of how many; what work leaves behind adds to them.
 */
export async function finishWork(context: CaseContext, onLink?: (done: number, total: number) => void): Promise<void> {
  const { store, steps } = context
  let erased = false
  let worked = false
  let done = 0
  for (let more = true; more; ) {
    more = await store.write(async (tx) => {
      const jobs = await waitingJobs(tx, KINDS, AT_ONCE)
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
      const documents = subjectsOf(jobs, 'link')
      await renewRepeats(tx, documents, steps.world)
      const changed = await claimsEverOf(tx, documents)
      const regrouped = await claimsEverOf(tx, subjectsOf(jobs, 'regroup'))
      await linkAnew(tx, { changed, regrouped }, steps.world)
      done += jobs.length
      // What this work itself left behind is there now.
      return jobs.length > 0
    })
    if (more && onLink) onLink(done, done + (await store.read((scope) => countJobs(scope, KINDS))))
  }
  if (worked) await store.write(keepStatistics)
  if (worked) await renewTellings(context)
  if (worked) await renewStandings(context)
  if (erased) await store.read(flushErased)
}

function subjectsOf(jobs: readonly Job[], kind: Job['kind']): string[] {
  return jobs.flatMap((job) => (job.kind === kind ? [job.subject] : []))
}

function idsOf(jobs: readonly Job[]): string[] {
  return jobs.map(({ id }) => id)
}
