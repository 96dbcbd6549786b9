import type { Mention, Reading, Unread } from '../model/index.js'
import {
  countClaims,
  documentTexts,
  findDocumentId,
  listDocuments,
  listReadingClaims,
  listReadings,
  listUnreadSentences,
  pageDocuments,
  type Scope,
  type StoredDocument,
  shownOfDocuments,
} from '../store/index.js'
import type { CaseClaim, CaseDocument, DocumentFilter, Page } from './case.js'
import type { CaseContext } from './context.js'
import { fromCursor, pageOf, pageSize } from './cursor.js'
import { notFound } from './forget-document.js'
import { identitiesOf } from './identities.js'
import { keptAnswer } from './keep-answers.js'
import { caseClaims } from './list-claims.js'
import { namesRevision } from './names-revision.js'

/** All documents in the order of adding, without their texts. */
export async function listCaseDocuments({ store }: CaseContext): Promise<CaseDocument[]> {
  return store.read(async (scope) => {
    const counts = await countClaims(scope)
    return (await listDocuments(scope)).map((row) => caseDocument(row, counts.get(row.document.id) ?? 0))
  })
}

/** One page of documents, in the order asked for. Throws `usage` where the cursor is none of ours. */
export async function listDocumentPage(
  { store, steps: { world } }: CaseContext,
  filter: DocumentFilter,
): Promise<Page<CaseDocument>> {
  const size = pageSize(filter.limit)
  const place = fromCursor(filter.cursor)?.split('/')
  const after = place && { published: place[0] === NO_DAY ? '' : place[0]!, seq: Number(place[1]) }
  return store.read(async (scope) => {
    const { entity } = filter
    const naming = entity === undefined ? undefined : [...(await identitiesOf(scope, world)).members(entity)]
    const { ids, places, total } = await pageDocuments(scope, filter.order ?? 'added', size + 1, {
      after,
      naming,
    })
    const listed = new Map((await documentsAsListed(scope, ids.slice(0, size))).map((one) => [one.id, one]))
    const rows = places.map(({ published, seq }) => ({ orderKey: `${published || NO_DAY}/${seq}` }))
    return pageOf(
      rows,
      size,
      total,
      ids.flatMap((id) => listed.get(id) ?? []),
    )
  })
}

/** Stands in a cursor for a day that is not known. */
const NO_DAY = '0'

/** These documents as lists show them, in the order of adding. */
export async function documentsAsListed(scope: Scope, ids: readonly string[]): Promise<CaseDocument[]> {
  const counts = await countClaims(scope, ids)
  return (await listDocuments(scope, ids)).map((row) => caseDocument(row, counts.get(row.document.id) ?? 0))
}

function caseDocument({ document, forgotten }: StoredDocument, claims: number): CaseDocument {
  return { ...document, claims, ...(forgotten ? { forgotten: { at: forgotten.at, why: forgotten.why } } : {}) }
}

/** What the newest readings of these documents mention, by document. */
export async function listMentions(
  { store }: CaseContext,
  ids: readonly string[],
): Promise<Map<string, readonly Mention[]>> {
  return store.read(async (scope) => {
    const newest = new Set((await listDocuments(scope, ids)).map(({ reading }) => reading))
    const readings = (await listReadings(scope, ids)).filter(({ id }) => newest.has(id))
    return new Map(readings.map(({ document, mentions }) => [document, mentions]))
  })
}

/** A document by its id, or by the first digits of its hash; with its newest reading and its claims as shown. */
export async function findDocument(
  { store }: CaseContext,
  wanted: string,
): Promise<{ document: CaseDocument; reading: Reading; claims: CaseClaim[] }> {
  return store.read(async (scope) => {
    const id = await findDocumentId(scope, wanted)
    const [row] = id === undefined ? [] : await listDocuments(scope, [id])
    if (!row || id === undefined) throw notFound(wanted)
    const text = (await documentTexts(scope, [id])).get(id) ?? ''
    const newest = (await listReadings(scope, [id])).find((reading) => reading.id === row.reading)
    const read = (await listReadingClaims(scope, [id])).flatMap(({ claim, reading }) =>
      claim && reading === row.reading ? [claim] : [],
    )
    const claims = await caseClaims(scope, await shownOfDocuments(scope, [id]))
    const mentions = newest?.mentions ?? []
    const reader = newest?.reader ?? { version: '', packs: '' }
    return {
      document: { ...caseDocument(row, claims.length), mentions },
      reading: { document: { ...row.document, text, reader }, claims: read, mentions, unread: newest?.unread ?? [] },
      claims,
    }
  })
}

/** Sentences of the newest readings that should have given a claim and did not; kept until documents change. */
export function listUnread(context: CaseContext): Promise<(Unread & { document: string; path: string })[]> {
  return keptAnswer(
    context,
    'unread',
    () => context.store.read(listUnreadSentences),
    () => namesRevision(context),
  )
}

/** The raw bytes of a document as captured; undefined where they were forgotten. Throws `not-found`. */
export async function rawBytes({ store }: CaseContext, wanted: string): Promise<Uint8Array | undefined> {
  const id = await store.read((scope) => findDocumentId(scope, wanted))
  if (id === undefined) throw notFound(wanted)
  return store.raw.get(id.replace(/^sha256:/, ''))
}
