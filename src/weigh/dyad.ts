import { CHANNELS, type Channel, type Claim, type Dyad, type DyadCell, type Incident, order } from '../model/index.js'
import { type KnownWorld, type LinkClaim, typeFacts } from '../resolve/index.js'
import { isBetween } from './between.js'
import { isTold } from './camp.js'
import type { WeighContext } from './context.js'
import { originsWithin } from './independence.js'
import { believed } from './leave-out.js'
import { type DatedTelling, datedBrief, tellingOf } from './telling.js'

const UNDATED = 'undated'

/** `2022-04` where all of a time lies in one month. */
function monthOf(time: { from: string | null; to: string | null } | null): string {
  const month = time?.from?.slice(0, 7)
  return month !== undefined && month === time?.to?.slice(0, 7) ? month : UNDATED
}

/** Claims with the incident each belongs to; relations and states belong to none. */
export function withIncidents(incidents: readonly Incident[]): Map<string, Incident> {
  return new Map(incidents.flatMap((i) => i.claims.map((c) => [c, i] as const)))
}

/** The row of the ledger that a claim goes to: that of its incident's type, so that one incident has one row. */
export function channelOf(
  type: Claim['type'],
  incident: Pick<Incident, 'type'> | undefined,
  packs: KnownWorld,
): Channel {
  return typeFacts(incident?.type ?? type, packs).channel
}

interface Cell {
  channel: Channel
  month: string
  tellings: DatedTelling[]
  incidents: Map<string, DatedTelling[]>
}

function fillCells(tellings: readonly DatedTelling[], { packs }: WeighContext): Cell[] {
  const cells = new Map<string, Cell>()
  for (const one of tellings) {
    const { incident, type } = one
    const channel = channelOf(type, incident, packs)
    const month = monthOf(incident ? incident.time : one.time)
    const key = `${channel}|${month}`
    const cell = cells.get(key) ?? { channel, month, tellings: [], incidents: new Map<string, DatedTelling[]>() }
    cells.set(key, cell)
    cell.tellings.push(one)
    if (!incident) continue
    const own = cell.incidents.get(incident.id)
    own ? own.push(one) : cell.incidents.set(incident.id, [one])
  }
  return [...cells.values()]
}

/**
 * The ledger of two actors: what is said to have passed between them (or between actors that belong to them) by channel
 * and month, cooperation and violence alike. A cell lists all its claims; its incidents are those that somebody says
 * happened or will happen: what is only denied is listed and not counted. Relations and states come in as claims. Origins are
 * counted for each incident alone, since eight incidents of one origin each have none between them that two report.
 */
export function dyad(
  a: string,
  b: string,
  incidents: readonly Incident[],
  claims: readonly LinkClaim[],
  context: WeighContext,
): Dyad {
  const incidentOf = withIncidents(incidents)
  const between = claims.filter((c) => isBetween(c.claim, a, b, context.packs))
  const tellings = between.map((item): DatedTelling => {
    const incident = incidentOf.get(item.claim.id)
    return { ...tellingOf(item, context.packs), incident: incident && datedBrief(incident) }
  })
  return ledger(a, b, tellings, context)
}

/** The same from what the claims between the two tell. */
export function ledger(a: string, b: string, tellings: readonly DatedTelling[], context: WeighContext): Dyad {
  const origins = originsWithin(tellings, context)
  const cells = fillCells(believed(tellings, context), context).map((cell): DyadCell => {
    const counted = [...cell.incidents].filter(([, own]) => own.some(({ status }) => isTold(status)))
    const incidents = new Map(counted.sort(([x], [y]) => order(x, y)))
    const loose = cell.tellings.filter(({ incident }) => !incident || !incidents.has(incident.id))
    return {
      channel: cell.channel,
      month: cell.month,
      incidents: [...incidents.keys()],
      claims: cell.tellings.map(({ claim }) => claim).sort(),
      independence: origins.weigh(cell.tellings),
      byIncident: [...incidents].map(([incident, own]) => ({ incident, ...origins.count(own) })),
      ...(loose.length > 0 && { relations: origins.count(loose) }),
    }
  })
  const row = (cell: DyadCell) => CHANNELS.indexOf(cell.channel)
  return { a, b, cells: cells.sort((x, y) => row(x) - row(y) || (x.month < y.month ? -1 : 1)) }
}
