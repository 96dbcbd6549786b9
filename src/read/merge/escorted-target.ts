import { overlaps } from '../../model/index.js'
import type { Candidate } from '../candidate.js'
import { candidatesBySentence } from '../candidate.js'

const FORCE = new Set(['attack', 'kidnapping', 'seizure', 'assassination'])
const CARRIES = new Set(['vehicle', 'convoy', 'ship'])

/**
 * "set fire to forty lorries escorted by the army": that soldiers went along with what was attacked says whose it was, and
 * no passage that anybody granted.
 */
export function dropEscortOfTarget(candidates: readonly Candidate[]): void {
  for (const here of candidatesBySentence(candidates.filter((c) => !c.dropped)).values()) {
    const hit = here.filter((c) => FORCE.has(c.type)).flatMap((c) => [...c.slots.counterparts, ...c.slots.objects])
    for (const c of here) {
      const { form, governor } = c.predicate
      if (c.type !== 'safe-passage' || form !== 'participle' || governor?.as !== 'relative') continue
      const escorted = [...c.slots.counterparts, ...c.slots.objects].filter(({ group }) =>
        group.classes.some((k) => CARRIES.has(k)),
      )
      if (escorted.some((e) => hit.some((h) => overlaps(e.group, h.group))))
        c.dropped = 'it only describes what is attacked'
    }
  }
}
