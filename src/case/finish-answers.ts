import { actorNetwork } from './actor-network.js'
import type { CaseContext } from './context.js'
import { listUnread } from './list-documents.js'
import { listSources } from './list-sources.js'
import { markIncidents } from './mark-incidents.js'
import { rankedEntities } from './page-entities.js'
import { reviewQueue } from './review-queue.js'
import { summariseCase } from './summarise-case.js'

/** The answers about a whole case that views open with. */
const ANSWERS: readonly ((context: CaseContext) => Promise<unknown>)[] = [
  summariseCase,
  (context: CaseContext) => actorNetwork(context, {}),
  listSources,
  listUnread,
  rankedEntities,
  (context: CaseContext) => markIncidents(context, {}),
  (context: CaseContext) => reviewQueue(context, { limit: 1 }),
]

/**
 * Makes and keeps the answers that views open with, so that the first to look after a large import need not wait. Each is
 * kept by itself: what an interruption leaves out, a view makes. `onProgress`: how many are made, of how many.
 */
export async function finishAnswers(
  context: CaseContext,
  onProgress?: (done: number, total: number) => void,
): Promise<void> {
  for (const [i, answer] of ANSWERS.entries()) {
    await answer(context)
    onProgress?.(i + 1, ANSWERS.length)
  }
}

/** Documents after which these answers are made at once, and not when somebody looks. */
const MANY = 200

/** The same after an import of so many documents, if they are many. */
export async function finishImport(
  context: CaseContext,
  documents: number,
  onProgress?: (done: number, total: number) => void,
): Promise<void> {
  if (documents >= MANY) await finishAnswers(context, onProgress)
}
