import type { Dyad } from '../model/index.js'
import { findClaims, incidentsOfClaims } from '../store/index.js'
import { dyad } from '../weigh/index.js'
import type { DyadSummary, LeaveOut, Named, PairSummary } from './case.js'
import { type CaseContext, withDocuments } from './context.js'
import { allPairs, pairsInFull } from './keep-pairs.js'
import { neutralName } from './neutral-name.js'
import { incidentsWithIds, weighContext } from './weigh-case.js'

/** The ledger of two actors, by id; only claims that name both are fetched. */
export async function findDyad(context: CaseContext, a: string, b: string, leaveOut?: LeaveOut): Promise<Dyad> {
  const { incidents, claims, weighing } = await readBetween(context, a, b)
  return dyad(a, b, incidents, claims, leaveOut ? { ...weighing, leaveOut } : weighing)
}

/**
 * The claims that name both actors, their incidents, and what weighing them needs; remembered until the case changes, since a
 * ledger is opened cell by cell, and with this and that left out.
 */
function readBetween(context: CaseContext, a: string, b: string) {
  return context.remember(`between ${a} ${b}`, () =>
    context.store.read(async (scope) => {
      const { rows } = await findClaims(scope, { actors: [a, b] })
      const claims = await withDocuments(
        scope,
        rows.filter(({ decision }) => decision !== 'rejected'),
      )
      const ids = await incidentsOfClaims(
        scope,
        claims.map(({ claim }) => claim.id),
      )
      const incidents = await incidentsWithIds(scope, [...new Set(ids.values())])
      return { claims, incidents, weighing: await weighContext(context, scope, claims) }
    }),
  )
}

/** All pairs of actors that claims tell of, the best supported first. */
export async function listDyads(context: CaseContext, leaveOut?: LeaveOut): Promise<DyadSummary[]> {
  return dyadsInFull(context, await allPairs(context, leaveOut), leaveOut)
}

/** The same without who stands behind them. */
export async function listPairs(context: CaseContext, leaveOut?: LeaveOut): Promise<PairSummary[]> {
  return named(context, await allPairs(context, leaveOut))
}

/** These pairs with who stands behind them. */
export async function dyadsInFull(
  context: CaseContext,
  pairs: readonly Pick<PairSummary, 'a' | 'b'>[],
  leaveOut?: LeaveOut,
): Promise<DyadSummary[]> {
  return named(context, await pairsInFull(context, pairs, leaveOut))
}

/** Pairs with their names. */
export function named<Pair extends { a: string; b: string }>(
  { steps: { world } }: CaseContext,
  pairs: readonly Pair[],
): (Pair & Named)[] {
  const known = new Map<string, Named['aName']>()
  const names = (id: string) => {
    const before = known.get(id)
    if (before) return before
    const entity = world.entities.get(id)
    const name = entity ? neutralName(entity) : { en: id, ar: id }
    known.set(id, name)
    return name
  }
  return pairs.map((row) => ({ ...row, aName: names(row.a), bName: names(row.b) }))
}
