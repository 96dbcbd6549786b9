import type { Hop, Mention, Span } from '../../model/index.js'
import { fold } from '../../text/index.js'
import type { NounGroup, Predicate, Sentence } from '../analysis.js'
import type { Attribution } from './find.js'
import type { Told } from './go-back.js'
import type { AttributionGrammar, SayingKind } from './grammar.js'
import { lookedAtOnce } from './looked-at-once.js'
import { issuesPaper } from './papers.js'
import { isTitle, passesOn } from './speakers.js'

/** Kinds of saying by which somebody is told what he may pass on. */
const TOLD = new Set<Attribution['kind']>(['say', 'report', 'confirm', 'admit', 'claim'])

/**
 * "Two officers told the Panel that …", where the Panel reports: a body that told something in a paper of its own passes on
 * what it is told; so does one of which the sentence tells that it was told ("The Panel was told by two officers that …").
 */
export function hearerOf(
  { kind, predicate, speakers }: Attribution,
  spoken: readonly Told[],
  hop: (x: NounGroup) => Hop,
  g: AttributionGrammar,
): NounGroup | undefined {
  if (predicate?.pos !== 'verb' || !TOLD.has(kind)) return undefined
  const { O, O2, P } = predicate.functions
  const inquirer = predicate.passive && O.find((x) => inquires(x, hop(x), g))
  if (inquirer) return inquirer
  const bodies = [...O, ...O2, ...Object.values(P).flat()].filter(
    (x) => !speakers.includes(x) && !x.pronoun && (x.mention !== undefined || x.classes.includes('group')),
  )
  if (bodies.length === 0) return undefined
  const { names, entities } = reportersAmong(spoken)
  return bodies.find((x) => {
    const { name, entity } = hop(x)
    return names.has(fold(name)) || (entity !== undefined && entities.has(entity))
  })
}

/** A body that is no side of a conflict: one that the packs have as an organization, or do not know. */
const inquires = (x: NounGroup, { entity }: Hop, g: AttributionGrammar): boolean =>
  x.mention !== undefined &&
  x.classes.includes('group') &&
  !x.members &&
  !x.classes.some((c) => c === 'authority' || c === 'faction' || c === 'person') &&
  (entity === undefined || INQUIRE.has(g.sortOf(entity) ?? ''))
const INQUIRE = new Set(['ngo', 'international-body'])

/** The bodies that spoke in papers of theirs. */
const reportersAmong = lookedAtOnce(
  () => ({ names: new Set<string>(), entities: new Set<string>() }),
  (reporters, { attribution, hops }: Told) => {
    if (!issuesPaper(attribution)) return
    for (const { kind, name, entity } of hops) {
      if (kind !== 'organization' && kind !== 'party') continue
      reporters.names.add(fold(name))
      if (entity !== undefined) reporters.entities.add(entity)
    }
  },
)

/** Kinds of saying whose object is whom they are about: 'accused "the Band" of'. */
const CHARGES = new Set<SayingKind>(['deny', 'accuse'])

/** «وفي تصريح للقناة، قال …», "In remarks to the daily, …": the outlet to which the words went in which the sentence is said. */
function wordsTo(
  { predicates, words, groups }: Sentence,
  p: Predicate,
  mentions: readonly Mention[],
  g: AttributionGrammar,
) {
  return predicates
    .filter((q) => q.pos === 'noun' && q.span.end <= p.span.start)
    .filter((q) => g.saying.get(`${q.lemma}/noun`) === 'say' || isTalk(q, groups))
    .filter((q) => g.within.has(words.findLast((w) => w.end <= q.span.start && w.pos !== 'determiner')?.norm ?? ''))
    .flatMap((q) => Object.values(q.functions.P).flat())
    .filter((x) => x.end <= p.span.start && passesOn(x, mentions))
}

/** «في مقابلة مع الصحيفة»: talks, or what is said in them. */
const isTalk = ({ span }: Predicate, groups: readonly NounGroup[]) =>
  groups.some((x) => x.head.start === span.start && x.classes.some((c) => c === 'talks' || c === 'statement'))

/** "told The Lantern": inside a sentence nobody but a paper has an article with a capital. */
const isPaperName = (x: NounGroup, { words, start }: Sentence): boolean => {
  const article = words.find((w) => w.start === x.start)
  return (
    x.start > start && article?.pos === 'determiner' && /^\p{Lu}\p{Ll}/u.test(article.text) && x.mention !== undefined
  )
}

/** "told the Ostby Courier": behind an article two words in capitals, the first the name of a place, and the second of outlets. */
const isPapersOfPlace = (x: NounGroup, { words }: Sentence, g: AttributionGrammar): boolean => {
  const [article, place, head, more] = words.filter((w) => w.start >= x.start && w.end <= x.end)
  return (
    article?.pos === 'determiner' &&
    more === undefined &&
    [place, head].every((w) => w !== undefined && /^\p{Lu}\p{Ll}/u.test(w.text)) &&
    g.outletHeads.has(head!.norm)
  )
}

/** "on its Facebook page": what somebody posts on a page of his own is his word, as a statement is. */
const isOwnPage = (x: NounGroup, mentions: readonly Mention[]): boolean =>
  x.of?.pronoun !== undefined && (x.mention === undefined || mentions[x.mention]!.entities.length === 0)

/** "told this newspaper": whoever prints it passes nothing on. */
const isThisOne = (x: NounGroup, { words }: Sentence, g: AttributionGrammar): boolean =>
  x.mention === undefined && g.pointing.has(words.find((w) => w.start === x.start)?.norm ?? '')

/** How far behind the verb the one told may begin: a preposition and a quotation mark. */
const NEXT = 8
/** Whom somebody tells: an outlet, named beside the verb or beside the words ("in remarks to the daily"). */
export function addresseeOf(
  sentence: Sentence,
  p: Predicate,
  scope: Span,
  kind: SayingKind,
  mentions: readonly Mention[],
  g: AttributionGrammar,
): NounGroup | undefined {
  // Between the verb and what is said stands nobody but the one who is told.
  const between = sentence.groups.filter(
    (x) => x.start >= p.span.end && x.start - p.span.end <= NEXT && x.end <= scope.start,
  )
  // "on the platform X": where something is said passes nothing on, unless it is a paper by its name.
  const phrases = Object.entries(p.functions.P).flatMap(([form, xs]) =>
    g.within.has(form) ? xs.filter((x) => x.mention !== undefined) : xs,
  )
  const all = [
    ...p.functions.O,
    ...p.functions.O2,
    ...phrases,
    ...between,
    ...wordsTo(sentence, p, mentions, g),
  ].filter(
    (x) =>
      !p.functions.S.includes(x) &&
      !isOwnPage(x, mentions) &&
      !isThisOne(x, sentence, g) &&
      !x.classes.includes('statement'),
  )
  // «انسحاب من أربعة مواقع»: nobody tells several outlets at once.
  const one = (x: NounGroup) =>
    x.mention !== undefined || ((x.quantity?.min ?? 1) === 1 && x.agreement?.number !== 'plural')
  const named = (x: NounGroup) =>
    isTitle(x, sentence, mentions) || isPaperName(x, sentence) || isPapersOfPlace(x, sentence, g)
  return all.find((s) => (one(s) && passesOn(s, mentions)) || (!CHARGES.has(kind) && named(s)))
}
