import type { DyadSummary, LeaveOut, Named, PairSummary } from './case.js'
import type { CaseContext } from './context.js'
import { allPairs } from './keep-pairs.js'
import { neutralName } from './neutral-name.js'
import { countPairs, pairsInFull } from './some-pairs.js'

/** All pairs of actors that claims tell of, the best supported first. */
export async function listDyads(context: CaseContext, leaveOut?: LeaveOut): Promise<DyadSummary[]> {
  return dyadsInFull(context, await pairsLeft(context, leaveOut), leaveOut)
}

/** The same without who stands behind them. */
export async function listPairs(context: CaseContext, leaveOut?: LeaveOut): Promise<PairSummary[]> {
  return named(context, await pairsLeft(context, leaveOut))
}

async function pairsLeft(context: CaseContext, leaveOut: LeaveOut | undefined) {
  if (!leaveOut) return allPairs(context)
  return context.remember(`pairs ${JSON.stringify(leaveOut)}`, () => countPairs(context, { leaveOut }))
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
