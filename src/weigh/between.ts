import type { Claim, Filler } from '../model/index.js'
import { belongsTo, type KnownWorld } from '../resolve/index.js'

/** The actors that fillers name, with every actor that these belong to: a unit, its force, a spokesman's group. */
function actorsOf(fillers: readonly Filler[], world: KnownWorld): Set<string> {
  const named = fillers.flatMap((f) => (f.entity ? [f.entity, ...belongsTo(f.entity, world)] : []))
  return new Set(named.filter((id) => world.entities.get(id)?.kind === 'actor'))
}

/**
 * Whether a claim tells of something between two actors: they stand on opposite sides, or act together. Two victims of
 * a third actor have nothing between them.
 */
export function isBetween(claim: Claim, a: string, b: string, world: KnownWorld): boolean {
  const agents = actorsOf(claim.agents, world)
  const others = actorsOf(claim.counterparts, world)
  const opposite = (agents.has(a) && others.has(b)) || (agents.has(b) && others.has(a))
  return opposite || actTogether(claim, a, b, world)
}

/** Both act, and not as parts of one filler ("the Giants of the STC" are one agent). */
function actTogether(claim: Claim, a: string, b: string, world: KnownWorld): boolean {
  return claim.agents.some((f, i) => {
    if (!actorsOf([f], world).has(a)) return false
    return claim.agents.some((g, j) => j !== i && actorsOf([g], world).has(b))
  })
}

/** Every pair of actors that a claim tells of, as `a|b` with the smaller id first. */
export function pairKeysOf(claim: Claim, world: KnownWorld): string[] {
  const all = [...actorsOf([...claim.agents, ...claim.counterparts], world)].sort()
  return all.flatMap((a, i) =>
    all.slice(i + 1).flatMap((b) => {
      const apart = !world.ancestors(a).includes(b) && !world.ancestors(b).includes(a)
      return apart && isBetween(claim, a, b, world) ? [`${a}|${b}`] : []
    }),
  )
}
