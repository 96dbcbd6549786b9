import { type ClaimType, type Entity, SLOTS, type Span } from '../model/index.js'
import { entitiesOf } from '../resolve/index.js'
import {
  countWordClaims,
  countWordDocuments,
  documentTexts,
  findWordClaims,
  findWordDocuments,
  listNames,
  namesOfDocument,
  type Scope,
  type WordQuery,
} from '../store/index.js'
import type { CaseClaim, CaseDocument } from './case.js'
import type { CaseContext } from './context.js'
import { fromCursor, pageSize, toCursor } from './cursor.js'
import { type Identities, identitiesOf, renamed } from './identities.js'
import { caseClaims } from './list-claims.js'
import { documentsAsListed } from './list-documents.js'
import { bestPassage, marksOf, type Passage, placesOf } from './mark-words.js'
import { type SearchTerm, searchTerms, type Terms } from './search-terms.js'
import { outletKey } from './show-claims.js'
import type { CaseWorld } from './steps.js'

/** What is searched for: words in either script, and filters that must all hold. */
export interface SearchFilter {
  query: string
  type?: ClaimType | undefined
  /** An actor id that takes part. */
  actor?: string | undefined
  place?: string | undefined
  outlet?: string | undefined
  /** A document's language. */
  language?: string | undefined
  from?: string | undefined
  to?: string | undefined
  /** Only claims, documents or names: for the pages after the first. */
  only?: 'claims' | 'documents' | 'names' | undefined
  limit?: number | undefined
  cursor?: string | undefined
}

/** Hits of one kind; `total` is null where there are many and they were not counted. */
export interface Hits<T> {
  items: T[]
  total: number | null
  next?: string
}

/**
 * What a search finds. Marks are offsets into the evidence, or into the passage. `partly` of a name: only some of the words are in
 * it; of the whole: nothing holds all words, and what is found names those whose names are wholly among them.
 */
export interface SearchResult {
  names: (Entity & { documents: number; partly: boolean })[]
  partly: boolean
  claims: Hits<{ claim: CaseClaim; marks: Span[] }>
  documents: Hits<{ document: CaseDocument; passage: Passage }>
}

const PAGE = 10
const MOST_NAMES = 12
/** Names that hold only some of the words. */
const MOST_PARTLY = 6
/** Up to so many documents their claims are asked for document by document, and counted. */
const FEW_DOCUMENTS = 400
/** A search that names more entities than this names none. */
const MOST_NAMED = 40

/** Searches claims, documents and names; a name is found by its spelling in the other script too. */
export async function searchCase({ store, steps }: CaseContext, filter: SearchFilter): Promise<SearchResult> {
  const size = pageSize(filter.limit ?? PAGE)
  const none = { items: [], total: 0 }
  return store.read(async (scope) => {
    const identities = await identitiesOf(scope, steps.world)
    const { terms, named, partly } = await searchTerms(scope, filter.query, steps.world, identities)
    if (terms.length === 0) return { names: [], claims: none, documents: none, partly: false }
    const meant = named.some(({ whole }) => whole) ? named.filter(({ whole }) => whole) : named
    const { type, actor, place, from, to, language, only } = filter
    const held: WordQuery = {
      terms,
      named: meant.length > MOST_NAMED ? [] : meant.map(({ id }) => id),
      filter: {
        ...{ type, actor, place, from, to },
        outletKey: filter.outlet === undefined ? undefined : outletKey(filter.outlet, steps.world),
      },
      language,
    }
    const others = partly.filter(({ whole }) => whole).map(({ id }) => id)
    // Whatever is filtered: that nothing fits a filter is no reason to find something else.
    const all = { ...held, filter: {}, language: undefined }
    const inPart = named.length === 0 && others.length > 0 && (await countWordDocuments(scope, all)) === 0
    const query = inPart ? { ...held, named: others.slice(0, MOST_NAMED) } : held
    const page = { after: fromCursor(filter.cursor), limit: size + 1 }
    const asked: Asked = {
      scope,
      query,
      terms,
      page,
      size,
      members: query.named.flatMap((id) => identities.members(id)),
    }
    return {
      partly: inPart,
      names: only && only !== 'names' ? [] : await foundNames(scope, { named, partly }, identities, steps.world),
      claims: only && only !== 'claims' ? none : await foundClaims(asked),
      documents: only && only !== 'documents' ? none : await foundDocuments(asked),
    }
  })
}

