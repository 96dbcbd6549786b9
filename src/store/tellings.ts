import { eachChunk, gather } from './in-chunks.js'
import { insertRows } from './insert-rows.js'
import { fromJson, toJson } from './json.js'
import { markPairs } from './pairs.js'
import { markStale, unmarkStale } from './stale.js'
import type { Scope } from './store.js'
import { insertTellingKeys, pairsOfDocuments, type TellingKey } from './telling-keys.js'

/** What is kept of a document's claims without their words, their figures, and what they add to the list of sources. */
export interface KeptTellings<Tellings, Tally, Sources> {
  document: string
  tellings: Tellings
  tally: Tally
  sources: Sources | undefined
  /** By what its tellings are found, each once. */
  keys: readonly TellingKey[]
}

/** Keeps what these documents tell, in place of what was kept of them. `changed`: pairs of actors of which they tell otherwise. */
export async function keepTellings<Tellings, Tally, Sources>(
  scope: Scope,
  packs: string,
  kept: readonly KeptTellings<Tellings, Tally, Sources>[],
  changed: readonly string[],
): Promise<void> {
  const { caseId } = scope
  const documents = kept.map(({ document }) => document)
  await dropTellings(scope, documents)
  await unmarkStale(scope, 'tellings', documents)
  const rows = kept.map(({ document, tellings, tally, sources }) => ({
    ...{ case_id: caseId, document_id: document, packs, sources: sources ? toJson(sources) : '' },
    ...{ tally: toJson(tally), json: toJson(tellings) },
  }))
  await insertRows(scope, 'tellings', rows)
  const keys = kept.flatMap(({ document, keys: own }) => own.map((key) => ({ ...key, document })))
  await insertTellingKeys(scope, keys)
  await markPairs(scope, changed)
}

/** Marks what these documents tell to be made anew: their claims are shown anew. */
export function markTellings(scope: Scope, documents: readonly string[]): Promise<void> {
  return markStale(scope, 'tellings', documents)
}

async function dropTellings({ db, caseId }: Scope, documents: readonly string[]): Promise<void> {
  for (const table of ['tellings', 'telling_keys'] as const) {
    const query = db.deleteFrom(table).where('case_id', '=', caseId)
    await eachChunk(documents, (part) => query.where('document_id', 'in', part).execute())
  }
}

/** Forgets what a document tells, and what is kept of its pairs. */
export async function forgetTellings(scope: Scope, document: string): Promise<void> {
  await markPairs(scope, await pairsOfDocuments(scope, [document]))
  await dropTellings(scope, [document])
  await markTellings(scope, [document])
}

/** What all documents tell, or these, in a fixed order. */
export async function listTellings<Tellings>(
  { db, caseId }: Scope,
  documents?: readonly string[],
): Promise<{ document: string; tellings: Tellings }[]> {
  const query = db.selectFrom('tellings').select(['document_id', 'json']).where('case_id', '=', caseId)
  const inOrder = query.orderBy('document_id')
  const rows = documents
    ? await gather([...documents].sort(), (part) => inOrder.where('document_id', 'in', part).execute())
    : await inOrder.execute()
  return rows.map((row) => ({ document: row.document_id, tellings: fromJson<Tellings>(row.json) }))
}

/** The figures of all documents, by document. */
export async function listTallies<Tally>({ db, caseId }: Scope): Promise<Map<string, Tally>> {
  const query = db.selectFrom('tellings').select(['document_id', 'tally']).where('case_id', '=', caseId)
  return new Map((await query.execute()).map((row) => [row.document_id, fromJson<Tally>(row.tally)]))
}

/** What each document adds to the list of sources, by document; of those that add nothing there is none. */
export async function listSourceParts<Sources>({ db, caseId }: Scope): Promise<Map<string, Sources>> {
  const query = db.selectFrom('tellings').select(['document_id', 'sources']).where('case_id', '=', caseId)
  const rows = await query.where('sources', '!=', '').execute()
  return new Map(rows.map((row) => [row.document_id, fromJson<Sources>(row.sources)]))
}

/** How many documents have their tellings kept. */
export async function countTellings({ db, caseId }: Scope): Promise<number> {
  const query = db
    .selectFrom('tellings')
    .select((eb) => eb.fn.countAll().as('n'))
    .where('case_id', '=', caseId)
  return Number((await query.executeTakeFirstOrThrow()).n)
}
