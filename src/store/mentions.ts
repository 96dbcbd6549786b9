import type { EntityKind } from '../model/index.js'
import { gather, rowChunks } from './in-chunks.js'
import { insertRows } from './insert-rows.js'
import type { NameUsesTable } from './schema.js'
import type { Scope } from './store.js'

/** How often a document uses a wording for an entity; an empty wording: only a claim names it, by id. */
export interface MentionCount {
  document: string
  entity: string
  text: string
  kind: EntityKind
  count: number
  lang: string
  /** Empty where none is known. */
  outlet: string
  /** Of an unnamed source; empty elsewhere. */
  day: string
}

/** How many documents use a wording for an entity, and how often in all. */
export interface NameCount {
  entity: string
  text: string
  kind: EntityKind
  lang: string
  outlet: string
  day: string
  documents: number
  uses: number
}

type OwnCount = Omit<MentionCount, 'document'>

/**
 * Replaces the counts of one document, and brings those of the case up to date with it. Gives the entities of which some
 * wording is used nowhere any more.
 */
export async function replaceMentions(scope: Scope, document: string, counts: readonly OwnCount[]): Promise<string[]> {
  const { db, caseId } = scope
  const old = await db
    .deleteFrom('mentions')
    .where('case_id', '=', caseId)
    .where('document_id', '=', document)
    .returningAll()
    .execute()
  const rows = counts.map(({ entity, ...rest }) => ({
    case_id: caseId,
    document_id: document,
    entity_id: entity,
    ...rest,
  }))
  await insertRows(scope, 'mentions', rows)
  const before = old.map((row) => ({ ...row, entity: row.entity_id, kind: row.kind as EntityKind }))
  await addToNames(scope, before, -1)
  await addToNames(scope, counts, 1)
  const entities = [...new Set(before.map(({ entity }) => entity))]
  const gone = await gather(entities, (part) =>
    db
      .deleteFrom('name_uses')
      .where('case_id', '=', caseId)
      .where('entity_id', 'in', part)
      .where('documents', '<=', 0)
      .returning('entity_id')
      .execute(),
  )
  return [...new Set(gone.map(({ entity_id }) => entity_id))]
}

async function addToNames({ db, caseId }: Scope, counts: readonly OwnCount[], sign: 1 | -1): Promise<void> {
  const rows = counts.map(({ entity, text, lang, outlet, day, kind, count }) => ({
    ...{ case_id: caseId, entity_id: entity, text, lang, outlet, day, kind },
    ...{ documents: sign, uses: sign * count },
  }))
  for (const part of rowChunks(rows))
    await db
      .insertInto('name_uses')
      .values(part)
      .onConflict((c) =>
        c.columns(['case_id', 'entity_id', 'text', 'lang', 'outlet', 'day']).doUpdateSet((eb) => ({
          documents: eb('name_uses.documents', '+', eb.ref('excluded.documents')),
          uses: eb('name_uses.uses', '+', eb.ref('excluded.uses')),
        })),
      )
      .execute()
}

/** The wordings of the whole case, or of these entities. */
export async function listNames(scope: Scope, entities?: readonly string[]): Promise<NameCount[]> {
  const query = names(scope)
  const rows = entities
    ? await gather(entities, (part) => query.where('entity_id', 'in', part).execute())
    : await query.execute()
  return rows.map(restoreName)
}

/** The wordings of these entities, whoever uses them and however often: far fewer than with both. */
export async function listWordings(
  { db, caseId }: Scope,
  entities: readonly string[],
): Promise<Pick<NameCount, 'entity' | 'text' | 'lang'>[]> {
  const query = db.selectFrom('name_uses').select(['entity_id as entity', 'text', 'lang']).distinct()
  const own = query.where('case_id', '=', caseId)
  return gather(entities, (part) => own.where('entity_id', 'in', part).execute())
}

/** The wordings of all entities of these kinds. */
export async function namesOfKinds(scope: Scope, kinds: readonly EntityKind[]): Promise<NameCount[]> {
  return (await names(scope).where('kind', 'in', kinds).execute()).map(restoreName)
}

function names({ db, caseId }: Scope) {
  return db
    .selectFrom('name_uses')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('entity_id')
    .orderBy('text')
    .orderBy('lang')
    .orderBy('outlet')
    .orderBy('day')
}

function restoreName({ case_id: _, entity_id, kind, ...rest }: NameUsesTable): NameCount {
  return { entity: entity_id, kind: kind as EntityKind, ...rest }
}

/** The wordings that a document uses, with what each stands for. */
export async function namesOfDocument(
  { db, caseId }: Scope,
  document: string,
): Promise<{ entity: string; text: string }[]> {
  const query = db.selectFrom('mentions').select(['entity_id as entity', 'text']).where('case_id', '=', caseId)
  return query.where('document_id', '=', document).where('text', '!=', '').execute()
}

