import {
  belongsTo,
  isUnnamed,
  type KnownWorld,
  keyOf,
  type LinkClaim,
  originHop,
  personName,
  tellerName,
  unnamedKeyOf,
} from '../resolve/index.js'
import { campOf } from './camp.js'
import type { LeaveOut, WeighContext } from './context.js'
import { outletId, printedBy } from './origin.js'

/** By what a claim can be left out: whoever printed it or passed it on, and its origin with all that this belongs to. */
export interface LeaveKeys {
  outlets: readonly string[]
  origins: readonly string[]
}

/** By what this claim can be left out, beside its camp. */
export function leaveKeys(item: LinkClaim, world: KnownWorld): LeaveKeys {
  const { chain } = item.claim
  // Whatever the text makes of them: an outlet that no pack knows may be read as any organization.
  const passing = chain.map((h) => h.entity ?? tellerName(h, world))
  const printed = [printedBy(item), item.document.credit, ...passing].flatMap((o) => (o === undefined ? [] : [o]))
  const last = originHop(chain, world)
  const ids = last?.entity ? [last.entity, ...belongsTo(last.entity, world)] : []
  // One unnamed source of many that are called alike.
  const nobody = last && !last.entity && isUnnamed(last, world)
  const unnamed = nobody ? [unnamedKeyOf(chain, chain.indexOf(last), item.document)] : []
  return {
    outlets: [...new Set(printed.map((o) => outletId(o, world)))],
    origins: last ? [...ids, ...unnamed, `name:${keyOf(tellerName(last, world), world)}`] : [],
  }
}

/**
 * By what the origin of a claim is left out, and what it is called there; none where no source is given. `key`: the same of all
 * claims that are left out with it.
 */
export function originVoice({
  leave,
  name,
}: {
  leave: LeaveKeys
  name: string
}): { key: string; value: string; label: string }[] {
  const [first] = leave.origins
  if (first === undefined) return []
  if (first.startsWith('unnamed:')) return [{ key: name, value: name, label: name }]
  return [{ key: first, value: first.startsWith('name:') ? name : first, label: name }]
}

/** The keys, of outlets, camps and origins, by which claims are left out. */
export function leftOutKeys(what: LeaveOut, world: KnownWorld): Record<'outlet' | 'camp' | 'origin', Set<string>> {
  const { outlets = [], origins = [] } = what
  const named = origins.flatMap((o) => [o, personName(o, world)])
  return {
    // Whoever is not believed is not believed either where he passes on what another told him.
    outlet: new Set([...outlets, ...named].map((o) => outletId(o, world))),
    camp: new Set(what.camps ?? []),
    origin: new Set([...origins, ...named.map((o) => `name:${keyOf(o, world)}`)]),
  }
}

/** Whether a claim is left out, by its keys and its camp. */
export function isLeftOut(what: LeaveOut, world: KnownWorld): (keys: LeaveKeys, camp: string | undefined) => boolean {
  const { outlet, camp: camps, origin } = leftOutKeys(what, world)
  return (keys, camp) =>
    keys.outlets.some((id) => outlet.has(id)) ||
    (camp !== undefined && camps.has(camp)) ||
    keys.origins.some((id) => origin.has(id))
}

/** What is told by those that `context.leaveOut` does not leave out. */
export function believed<T extends { leave: LeaveKeys; camp: string | undefined }>(
  tellings: readonly T[],
  { leaveOut: what, packs }: WeighContext,
): readonly T[] {
  if (!what) return tellings
  const leftOut = isLeftOut(what, packs)
  return tellings.filter(({ leave, camp }) => !leftOut(leave, camp))
}

/**
 * The claims that are left when outlets, camps or origins are not believed. A claim goes where an outlet printed it or
 * stands anywhere in its chain; where the camp that says it is left out; where its origin (or the body that the origin
 * belongs to) is, or that origin stands anywhere in its chain. Names count in either script.
 */
export function leaveOut(claims: readonly LinkClaim[], what: LeaveOut | undefined, context: WeighContext): LinkClaim[] {
  if (!what) return [...claims]
  const world = context.packs
  const leftOut = isLeftOut(what, world)
  return claims.filter((item) => !leftOut(leaveKeys(item, world), campOf(item, world)))
}
