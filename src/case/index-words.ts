import {
  addDocumentWords,
  addNameWords,
  documentTexts,
  listDocuments,
  listNames,
  type NameWords,
  namesOfDocument,
  removeDocumentWords,
  removeNameWords,
  type Scope,
  type StoredDocument,
} from '../store/index.js'
import type { CaseWorld } from './steps.js'
import { nameWordsOf, stemsOf } from './words-of.js'

/** Puts down the words by which a document and the names in it are found; `fresh`: one that was stored just now. */
export async function indexDocument(
  tx: Scope,
  id: string,
  world: CaseWorld,
  fresh?: { row: StoredDocument; text: string },
): Promise<void> {
  const { row, text } = fresh ?? (await storedText(tx, id))
  if (!row || row.forgotten || text === undefined) return
  await addDocumentWords(tx, row.seq, stemsOf(row.document.title, text))
  // The names of a new one are indexed where they are stored.
  if (!fresh) await addNameWords(tx, wordsOfNames(await namesOfDocument(tx, id), world))
}

async function storedText(
  tx: Scope,
  id: string,
): Promise<{ row: StoredDocument | undefined; text: string | undefined }> {
  const [row] = await listDocuments(tx, [id])
  return { row, text: (await documentTexts(tx, [id])).get(id) }
}

/** Takes out the words of a document that is about to be forgotten. */
export async function unindexDocument(tx: Scope, id: string, text: string): Promise<void> {
  const [row] = await listDocuments(tx, [id])
  if (row) await removeDocumentWords(tx, row.seq, stemsOf(row.document.title, text))
}

/** The names that a document uses now; `gone`: entities of which some wording is used nowhere any more. */
export async function indexNames(
  tx: Scope,
  names: readonly { entity: string; text: string }[],
  gone: readonly string[],
  world: CaseWorld,
): Promise<void> {
  await removeNameWords(tx, gone)
  const left = gone.length === 0 ? [] : await listNames(tx, gone)
  await addNameWords(tx, wordsOfNames([...names, ...left], world))
}

/** What the packs know is found by their names, and needs no words here. */
function wordsOfNames(names: readonly { entity: string; text: string }[], { entities }: CaseWorld): NameWords[] {
  const named = names.filter(({ entity, text }) => text !== '' && !entities.has(entity))
  return named.map(({ entity, text }) => ({ entity, words: nameWordsOf(text) }))
}
