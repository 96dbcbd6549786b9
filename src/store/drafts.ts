import type { ReportDraft } from '../model/index.js'
import { fromJson, toJson } from './json.js'
import type { Scope } from './store.js'

/** Every draft of a report, last saved first. */
export async function listDrafts({ db, caseId }: Scope): Promise<ReportDraft[]> {
  const rows = await db
    .selectFrom('drafts')
    .select('json')
    .where('case_id', '=', caseId)
    .orderBy('at', 'desc')
    .orderBy('draft_id')
    .execute()
  return rows.map(({ json }) => fromJson<ReportDraft>(json))
}

/** One draft; undefined where there is none. */
export async function findDraft({ db, caseId }: Scope, id: string): Promise<ReportDraft | undefined> {
  const row = await db
    .selectFrom('drafts')
    .select('json')
    .where('case_id', '=', caseId)
    .where('draft_id', '=', id)
    .executeTakeFirst()
  return row && fromJson<ReportDraft>(row.json)
}

/** Writes a draft in place of what was there. */
export async function putDraft(scope: Scope, draft: ReportDraft): Promise<void> {
  await removeDraft(scope, draft.id)
  await scope.db
    .insertInto('drafts')
    .values({ case_id: scope.caseId, draft_id: draft.id, at: draft.at, json: toJson(draft) })
    .execute()
}

/** Removes a draft. */
export async function removeDraft({ db, caseId }: Scope, id: string): Promise<void> {
  await db.deleteFrom('drafts').where('case_id', '=', caseId).where('draft_id', '=', id).execute()
}
