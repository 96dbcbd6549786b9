import { cut, type Hop, type HopKind, type Mention, type Span } from '../../model/index.js'
import type { NounGroup, Sentence } from '../analysis.js'
import { hasClass } from '../frames/classes.js'
import { eventOf } from '../frames/slots.js'
import { groupOf, mentionOf } from '../merge/filler.js'
import { wholeQuotes } from '../phrases/whole-quotes.js'
import type { AttributionGrammar } from './grammar.js'
import { isOneMore } from './one-more.js'
import { isPaper, issuerOf } from './papers.js'

/**
 * Makes a hop of a group that passes something on. A paper and the body that issued it are one hop, named by the issuer;
 * a described person keeps the words that say where he sits ("a source in the ministry").
 */
export function hopOf(
  text: string,
  group: NounGroup,
  sentence: Sentence,
  mentions: readonly Mention[],
  cue: Span | null,
  g: AttributionGrammar,
): Hop {
  // "A third said": one more of those told of before is none of them.
  const referent = (isOneMore(group, sentence, g) ? undefined : group.referents?.find((r) => r !== group)) ?? group
  // "a tally kept by the town", "pictures obtained by the mission": behind a thing stands whoever made or got it.
  const made = isPaper(referent) || (referent.mention === undefined && !hasClass(referent, SOMEBODY, g.tree))
  const by = made ? issuerOf(referent, sentence, mentions, g) : undefined
  const issuer = by?.pronoun ? ownerOf(by, sentence) : by
  const described = issuer ?? nameBefore(text, group, sentence, mentions) ?? bodyOf(group, referent, mentions)
  const named = nameBehind(described, sentence, mentions) ?? described
  const mention = mentionOf(mentions, named)
  // "the British newspaper The Telegraph"
  const kind = named !== described && described.classes.includes('outlet') ? 'outlet' : kindOf(named, mention, g)
  // An unnamed source is an entity of its own: its group's name must not stand for it.
  const entity =
    kind === 'anonymous' || isDescribed(named, kind)
      ? undefined
      : (mention?.entities[0] ?? g.entityOf(text.slice(named.start, named.end)))
  const seat = issuer || named !== group ? named : withSeat(named, sentence, g)
  // «المتحدث باسم الحركة، الشيخ سعيد برعي، …»: his name behind a comma is told with his office.
  const behind = named.apposed && named.apposed.start > seat.end ? named.apposed : undefined
  // "Adam Tal, the mayor" is told by his name alone.
  const isNamed = behind && mention?.kind === 'person' && mention.start < behind.start
  const name = !isNamed && behind?.classes.some((c) => NAMED.has(c)) && behind
  // What stands before the name of a paper and says that it is one.
  const isPress = mention && named.classes.includes('outlet') && !named.classes.includes('person')
  const press = isPress ? text.slice(seat.start, mention.start).trim() : ''
  // "a confidential UN report": what is said of the paper is nothing of its issuer.
  const ofPaper = issuer && !issuer.definite && mention?.end === seat.end ? mention : undefined
  const told = name ? { start: seat.start, end: name.end } : (ofPaper ?? fullName(seat, mention, mentions, press))
  const span = wholeQuotes(text, told)
  return {
    name: text.slice(span.start, span.end),
    kind,
    ...(entity ? { entity } : {}),
    start: span.start,
    end: span.end,
    ...(cue ? { cue: cut(text, cue) } : {}),
  }
}

/** "They killed nine men, by the text of their note": theirs of whom the clause tells, or of whom the text does. */
function ownerOf(pronoun: NounGroup, { predicates }: Sentence): NounGroup | undefined {
  const holds = (x: NounGroup): boolean => x.start <= pronoun.start && pronoun.end <= x.end
  const told = predicates.find((p) => p.pos === 'verb' && !p.passive && Object.values(p.functions.P).flat().some(holds))
  const subject = told?.functions.S[0]
  return subject?.referents?.[0] ?? (subject?.pronoun ? undefined : subject) ?? pronoun.referents?.[0]
}

const NAMED = new Set(['person', 'soldier'])

/**
 * "Tal said": a person called by a part of his name is told by the whole of it, where the text first gives it; "the British
 * newspaper The Lantern": a paper is told by its name.
 */
function fullName(span: Span, mention: Mention | undefined, mentions: readonly Mention[], press: string): Span {
  if (mention?.kind === 'outlet' && /\S\s+\S/u.test(press) && mention.end === span.end) return mention
  if (mention?.kind !== 'person' || mention.start !== span.start || mention.end !== span.end) return span
  const first = mentions.find((m) => m.id === mention.id)!
  return first.text.length > mention.text.length ? { start: first.start, end: first.end } : span
}

