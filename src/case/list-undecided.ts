import type { Judgement } from '../model/index.js'
import { likeliestUnsure, repeatsOf, type UnsurePair } from '../resolve/index.js'
import {
  countJobs,
  findClaims,
  incidentsOfClaims,
  listJudgements,
  logHead,
  type Scope,
  standingsOf,
} from '../store/index.js'
import type { UndecidedPair } from './case.js'
import { type CaseContext, keptKey, withDocuments } from './context.js'
import { listRepublications } from './find-repeats.js'
import { type IncidentMark, renewStandings } from './keep-standings.js'
import { likeliestHeld, replaceUnsure, UNSURE_LIMITS } from './keep-unsure.js'
import { judgedNow } from './link-anew.js'

/**
 * Pairs of incidents of which the program could not say whether they are one, the likeliest first; without those that an
 * analyst decided. Remembered until the case changes.
 */
export function listUndecided(context: CaseContext): Promise<UndecidedPair[]> {
  const { store } = context
  return context.remember('undecided', async () => {
    await renewStandings(context)
    const unsure = await unsureClaims(context)
    return store.read(async (scope) => {
      const claims = [...new Set(unsure.flatMap(({ a, b }) => [a, b]))]
      const idOf = await incidentsOfClaims(scope, claims)
      const marks = await standingsOf<IncidentMark>(scope, [...new Set(idOf.values())])
      const decided = new Set((await judgedNow(scope)).flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]))
      const pairs = new Map<string, UndecidedPair>()
      for (const { a, b, score, reason } of unsure) {
        const [first, second] = [marks.get(idOf.get(a) ?? ''), marks.get(idOf.get(b) ?? '')]
        if (!first || !second || first === second || decided.has(`${a} ${b}`)) continue
        const key = [first.id, second.id].sort().join(' ')
        if (pairs.has(key)) continue
        const side = ({ id, title }: IncidentMark, claim: string) => ({ incident: id, title, claim })
        pairs.set(key, { a: side(first, a), b: side(second, b), score, reason })
      }
      return [...pairs.values()]
    })
  })
}

/**
 * The likeliest pairs of claims that linking could not decide, as it keeps them. Where they were never sought, or too many of
 * them are gone, the whole case is linked again for them.
 */
async function unsureClaims(context: CaseContext): Promise<UnsurePair[]> {
  const { store, steps } = context
  const packs = keptKey(context)
  const known = await store.read((scope) => likeliestHeld(scope, packs))
  if (known) return known
  const state = await store.read(claimsRevision)
  const { listed, held } = UNSURE_LIMITS
  const pairs = await store.read(async (scope) => {
    const shown = (await findClaims(scope, {})).rows.filter(({ decision }) => decision !== 'rejected')
    const claims = await withDocuments(scope, shown)
    const repeats = repeatsOf(await listRepublications(scope))
    return likeliestUnsure(claims, steps.world, repeats, held)
  })
  await store.write(async (tx) => {
    // What changed meanwhile was not seen.
    if ((await claimsRevision(tx)) === state) await replaceUnsure(tx, packs, pairs)
  })
  return pairs.slice(0, listed)
}

/** A mark that changes whenever claims do; judgements on incidents leave it as it is. */
async function claimsRevision(scope: Scope): Promise<string> {
  const documents = await logHead(scope, ['create', 'add', 'read', 'forget'])
  const last = (await listJudgements(scope)).findLast(({ judgement }) => !isOnIncidents(judgement))
  return `${documents.hash}-${last?.judgement.id ?? ''}-${await countJobs(scope)}`
}

const isOnIncidents = ({ target }: Judgement) =>
  target.kind === 'incident' || (target.kind === 'pair' && target.of !== 'entity')
