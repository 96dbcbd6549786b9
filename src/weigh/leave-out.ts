import { belongsTo, type LinkClaim, nameKey, originHop } from '../resolve/index.js'
import { campOf } from './camp.js'
import type { LeaveOut, WeighContext } from './context.js'
import { outletId, printedBy } from './origin.js'

/**
 * The claims that are left when outlets, camps or origins are not believed. A claim goes where an outlet printed it or
 * stands anywhere in its chain; where the camp that says it is left out; where its origin (or the body that the origin
 * belongs to) is. Names count in either script.
 */
export function leaveOut(claims: readonly LinkClaim[], what: LeaveOut | undefined, context: WeighContext): LinkClaim[] {
  const world = context.packs
  const outlets = new Set((what?.outlets ?? []).map((o) => outletId(o, world)))
  const camps = new Set(what?.camps ?? [])
  const origins = new Set((what?.origins ?? []).flatMap((o) => [o, `name:${nameKey(o)}`]))
  return claims.filter((item) => {
    const { chain } = item.claim
    // Whatever the text makes of them: an outlet that no pack knows may be read as any organization.
    const passing = chain.map((h) => h.entity ?? h.name)
    const printed = [printedBy(item), item.document.credit, ...passing].flatMap((o) => (o === undefined ? [] : [o]))
    if (outlets.size > 0 && printed.some((o) => outlets.has(outletId(o, world)))) return false
    if (camps.size > 0 && camps.has(campOf(item, world) ?? '')) return false
    const last = originHop(chain, world)
    if (!last || origins.size === 0) return true
    const ids = last.entity ? [last.entity, ...belongsTo(last.entity, world)] : []
    return ![...ids, `name:${nameKey(last.name)}`].some((id) => origins.has(id))
  })
}
