import type { Mention } from '../../model/index.js'
import type { Candidate } from '../candidate.js'
import { emptySlots } from '../frames/slots.js'
import { identity } from './filler.js'

/**
 * An armed group that tells of its own attack claims it: the claim of responsibility beside the attack that it tells; alone
 * where it only owns up to one that was told before.
 */
export const claimsByOwnWord = (candidates: readonly Candidate[], mentions: readonly Mention[]): Candidate[] =>
  candidates.flatMap((c): Candidate[] => {
    if (!c.ownWord || c.dropped || candidates.some((d) => hasClaimed(d, c, mentions))) return []
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
        chain: [...c.chain.slice(0, -1), ...(c.through ? [c.through] : [])],
      },
    ]
  })

/** «تبنى التنظيم الهجوم. وقال إنه أوقع تسعة قتلى»: what it tells of the attack that it has just claimed is no second claim. */
const hasClaimed = (d: Candidate, { ownWord, sentence }: Candidate, mentions: readonly Mention[]) =>
  d.type === 'responsibility-claim' &&
  !d.dropped &&
  d.status === 'asserted' &&
  Math.abs(d.sentence.paragraph - sentence.paragraph) <= 1 &&
  d.slots.agents.some(({ group }) =>
    (group.referents ?? [group]).some((x) => identity(mentions, x) === identity(mentions, ownWord!)),
  )
