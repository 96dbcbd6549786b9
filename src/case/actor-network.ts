import { type Channel, CLAIM_TYPES, type ClaimType } from '../model/index.js'
import { typeFacts } from '../resolve/index.js'
import { briefsOfClaims, claimsByMonth, type TypeInMonth } from '../store/index.js'
import type { LeaveOut, PairSummary } from './case.js'
import type { CaseContext } from './context.js'
import { keptAnswer } from './keep-answers.js'
import { allPairs, pairsInChannel } from './keep-pairs.js'
import { layOutNetwork, type Spot } from './lay-out-network.js'
import { findLeftOut } from './left-out.js'
import { named } from './list-dyads.js'
import type { Told } from './short-pairs.js'
import { countPairs, findPairs } from './some-pairs.js'

/** What of a case is drawn as a network; days are inclusive. */
export interface NetworkFilter {
  channel?: Channel
  /** Only what is said to have happened, by its stated days, not before this day … */
  from?: string
  /** … and not after this one. What no day is given for then counts only where it is asked for. */
  to?: string
  /** With a stretch of time: also what no day is given for. */
  undated?: boolean
  leaveOut?: LeaveOut
}

/** Actors and what is said to pass between them. */
export interface ActorNetwork {
  pairs: PairSummary[]
  /** How many claims of any pair lie in each month, whatever time is asked for. */
  months: { month: string; claims: number }[]
  /** Where a stretch of time is asked for: the pairs of which something is told that no day is given for. */
  undated: Pick<PairSummary, 'a' | 'b'>[]
  /** Where actors stand in a drawing of all that was ever reported, by id: nobody moves as a part of it is asked for. */
  spots: ReadonlyMap<string, Spot>
}

/** The network of a case, of one channel or a stretch of time where asked. */
export async function actorNetwork(context: CaseContext, filter: NetworkFilter): Promise<ActorNetwork> {
  return { ...(await pairsAndMonths(context, filter)), spots: await spotsOf(context) }
}

/** Kept, since it takes a while and depends on nothing else: short, to a ten-thousandth of the drawing. */
function spotsOf(context: CaseContext): Promise<ReadonlyMap<string, Spot>> {
  return context.remember('spots', async () => {
    const short = (n: number) => Math.round(n * 10_000) / 10_000
    const kept = await keptAnswer(context, 'spots', async () => {
      const spots = layOutNetwork(await allPairs(context))
      return [...spots].map(([id, { x, y }]) => [id, short(x), short(y)] as const)
    })
    return new Map(kept.map(([id, x, y]) => [id, { x, y }]))
  })
}

type PairsAndMonths = Omit<ActorNetwork, 'spots'>

async function pairsAndMonths(context: CaseContext, filter: NetworkFilter): Promise<PairsAndMonths> {
  if (Object.values(filter).every((value) => value === undefined)) {
    const months = await monthsOf(context, undefined, undefined)
    return { pairs: named(context, await allPairs(context)), months, undated: [] }
  }
  return context.remember(`network ${JSON.stringify(filter)}`, () => partOfNetwork(context, filter))
}

async function partOfNetwork(context: CaseContext, filter: NetworkFilter): Promise<PairsAndMonths> {
  const { channel, from, to, leaveOut, undated } = filter
  const { types } = context.steps.world.ontology
  const own = channel && [...types].flatMap(([type, facts]) => (facts.channel === channel ? [type] : []))
  const months = await monthsOf(context, own, leaveOut)
  if (channel && !from && !to && !leaveOut)
    return { pairs: named(context, await pairsInChannel(context, channel)), months, undated: [] }
  const inTime = (time: Told['time']) => {
    if (isUndated(time)) return undated ?? false
    const [first, last] = [time?.from ?? time?.to, time?.to ?? time?.from]
    return Boolean(first && last && (!from || last >= from) && (!to || first <= to))
  }
  const some = { leaveOut, ...(own && { ofType: (type: Told['type']) => own.includes(type) }) }
  if (!from && !to) return { pairs: named(context, await countPairs(context, some)), months, undated: [] }
  // The same whatever stretch is asked for: a slider that is pulled counts it once.
  const without = await context.remember(`undated ${JSON.stringify({ channel, leaveOut })}`, () =>
    findPairs(context, { ...some, inTime: isUndated }),
  )
  const pairs = await countPairs(context, { ...some, inTime })
  return { pairs: named(context, pairs), months, undated: without }
}

const isUndated = (time: Told['time']) => !(time?.from ?? time?.to)

/** How many claims, of these types where some are named, lie in each month, without those that are left out. */
async function monthsOf(
  context: CaseContext,
  types: readonly ClaimType[] | undefined,
  leaveOut: LeaveOut | undefined,
): Promise<ActorNetwork['months']> {
  const months = new Map<string, number>()
  const isOwn = (type: string) => types?.some((one) => one === type) ?? true
  for (const { month, type, claims } of await monthsByType(context))
    if (isOwn(type)) months.set(month, (months.get(month) ?? 0) + claims)
  const lost = leaveOut ? (await findLeftOut(context, leaveOut)).lost : []
  const ids = lost.map(({ claim }) => claim)
  const incidents = await context.store.read((scope) => briefsOfClaims(scope, ids))
  for (const { claim, type, time } of lost) {
    const told = incidents.get(claim) ?? { type, time }
    const month = told.time?.from?.slice(0, 7)
    if (month && isOwn(told.type)) months.set(month, months.get(month)! - 1)
  }
  return [...months].flatMap(([month, claims]) => (claims > 0 ? [{ month, claims }] : []))
}

/** How many claims of each type lie in each month, kept. */
function monthsByType(context: CaseContext): Promise<TypeInMonth[]> {
  const alone = CLAIM_TYPES.filter((type) => !typeFacts(type, context.steps.world).happening)
  return keptAnswer(context, 'months by type', () => context.store.read((scope) => claimsByMonth(scope, alone)))
}
