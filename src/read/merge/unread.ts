import { type Claim, cut, overlapping, type Span, type Unread } from '../../model/index.js'
import type { Analysis } from '../analysis.js'
import { coveredBy } from '../names/covered.js'

/** Sentences with two actors, or with an actor and a word of violence, that gave no claim: what an analyst should look at. */
export function unreadSentences(analysis: Analysis, claims: readonly Claim[]): Unread[] {
  const readAt = coveredBy(apart(claims.flatMap((c) => [c.evidence, ...c.support])))
  return analysis.sentences.flatMap((s): Unread[] => {
    if (readAt(s)) return []
    const actors = new Set<string>()
    for (const m of overlapping(analysis.mentions, s)) if (m.kind === 'actor' || m.kind === 'person') actors.add(m.id)
    const trigger = s.groups.some((g) => g.classes.includes('violence'))
    const reason =
      actors.size >= 2 ? 'names two actors' : actors.size === 1 && trigger ? 'names an actor and violence' : ''
    return reason ? [{ ...cut(analysis.text, s), reason }] : []
  })
}

/** The same stretches in order, those that meet joined. */
function apart(spans: readonly Span[]): Span[] {
  const out: Span[] = []
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = out.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else out.push({ start, end })
  }
  return out
}
