import type { Predicate, Sentence } from '../analysis.js'
import type { AttributionGrammar, SayingKind } from './grammar.js'
import { isPaper } from './papers.js'

/** What kind of saying a predicate is, if any. */
export function sayingOf(p: Predicate, sentence: Sentence, g: AttributionGrammar): SayingKind | undefined {
  const key = `${p.lemma}/${p.pos}`
  if (goesOnDoing(p, sentence, g)) return undefined
  const bound = g.sayingWith.get(key)
  if (!bound) return g.saying.get(key)
  const end = Math.max(p.clause.end + 1, startOfNext(p, sentence))
  const behind = sentence.words.some(
    (w) => w.start >= p.span.end && w.start <= end && (bound.words.has(w.norm) || bound.words.has(w.lemma)),
  )
  return behind || tellsInIt(p, sentence, g) ? bound.kind : g.saying.get(key)
}

/** "went on arming the clan": a word that also tells how somebody spoke on, with what he went on doing. */
export const goesOnDoing = ({ lemma, pos, index }: Predicate, { predicates }: Sentence, g: AttributionGrammar) =>
  pos === 'verb' &&
  predicates.some((q) => q.governor?.predicate === index && q.governor.as === 'complement' && q.form === 'gerund') &&
  g.adding.has(lemma)

/** «وجاء فيه أن …», «بيانا جاء فيه أن …»: a pronoun for the paper, or the paper that it describes, with what it says. */
export const tellsInIt = (
  { index, span, functions: { P } }: Predicate,
  { predicates }: Sentence,
  g: AttributionGrammar,
) =>
  [...g.within].some((f) => P[f]?.some((x) => x.pronoun || (x.end <= span.start && isPaper(x)))) &&
  predicates.some((q) => q.governor?.predicate === index && g.thatWords.has(q.governor.by ?? ''))

/** Where the next clause begins: "called any link with the clan | an invention" may be cut short by the grammar. */
function startOfNext(p: Predicate, { predicates, words, end }: Sentence): number {
  const next = predicates.filter((q) => q.form === 'finite' && q.span.start >= p.clause.end).map((q) => q.clause.start)
  const stop = words.find((w) => w.start >= p.clause.end && (w.norm === ';' || w.norm === ':'))
  return Math.min(end, ...next, ...(stop ? [stop.start] : []))
}

/** Words that call what was said untrue ("a lie", "baseless", «عار عن الصحة»): those that make a denial of another verb. */
export function saysUntrue(sentence: Sentence, from: number, to: number, g: AttributionGrammar): boolean {
  return sentence.words.some((w) => w.start >= from && w.end <= to && (g.untrue.has(w.norm) || g.untrue.has(w.lemma)))
}
