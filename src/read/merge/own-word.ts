import type { Candidate } from '../candidate.js'
import { emptySlots } from '../frames/slots.js'

/**
 * An armed group that tells of its own attack claims it: the claim of responsibility beside the attack that it tells; alone
 * where it only owns up to one that was told before.
 */
export const claimsByOwnWord = (candidates: readonly Candidate[]): Candidate[] =>
  candidates.flatMap((c): Candidate[] => {
    if (!c.ownWord || c.dropped) return []
    const slots = { ...emptySlots(), agents: [{ group: c.ownWord }], objects: [...c.slots.counterparts] }
    const { mode: _mode, ...told } = c
    if (c.retells) c.dropped = 'claimed, and told by no other voice'
    return [
      {
        ...told,
        type: 'responsibility-claim',
        rule: `${c.rule} own word`,
        slots,
        counts: {},
        chain: c.chain.slice(0, -1),
      },
    ]
  })
