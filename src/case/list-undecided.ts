import { linkClaims, repeatsOf } from '../resolve/index.js'
import { findClaims, findIncidents, listJudgements } from '../store/index.js'
import { judgedPairs } from './apply-pairs.js'
import type { UndecidedPair } from './case.js'
import { type CaseContext, withDocuments } from './context.js'
import { listRepublications } from './find-repeats.js'
import { standing } from './fit-judgements.js'
import { incidentTitle } from './incident-title.js'
import { keptAnswer } from './keep-answers.js'

/**
 * Pairs of incidents of which the program could not say whether they are one, the likeliest first; without those that an
 * analyst decided. Linking is done again over the whole case; the answer is kept until the case changes.
 */
export function listUndecided(context: CaseContext): Promise<UndecidedPair[]> {
  const { store, steps } = context
  return keptAnswer(context, 'undecided', () =>
    store.read(async (scope) => {
      const shown = (await findClaims(scope, {})).rows.filter(({ decision }) => decision !== 'rejected')
      const claims = await withDocuments(scope, shown)
      const { unsure } = linkClaims(claims, steps.world, repeatsOf(await listRepublications(scope)))
      const { rows } = await findIncidents(scope, {})
      const incidentOf = new Map(rows.flatMap(({ incident }) => incident.claims.map((id) => [id, incident] as const)))
      const judged = judgedPairs(standing(await listJudgements(scope)), claims)
      const decided = new Set(judged.flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]))
      const pairs = new Map<string, UndecidedPair>()
      for (const { a, b, score, reason } of unsure) {
        const [first, second] = [incidentOf.get(a), incidentOf.get(b)]
        if (!first || !second || first === second || decided.has(`${a} ${b}`)) continue
        const key = [first.id, second.id].sort().join(' ')
        if (pairs.has(key)) continue
        const side = (incident: typeof first, claim: string) => ({
          incident: incident.id,
          title: incidentTitle(incident, steps.world),
          claim,
        })
        pairs.set(key, { a: side(first, a), b: side(second, b), score, reason })
      }
      return [...pairs.values()]
    }),
  )
}
