import type { Analysis, NounGroup, Predicate, Sentence } from '../analysis.js'
import { arePeople } from '../people.js'
import type { Attribution } from './find.js'
import type { Told } from './go-back.js'
import type { AttributionGrammar } from './grammar.js'
import { hopOf } from './hop.js'

/**
 * «أما الباحث فلان فلا يرى ذلك. يقول إن …»: a verb of saying that opens a sentence and names nobody is his of whom the
 * sentence before tells, where that is one person and nobody speaks in it: the newest subject, not the last speaker. So
 * with "Lena Orth has studied the road. The clan, she says, …".
 */
export function subjectSpeaksOn(
  a: Attribution,
  before: Sentence | undefined,
  last: Told | null,
  analysis: Analysis,
  g: AttributionGrammar,
): Told | undefined {
  const { predicate: says, sentence } = a
  const [speaker] = a.speakers
  if (says?.pos !== 'verb' || says.passive || before?.paragraph !== sentence.paragraph) return
  const main = before.predicates.find((p) => p.form === 'finite' && !p.governor)
  const asked = speaker && isThey(speaker) && askedIn(before, g)
  if (asked) return toldBy(asked, a, before, analysis, g)
  if (speaker && !isHeOrShe(speaker) && !(isThey(speaker) && !isSeveral(last?.attribution.speakers[0]))) return
  // «وأضاف …» goes on with whoever spoke, whatever was told between.
  if (!speaker && sentence.words.some((w) => w.end <= says.span.start)) return
  const subject = main?.functions.S.find((x) => {
    if (!speaker) return isOnePerson(x) && agrees(x, says.agreement?.gender)
    return isThey(speaker) ? areSeveralPeople(x) : isNamedPerson(x, analysis) || isNew(x, main)
  })
  const told = subject?.members?.[0] ?? subject
  return told && toldBy(told, a, before, analysis, g)
}

const toldBy = (x: NounGroup, a: Attribution, before: Sentence, analysis: Analysis, g: AttributionGrammar): Told => ({
  attribution: a,
  hops: [hopOf(analysis.text, x, before, analysis.mentions, null, g)],
})

/** "The council interviewed nine drivers. They said …": those who were asked, by whomever. */
function askedIn({ predicates }: Sentence, g: AttributionGrammar): NounGroup | undefined {
  const asks = predicates.find((p) => p.form === 'finite' && !p.governor && !p.passive && g.asking.has(p.lemma))
  if (!asks) return undefined
  const { O, P } = asks.functions
  return [...O, ...[...g.ascribed, ...g.company].flatMap((f) => P[f] ?? [])].find(areSeveralPeople)
}

const isHeOrShe = ({ pronoun }: NounGroup) => pronoun?.gender !== undefined && pronoun.number === 'singular'

const isThey = ({ pronoun }: NounGroup) => pronoun?.person === 3 && pronoun.number === 'plural'

/** Whoever may be "they" who said the last thing: then it is they who go on. */
const isSeveral = (x: NounGroup | undefined) =>
  x !== undefined &&
  (x.members !== undefined ||
    x.plural === true ||
    x.pronoun?.number === 'plural' ||
    x.classes.includes('group') ||
    !isPerson(x))

const areSeveralPeople = (x: NounGroup): boolean =>
  x.members ? x.members.every(isPerson) : x.plural === true && !x.pronoun && isPerson(x)
const isPerson = (x: NounGroup) => arePeople(x) && !x.classes.includes('group')

const isNamedPerson = ({ mention, members }: NounGroup, { mentions }: Analysis) =>
  !members && mention !== undefined && mentions[mention]?.kind === 'person'

/** "A diplomat based in Ostby sees it otherwise. The clan, he said, …": one person who comes in by acting or holding something. */
const isNew = (x: NounGroup, { passive }: Predicate) =>
  !passive && !x.pronoun && !x.members && !x.plural && !x.definite && isPerson(x) && (x.quantity?.max ?? 1) === 1

const isOnePerson = (x: NounGroup) =>
  !x.pronoun && x.definite && x.classes.includes('person') && x.agreement?.number === 'singular'

const agrees = ({ agreement }: NounGroup, gender: string | undefined) =>
  agreement?.feminine === undefined || gender === undefined || agreement.feminine === (gender === 'feminine')
