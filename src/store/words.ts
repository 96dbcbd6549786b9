import { eachChunk, rowChunks } from './in-chunks.js'
import type { Scope } from './store.js'

/** Puts down the words by which a document is found; those that are there already stay. */
export async function addDocumentWords({ db, caseId }: Scope, seq: number, words: readonly string[]): Promise<void> {
  const rows = words.map((word) => ({ case_id: caseId, word, seq }))
  for (const part of rowChunks(rows))
    await db
      .insertInto('document_words')
      .values(part)
      .onConflict((c) => c.columns(['case_id', 'word', 'seq']).doNothing())
      .execute()
}

/** Takes these words of a document out again. */
export async function removeDocumentWords({ db, caseId }: Scope, seq: number, words: readonly string[]): Promise<void> {
  const query = db.deleteFrom('document_words').where('case_id', '=', caseId).where('seq', '=', seq)
  await eachChunk(words, (part) => query.where('word', 'in', part).execute())
}

/** The words by which an entity is found. */
export interface NameWords {
  entity: string
  words: readonly string[]
}

/** Puts down words of names; those that are there already stay. */
export async function addNameWords({ db, caseId }: Scope, names: readonly NameWords[]): Promise<void> {
  const pairs = new Map(
    names.flatMap(({ entity, words }) => words.map((word) => [`${word}\0${entity}`, { word, entity }] as const)),
  )
  const rows = [...pairs.values()].map(({ word, entity }) => ({ case_id: caseId, word, entity_id: entity }))
  for (const part of rowChunks(rows))
    await db
      .insertInto('name_words')
      .values(part)
      .onConflict((c) => c.columns(['case_id', 'word', 'entity_id']).doNothing())
      .execute()
}

/** Takes out all words of these entities. */
export async function removeNameWords({ db, caseId }: Scope, entities: readonly string[]): Promise<void> {
  const query = db.deleteFrom('name_words').where('case_id', '=', caseId)
  await eachChunk(entities, (part) => query.where('entity_id', 'in', part).execute())
}
