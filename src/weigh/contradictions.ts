import type { Claim, Contradiction } from '../model/index.js'
import { type LinkClaim, leaves, outcomeOf, placesCompatible, related, typeFacts } from '../resolve/index.js'
import { supporting } from './camp.js'
import type { WeighContext } from './context.js'
import { contradictingCounts } from './contradicting-counts.js'
import { gather } from './field-values.js'
import { because, type ReasonCode, sayReason } from './reasons.js'

const reasoned = (code: ReasonCode): Pick<Contradiction, 'reason' | 'because'> => ({
  reason: sayReason(because(code)),
  because: because(code),
})

/** Values of a field, of which at least two cannot both be true; nothing where all go together. */
function clash(
  claims: readonly LinkClaim[],
  field: string,
  reason: ReasonCode,
  show: (item: LinkClaim) => string | undefined,
  compatible: (a: LinkClaim, b: LinkClaim) => boolean,
): Contradiction[] {
  const stating = claims.filter((c) => show(c) !== undefined)
  const involved = stating.filter((a) => stating.some((b) => a !== b && !compatible(a, b)))
  if (involved.length === 0) return []
  return [{ kind: 'value', field, values: gather(involved, show), ...reasoned(reason) }]
}

/** A day lies in its month, so that the two do not clash; two days do. */
function contradictingDays(claims: readonly LinkClaim[]): Contradiction[] {
  const days = (c: Claim) => (c.time?.from && c.time.to ? { from: c.time.from, to: c.time.to } : undefined)
  const show = ({ claim }: LinkClaim) => {
    const d = days(claim)
    return d && (d.from === d.to ? d.from : `${d.from}–${d.to}`)
  }
  return clash(claims, 'date', 'days-differ', show, (a, b) => {
    const [x, y] = [days(a.claim)!, days(b.claim)!]
    return x.from <= y.to && y.from <= x.to
  })
}

const ids = (fillers: Claim['places']) => fillers.flatMap((f) => (f.entity ? [f.entity] : []))

/** A district lies in its governorate, so that the two do not clash; two districts do. */
function contradictingPlaces(claims: readonly LinkClaim[], { packs }: WeighContext): Contradiction[] {
  const narrowest = (item: LinkClaim) => leaves(ids(item.claim.places), packs)
  const show = (item: LinkClaim) => narrowest(item).join(', ') || undefined
  return clash(claims, 'place', 'places-differ', show, (a, b) => placesCompatible(narrowest(a), narrowest(b), packs))
}

/** Different actors are named for one side of the same type of event; a unit and the force it belongs to do not clash. */
function contradictingParties(claims: readonly LinkClaim[], { packs }: WeighContext): Contradiction[] {
  const oneWay = claims.filter((c) => typeFacts(c.claim.type, packs).mutual !== true)
  const types = [...new Set(oneWay.map((c) => c.claim.type))].sort()
  return types.flatMap((type) =>
    (['agents', 'counterparts'] as const).flatMap((slot) => {
      const actors = (item: LinkClaim) => ids(item.claim[slot]).filter((id) => packs.entities.get(id)?.kind === 'actor')
      const show = (item: LinkClaim) => [...actors(item)].sort().join(', ') || undefined
      const own = oneWay.filter((c) => c.claim.type === type)
      return clash(own, slot, 'parties-differ', show, (a, b) =>
        actors(a).some((x) => actors(b).some((y) => related(x, y, packs))),
      )
    }),
  )
}

/** A release in one report is an escape in another. */
function contradictingOutcomes(claims: readonly LinkClaim[]): Contradiction[] {
  const values = gather(claims, ({ claim }) => outcomeOf(claim.type))
  return values.length < 2 ? [] : [{ kind: 'outcome', field: 'outcome', values, ...reasoned('outcomes-differ') }]
}

function denials(claims: readonly LinkClaim[], saying: readonly LinkClaim[]): Contradiction[] {
  const denied = claims.filter((c) => c.claim.status === 'denied' || c.claim.status === 'negated')
  if (denied.length === 0 || saying.length === 0) return []
  const values = gather([...saying, ...denied], (c) => (denied.includes(c) ? 'denied' : 'said'))
  return [{ kind: 'denial', field: 'status', values, ...reasoned('is-denied') }]
}

/**
 * What the claims of one incident cannot agree on: outcome, occurrence, numbers, days, places, parties. A toll that grows
 * is an `update`; a value that is only coarser or vaguer than another contradicts nothing.
 */
export function findContradictions(claims: readonly LinkClaim[], context: WeighContext): Contradiction[] {
  const fixed = [...claims].sort((x, y) => (x.claim.id < y.claim.id ? -1 : 1))
  const saying = supporting(fixed)
  return [
    ...denials(fixed, saying),
    ...contradictingOutcomes(saying),
    ...contradictingCounts(saying, context),
    ...contradictingDays(saying),
    ...contradictingPlaces(saying, context),
    ...contradictingParties(saying, context),
  ]
}
