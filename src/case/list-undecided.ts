import type { Judgement, Reason } from '../model/index.js'
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

/** Two incidents of which the program could not say whether they are one, each with the claim that it could not place. */
export interface PairInDoubt {
  a: Side
  b: Side
  score: number
  because: Reason[]
}
type Side = Pick<UndecidedPair['a'], 'incident' | 'claim'>

/** All of them, the likeliest first, without those that an analyst decided. Remembered until the case changes. */
export function pairsInDoubt(context: CaseContext): Promise<PairInDoubt[]> {
  const { store } = context
  return context.remember('pairs in doubt', async () => {
    const unsure = await unsureClaims(context)
    return store.read(async (scope) => {
      const idOf = await incidentsOfClaims(scope, [...new Set(unsure.flatMap(({ a, b }) => [a, b]))])
      const decided = new Set(
        (await judgedNow(scope)).flatMap(({ a, b }) => a.flatMap((x) => b.flatMap((y) => [`${x} ${y}`, `${y} ${x}`]))),
      )
      const pairs = new Map<string, PairInDoubt>()
      for (const { a, b, score, because } of unsure) {
        const [first, second] = [idOf.get(a), idOf.get(b)]
        if (!first || !second || first === second || decided.has(`${a} ${b}`)) continue
        const key = first < second ? `${first} ${second}` : `${second} ${first}`
        if (pairs.has(key)) continue
        pairs.set(key, { a: { incident: first, claim: a }, b: { incident: second, claim: b }, score, because })
      }
      return [...pairs.values()]
    })
  })
}

/** The same with what the incidents are called. */
export async function listUndecided(context: CaseContext): Promise<UndecidedPair[]> {
  await renewStandings(context)
  const pairs = await pairsInDoubt(context)
  const ids = [...new Set(pairs.flatMap(({ a, b }) => [a.incident, b.incident]))]
  const marks = await context.store.read((scope) => standingsOf<IncidentMark>(scope, ids))
  const titled = (side: Side) => ({ ...side, title: marks.get(side.incident)!.title })
  return pairs.map(({ a, b, ...pair }) => ({ a: titled(a), b: titled(b), ...pair }))
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
