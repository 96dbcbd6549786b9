import type { Case } from '../../src/case/index.js'
import { IsnadError, type ReportDraft } from '../../src/model/index.js'
import { claims } from './claims.js'

const of = (incident: string) => claims.filter((claim) => claim.incident === incident).map(({ id }) => id)

/** A report of the fixture that builds: two incidents, a heading, a sentence that rests on a claim. */
export const sampleReport = (): ReportDraft => ({
  id: 'r-sample',
  title: 'Harbour Front and Highland Guard',
  language: 'en',
  tlp: 'amber',
  parts: [
    { kind: 'heading', text: 'Prisoners' },
    { kind: 'text', sentences: [{ text: 'A release is reported from Qanat.', claims: of('i-freed').slice(0, 1) }] },
    { kind: 'incident', incident: 'i-freed', claims: of('i-freed') },
    { kind: 'incident', incident: 'i-clash', claims: of('i-clash') },
  ],
  replies: {},
  revision: 0,
  at: '2024-03-01T00:00:00.000Z',
})

/** Reports in memory, with the rules of the real ones. */
export function fakeReports(
  first: ReportDraft[],
): Pick<Case, 'reportDrafts' | 'reportDraft' | 'beginReport' | 'saveReport' | 'removeReport'> {
  const drafts = new Map(first.map((draft) => [draft.id, draft]))
  const find = (id: string) => {
    const found = drafts.get(id)
    if (!found) throw new IsnadError('not-found', `there is no report "${id}"`)
    return found
  }
  const at = '2024-03-01T00:00:00.000Z'
  return {
    reportDrafts: async () => [...drafts.values()],
    reportDraft: async (id) => find(id),
    beginReport: async (about) => {
      const draft: ReportDraft = { ...about, id: `r-${drafts.size + 1}`, parts: [], replies: {}, revision: 0, at }
      drafts.set(draft.id, draft)
      return draft
    },
    saveReport: async (draft) => {
      if (find(draft.id).revision !== draft.revision) throw new IsnadError('conflict', 'the report was saved elsewhere')
      const saved = { ...draft, revision: draft.revision + 1, at }
      drafts.set(draft.id, saved)
      return saved
    },
    removeReport: async (id) => {
      drafts.delete(id)
    },
  }
}
