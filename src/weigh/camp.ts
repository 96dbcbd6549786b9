import type { Claim, Hop } from '../model/index.js'
import { belongsTo, bodiesNamed, isUnnamed, type KnownWorld, type LinkClaim, originHop } from '../resolve/index.js'
import { printedBy } from './origin.js'

/** The actor at the top of what an entity belongs to: a spokesman's side. Undefined for places, outlets and the unknown. */
export function sideOf(id: string, world: KnownWorld): string | undefined {
  const actors = [id, ...belongsTo(id, world)].filter((x) => world.entities.get(x)?.kind === 'actor')
  return actors.at(-1)
}

function campOfHop(hop: Hop, world: KnownWorld): string | undefined {
  const outlet = world.outlet(hop.entity ?? hop.name)
  if (outlet) return outlet.camp
  if (hop.entity) return sideOf(hop.entity, world)
  // Whose source a nameless one is, only the outlet says: its word is not that side's.
  const body = isUnnamed(hop, world) ? undefined : (hop.body ?? bodiesNamed(hop.name, world)[0])
  return body === undefined ? undefined : sideOf(body, world)
}

/**
 * For whom it is said: the actor at the top of whom a named origin speaks for; for an unnamed source or an outlet's own voice,
 * the camp that somebody attributed to the outlet which gives it. Undefined where none is known.
 */
export function voiceOf(item: LinkClaim, world: KnownWorld): string | undefined {
  const last = originHop(item.claim.chain, world)
  const own = last && campOfHop(last, world)
  if (own) return own
  if (last && !isUnnamed(last, world)) return undefined
  const passing = item.claim.chain.slice(0, -1).findLast((h) => h.kind === 'outlet' || h.kind === 'agency')
  const outlet = passing?.entity ?? passing?.name ?? item.document.credit ?? printedBy(item)
  return outlet === undefined ? undefined : world.outlet(outlet)?.camp
}

/** Whose camp says it: for whom it is said, where that is one that takes a side at all. */
export function campOf(item: LinkClaim, world: KnownWorld): string | undefined {
  const voice = voiceOf(item, world)
  if (voice === undefined) return undefined
  const sort = world.entities.get(voice)?.sort
  return sort !== undefined && world.ontology.kinds?.actors[sort]?.observer ? undefined : voice
}

const SAID = new Set<Claim['status']>(['asserted', 'alleged'])
const FORETOLD = new Set<Claim['status']>(['planned', 'predicted'])

type Status = Claim['status']

/** Whether it is said that something happened or will; what is only denied is listed and not counted. */
export const isTold = (status: Status): boolean => SAID.has(status) || FORETOLD.has(status)

/** Those that speak for a happening: that say it happened, else those that say it will. Never denials. */
export function speakingFor<T>(all: readonly T[], statusOf: (one: T) => Status): T[] {
  const said = all.filter((one) => SAID.has(statusOf(one)))
  return said.length > 0 ? said : all.filter((one) => FORETOLD.has(statusOf(one)))
}

/** The claims that speak for a happening. */
export const supporting = (claims: readonly LinkClaim[]): LinkClaim[] =>
  speakingFor(claims, ({ claim }) => claim.status)
