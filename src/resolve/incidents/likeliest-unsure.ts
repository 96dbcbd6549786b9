import type { KnownWorld, LinkClaim } from '../known-world.js'
import type { Repeats } from '../republication/repeats.js'
import { Likeliest } from './likeliest.js'
import { linkIncidents, type UnsurePair } from './link-incidents.js'

/**
 * The likeliest of the pairs that `linkClaims` could not decide, in its order, at most `most`. A large case has millions that
 * nobody will look at: of most of them it is only seen that they are not among the likeliest.
 */
export function likeliestUnsure(
  claims: readonly LinkClaim[],
  world: KnownWorld,
  repeats: Repeats,
  most: number,
): UnsurePair[] {
  const likeliest = new Likeliest(most)
  linkIncidents(claims, world, repeats, { apart: likeliest })
  return likeliest.inOrder().map((pair) => ({ ...pair, because: [...pair.because()] }))
}
