import { rowChunks } from './in-chunks.js'
import type { Scope } from './store.js'

/** How often a document uses a wording for an entity. */
export interface MentionCount {
  document: string
  entity: string
  text: string
  kind: string
  count: number
}

/** Replaces the counts of one document. */
export async function replaceMentions(
  { db, caseId }: Scope,
  document: string,
  counts: readonly Omit<MentionCount, 'document'>[],
): Promise<void> {
  await db.deleteFrom('mentions').where('case_id', '=', caseId).where('document_id', '=', document).execute()
  const rows = counts.map(({ entity, text, kind, count }) => ({
    case_id: caseId,
    document_id: document,
    entity_id: entity,
    text,
    kind,
    count,
  }))
  for (const part of rowChunks(rows)) await db.insertInto('mentions').values(part).execute()
}

/** The counts of the whole case, or of one entity. */
export async function listMentions({ db, caseId }: Scope, entity?: string): Promise<MentionCount[]> {
  let query = db.selectFrom('mentions').selectAll().where('case_id', '=', caseId)
  if (entity !== undefined) query = query.where('entity_id', '=', entity)
  const rows = await query.orderBy('entity_id').orderBy('document_id').orderBy('text').execute()
  return rows.map((row) => ({
    document: row.document_id,
    entity: row.entity_id,
    text: row.text,
    kind: row.kind,
    count: row.count,
  }))
}

/** How many claims and incidents name an entity; those that name only what lies in it or belongs to it do not count. */
export interface Parts {
  claims: number
  incidents: number
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
