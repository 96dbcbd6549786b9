import type { Mention, Span } from '../../model/index.js'
import type { NounGroup, Predicate, Sentence } from '../analysis.js'
import { betweenSemicolons } from './by-preposition.js'
import type { Attribution } from './find.js'
import type { AttributionGrammar } from './grammar.js'
import { sayingOf } from './saying.js'
import { canSpeak, passesOn, speakersOf, tellersFrom } from './speakers.js'

/** Who says it where a noun of saying stands in the place of the verb. */
export function saidOtherwise(sentence: Sentence, mentions: readonly Mention[], g: AttributionGrammar): Attribution[] {
  return sentence.predicates.flatMap((p): Attribution[] => {
    const kind = p.pos === 'noun' && sayingOf(p, sentence, g)
    if (!kind) return []
    const told = { sentence, cue: p.span, kind, predicate: p }
    const speakers = speakersOf(p, mentions, g)
    const same = equated(p, sentence)
    if (same && speakers.length > 0) return [{ ...told, speakers, scope: same }]
    const from = receivedFrom(p, sentence, mentions, g)
    if (from) return [{ ...told, ...from }]
    const owner = p.functions.X.find((x) => canSpeak(x, mentions, g))
    const own = owner && isByHisAccount(p, owner, sentence, g) && (subjectMeant(owner, sentence) ?? owner)
    return own ? [{ ...told, speakers: own.members ?? [own], scope: betweenSemicolons(p.span, sentence) }] : []
  })
}

/** "The daily received confirmation from two officers that …", «تلقت الصحيفة تأكيدا من …»: whoever it is from says it. */
function receivedFrom(noun: Predicate, sentence: Sentence, mentions: readonly Mention[], g: AttributionGrammar) {
  const up = noun.governor && sentence.predicates[noun.governor.predicate]
  const speakers = tellersFrom(up, mentions, g)
  const content = sentence.predicates.find(
    (q) => q.governor?.predicate === up?.index && AS_TOLD.has(q.governor?.as ?? '') && q.span.start > noun.span.end,
  )
  if (!up || up.negated || !content || !covers(up.functions.O, noun) || speakers.length === 0) return undefined
  const addressee = up.functions.S.find((x) => passesOn(x, mentions))
  return { speakers, scope: { start: content.clause.start, end: sentence.end }, ...(addressee ? { addressee } : {}) }
}
const AS_TOLD = new Set(['content', 'complement'])

/** "The ministry's answer was that …": what the copula makes the same as the word. */
function equated(noun: Predicate, sentence: Sentence): Span | null {
  const same = sentence.predicates.find(
    (q) =>
      q.span.start > noun.span.end &&
      q.governor?.as === 'content' &&
      covers(sidesOf(sentence.predicates[q.governor.predicate]!), noun),
  )
  return same ? { start: same.clause.start, end: sentence.end } : null
}
/** "It is the ministry's contention that …" */
const sidesOf = ({ functions: { S, O } }: Predicate) => (S.some((s) => s.pronoun) ? O : S)
const covers = (groups: readonly NounGroup[], p: Predicate) =>
  groups.some((s) => s.start <= p.span.start && p.span.end <= s.end)

/** "By his own account, Tal sold the rifles": whoever the clause is about, where nobody was spoken of before. */
const subjectMeant = ({ pronoun, referents = [] }: NounGroup, { predicates }: Sentence): NounGroup | undefined =>
  pronoun?.person === 3 && referents.length === 0
    ? predicates.find((q) => q.form === 'finite' && !q.governor)?.functions.S.find((s) => !s.pronoun)
    : undefined

/** "by the group's own account", "…, in Brandt's view, …": whose account the whole sentence is told by. */
function isByHisAccount(noun: Predicate, owner: NounGroup, { words }: Sentence, g: AttributionGrammar): boolean {
  const i = words.findIndex((w) => w.start >= owner.start)
  const by = words[i - 1]
  if (!by || owner.end > noun.span.start) return false
  // "In the ministry's telling it was rebels who …": at the head of a sentence no comma need part it.
  const apart = i < 2 || (words.find((w) => w.start >= noun.span.end)?.norm === ',' && words[i - 2]!.norm === ',')
  return g.issuing.has(by.norm) || (apart && !owner.pronoun && g.within.has(by.norm))
}
