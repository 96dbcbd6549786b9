import type { Channel } from '../model/index.js'
import type { LinkClaim } from '../resolve/index.js'
import { summariseDyads } from '../weigh/index.js'
import type { DyadSummary, LeaveOut } from './case.js'
import type { CaseContext } from './context.js'
import { neutralName } from './neutral-name.js'
import { wholeCase } from './weigh-case.js'

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
  const { world } = context.steps
  const names = (id: string) => {
    const entity = world.entities.get(id)
    return entity ? neutralName(entity) : { en: id, ar: id }
  }
  return context.remember(`network ${JSON.stringify(filter)}`, async () => {
    const { incidents, claims, context: weighing } = await wholeCase(context, leaveOut)
    const incidentOf = new Map(incidents.flatMap((one) => one.claims.map((claim) => [claim, one] as const)))
    const typeOf = ({ claim }: LinkClaim) => incidentOf.get(claim.id)?.type ?? claim.type
    const timeOf = ({ claim }: LinkClaim) => {
      const incident = incidentOf.get(claim.id)
      return incident ? (incident.time.basis === 'stated' ? incident.time : null) : claim.time
    }
    const inChannel = claims.filter((one) => !channel || world.ontology.types.get(typeOf(one))?.channel === channel)
    const inTime = (one: LinkClaim) => {
      if (!from && !to) return true
      const time = timeOf(one)
      const [first, last] = [time?.from ?? time?.to, time?.to ?? time?.from]
      return Boolean(first && last && (!from || last >= from) && (!to || first <= to))
    }
    const months = new Map<string, number>()
    for (const one of inChannel) {
      const month = timeOf(one)?.from?.slice(0, 7)
      if (month) months.set(month, (months.get(month) ?? 0) + 1)
    }
    const pairs = summariseDyads(incidents, inChannel.filter(inTime), weighing)
    return {
      pairs: pairs.map((row): DyadSummary => ({ ...row, aName: names(row.a), bName: names(row.b) })),
      months: [...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, n]) => ({ month, claims: n })),
    }
  })
}
