import type { Hop, Mention } from '../../model/index.js'
import type { Analysis, NounGroup, Predicate } from '../analysis.js'
import type { Candidate } from '../candidate.js'
import { identity } from '../merge/filler.js'
import { saidToBe } from './content.js'
import type { Attribution } from './find.js'
import type { AttributionGrammar } from './grammar.js'
import { hopOf } from './hop.js'
import { sayingOf } from './saying.js'
import { speakersOf } from './speakers.js'
import { tellsTerms } from './terms.js'

/**
 * Whoever an event's own clause names as its teller: the one who tells it again ("The hospital put the dead at nine"), the
 * one who demands it ("The gang is asking for two trucks and the freedom of its men"), and the one who calls somebody
 * something ("The police described him as the head of the gang").
 */
export function tellersOf(
  c: Candidate,
  text: string,
  analysis: Analysis,
  g: AttributionGrammar,
  goesOn = false,
): Hop[] {
  const by = c.retells ? c.predicate : (demandOf(c, g) ?? callingOf(c, g))
  // «ارتفعت حصيلة القتلى إلى …»: the toll itself tells nothing.
  const speaker = by && speakersOf(by, analysis.mentions, g).find((x) => !c.fixed?.includes(x) && !isTold(x))
  // "He had first given a toll of nine": whoever goes on speaking is no second link.
  if (goesOn && c.retells && speaker?.pronoun) return []
  // Whoever threatens or promises an act of his own is its party, and no link.
  const party = speaker && identity(analysis.mentions, speaker)
  const acts = c.slots.agents.some((p) => identity(analysis.mentions, p.group) === party)
  if (acts && !(c.retells && c.status === 'denied')) return []
  return speaker ? [hopOf(text, speaker, c.sentence, analysis.mentions, by.span, g)] : []
}

/** "The army later put the dead at nine. It said …": whoever counts the dead of an event told before speaks, and may go on. */
export function countsAnew(
  here: readonly Candidate[],
  mentions: readonly Mention[],
  g: AttributionGrammar,
): Attribution | undefined {
  for (const { retells, toll, predicate: p, sentence, fixed } of here) {
    if (!retells || !toll || p.passive || p.form !== 'finite') continue
    const speakers = speakersOf(p, mentions, g).filter((x) => !fixed?.includes(x) && !x.pronoun && !isTold(x))
    if (speakers.length > 0) return { sentence, speakers, cue: p.span, kind: 'report', predicate: p, scope: p.clause }
  }
  return undefined
}

/** The dead, and their number, tell nothing of themselves. */
const isTold = ({ classes }: NounGroup) => classes.includes('victim') || classes.includes('measure')

/** A verb of saying that is read as what somebody is said to be. */
const callingOf = ({ predicate: p, sentence }: Candidate, g: AttributionGrammar): Predicate | undefined =>
  !p.passive && sayingOf(p, sentence, g) === 'say' && saidToBe(p, g.capacity) ? p : undefined

/** The verb of demanding that the event is, or in whose object or phrase its noun stands. */
function demandOf({ status, predicate, sentence }: Candidate, g: AttributionGrammar): Predicate | undefined {
  if (status !== 'planned' || tellsTerms(sentence, g)) return undefined
  const demands = (p: Predicate) => p.pos === 'verb' && !p.passive && sayingOf(p, sentence, g) === 'demand'
  if (demands(predicate)) return predicate
  if (predicate.pos !== 'noun') return undefined
  const holds = (xs: readonly NounGroup[]) =>
    xs.flatMap((x) => x.members ?? [x]).some((x) => x.start <= predicate.span.start && predicate.span.end <= x.end)
  return sentence.predicates.find(
    (p) => demands(p) && holds([...p.functions.O, ...p.functions.O2, ...Object.values(p.functions.P).flat()]),
  )
}
