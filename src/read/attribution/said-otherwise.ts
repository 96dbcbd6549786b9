import type { Mention, Span } from '../../model/index.js'
import type { NounGroup, Predicate, Sentence } from '../analysis.js'
import type { Attribution } from './find.js'
import type { AttributionGrammar } from './grammar.js'
import { sayingOf } from './saying.js'
import { speakersOf } from './speakers.js'

/** Who says it where a noun of saying stands in the place of the verb. */
export function saidOtherwise(sentence: Sentence, mentions: readonly Mention[], g: AttributionGrammar): Attribution[] {
  return sentence.predicates.flatMap((p): Attribution[] => {
    const kind = p.pos === 'noun' && sayingOf(p, sentence, g)
    const speakers = kind ? speakersOf(p, mentions, g) : []
    if (!kind || speakers.length === 0) return []
    const scope = equated(p, sentence) ?? ownAccount(p, sentence, g)
    return scope ? [{ sentence, speakers, cue: p.span, kind, predicate: p, scope }] : []
  })
}

/** "The ministry's answer was that …": what the copula makes the same as the word. */
function equated(noun: Predicate, sentence: Sentence): Span | null {
  const same = sentence.predicates.find(
    (q) =>
      q.span.start > noun.span.end &&
      q.governor?.as === 'content' &&
      covers(sentence.predicates[q.governor.predicate]!.functions.S, noun),
  )
  return same ? { start: same.clause.start, end: sentence.end } : null
}
const covers = (groups: readonly NounGroup[], p: Predicate) =>
  groups.some((s) => s.start <= p.span.start && p.span.end <= s.end)

/** "by the group's own account": the whole sentence is told by it. */
function ownAccount(noun: Predicate, { words, start, end }: Sentence, g: AttributionGrammar): Span | null {
  const owner = noun.functions.X[0]
  const i = owner ? words.findIndex((w) => w.start >= owner.start) : -1
  return i > 0 && owner!.end <= noun.span.start && g.issuing.has(words[i - 1]!.norm) ? { start, end } : null
}
