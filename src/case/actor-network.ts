import type { Channel } from '../model/index.js'
import type { Telling } from '../weigh/index.js'
import type { DyadSummary, LeaveOut } from './case.js'
import type { CaseContext } from './context.js'
import { allPairs, weighPairs } from './keep-pairs.js'
import { named } from './list-dyads.js'
import { wholeCase } from './whole-case.js'

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
  pairs: DyadSummary[]
  /** How many claims of any pair lie in each month, whatever time is asked for. */
  months: { month: string; claims: number }[]
}

/** The network of a case, of one channel or a stretch of time where asked. */
export function actorNetwork(context: CaseContext, filter: NetworkFilter): Promise<ActorNetwork> {
  const { channel, from, to, leaveOut } = filter
  const { types } = context.steps.world.ontology
  return context.remember(`network ${JSON.stringify(filter)}`, async () => {
    const whole = await wholeCase(context, leaveOut)
    const typeOf = ({ claim, type }: Telling) => whole.incidentOf(claim)?.type ?? type
    const timeOf = ({ claim, time }: Telling) => {
      const incident = whole.incidentOf(claim)
      return incident ? incident.time : time
    }
    const inChannel = channel
      ? whole.tellings.filter((one) => types.get(typeOf(one))?.channel === channel)
      : whole.tellings
    const inTime = (one: Telling) => {
      const time = timeOf(one)
      const [first, last] = [time?.from ?? time?.to, time?.to ?? time?.from]
      return Boolean(first && last && (!from || last >= from) && (!to || first <= to))
    }
    const months = new Map<string, number>()
    for (const one of inChannel) {
      const month = timeOf(one)?.from?.slice(0, 7)
      if (month) months.set(month, (months.get(month) ?? 0) + 1)
    }
    const all = channel === undefined && !from && !to
    const pairs = all
      ? await allPairs(context, leaveOut)
      : weighPairs({ ...whole, tellings: from || to ? inChannel.filter(inTime) : inChannel })
    return {
      pairs: named(context, pairs),
      months: [...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, n]) => ({ month, claims: n })),
    }
  })
}
