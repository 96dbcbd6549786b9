import type { Judgement } from '../model/index.js'
import { likeliestUnsure, repeatsOf, type UnsurePair } from '../resolve/index.js'
import {
  countJobs,
  findClaims,
  incidentsByIds,
  incidentsOfClaims,
  listJudgements,
  logHead,
  type Scope,
} from '../store/index.js'
import type { UndecidedPair } from './case.js'
import { type CaseContext, withDocuments } from './context.js'
import { listRepublications } from './find-repeats.js'
import { incidentTitle } from './incident-title.js'
import { keptAnswer } from './keep-answers.js'
import { judgedNow } from './link-anew.js'

/** Pairs of claims that are kept: far more than anybody decides, and few enough of the millions that a large case has. */
const MOST = 5_000

/**
 * Pairs of incidents of which the program could not say whether they are one, the likeliest first; without those that an
 * analyst decided. Remembered until the case changes.
 */
export function listUndecided(context: CaseContext): Promise<UndecidedPair[]> {
  const { store, steps } = context
  return context.remember('undecided', async () => {
    const unsure = await unsureClaims(context)
    return store.read(async (scope) => {
      const claims = [...new Set(unsure.flatMap(({ a, b }) => [a, b]))]
      const idOf = await incidentsOfClaims(scope, claims)
      const rows = await incidentsByIds(scope, [...new Set(idOf.values())])
      const incidents = new Map(rows.map(({ incident }) => [incident.id, incident]))
      const decided = new Set((await judgedNow(scope)).flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]))
      const pairs = new Map<string, UndecidedPair>()
      for (const { a, b, score, reason } of unsure) {
        const [first, second] = [incidents.get(idOf.get(a) ?? ''), incidents.get(idOf.get(b) ?? '')]
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
    })
  })
}

/**
 * The likeliest pairs of claims that linking could not decide. The whole case is linked again for them; they are kept until a
 * claim changes, and no judgement on incidents changes one.
 */
function unsureClaims(context: CaseContext): Promise<UnsurePair[]> {
  const { store, steps } = context
  const make = () =>
    store.read(async (scope) => {
      const shown = (await findClaims(scope, {})).rows.filter(({ decision }) => decision !== 'rejected')
      const claims = await withDocuments(scope, shown)
      return likeliestUnsure(claims, steps.world, repeatsOf(await listRepublications(scope)), MOST)
    })
  return keptAnswer(context, 'unsure claims', make, () => store.read(claimsRevision))
}

/** A mark that changes whenever claims do; judgements on incidents leave it as it is. */
async function claimsRevision(scope: Scope): Promise<string> {
  const documents = await logHead(scope, ['create', 'add', 'read', 'forget'])
  const last = (await listJudgements(scope)).findLast(({ judgement }) => !isOnIncidents(judgement))
  return `${documents.hash}-${last?.judgement.id ?? ''}-${await countJobs(scope)}`
}

const isOnIncidents = ({ target }: Judgement) =>
  target.kind === 'incident' || (target.kind === 'pair' && target.of !== 'entity')
