import { order } from '../../model/index.js'
import type { KnownWorld, LinkClaim } from '../known-world.js'
import type { Repeats } from '../republication/repeats.js'
import { keysOf } from './block-keys.js'
import { Likeness } from './likeness.js'
import { happenings, linkIncidents, type UnsurePair } from './link-incidents.js'
import { SAME_FROM, toScore } from './score-pair.js'
import { SharedBlocks } from './shared-blocks.js'

/** A pair by the positions of its claims, and by their ids, the smaller one first. */
interface Found {
  i: number
  j: number
  a: string
  b: string
  score: number
}

/** The likeliest of many pairs: no more than twice as many as are asked for are held at a time. */
class Likeliest {
  #held: Found[] = []
  /** No pair with a score below this one is among them any more. */
  floor = 0

  constructor(readonly most: number) {}

  add(pair: Found): void {
    if (pair.score < this.floor) return
    this.#held.push(pair)
    if (this.#held.length >= 2 * this.most) this.inOrder()
  }

  /** The likeliest first; of those that are as likely, by their ids. */
  inOrder(): readonly Found[] {
    this.#held.sort((x, y) => y.score - x.score || order(x.a, y.a) || order(x.b, y.b))
    this.#held = this.#held.slice(0, this.most)
    if (this.#held.length === this.most) this.floor = this.#held.at(-1)!.score
    return this.#held
  }
}

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
  const incidents = linkIncidents(claims, world, repeats)
  const incidentOf = new Map(incidents.flatMap((one, n) => one.claims.map((id) => [id, n] as const)))
  const facts = happenings(claims, world)
  const groups = facts.map(({ claim }) => incidentOf.get(claim.id))
  const blocks = new SharedBlocks(facts.length, (i) => keysOf(facts[i]!, world))
  const likeness = new Likeness(facts, world, repeats)
  const likeliest = new Likeliest(most)
  blocks.forEachPair((i, j) => {
    if (groups[i] === groups[j]) return
    // What has not the points of one happening is not among the likeliest where these all have.
    if (likeliest.floor >= toScore(SAME_FROM) && !likeness.maybeSame(i, j)) return
    const scored = likeness.score(i, j)
    if (!scored || scored.outcome === 'different') return
    const [a, b] = [facts[i]!.claim.id, facts[j]!.claim.id].sort(order) as [string, string]
    likeliest.add({ i, j, a, b, score: scored.score })
  })
  return likeliest.inOrder().map(({ i, j, a, b, score }) => ({ a, b, score, reason: likeness.score(i, j)!.reason() }))
}
