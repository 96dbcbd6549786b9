import { type Document, IsnadError, type Judgement, sha256 } from '../model/index.js'
import {
  addJob,
  appendLog,
  buryCustody,
  buryDocument,
  buryJudgements,
  buryReadings,
  canonical,
  documentTexts,
  dropKept,
  forgetTellings,
  listDocuments,
  listJudgements,
  removeRawRow,
  storable,
} from '../store/index.js'
import type { CaseContext } from './context.js'
import { unindexDocument } from './index-words.js'
import { UNSURE_STATE } from './keep-unsure.js'
import { finishWork } from './link-documents.js'
import { refreshDocument } from './refresh-document.js'

/**
 * Removes a document's text, title, address, author and bytes, and what claims and judgements quote of it. What stays:
 * its id (the hash of the bytes), path, outlet, language and days; hashes of all that was removed; and who did it, when
 * and why. Incidents are linked anew without it. A file that it was
 * taken out of (an archive, an export) holds its words too: that file's bytes go with it, its other documents stay.
 */
export async function forgetDocument(context: CaseContext, id: string, why: string, by: string): Promise<void> {
  const { store, steps } = context
  await store.write(async (tx) => {
    const [row] = await listDocuments(tx, [id])
    if (!row) throw notFound(id)
    if (row.forgotten) throw new IsnadError('usage', 'this document is already forgotten', { where: { what: id } })
    const text = (await documentTexts(tx, [id])).get(id) ?? ''
    const at = context.now()
    const tombstone = storable({ at, why, by, text: sha256(text) })
    const kept = remaining(row.document)
    await unindexDocument(tx, id, text)
    await buryDocument(tx, id, kept, tombstone)
    await buryReadings(tx, id)
    const judgements = await listJudgements(tx, id)
    await buryJudgements(
      tx,
      judgements.map((one) => ({ ...one, judgement: wordless(one.judgement) })),
    )
    const data = { tombstone: sha256(canonical(tombstone)), about: sha256(canonical(kept)) }
    await appendLog(tx, { at, kind: 'forget', subject: id, data })
    await refreshDocument(tx, id, steps.world)
    await forgetTellings(tx, id)
    await dropKept(tx, UNSURE_STATE)
    for (const hash of new Set([id.replace(/^sha256:/, ''), ...(await buryCustody(tx, id))])) {
      if (store.engine === 'postgres') await removeRawRow(tx, hash)
      await addJob(tx, 'erase', `sha256:${hash}`)
    }
  })
  await finishWork(context)
}

/** What may stay of a document's description. */
function remaining({ id, path, outlet, language, published, captured, tlp, version }: Omit<Document, 'text'>) {
  return storable({
    id,
    path,
    ...(outlet === undefined ? {} : { outlet }),
    language,
    ...(published === undefined ? {} : { published }),
    ...(captured === undefined ? {} : { captured }),
    ...(tlp === undefined ? {} : { tlp }),
    ...(version === undefined ? {} : { version }),
  })
}

/** A judgement without the words that may quote its document. */
export function wordless({ id, kind, target, by, at, reverses, grade }: Judgement): Judgement {
  return {
    id,
    kind,
    target,
    by,
    at,
    ...(reverses === undefined ? {} : { reverses }),
    ...(grade === undefined ? {} : { grade }),
  }
}

export function notFound(id: string): IsnadError {
  return new IsnadError('not-found', `there is no document "${id}" in this case`, {
    hint: 'List them: isnad list documents',
  })
}
