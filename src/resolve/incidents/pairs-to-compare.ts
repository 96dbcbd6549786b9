import type { KnownWorld, LinkClaim } from '../known-world.js'
import type { Repeats } from '../republication/repeats.js'
import { briefOf, readBrief } from './claim-brief.js'
import { claimFacts } from './claim-facts.js'
import { pointsFor, SAME_FROM } from './score-pair.js'
import { SurelyDifferent } from './surely-different.js'

/** A claim of which only its brief is read. */
export interface BriefClaim {
  id: string
  document: string
  /** As `meetingOf` gave it; empty where that is not known. */
  brief: string
}

/**
 * With which others each new claim is to be compared: of those that stand in a block with it, all that are not surely two.
 * Of two new claims the first seeks the second. `here`: others that are read already; `blocks`: the claims of every block of
 * the new ones. `wanted`: the least score of a pair that is sought though it may not be decided; 1: none is.
 */
export function pairsToCompare(
  added: readonly LinkClaim[],
  here: readonly LinkClaim[],
  near: readonly BriefClaim[],
  blocks: readonly (readonly string[])[],
  world: KnownWorld,
  repeats: Repeats,
  wanted = 1,
): Map<string, string[]> {
  const points = Math.min(SAME_FROM, pointsFor(wanted))
  const read = [...added, ...here]
  const told = near.filter(({ brief }) => brief !== '')
  const untold = near.filter(({ brief }) => brief === '')
  const briefs = [
    ...read.map((one) => briefOf(claimFacts(one, world))),
    ...told.map(({ brief, document }) => readBrief(brief, document)),
  ]
  const different = new SurelyDifferent(briefs.length, briefs, world, repeats)
  const ids = [...read.map(({ claim }) => claim.id), ...[...told, ...untold].map(({ id }) => id)]
  const placeOf = new Map(ids.map((id, i) => [id, i]))
  const members = blocks.map((block) => block.flatMap((id) => placeOf.get(id) ?? []))
  const pairs = new Map<string, string[]>()
  /** The last new claim that met each. */
  const met = new Int32Array(ids.length).fill(-1)
  blocksOfEach(members, added.length).forEach((own, i) => {
    const found: string[] = []
    for (const block of own)
      for (const j of members[block]!) {
        if (met[j] === i || j <= i) continue
        met[j] = i
        // What has no brief has to be read to be told apart.
        if (j >= briefs.length || !different.neverReach(i, j, points)) found.push(ids[j]!)
      }
    if (found.length > 0) pairs.set(ids[i]!, found)
  })
  return pairs
}

/** The blocks that each of the first so many claims stands in. */
function blocksOfEach(members: readonly (readonly number[])[], count: number): number[][] {
  const blocks = Array.from({ length: count }, (): number[] => [])
  members.forEach((block, number) => {
    for (const i of block) blocks[i]?.push(number)
  })
  return blocks
}
