import type { Mention } from '../../model/index.js'
import type { NounGroup } from '../analysis.js'
import type { Candidate, Party } from '../candidate.js'
import { arePeople } from '../people.js'

/** Acts of force, which no body does that only looks on. */
const FORCE = new Set([
  'attack',
  'assassination',
  'armed-clash',
  'kidnapping',
  'seizure',
  'threat',
  'responsibility-claim',
])
/** Acts that are done to people whom somebody holds. */
const HELD = new Set([...FORCE, 'arrest', 'prisoner-release', 'escape'])

/**
 * "The Panel published its report. They had abducted two nurses", "Its crew was seized": a pronoun means nobody who could not be
 * meant. A body that only observes uses no force and has no crew; whom it means instead is unknown.
 */
export function dropUnable(
  candidates: readonly Candidate[],
  mentions: readonly Mention[],
  observes: (entity: string) => boolean,
): void {
  const isObserver = ({ mention, classes }: NounGroup) =>
    mention === undefined
      ? classes.some((c) => c === 'document' || c === 'statement')
      : mentions[mention]!.entities.some(observes)
  const unable = (g: NounGroup | undefined): boolean =>
    g?.pronoun !== undefined && (g.referents?.length ?? 0) > 0 && g.referents!.every(isObserver)
  const unowned = ({ group, ...p }: Party): Party =>
    arePeople(group) && unable(group.of) && group.mention === undefined
      ? { ...p, group: { ...group, of: { ...group.of!, referents: [] } } }
      : { ...p, group }
  for (const c of candidates) {
    if (FORCE.has(c.type)) c.slots.agents = c.slots.agents.filter((p) => !unable(p.group))
    if (HELD.has(c.type) && c.type !== 'prisoner-release') c.slots.counterparts = c.slots.counterparts.map(unowned)
  }
}