/** "One of them, Lena Orth, a teacher, said": whom a name behind a comma describes goes by the name. */
function nameBefore(
  text: string,
  { start, end, mention, definite, pronoun, plural }: NounGroup,
  { groups }: Sentence,
  all: readonly Mention[],
) {
  // "The raid killed Adam Tal, police said": what no comma closes is no description.
  if (mention !== undefined || definite || pronoun || plural || text[end] !== ',') return undefined
  const name = groups.find((x) => x.end < start && text.slice(x.end, start) === ', ')
  const person = name?.mention !== undefined && !name.members && all[name.mention]!.kind === 'person'
  return person && all[name.mention!]!.text.includes(' ') ? name : undefined
}

/** "the British newspaper The Telegraph", "the agency Crescent": a paper is told by its name. */
function nameBehind(group: NounGroup, sentence: Sentence, mentions: readonly Mention[]): NounGroup | undefined {
  if (group.mention !== undefined || !group.classes.includes('outlet')) return undefined
  return sentence.groups.find(
    (x) =>
      x.start >= group.end &&
      x.start - group.end <= 2 &&
      x.mention !== undefined &&
      mentions[x.mention]!.start <= x.start + 4,
  )
}

/** «12 جندياً من قوات المجلس … بحسب المجلس»: a body spoken of again is the body, not those of its people named before. */
function bodyOf(group: NounGroup, referent: NounGroup, mentions: readonly Mention[]): NounGroup {
  const body = referent === group || group.pronoun || !referent.quantity ? undefined : mentionOf(mentions, referent)
  return body ? groupOf(body, mentions.indexOf(body)) : referent
}

/** "An officer of X" is not X; only a group that is itself a mention stands for its entity. */
const isDescribed = (g: NounGroup, kind: HopKind) =>
  g.mention === undefined && (kind === 'official' || kind === 'witness' || kind === 'expert')

/** Takes in the phrase behind a source that says where it sits, as long as it touches: "a source in the ministry". */
function withSeat(group: NounGroup, sentence: Sentence, g: AttributionGrammar): Span {
  if (group.mention !== undefined || group.of) return group
  const i = sentence.words.findIndex((w) => w.start >= group.end)
  const preposition = sentence.words[i]
  if (!preposition || preposition.start - group.end > 1) return group
  // «الرئيس السابق للمجلس»: an office has its body behind "of".
  const office = g.issuing.has(preposition.norm) && group.classes.some((c) => c === 'official' || c === 'leader')
  if (!office && !g.seats.has(preposition.norm)) return group
  const seat = sentence.groups
    .filter((x) => !office || (x.classes.includes('group') && !x.classes.includes('outlet')))
    .filter((x) => x.start >= preposition.end && x.start - preposition.end <= 1 && !x.classes.includes('time'))
    // «حذر الحزب في بيانه»: a paper of his is no seat.
    .filter((x) => !isPaper(x))
    // «طلب القائد من التحالف إرسال ذخيرة»: whoever is to act is no seat of whoever asks.
    .filter((x) => !sentence.predicates.some((p) => p.pos === 'noun' && p.functions.S.some((s) => s.start === x.start)))
    // «أفادت الشرطة بضبط خلية»: what is told of is no seat.
    .filter((x) => !eventOf(x, sentence.predicates))
    .sort((a, b) => a.end - b.end)[0]
  return seat ? { start: group.start, end: seat.end } : group
}

function kindOf(group: NounGroup, mention: Mention | undefined, g: AttributionGrammar): HopKind {
  // The head decides ("a source in the ministry" is no ministry), then what the group names.
  const isHead = group.mention === undefined || (mention?.kind === 'place' && mention.start > group.head.start)
  for (const [cls, kind] of g.hopKinds) if (isHead && group.classes.includes(cls)) return kind as HopKind
  const own = group.mention === undefined ? undefined : mention
  if (own?.kind === 'outlet')
    return g.sortOf(own.entities[0]) === 'agency' || group.classes.includes('agency') ? 'agency' : 'outlet'
  // "the newspaper Al-Manara": what a paper is called is nobody's name.
  if (own?.kind === 'person') return group.classes.includes('outlet') ? 'outlet' : 'official'
  if (mention?.kind === 'actor') return ORGANIZED.has(g.sortOf(mention.entities[0]) ?? '') ? 'organization' : 'party'
  return group.classes.includes('person') ? 'witness' : 'party'
}
const SOMEBODY = ['person', 'group', 'source', 'outlet']
const ORGANIZED = new Set([
  'court',
  'international-body',
  'international-organization',
  'ngo',
  'organization',
  'research-body',
  'state-body',
])
