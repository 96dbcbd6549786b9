import {
  CLAIM_STATUSES,
  CLAIM_TYPES,
  type Filler,
  hashId,
  type Incident,
  order,
  type Participant,
} from '../../model/index.js'
import { type KnownWorld, shownName } from '../known-world.js'
import { nameKey } from '../names/name-key.js'
import type { ClaimFacts } from './claim-facts.js'
import { isoDay } from './days.js'
import type { OneOfEach } from './one-of-each.js'

/** The claim told first (by day of publication, then by id): its incident is named after it. */
function firstTold(facts: readonly ClaimFacts[]): ClaimFacts {
  const day = (f: ClaimFacts) => f.published ?? Infinity
  return [...facts].sort((x, y) => day(x) - day(y) || order(x.claim.id, y.claim.id))[0]!
}

/** The type that most documents give, the earlier of the closed list where two are as frequent. */
function typeOf(facts: readonly ClaimFacts[]): Incident['type'] {
  const documents = new Map<Incident['type'], Set<string>>()
  for (const { claim, document } of facts)
    documents.set(claim.type, (documents.get(claim.type) ?? new Set()).add(document.id))
  const most = Math.max(...[...documents.values()].map(({ size }) => size))
  return CLAIM_TYPES.find((type) => documents.get(type)?.size === most)!
}

/** The narrowest stated time, the one in most claims first; without one, "not later than" the first report. */
function timeOf(facts: readonly ClaimFacts[], held: OneOfEach): Incident['time'] {
  const days = (from: number | null, to: number | null, basis: Incident['time']['basis']) =>
    held.of(`time ${from}/${to}/${basis}`, () =>
      Object.freeze({ from: from === null ? null : isoDay(from), to: to === null ? null : isoDay(to), basis }),
    )
  const stated = facts.filter((f) => f.window.stated)
  if (stated.length > 0) {
    const key = (f: ClaimFacts) => `${f.window.from}/${f.window.to}`
    const votes = (f: ClaimFacts) => stated.filter((g) => key(g) === key(f)).length
    const best = [...stated].sort(
      (x, y) => x.window.span - y.window.span || votes(y) - votes(x) || x.window.from! - y.window.from!,
    )[0]!
    return days(best.window.from!, best.window.to!, 'stated')
  }
  const reported = facts.flatMap((f) => (f.published === null ? [] : [f.published]))
  if (reported.length === 0) return days(null, null, 'none')
  return days(null, Math.min(...reported), 'published')
}

/** Everyone (or every place) in a role, one row a thing; words of unknown things are joined by the key of their name. */
function participants(fillers: readonly [string, Filler][], world: KnownWorld, held: OneOfEach): Participant[] {
  const rows = new Map<string, Participant>()
  for (const [role, filler] of fillers) {
    const id = filler.entity ?? `name:${nameKey(filler.text)}`
    const name = filler.entity ? shownName(filler.entity, world) : filler.text
    const key = `${role}\u0000${id}`
    const known = rows.get(key)
    if (!known || order(name, known.name) < 0) rows.set(key, { id, name, role })
  }
  return [...rows.keys()].sort(order).map((key) => {
    const row = rows.get(key)!
    return held.of(`participant ${key}\u0000${row.name}`, () => Object.freeze(row))
  })
}

/** The id of the incident that this claim told first; it stays with the claim when that goes into another incident. */
export const incidentTold = (claim: string) => hashId('i', [claim])

/** Whether this can be the id of an incident at all. */
export const isIncidentId = (id: string) => /^i-[0-9a-f]{16}$/.test(id)

/**
 * Makes one incident of claims judged to tell of one happening. The result does not depend on the claims' order. `held`: what
 * many incidents have in common, which is frozen.
 */
export function makeIncident(
  facts: readonly ClaimFacts[],
  reasons: Incident['reasons'],
  world: KnownWorld,
  held: OneOfEach,
): Incident {
  const claims = facts.map((f) => f.claim)
  const parties = claims.flatMap((c) => [
    ...c.agents.map((f) => ['agent', f] as [string, Filler]),
    ...c.counterparts.map((f) => ['counterpart', f] as [string, Filler]),
    ...c.objects.flatMap((f) => (f.entity ? [['object', f] as [string, Filler]] : [])),
  ])
  const places = claims.flatMap((c) => [
    ...c.places.map((f) => ['place', f] as [string, Filler]),
    ...c.origin.map((f) => ['origin', f] as [string, Filler]),
    ...c.destination.map((f) => ['destination', f] as [string, Filler]),
  ])
  const [mode, ...otherModes] = new Set(claims.map((c) => c.mode))
  const statuses = CLAIM_STATUSES.filter((s) => claims.some((c) => c.status === s))
  return {
    id: incidentTold(firstTold(facts).claim.id),
    type: typeOf(facts),
    ...(mode && otherModes.length === 0 && { mode }),
    statuses: held.of(`statuses ${statuses}`, () => Object.freeze(statuses) as Incident['statuses']),
    time: timeOf(facts, held),
    parties: participants(parties, world, held),
    places: participants(places, world, held),
    claims: claims.map((c) => c.id).sort(order),
    reasons,
  }
}
