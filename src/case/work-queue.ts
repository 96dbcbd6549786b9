import { documentTexts, finishJobs, type Job, listDocuments } from '../store/index.js'
import { failureOf, isFatal } from './add-documents.js'
import type { AddOptions, AddResult } from './case.js'
import type { CaseContext } from './context.js'
import { finishImport } from './finish-answers.js'
import { finishWork } from './link-documents.js'
import { refreshDocument } from './refresh-document.js'
import { checkedReading, storeReading } from './store-document.js'

/** Jobs taken at once: few enough that a dead worker holds little up. */
const AT_ONCE = 20

/** Reads the documents that wait, until none is free, then links what was read. */
export async function workQueue(
  context: CaseContext,
  options: AddOptions,
): Promise<{ documents: number; failed: AddResult['failed'] }> {
  const now = options.now ?? context.now
  const failed: AddResult['failed'] = []
  let documents = 0
  for (;;) {
    const jobs = await context.store.take(['read'], AT_ONCE, now())
    if (jobs.length === 0) break
    for (const job of jobs) {
      try {
        const path = await readOne(context, job, now)
        documents += 1
        options.onProgress?.(documents, documents, path)
      } catch (error) {
        if (isFatal(error)) throw error
        failed.push({ path: job.subject, ...failureOf(error) })
      }
    }
    await finishWork(context, options.onLink)
  }
  await finishWork(context, options.onLink)
  await finishImport(context, documents, options.onFinish)
  return { documents, failed }
}

/** Reads one document and strikes its job out in the same transaction; a document that was read meanwhile stays as it is. */
async function readOne({ store, steps }: CaseContext, job: Job, now: () => string): Promise<string> {
  const id = job.subject
  const [row] = await store.read((tx) => listDocuments(tx, [id]))
  const text = (await store.read((tx) => documentTexts(tx, [id]))).get(id)
  const reading = row && text !== undefined ? checkedReading(steps.reader.read({ ...row.document, text })) : undefined
  await store.write(async (tx) => {
    const [today] = await listDocuments(tx, [id])
    if (reading && today && today.reading === null && !today.forgotten) {
      await storeReading(tx, reading, now())
      await refreshDocument(tx, id, steps.world)
    }
    await finishJobs(tx, [job.id])
  })
  return row?.document.path ?? id
}
