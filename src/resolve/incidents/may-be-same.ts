import type { KnownWorld, LinkClaim } from '../known-world.js'
import type { Repeats } from '../republication/repeats.js'
import { briefOf, readBrief } from './claim-brief.js'
import { claimFacts } from './claim-facts.js'
import { SurelyDifferent } from './surely-different.js'

/** A claim of which only its brief is read. */
export interface BriefClaim {
  id: string
  document: string
  /** As `meetingOf` gave it; empty where that is not known. */
  brief: string
}

/**
 * Which of the claims that stand in a block with new ones need be read and compared with them: all others are surely not
 * the same as any of these. `blocks`: the claims of every block of the new ones.
 */
export function mayBeSame(
  added: readonly LinkClaim[],
  near: readonly BriefClaim[],
  blocks: readonly (readonly string[])[],
  world: KnownWorld,
  repeats: Repeats,
): string[] {
  const own = added.map((one) => briefOf(claimFacts(one, world)))
  const told = near.filter(({ brief }) => brief !== '')
  const others = told.map(({ brief, document }) => readBrief(brief, document))
  const different = new SurelyDifferent([...own, ...others], world, repeats)
  const placeOf = new Map(added.map(({ claim }, i) => [claim.id, i]))
  const toldAt = new Map(told.map(({ id }, i) => [id, i]))
  const found = new Uint8Array(told.length)
  for (const block of blocks) {
    const here = block.flatMap((id) => placeOf.get(id) ?? [])
    for (const id of block) {
      const j = toldAt.get(id)
      if (j === undefined || found[j]) continue
      if (here.some((i) => !different.neverSame(i, own.length + j))) found[j] = 1
    }
  }
  const untold = near.filter(({ brief }) => brief === '')
  return [...told.filter((_, j) => found[j]), ...untold].map(({ id }) => id)
}
