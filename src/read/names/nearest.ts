import type { Agreement, NounGroup, Sentence } from '../analysis.js'
import { actedOnBefore } from './acted-on.js'
import type { Actor, ActorMemory } from './actors.js'

/** "The two groups have met. They agreed …": how far behind, in characters, "they" are still both. */
export const SOON = 250
/** How much farther back, in characters, than whoever was named last a subject may stand that a pronoun takes up before him. */
const STILL = 300

/** "he", "her": where nouns have no gender of their own, such a word means a person before a body. */
export const isHuman = (agreement: Agreement | undefined) =>
  agreement?.gender !== undefined && agreement.number === 'singular'

/** "it": where nouns have no gender of their own, such a word means a body before a person. */
export const isIt = (a: Agreement | undefined) => a?.person === 3 && a.number === 'singular' && a.gender === undefined

/** Of all who fit, whoever a pronoun is likeliest to mean, by its number, gender and place in the clause. */
export function nearestWhoFits(
  group: NounGroup,
  sentence: Sentence,
  memory: ActorMemory,
  fits: (a: Actor) => boolean,
): NounGroup[] | undefined {
  const agreement = group.pronoun
  const plural = agreement?.number === 'plural'
  const nearest = (passes: (a: Actor) => boolean) => {
    const here = (a: Actor) => passes(a) && a.last >= sentence.start
    const before = (a: Actor) => passes(a) && a.last < sentence.start
    const [acting, last] = [memory.newest((a) => before(a) && a.subject), memory.newest(before)]
    return (
      memory.newest((a) => here(a) && a.subject) ??
      memory.newest(here) ??
      (acting && last!.last - acting.last < STILL ? acting : last)
    )
  }
  // "There, a judge said, the band put him up": before whoever only tells, and has no name, anybody else.
  const person = (passes: (a: Actor) => boolean) =>
    memory.newest((a) => a.person && a.shows.length === 0 && fits(a) && passes(a))
  const someone = isHuman(agreement) ? (person((a) => !tellsUnnamed(a)) ?? person(() => true)) : undefined
  const acts = sentence.predicates.some((p) => p.functions.S.includes(group))
  const body = (a: Actor) => !a.person && fits(a)
  // "The Houthis gave the Front mines and trained its men": whose they are is one body before those whose name means several.
  const single = (a: Actor) => body(a) && !a.group.plural && a.last >= sentence.start
  const something = isIt(agreement) ? ((acts ? undefined : nearest(single)) ?? nearest(body)) : undefined
  const both = plural && agreement.gender === undefined ? memory.both : undefined
  if (both && group.start - both.end < SOON && !memory.newest((a) => a.last > both.end && a.subject && fits(a)))
    return both.referents!
  const patient = plural ? actedOnBefore(group, sentence) : undefined
  if (patient) return patient.members ?? [patient]
  // «اعتقل الجيش المسلحين بعد مهاجمتهم …»: where nouns show number, "them" are first of all several.
  const several =
    plural && agreement.gender !== undefined && !group.implied
      ? nearest((a) => a.last >= sentence.start && a.shows.some((x) => x.number === 'plural' && x.human) && fits(a))
      : undefined
  // «أُطلق سراح العمال. وكانت القوات قد احتجزتهم»: so are those who are acted on, as long as the people have just been told of.
  const arePeople = (a: Actor) => a.person && a.shows.some((x) => x.number === 'plural' && x.human)
  const severalBefore =
    plural && agreement.gender !== undefined && !group.implied && !acts
      ? nearest((a) => arePeople(a) && group.start - a.last < SOON && fits(a))
      : undefined
  // "Officials said that the band had freed two men. It had held them …": whoever only tells is none of "them".
  const suffers = acts || !plural ? undefined : nearest((a) => !a.teller && fits(a))
  const best = someone ?? something ?? several ?? severalBefore ?? suffers ?? nearest(fits)
  // "The clan freed six soldiers. They had been caught in May": what is done to people rather than to whose people did it.
  const caught = sentence.predicates.some((p) => p.pos === 'verb' && p.passive && p.functions.O.includes(group))
  const done =
    plural && caught && best && !best.person
      ? memory.newest((a) => a.person && a.plural && a.patient === true && group.start - a.last < SOON && fits(a))
      : undefined
  if (done) return [done.group]
  // "The clan let traders pass its gate. They pay it": what was "it" is not "they" where there are people.
  const people =
    acts && best?.it && plural
      ? nearest((a) => a.person && a.plural && a.last > group.start - SOON && fits(a))
      : undefined
  if (people) return [people.group]
  return best && (best.group.members ?? [best.group])
}

const tellsUnnamed = ({ teller, group: { mention, definite, classes, of } }: Actor) =>
  teller &&
  mention === undefined &&
  (!definite || of?.pronoun?.gender === undefined || classes.includes('source')) &&
  !classes.includes('individual')
