import type { Mention } from '../../model/index.js'
import type { Predicate, Sentence } from '../analysis.js'
import { hasClass } from '../frames/classes.js'
import { arePeople } from '../people.js'
import { byPreposition } from './by-preposition.js'
import { type Attribution, findAttributions } from './find.js'
import type { AttributionGrammar } from './grammar.js'
import { namedBehind } from './named-behind.js'
import { speakersOf } from './speakers.js'

/** Whom something is told, or what stands for what was told before. */
const ABOUT = ['person', 'group', 'source', 'outlet', 'event', 'statement', 'document', 'information', 'deal']

/**
 * A sentence that only says who said it, after the fact: "Security sources told the agency.", "According to the report."
 * It names a speaker and states nothing; what it reaches is the paragraph before it.
 */
export function trailingAttribution(
  sentence: Sentence,
  mentions: readonly Mention[],
  g: AttributionGrammar,
): Attribution | null {
  const behind = namedBehind(sentence, mentions, g)
  if (behind) return behind
  const isSaying = (p: Predicate) => g.saying.has(`${p.lemma}/${p.pos}`)
  if (sentence.predicates.filter((p) => p.form === 'finite').length > 1) return null
  if (sentence.predicates.some((p) => !isSaying(p) && p.form === 'finite')) return null
  // «بحسب ما أفاد به المرصد.»: what is said is all that the word for "according to" introduces.
  const [first] = byPreposition(sentence, mentions, g)
  if (first?.cue.start === sentence.start && first.speakers.length > 0 && sentence.predicates.length <= 1) return first
  const said = sentence.predicates.find((p) => isSaying(p) && p.form === 'finite' && !p.negated)
  if (!said) {
    const according = sentence.predicates.length === 0 ? findAttributions(sentence, mentions, g)[0] : undefined
    // "Salem: In May.": a speaker's turn begins.
    return according && !according.label ? according : null
  }
  if (sentence.predicates.some((p) => p !== said && p.governor?.predicate === said.index)) return null
  // "The governor condemned the act.": whoever denies or accuses tells no story.
  const kind = g.saying.get(`${said.lemma}/${said.pos}`) ?? 'say'
  if (kind === 'deny' || kind === 'accuse') return null
  const speakers = speakersOf(said, mentions, g)
  if (speakers.length === 0 || said.passive) return null
  const told = [...said.functions.O, ...said.functions.O2, ...Object.values(said.functions.P).flat()]
  // "Lena Orth spoke to him in Aden." tells who asked, not who said what stands before.
  if (told.some((x) => x.pronoun || (g.asking.has(said.lemma) && x.plural && arePeople(x)))) return null
  // "Ostbia proclaimed victory in May.": what is told is all there, and nothing stands before it.
  if (said.functions.O.some((x) => x.mention === undefined && !hasClass(x, ABOUT, g.tree))) return null
  const addressee = told.find(
    (x) => x.classes.includes('outlet') || (x.mention !== undefined && mentions[x.mention]?.kind === 'outlet'),
  )
  return {
    sentence,
    speakers,
    cue: said.span,
    kind,
    predicate: said,
    scope: { start: sentence.start, end: sentence.end },
    ...(addressee ? { addressee } : {}),
  }
}
