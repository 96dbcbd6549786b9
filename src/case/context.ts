import type { LinkClaim } from '../resolve/index.js'
import type { FoundClaim, Scope, Store, StoredDocument } from '../store/index.js'
import { countJobs, listDocuments, logHead } from '../store/index.js'
import type { Steps } from './steps.js'

/** An open case as the files of this room pass it on. */
export interface CaseContext {
  store: Store
  steps: Steps
  /** The clock: an ISO instant. */
  now(): string
  /** A mark that changes whenever anything in the case does, in this process or another. */
  revision(): Promise<string>
  /** Remembers an answer until the case changes, in this process or another. */
  remember<T>(question: string, answer: () => Promise<T>): Promise<T>
  /** The answer to a question that is remembered; undefined where it was not asked since the case changed. */
  recall<T>(question: string): Promise<T | undefined>
}

/** Counts up when what is kept beside the claims and incidents of a case takes another form. */
const FORM = 9

/** What is kept of a case holds as long as this is the same: the packs by which it was made, and its form. */
export function keptKey({ steps }: Pick<CaseContext, 'steps'>): string {
  return `${steps.reader.version.packs} ${FORM}`
}

/** A mark that changes whenever anything in the case does. */
export async function revisionOf(scope: Scope): Promise<string> {
  // Every change appends to the log; what follows from one is stored as its job is struck out.
  return `${(await logHead(scope)).hash}-${await countJobs(scope)}`
}

/** Answers to forget first when there are too many. */
const MOST_ANSWERS = 64

/** Makes the context of an open case. */
export function caseContext(store: Store, steps: Steps, now: () => string): CaseContext {
  const answers = new Map<string, Promise<unknown>>()
  let state = ''
  const revision = () => store.read(revisionOf)
  async function renew(): Promise<void> {
    const today = await revision()
    if (today !== state) answers.clear()
    state = today
  }
  return {
    store,
    steps,
    now,
    revision,
    async remember<T>(question: string, answer: () => Promise<T>): Promise<T> {
      await renew()
      const known = answers.get(question)
      if (known) return known as Promise<T>
      if (answers.size >= MOST_ANSWERS) answers.delete(answers.keys().next().value!)
      const made = answer()
      answers.set(question, made)
      made.catch(() => answers.delete(question))
      return made
    },
    async recall<T>(question: string): Promise<T | undefined> {
      await renew()
      return answers.get(question) as Promise<T> | undefined
    },
  }
}

/** Claims with the documents that make them: what linking and weighing take. The documents come without their text. */
export async function withDocuments(scope: Scope, claims: readonly FoundClaim[]): Promise<LinkClaim[]> {
  const documents = await documentsById(scope, [...new Set(claims.map((claim) => claim.document))])
  return claims.flatMap(({ claim, document }) => {
    const row = documents.get(document)
    return row ? [{ claim, document: { ...row.document, text: '' } }] : []
  })
}

/** Stored documents by id. */
export async function documentsById(scope: Scope, ids: readonly string[]): Promise<Map<string, StoredDocument>> {
  const rows = await listDocuments(scope, ids)
  return new Map(rows.map((row) => [row.document.id, row]))
}
