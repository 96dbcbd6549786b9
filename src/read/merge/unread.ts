import { type Claim, cut, overlaps, type Unread } from '../../model/index.js'
import type { Analysis } from '../analysis.js'

/** Sentences with two actors, or with an actor and a word of violence, that gave no claim: what an analyst should look at. */
export function unreadSentences(analysis: Analysis, claims: readonly Claim[]): Unread[] {
  return analysis.sentences.flatMap((s): Unread[] => {
    const read = claims.some((c) => overlaps(c.evidence, s) || c.support.some((x) => overlaps(x, s)))
    if (read) return []
    const actors = new Set(
      analysis.mentions.filter((m) => overlaps(m, s) && (m.kind === 'actor' || m.kind === 'person')).map((m) => m.id),
    )
    const trigger = s.groups.some((g) => g.classes.includes('violence'))
    const reason =
      actors.size >= 2 ? 'names two actors' : actors.size === 1 && trigger ? 'names an actor and violence' : ''
    return reason ? [{ ...cut(analysis.text, s), reason }] : []
  })
}
