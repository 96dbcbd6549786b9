import type { Mention } from '../../model/index.js'
import type { NounGroup, Predicate, Sentence } from '../analysis.js'
import { hasClass } from '../frames/classes.js'
import { behindAny, eventOf } from '../frames/slots.js'
import type { AttributionGrammar } from './grammar.js'

/** What can say something: people, bodies, those who print, and what is written. */
const SPEAKS = ['person', 'group', 'source', 'outlet', 'statement', 'document', 'information']
/** What says nothing of itself, however grammar places it: "in accordance with the deal", "the drone added". */
const MUTE = [
  'event',
  'deal',
  'plan',
  'weapon',
  'vehicle',
  'equipment',
  'money',
  'time',
  'training',
  'support',
  'sport',
  'disease',
  'nature',
  'price',
  'body-part',
]

/** Whether a group can be a transmitter; a noun that no list knows can. */
export function canSpeak(group: NounGroup, mentions: readonly Mention[], g: AttributionGrammar): boolean {
  const mention = group.mention === undefined ? undefined : mentions[group.mention]
  if (mention && mention.start <= group.head.start) return mention.kind !== 'materiel'
  // "revealed by the reinforcements sent": people who are an event are spoken of.
  return (speaks(group, g) && !group.classes.includes('event')) || !hasClass(group, MUTE, g.tree)
}

/** Whether a group is known to be somebody or something that speaks. */
export const speaks = (group: NounGroup, g: AttributionGrammar): boolean =>
  hasClass(group, SPEAKS, g.tree) || (group.mention !== undefined && !hasClass(group, MUTE, g.tree))

/** «إطلاق أسرى الجماعة»: what somebody does says nothing, whoever it is done to. */
export const isAct = (group: NounGroup, { predicates }: Sentence, g: AttributionGrammar): boolean =>
  !hasClass(group, SPEAKS, g.tree) && predicates.some((p) => p.act && p.span.start === group.head.start)

/** «وفق الروايات الثلاث»: the act of telling is what tells. */
export const isAccount = (x: NounGroup, sentence: Sentence, g: AttributionGrammar) =>
  sentence.predicates.some((p) => p.span.start === x.head.start && g.saying.has(`${p.act?.lemma}/verb`))

/** Who says it: the subject of a verb, the possessor of a noun. */
export function speakersOf(p: Predicate, mentions: readonly Mention[], g: AttributionGrammar): NounGroup[] {
  const group = p.functions.S.length > 0 ? p.functions.S : p.pos === 'noun' ? [...p.functions.X, ...p.functions.G] : []
  return group.flatMap((s) => s.members ?? [s]).filter((s) => canSpeak(s, mentions, g))
}

/** Those from whom somebody has what he knows: "obtained from two officers", «حصلت عليها من مصادر». */
export const tellersFrom = (
  p: Predicate | undefined,
  mentions: readonly Mention[],
  g: AttributionGrammar,
): NounGroup[] =>
  p?.pos === 'verb' ? behindAny(p.functions, g.from).filter((x) => speaks(x, g) && canSpeak(x, mentions, g)) : []

const PASSES_ON = new Set(['outlet', 'agency', 'newspaper'])

/** Whether a group prints or broadcasts: a known outlet, or a noun for one. */
export const passesOn = (s: NounGroup, mentions: readonly Mention[]): boolean =>
  s.classes.some((c) => PASSES_ON.has(c)) || (s.mention !== undefined && mentions[s.mention]?.kind === 'outlet')

/** A name between quotation marks that no pack knows, told something: a paper, a site or a channel («العربي الجديد»). */
export function isTitle(s: NounGroup, sentence: Sentence, mentions: readonly Mention[]): boolean {
  const mention = s.mention === undefined ? undefined : mentions[s.mention]
  if (mention && (mention.entities.length > 0 || mention.kind === 'person')) return false
  const span = mention ?? s
  // «تحدث عن "التعاون المتبادل" مع …»: an act that is done with somebody is no title.
  const event = eventOf(s, sentence.predicates)
  if (event && Object.keys(event.functions.P).length > 0) return false
  return sentence.quotes.some((q) => Math.abs(q.start - span.start) <= 1 && Math.abs(q.end - span.end) <= 1)
}
