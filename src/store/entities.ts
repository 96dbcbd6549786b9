import { Entity } from '../model/index.js'
import { rowChunks } from './in-chunks.js'
import { fromJson, toJson } from './json.js'
import type { Scope } from './store.js'

/** Replaces the entities that reports introduced; `search` is the normal form of all their names. */
export async function replaceEntities(
  { db, caseId }: Scope,
  entities: readonly { entity: Entity; search: string }[],
): Promise<void> {
  await db.deleteFrom('entities').where('case_id', '=', caseId).execute()
  const rows = entities.map(({ entity, search }) => ({
    case_id: caseId,
    entity_id: entity.id,
    kind: entity.kind,
    search,
    json: toJson(entity),
  }))
  for (const part of rowChunks(rows)) await db.insertInto('entities').values(part).execute()
}

/** The entities that reports introduced. */
export async function listEntities({ db, caseId }: Scope): Promise<Entity[]> {
  const rows = await db
    .selectFrom('entities')
    .select('json')
    .where('case_id', '=', caseId)
    .orderBy('entity_id')
    .execute()
  return rows.map((row) => Entity.parse(fromJson(row.json)))
}