/** How many documents name each entity, or these; one that only a claim of it means, by whatever words, is named too. */
export async function countNaming({ db, caseId }: Scope, entities?: readonly string[]): Promise<Map<string, number>> {
  const query = db
    .selectFrom('mentions')
    .select((eb) => ['entity_id', eb.fn.count('document_id').distinct().as('n')])
    .where('case_id', '=', caseId)
    .groupBy('entity_id')
  const rows = entities
    ? await gather(entities, (part) => query.where('entity_id', 'in', part).execute())
    : await query.execute()
  return new Map(rows.map((row) => [row.entity_id, Number(row.n)]))
}

/** Documents that name one of these entities, or use one of these wordings for anything. */
export async function documentsNaming(
  { db, caseId }: Scope,
  { entities = [], texts = [] }: { entities?: readonly string[]; texts?: readonly string[] },
): Promise<string[]> {
  const query = db.selectFrom('mentions').select('document_id').distinct().where('case_id', '=', caseId)
  const rows = [
    ...(await gather(entities, (part) => query.where('entity_id', 'in', part).execute())),
    ...(await gather(texts, (part) => query.where('text', 'in', part).execute())),
  ]
  return [...new Set(rows.map((row) => row.document_id))].sort()
}

/** How many claims and incidents name an entity; those that name only what lies in it or belongs to it do not count. */
export interface Parts {
  claims: number
  incidents: number
}

/** Those of these entities that some claim names as an actor. */
export async function claimedAmong({ db, caseId }: Scope, entities: readonly string[]): Promise<Set<string>> {
  const query = db.selectFrom('claim_actors').select('actor').distinct().where('case_id', '=', caseId)
  const own = query.where('role', '!=', 'within')
  const rows = await gather(entities, (part) => own.where('actor', 'in', part).execute())
  return new Set(rows.map((row) => row.actor))
}

/** The parts that each entity, or one, has as an actor or as a place. */
export async function countParts(scope: Scope, entity?: string): Promise<Map<string, Parts>> {
  const rows = [...(await actorParts(scope, entity)), ...(await placeParts(scope, entity))]
  return new Map(rows.map((row) => [row.id, { claims: Number(row.claims), incidents: Number(row.incidents) }]))
}

function actorParts({ db, caseId }: Scope, entity?: string) {
  let query = db
    .selectFrom('claim_actors as part')
    .leftJoin('incident_claims as member', (join) =>
      join.onRef('member.case_id', '=', 'part.case_id').onRef('member.claim_id', '=', 'part.claim_id'),
    )
    .select((eb) => [
      'part.actor as id',
      eb.fn.count('part.claim_id').distinct().as('claims'),
      eb.fn.count('member.incident_id').distinct().as('incidents'),
    ])
    .where('part.case_id', '=', caseId)
    .where('part.role', '!=', 'within')
    .groupBy('part.actor')
  if (entity !== undefined) query = query.where('part.actor', '=', entity)
  return query.execute()
}

function placeParts({ db, caseId }: Scope, entity?: string) {
  let query = db
    .selectFrom('claim_places as part')
    .leftJoin('incident_claims as member', (join) =>
      join.onRef('member.case_id', '=', 'part.case_id').onRef('member.claim_id', '=', 'part.claim_id'),
    )
    .select((eb) => [
      'part.place as id',
      eb.fn.count('part.claim_id').distinct().as('claims'),
      eb.fn.count('member.incident_id').distinct().as('incidents'),
    ])
    .where('part.case_id', '=', caseId)
    .where('part.role', '!=', 'within')
    .groupBy('part.place')
  if (entity !== undefined) query = query.where('part.place', '=', entity)
  return query.execute()
}

/** The order of every list of entities: those in most claims first, then those in most documents, then by id. */
export function mostNamedFirst(
  a: { id: string; claims: number; documents: number },
  b: { id: string; claims: number; documents: number },
): number {
  return b.claims - a.claims || b.documents - a.documents || (a.id < b.id ? -1 : 1)
}

/** An entity as a list ranks it: what it is, and how often it is named. */
export interface EntityRank extends Parts {
  id: string
  kind: EntityKind
  /** Documents by wording: one that uses two wordings counts twice. */
  documents: number
}

/** Ids of all entities that reports name. */
export async function namedEntities({ db, caseId }: Scope): Promise<string[]> {
  const query = db.selectFrom('name_uses').select('entity_id').distinct().where('case_id', '=', caseId)
  return (await query.execute()).map((row) => row.entity_id)
}

/** Every entity that reports name, without its names: those in most claims first, then those in most documents. */
export async function rankEntities(scope: Scope): Promise<EntityRank[]> {
  const { db, caseId } = scope
  const rows = await db
    .selectFrom('name_uses')
    .select((eb) => ['entity_id as id', eb.fn.min('kind').as('kind'), eb.fn.sum('documents').as('documents')])
    .where('case_id', '=', caseId)
    .groupBy('entity_id')
    .execute()
  const parts = await countParts(scope)
  const ranked = rows.map(({ id, kind, documents }): EntityRank => {
    const { claims = 0, incidents = 0 } = parts.get(id) ?? {}
    return { id, kind: kind as EntityKind, documents: Number(documents), claims, incidents }
  })
  return ranked.sort(mostNamedFirst)
}
