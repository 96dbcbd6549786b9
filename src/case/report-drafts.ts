import { hashId, IsnadError, ReportDraft } from '../model/index.js'
import { findDraft, listDrafts, putDraft, removeDraft, storable } from '../store/index.js'
import type { CaseContext } from './context.js'

/** What a new draft needs; all else is empty. */
export type NewDraft = Pick<ReportDraft, 'title' | 'language' | 'tlp'>

/** Every draft, last saved first. */
export const listReportDrafts = ({ store }: CaseContext): Promise<ReportDraft[]> => store.read(listDrafts)

/** One draft. Throws `not-found`. */
export async function findReportDraft({ store }: CaseContext, id: string): Promise<ReportDraft> {
  const found = await store.read((scope) => findDraft(scope, id))
  if (found) return found
  throw new IsnadError('not-found', `there is no report "${id}" in this case`)
}

/** Begins a draft. */
export async function beginReportDraft({ store, now }: CaseContext, about: NewDraft): Promise<ReportDraft> {
  return store.write(async (scope) => {
    const at = now()
    const id = hashId('r', [at, String((await listDrafts(scope)).length), about.title])
    const draft = ReportDraft.parse(storable({ ...about, id, parts: [], replies: {}, revision: 0, at }))
    await putDraft(scope, draft)
    return draft
  })
}

/** Saves a draft. Throws `conflict` where another saved it since the revision that is given, and `not-found`. */
export async function saveReportDraft(context: CaseContext, draft: ReportDraft): Promise<ReportDraft> {
  return context.store.write(async (scope) => {
    const before = await findDraft(scope, draft.id)
    if (!before) throw new IsnadError('not-found', `there is no report "${draft.id}" in this case`)
    if (before.revision !== draft.revision)
      throw new IsnadError(
        'conflict',
        `the report was saved elsewhere at ${before.at}, as revision ${before.revision}`,
        {
          where: { what: draft.title },
          hint: 'Load it again; what you wrote since is still in this window until you do.',
        },
      )
    const saved = ReportDraft.parse(storable({ ...draft, revision: before.revision + 1, at: context.now() }))
    await putDraft(scope, saved)
    return saved
  })
}

/** Removes a draft; that there is none is no error. */
export const removeReportDraft = ({ store }: CaseContext, id: string): Promise<void> =>
  store.write((scope) => removeDraft(scope, id))
