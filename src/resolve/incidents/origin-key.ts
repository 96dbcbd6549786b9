import type { Claim } from '../../model/index.js'
import type { KnownWorld } from '../known-world.js'
import { isUnnamed, originHop } from '../names/looks-like-name.js'
import { originNameKey } from '../names/teller-key.js'

/**
 * A key of a claim's named teller: the origin's entity, or its name's skeleton. Undefined where the outlet or an
 * agency speaks in its own voice, and where the teller has no name.
 */
export function originKey(claim: Claim, world: KnownWorld): string | undefined {
  const last = originHop(claim.chain, world)
  if (!last || last.kind === 'outlet' || last.kind === 'agency' || isUnnamed(last, world)) return undefined
  return originNameKey(last, world)
}
