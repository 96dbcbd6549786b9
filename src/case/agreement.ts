import type { Judgement } from '../model/index.js'
import { listJudgements } from '../store/index.js'
import type { CaseContext } from './context.js'
import { standing } from './fit-judgements.js'
import { type Agreement, agreements, subject } from './merge-judgements.js'

/** How far the analysts of a case agree. */
export interface CaseAgreement {
  /** How many standing decisions each made. */
  analysts: { by: string; judgements: number }[]
  pairs: Agreement[]
  /** What two or more decided differently, each with the last word of each. */
  apart: Judgement[][]
}

/** Agreement of every two analysts over the judgements that stand, and what they see differently. */
export async function caseAgreement({ store }: CaseContext): Promise<CaseAgreement> {
  const all = await store.read(async (scope) => standing(await listJudgements(scope)).map(({ judgement }) => judgement))
  const counts = new Map<string, number>()
  const words = new Map<string, Map<string, Judgement>>()
  for (const judgement of all) {
    counts.set(judgement.by, (counts.get(judgement.by) ?? 0) + 1)
    if (judgement.kind === 'add' || judgement.kind === 'grade') continue
    const key = subject(judgement.target)
    words.set(key, (words.get(key) ?? new Map<string, Judgement>()).set(judgement.by, judgement))
  }
  const apart = [...words.values()]
    .map((own) => [...own.values()])
    .filter((own) => new Set(own.map(({ kind }) => kind)).size > 1)
  return {
    analysts: [...counts].map(([by, judgements]) => ({ by, judgements })).sort((a, b) => b.judgements - a.judgements),
    pairs: agreements(all),
    apart,
  }
}