interface Asked {
  scope: Scope
  query: WordQuery
  terms: readonly SearchTerm[]
  page: { after: string | undefined; limit: number }
  size: number
  /** The entities that are named, with all that are joined to them. */
  members: readonly string[]
}

async function foundNames(
  scope: Scope,
  { named, partly }: Pick<Terms, 'named' | 'partly'>,
  identities: Identities,
  world: CaseWorld,
): Promise<SearchResult['names']> {
  const inPart = partly.slice(0, MOST_PARTLY).map((one) => ({ ...one, partly: true }))
  const best = [...named.map((one) => ({ ...one, partly: false })), ...inPart].slice(0, MOST_NAMES)
  const ids = best.flatMap(({ id }) => identities.members(id))
  const entities = new Map(
    entitiesOf(renamed(await listNames(scope, ids), identities), world).map((entity) => [entity.id, entity]),
  )
  return best.flatMap(({ id, documents, partly }) => {
    const entity = entities.get(id)
    return entity ? [{ ...entity, documents, partly }] : []
  })
}

async function foundClaims({ scope, query, terms, page, size, members }: Asked): Promise<SearchResult['claims']> {
  const documents = { ...query, filter: {}, language: undefined }
  const few = (await countWordDocuments(scope, documents)) <= FEW_DOCUMENTS
  const within = few
    ? (await findWordDocuments(scope, documents, { limit: FEW_DOCUMENTS })).map(({ id }) => id)
    : undefined
  if (within?.length === 0) return { items: [], total: 0 }
  const rows = await findWordClaims(scope, query, page, within)
  const total = within
    ? await countWordClaims(scope, query, within)
    : rows.length <= size && !page.after
      ? rows.length
      : null
  const named = new Set([...members, ...query.terms.flatMap(({ entities }) => entities)])
  const items = (await caseClaims(scope, rows.slice(0, size))).map((claim) => {
    const { start, end, text } = claim.evidence
    const fillers = SLOTS.flatMap((slot) => claim[slot].map((one) => ({ ...one, ...one.via })))
    const spans = [...fillers, ...claim.chain].flatMap(({ entity, start: from, end: to }) => {
      const inside = from !== undefined && to !== undefined && from >= start && to <= end
      return inside && entity !== undefined && named.has(entity) ? [{ start: from - start, end: to - start }] : []
    })
    return { claim, marks: marksOf(text, terms, spans) }
  })
  return hits(items, total, rows, size)
}

async function foundDocuments({ scope, query, terms, page, size, members }: Asked): Promise<SearchResult['documents']> {
  const rows = await findWordDocuments(scope, query, page)
  const ids = rows.slice(0, size).map(({ id }) => id)
  const texts = await documentTexts(scope, ids)
  const listed = new Map((await documentsAsListed(scope, ids)).map((document) => [document.id, document]))
  const named = new Set([...members, ...query.terms.flatMap(({ entities }) => entities)])
  const items = await Promise.all(
    ids.flatMap((id) => {
      const document = listed.get(id)
      const text = texts.get(id)
      if (!document || text === undefined) return []
      return [
        namesOfDocument(scope, id).then((names) => {
          const wordings = names.flatMap(({ entity, text: words }) => (named.has(entity) ? [words] : []))
          return { document, passage: bestPassage(text, terms, placesOf(text, wordings)) }
        }),
      ]
    }),
  )
  return hits(items, await countWordDocuments(scope, query), rows, size)
}

function hits<T>(items: T[], total: number | null, rows: readonly { orderKey: string }[], size: number): Hits<T> {
  const more = rows.length > size
  return { items, total, ...(more ? { next: toCursor(rows[size - 1]!.orderKey) } : {}) }
}
