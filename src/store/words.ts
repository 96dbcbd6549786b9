import { eachChunk } from './in-chunks.js'
import { insertRows } from './insert-rows.js'
import type { Scope } from './store.js'

/** Puts down the words by which a document is found; those that are there already stay. */
export async function addDocumentWords(scope: Scope, seq: number, words: readonly string[]): Promise<void> {
  const { caseId } = scope
  const rows = words.map((word) => ({ case_id: caseId, word, seq }))
  await insertRows(scope, 'document_words', rows, 'leave')
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
export async function addNameWords(scope: Scope, names: readonly NameWords[]): Promise<void> {
  const { caseId } = scope
  const pairs = new Map(
    names.flatMap(({ entity, words }) => words.map((word) => [`${word}\0${entity}`, { word, entity }] as const)),
  )
  const rows = [...pairs.values()].map(({ word, entity }) => ({ case_id: caseId, word, entity_id: entity }))
  await insertRows(scope, 'name_words', rows, 'leave')
}

/** Takes out all words of these entities. */
export async function removeNameWords({ db, caseId }: Scope, entities: readonly string[]): Promise<void> {
  const query = db.deleteFrom('name_words').where('case_id', '=', caseId)
  await eachChunk(entities, (part) => query.where('entity_id', 'in', part).execute())
}
