import type { Channel } from '../model/index.js'
import { claimsByMonth } from '../store/index.js'
import type { LeaveOut, PairSummary } from './case.js'
import type { CaseContext } from './context.js'
import { keptAnswer } from './keep-answers.js'
import { allPairs, countPairs, pairsInChannel } from './keep-pairs.js'
import { named } from './list-dyads.js'
import { type CaseTelling, wholeCase } from './whole-case.js'

/** What of a case is drawn as a network; days are inclusive. */
export interface NetworkFilter {
  channel?: Channel
  /** Only what is said to have happened, by its stated days, not before this day … */
  from?: string
  /** … and not after this one. What has no date then counts nowhere. */
  to?: string
  leaveOut?: LeaveOut
}

/** Actors and what is said to pass between them. */
export interface ActorNetwork {
  pairs: PairSummary[]
  /** How many claims of any pair lie in each month, whatever time is asked for. */
  months: { month: string; claims: number }[]
}

/** The network of a case, of one channel or a stretch of time where asked. */
export async function actorNetwork(context: CaseContext, filter: NetworkFilter): Promise<ActorNetwork> {
  if (Object.values(filter).every((value) => value === undefined)) {
    const months = await keptAnswer(context, 'months', () => context.store.read(claimsByMonth))
    return { pairs: named(context, await allPairs(context)), months }
  }
  return context.remember(`network ${JSON.stringify(filter)}`, () => partOfNetwork(context, filter))
}

async function partOfNetwork(context: CaseContext, filter: NetworkFilter): Promise<ActorNetwork> {
  const { channel, from, to, leaveOut } = filter
  const { types } = context.steps.world.ontology
  if (channel && !from && !to && !leaveOut) {
    const own = [...types].flatMap(([type, facts]) => (facts.channel === channel ? [type] : []))
    const months = await context.store.read((scope) => claimsByMonth(scope, own))
    return { pairs: named(context, await pairsInChannel(context, channel)), months }
  }
  const whole = await wholeCase(context, leaveOut)
  const typeOf = ({ incident, type }: CaseTelling) => incident?.type ?? type
  const inChannel = channel
    ? whole.tellings.filter((one) => types.get(typeOf(one))?.channel === channel)
    : whole.tellings
  const inTime = (one: CaseTelling) => {
    const time = timeOf(one)
    const [first, last] = [time?.from ?? time?.to, time?.to ?? time?.from]
    return Boolean(first && last && (!from || last >= from) && (!to || first <= to))
  }
  const tellings = from || to ? inChannel.filter(inTime) : inChannel
  const pairs = await countPairs(context, { ...whole, tellings })
  return { pairs: named(context, pairs), months: countMonths(inChannel) }
}

/** The days of the incident that a claim went into, else its own. */
function timeOf({ incident, time }: CaseTelling) {
  return incident ? incident.time : time
}

function countMonths(tellings: readonly CaseTelling[]): ActorNetwork['months'] {
  const months = new Map<string, number>()
  for (const one of tellings) {
    const month = timeOf(one)?.from?.slice(0, 7)
    if (month) months.set(month, (months.get(month) ?? 0) + 1)
  }
  return [...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, n]) => ({ month, claims: n }))
}
