import type { Claim } from '../model/index.js'
import { listDocuments, listReadingClaims, listReadings, type Scope } from '../store/index.js'
import type { CaseContext } from './context.js'

/** What a document's newest reading changed against the one before. */
export interface ReadingDiff {
  document: string
  path: string
  added: Claim[]
  removed: Claim[]
}

/** The changes of all documents that were read again, or of one; a claim whose content changed is removed and added. */
export async function diffReadings({ store }: CaseContext, only?: string): Promise<ReadingDiff[]> {
  return store.read(async (scope) => {
    const diffs: ReadingDiff[] = []
    for (const { document, forgotten } of await listDocuments(scope, only === undefined ? undefined : [only])) {
      if (forgotten) continue
      const diff = await diffOf(scope, document.id)
      if (diff.added.length + diff.removed.length > 0)
        diffs.push({ document: document.id, path: document.path, ...diff })
    }
    return diffs
  })
}

async function diffOf(scope: Scope, document: string): Promise<{ added: Claim[]; removed: Claim[] }> {
  const [before, after] = (await listReadings(scope, [document])).slice(-2)
  if (!before || !after) return { added: [], removed: [] }
  const claims = await listReadingClaims(scope, [document])
  const of = (reading: string) => claims.filter((claim) => claim.reading === reading)
  const only = (here: string, there: string) => {
    const known = new Set(of(there).map(({ hash }) => hash))
    return of(here).flatMap(({ hash, claim }) => (claim && !known.has(hash) ? [claim] : []))
  }
  return { added: only(after.id, before.id), removed: only(before.id, after.id) }
}
