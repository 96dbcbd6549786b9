import type { Reading } from '../model/index.js'
import {
  canonical,
  documentTexts,
  listDocuments,
  listReadingClaims,
  listReadings,
  type StoredDocument,
} from '../store/index.js'
import type { AddOptions } from './case.js'
import type { CaseContext } from './context.js'
import { finishImport } from './finish-answers.js'
import { finishWork } from './link-documents.js'
import { refreshDocument } from './refresh-document.js'
import { review } from './review.js'
import { checkedReading, storeReading } from './store-document.js'

/**
 * Reads every document again with the reader and packs of today. A reading is added where reader or claims differ from
 * the newest one; what is shown and linked is made anew for all, because the packs may know more than before.
 * `changed` counts documents whose claims differ, `review` judgements that fit no claim any more.
 */
export async function rereadDocuments(
  context: CaseContext,
  options: AddOptions,
): Promise<{ documents: number; changed: number; review: number }> {
  const { store } = context
  const rows = (await store.read((tx) => listDocuments(tx))).filter(({ forgotten }) => !forgotten)
  let changed = 0
  for (const [index, row] of rows.entries()) {
    if (await rereadOne(context, row, options.now ?? context.now)) changed += 1
    options.onProgress?.(index + 1, rows.length, row.document.path)
  }
  await finishWork(context, options.onLink)
  await finishImport(context, rows.length, options.onFinish)
  return { documents: rows.length, changed, review: (await review(context)).length }
}

async function rereadOne({ store, steps }: CaseContext, row: StoredDocument, now: () => string): Promise<boolean> {
  const { id } = row.document
  const text = (await store.read((tx) => documentTexts(tx, [id]))).get(id)
  if (text === undefined) return false
  const reading = checkedReading(steps.reader.read({ ...row.document, text }))
  return store.write(async (tx) => {
    const before = (await listReadings(tx, [id])).at(-1)
    const claims = (await listReadingClaims(tx, [id])).flatMap((stored) =>
      stored.reading === before?.id && stored.claim ? [stored.claim] : [],
    )
    const changed = before === undefined || canonical(claims) !== canonical(reading.claims)
    if (changed || !sameReader(reading, before.reader)) await storeReading(tx, reading, now())
    await refreshDocument(tx, id, steps.world)
    return changed
  })
}

function sameReader({ document: { reader } }: Reading, before: Reading['document']['reader']): boolean {
  return reader.version === before.version && reader.packs === before.packs
}
