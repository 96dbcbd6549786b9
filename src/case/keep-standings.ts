import type { ClaimType, Independence, WeighedIncident } from '../model/index.js'
import {
  insertWaiting,
  keepStandings,
  markPairs,
  type Scope,
  type Standing,
  staleKeys,
  takeWaiting,
  unmarkStale,
} from '../store/index.js'
import { type CaseContext, keptKey } from './context.js'
import { incidentTitle } from './incident-title.js'
import { markOtherPacks } from './mark-other-packs.js'
import type { QueueReason } from './queue.js'
import { rankClaim, reasonsByClaim } from './rank-claims.js'
import { incidentsWithIds, weighWithPairs } from './weigh-case.js'

/** An incident as one mark of a timeline or map: when, where and how well supported, without its claims. */
export interface IncidentMark {
  id: string
  type: ClaimType
  title: { en: string; ar: string }
  time: WeighedIncident['time']
  /** Ids of its places, without those that another of them lies in. */
  places: string[]
  claims: number
  independence: Pick<Independence, 'atLeast' | 'atMost' | 'camps'>
  contradicted: boolean
}

/** Incidents weighed in one transaction. */
const AT_ONCE = 500

/**
 * Weighs the incidents that were linked since, so that whoever looks at many need weigh none, and ranks their claims in the
 * queue. What an incident's weight
 * rests on (its claims, who repeats whom, who is one with whom) is linked anew whenever it changes; the packs are a part of
 * the key. Linking does this at its end, and a view once more, for what another program left.
 */
export async function renewStandings(context: CaseContext): Promise<void> {
  const { store } = context
  const packs = keptKey(context)
  await markOtherPacks(context, 'standings')
  const waiting = () => store.read((scope) => staleKeys(scope, 'standings', AT_ONCE))
  for (let ids = await waiting(); ids.length > 0; ids = await waiting())
    await store.write(async (tx) => {
      const { weighed, pairs } = await weighWithPairs(context, tx, await incidentsWithIds(tx, ids))
      const standings = weighed.map(
        (incident): Standing<IncidentMark> => ({
          incident: incident.id,
          contradictions: incident.contradictions.length,
          atLeast: incident.independence.atLeast,
          month: monthOf(incident.time),
          first: incident.transmission.first.by.map(({ id }) => id),
          circles: incident.transmission.circles,
          kept: markOf(incident, context),
        }),
      )
      await keepStandings(tx, packs, standings)
      await rankAnew(tx, weighed)
      // A pair counts incidents, and their type says in which channel.
      await markPairs(tx, [...pairs()])
      // An incident of which no claim is left is none to anybody who looks.
      await unmarkStale(tx, 'standings', ids)
    })
}

/** Gives these incidents' claims, as far as they wait, the place that they have now. */
async function rankAnew(tx: Scope, weighed: readonly WeighedIncident[]): Promise<void> {
  const rests = reasonsByClaim(weighed)
  const claims = await takeWaiting<QueueReason>(
    tx,
    weighed.flatMap((incident) => incident.claims),
  )
  await insertWaiting(
    tx,
    claims.map((one) => ({ ...one, ...rankClaim(one.confidence, rests.get(one.claim) ?? []) })),
  )
}

/** Where lists have an incident: in the month of its first day, or of the last where only that is known; else at the end. */
const monthOf = ({ from, to }: WeighedIncident['time']) => (from ?? to ?? '9999').slice(0, 7)

function markOf(incident: WeighedIncident, { steps: { world } }: CaseContext): IncidentMark {
  const { atLeast, atMost, camps } = incident.independence
  const ids = [...new Set(incident.places.map(({ id }) => id))].filter((id) => world.entities.has(id))
  const around = new Set(ids.flatMap((id) => world.ancestors(id)))
  return {
    id: incident.id,
    type: incident.type,
    title: incidentTitle(incident, world),
    time: incident.time,
    places: ids.filter((id) => !around.has(id)),
    claims: incident.claims.length,
    independence: { atLeast, atMost, camps },
    contradicted: incident.contradictions.length > 0,
  }
}
