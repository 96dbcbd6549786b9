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
} from '../store/index.js'
import type { CaseWorld } from './steps.js'
import { nameWordsOf, stemsOf } from './words-of.js'

/** Puts down the words by which a document and the names in it are found. */
export async function indexDocument(tx: Scope, id: string, world: CaseWorld): Promise<void> {
  const [row] = await listDocuments(tx, [id])
  const text = (await documentTexts(tx, [id])).get(id)
  if (!row || row.forgotten || text === undefined) return
  await addDocumentWords(tx, row.seq, stemsOf(row.document.title, text))
  await addNameWords(tx, wordsOfNames(await namesOfDocument(tx, id), world))
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
