import type { Claim, Mention } from '../model/index.js'
import {
  addJob,
  listDocuments,
  listJudgements,
  listReadingClaims,
  listReadings,
  type MentionCount,
  replaceFits,
  replaceMentions,
  replaceShown,
  type Scope,
} from '../store/index.js'
import { standing } from './fit-judgements.js'
import { type Shown, showClaims } from './show-claims.js'
import type { CaseWorld } from './steps.js'

/** What is shown of a document today, made anew from its newest reading and the judgements on it. */
export async function showDocument(scope: Scope, document: string, world: CaseWorld): Promise<Shown> {
  const [row] = await listDocuments(scope, [document])
  if (!row || row.forgotten) return { rows: [], fits: new Map() }
  const stored = await listReadingClaims(scope, [document])
  const claims = stored.flatMap(({ claim, reading }): Claim[] => (claim && reading === row.reading ? [claim] : []))
  const judgements = standing(await listJudgements(scope, document))
  return showClaims(row.document, row.seq, claims, judgements, world)
}

/** Stores what is shown of a document, and leaves a job to link its claims; call it where reading or judgements changed. */
export async function refreshDocument(scope: Scope, document: string, world: CaseWorld): Promise<Shown> {
  const shown = await showDocument(scope, document, world)
  await replaceShown(scope, document, shown.rows)
  await replaceFits(scope, document, shown.fits)
  const readings = await listReadings(scope, [document])
  await replaceMentions(scope, document, countMentions(readings.at(-1)?.mentions ?? []))
  await addJob(scope, 'link', document)
  await addJob(scope, 'renew', scope.caseId)
  return shown
}

/** How often each wording stands for each entity; what may be several entities counts for none. */
export function countMentions(mentions: readonly Mention[]): Omit<MentionCount, 'document'>[] {
  const counts = new Map<string, Omit<MentionCount, 'document'>>()
  for (const { text, kind, entities } of mentions) {
    const [entity, ...others] = entities
    if (entity === undefined || others.length > 0) continue
    const row = counts.get(`${entity} ${text}`) ?? { entity, text, kind, count: 0 }
    counts.set(`${entity} ${text}`, { ...row, count: row.count + 1 })
  }
  return [...counts.values()]
}
