import type { Analysis, NounGroup, Predicate } from '../analysis.js'
import type { AttributionGrammar } from '../attribution/grammar.js'
import { type Candidate, candidatesBySentence, candidatesNear } from '../candidate.js'

/** How many sentences before hold what came to nothing. */
const REACH = 2

/**
 * «وافقت الحكومة على المبادلة. لكن الصفقة انهارت», "… The swap was called off": of what was planned, told before, a clause says that it
 * came to nothing.
 */
export function undo(candidates: readonly Candidate[], { sentences }: Analysis, g: AttributionGrammar): void {
  const bySentence = candidatesBySentence(candidates)
  for (const sentence of sentences) {
    for (const p of sentence.predicates) {
      const act = actUndone(p, g)
      // «فشل الهجوم على القاعدة»: an act told with whom it was done to is another one.
      const own = (c: Candidate) => act!.start <= c.predicate.span.start && c.predicate.span.end <= act!.end
      if (!act || (bySentence.get(sentence.index) ?? []).some((c) => !c.dropped && own(c))) continue
      const told = candidatesNear(bySentence, sentence, REACH).filter(
        (c) => !c.dropped && c.status === 'planned' && c.predicate.span.end <= p.span.start,
      )
      const last = told.toSorted((a, b) => a.predicate.span.start - b.predicate.span.start).at(-1)
      if (last) last.status = 'negated'
    }
  }
}

/** Of a verb of failing or cancelling, told as a fact, the word for the act or the deal that was told before. */
function actUndone(p: Predicate, g: AttributionGrammar): NounGroup | undefined {
  if (p.pos !== 'verb' || p.form !== 'finite' || p.tense !== 'past' || p.negated || p.modality.length > 0) return
  if (g.governors.get(`${p.lemma}/verb`) !== 'negated') return
  const { S, O } = p.functions
  return (p.passive ? [...O, ...S] : O.length > 0 ? O : S).find(isActTold)
}

const ACTS = ['deal', 'event', 'talks']
/** «الصفقة», «العملية»: told before, and whose it is not told again. */
const isActTold = (x: NounGroup) =>
  x.definite && x.mention === undefined && !x.of && !x.pronoun && x.classes.some((c) => ACTS.includes(c))
