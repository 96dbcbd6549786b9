import type { Claim, Contradiction } from '../model/index.js'
import { type LinkClaim, leaves, outcomeOf, placesCompatible, related, typeFacts } from '../resolve/index.js'
import { supporting } from './camp.js'
import { clash } from './clash.js'
import type { WeighContext } from './context.js'
import { contradictingCounts } from './contradicting-counts.js'
import { droppedClaims } from './dropped-claims.js'
import { gather } from './field-values.js'
import { reasonedOnce } from './reasons.js'

/** A day lies in its month, so that the two do not clash; two days do. */
function contradictingDays(claims: readonly LinkClaim[], context: WeighContext): Contradiction[] {
  const days = (c: Claim) => (c.time?.from && c.time.to ? { from: c.time.from, to: c.time.to } : undefined)
  const show = ({ claim }: LinkClaim) => {
    const d = days(claim)
    return d && (d.from === d.to ? d.from : `${d.from}–${d.to}`)
  }
  return clash(claims, context, { field: 'date', reason: 'days-differ' }, show, (a, b) => {
    const [x, y] = [days(a.claim)!, days(b.claim)!]
    return x.from <= y.to && y.from <= x.to
  })
}

const ids = (fillers: Claim['places']) => fillers.flatMap((f) => (f.entity ? [f.entity] : []))

/** A district lies in its governorate, so that the two do not clash; two districts do. */
function contradictingPlaces(claims: readonly LinkClaim[], context: WeighContext): Contradiction[] {
  const { packs } = context
  const narrowest = (item: LinkClaim) => leaves(ids(item.claim.places), packs)
  const show = (item: LinkClaim) => narrowest(item).join(', ') || undefined
  return clash(claims, context, { field: 'place', reason: 'places-differ' }, show, (a, b) =>
    placesCompatible(narrowest(a), narrowest(b), packs),
  )
}

type Party = 'agents' | 'counterparts'

/** Claims of types that one side does to the other, by type. */
function oneWay(claims: readonly LinkClaim[], { packs }: WeighContext): LinkClaim[][] {
  const own = claims.filter((c) => typeFacts(c.claim.type, packs).mutual !== true)
  const types = [...new Set(own.map((c) => c.claim.type))].sort()
  return types.map((type) => own.filter((c) => c.claim.type === type))
}

/** The known actors on each side of a claim, and how they stand to those of another. */
function partiesOf({ packs }: WeighContext) {
  const actors = (item: LinkClaim, slot: Party) =>
    ids(item.claim[slot]).filter((id) => packs.entities.get(id)?.kind === 'actor')
  const meet = (x: readonly string[], y: readonly string[]) => x.some((a) => y.some((b) => related(a, b, packs)))
  /** The same two, the other way round; where a side stands on both sides, there is no way round. */
  const turned = (a: LinkClaim, b: LinkClaim) => {
    const [x, y, u, v] = [
      actors(a, 'agents'),
      actors(a, 'counterparts'),
      actors(b, 'agents'),
      actors(b, 'counterparts'),
    ]
    return meet(x, v) && meet(y, u) && !meet(x, u) && !meet(y, v)
  }
  return { actors, meet, turned }
}

/** Reports agree on the two sides, and not on which of them did it to the other. */
function contradictingDirections(claims: readonly LinkClaim[], context: WeighContext): Contradiction[] {
  const { actors, turned } = partiesOf(context)
  const show = (item: LinkClaim) => {
    const [from, to] = [actors(item, 'agents'), actors(item, 'counterparts')]
    return from.length > 0 && to.length > 0
      ? `${[...from].sort().join(', ')} → ${[...to].sort().join(', ')}`
      : undefined
  }
  const about = { kind: 'direction' as const, field: 'direction', reason: 'direction-differs' as const }
  return oneWay(claims, context).flatMap((own) => clash(own, context, about, show, (a, b) => !turned(a, b)))
}

/** Different actors are named for one side of the same type of event; a unit and the force it belongs to do not clash. */
function contradictingParties(claims: readonly LinkClaim[], context: WeighContext): Contradiction[] {
  const { actors, meet, turned } = partiesOf(context)
  return oneWay(claims, context).flatMap((own) =>
    (['agents', 'counterparts'] as const).flatMap((slot) => {
      const show = (item: LinkClaim) => [...actors(item, slot)].sort().join(', ') || undefined
      return clash(
        own,
        context,
        { field: slot, reason: 'parties-differ' },
        show,
        (a, b) => meet(actors(a, slot), actors(b, slot)) || turned(a, b),
      )
    }),
  )
}

/** A release in one report is an escape in another. */
function contradictingOutcomes(claims: readonly LinkClaim[], { packs }: WeighContext): Contradiction[] {
  const values = gather(claims, ({ claim }) => outcomeOf(claim.type))
  if (values.length < 2) return []
  return [{ kind: 'outcome', field: 'outcome', values, ...reasonedOnce(packs, 'outcomes-differ') }]
}

function denials(claims: readonly LinkClaim[], saying: readonly LinkClaim[], { packs }: WeighContext): Contradiction[] {
  const denied = claims.filter((c) => c.claim.status === 'denied' || c.claim.status === 'negated')
  if (denied.length === 0 || saying.length === 0) return []
  const values = gather([...saying, ...denied], (c) => (denied.includes(c) ? 'denied' : 'said'))
  return [{ kind: 'denial', field: 'status', values, ...reasonedOnce(packs, 'is-denied') }]
}

/**
 * What the claims of one incident cannot agree on: outcome, occurrence, numbers, days, places, who did it to whom, parties. A
 * toll that grows is an `update`, a difference between two versions of one address an `edit`; a value that is only coarser
 * or vaguer than another contradicts nothing.
 */
export function findContradictions(claims: readonly LinkClaim[], context: WeighContext): Contradiction[] {
  // One claim agrees with itself; most incidents have no other.
  if (claims.length === 1) return droppedClaims(claims, context)
  const fixed = [...claims].sort((x, y) => (x.claim.id < y.claim.id ? -1 : 1))
  const saying = supporting(fixed)
  return [
    ...denials(fixed, saying, context),
    ...contradictingOutcomes(saying, context),
    ...contradictingCounts(saying, context),
    ...contradictingDays(saying, context),
    ...contradictingPlaces(saying, context),
    ...contradictingDirections(saying, context),
    ...contradictingParties(saying, context),
    ...droppedClaims(fixed, context),
  ]
}
