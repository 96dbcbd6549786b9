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
function timeOf(facts: readonly ClaimFacts[]): Incident['time'] {
  const stated = facts.filter((f) => f.window.stated)
  if (stated.length > 0) {
    const key = (f: ClaimFacts) => `${f.window.from}/${f.window.to}`
    const votes = (f: ClaimFacts) => stated.filter((g) => key(g) === key(f)).length
    const best = [...stated].sort(
      (x, y) => x.window.span - y.window.span || votes(y) - votes(x) || x.window.from! - y.window.from!,
    )[0]!
    return { from: isoDay(best.window.from!), to: isoDay(best.window.to!), basis: 'stated' }
  }
  const reported = facts.flatMap((f) => (f.published === null ? [] : [f.published]))
  if (reported.length === 0) return { from: null, to: null, basis: 'none' }
  return { from: null, to: isoDay(Math.min(...reported)), basis: 'published' }
}

/** Everyone (or every place) in a role, one row a thing; words of unknown things are joined by the key of their name. */
function participants(fillers: readonly [string, Filler][], world: KnownWorld): Participant[] {
  const rows = new Map<string, Participant>()
  for (const [role, filler] of fillers) {
    const id = filler.entity ?? `name:${nameKey(filler.text)}`
    const name = filler.entity ? shownName(filler.entity, world) : filler.text
    const key = `${role}\u0000${id}`
    const known = rows.get(key)
    if (!known || order(name, known.name) < 0) rows.set(key, { id, name, role })
  }
  return [...rows.keys()].sort(order).map((key) => rows.get(key)!)
}

/** Makes one incident of claims judged to tell of one happening. The result does not depend on the claims' order. */
export function makeIncident(facts: readonly ClaimFacts[], reasons: Incident['reasons'], world: KnownWorld): Incident {
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
  return {
    id: hashId('i', [firstTold(facts).claim.id]),
    type: typeOf(facts),
    statuses: CLAIM_STATUSES.filter((s) => claims.some((c) => c.status === s)),
    time: timeOf(facts),
    parties: participants(parties, world),
    places: participants(places, world),
    claims: claims.map((c) => c.id).sort(order),
    reasons,
  }
}
