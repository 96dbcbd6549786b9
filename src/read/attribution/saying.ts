import type { Predicate, Sentence } from '../analysis.js'
import type { AttributionGrammar, SayingKind } from './grammar.js'

/** What kind of saying a predicate is, if any. */
export function sayingOf(p: Predicate, sentence: Sentence, g: AttributionGrammar): SayingKind | undefined {
  const key = `${p.lemma}/${p.pos}`
  const bound = g.sayingWith.get(key)
  const behind =
    bound &&
    sentence.words.some(
      (w) =>
        w.start >= p.span.end && w.start <= p.clause.end + 1 && (bound.words.has(w.norm) || bound.words.has(w.lemma)),
    )
  return behind ? bound.kind : g.saying.get(key)
}
