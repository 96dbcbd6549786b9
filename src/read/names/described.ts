import { beginsUpper } from '../../text/index.js'
import type { NounGroup, Sentence } from '../analysis.js'
import { arePeople } from '../people.js'
import { type Actor, type ActorMemory, isPlural, nounKey } from './actors.js'
import { partnersOf } from './partners.js'

/** Classes of nouns for a body spoken of before. */
const BODY = ['group', 'organization', 'militia']

export const isBody = (g: NounGroup) => g.classes.some((c) => BODY.includes(c))

/** "the group", «التنظيم»: a definite noun for a body that neither names nor counts. */
export const isDescription = (g: NounGroup) =>
  g.definite && g.mention === undefined && !g.of && !g.members && g.quantity === undefined && isBody(g) && !isUnit(g)

/** "the Joint Force", «القوة المشتركة»: a unit's adjective is its name. */
const isUnit = (g: NounGroup) => g.classes.includes('unit') && g.modifiers.length > 0

/** "the Ox militia": a noun with a name of its own describes nobody named before. */
const holdsName = (g: NounGroup, sentence: Sentence) =>
  sentence.words.some(
    (w) => w.start >= g.start && w.end <= g.head.start && w.pos !== 'determiner' && beginsUpper(w.text),
  )

const isNamed = ({ group }: Actor) => group.mention !== undefined

/** Whom a description of a body means («التنظيم», "the group"): the newest actor that was called by its noun, in the text or by the packs. */
export function described(group: NounGroup, sentence: Sentence, memory: ActorMemory): NounGroup[] {
  if (!isDescription(group) || holdsName(group, sentence)) return []
  // "the militia freed ten of the group's men": whoever acts is not who stands within what it acts on.
  const outer = sentence.groups.find((g) => g !== group && g.start <= group.start && group.end <= g.end) ?? group
  const partners = partnersOf(group, sentence, memory)
  if (outer !== group) for (const key of partnersOf(outer, sentence, memory)) partners.add(key)
  // «بين الجماعة والتنظيم»: whoever is called as the other is, is the other.
  const beside = sentence.groups.flatMap(({ members = [] }) => (members.includes(group) ? members : []))
  const others = beside.flatMap((g) => (g === group || g.mention !== undefined ? [] : [nounKey(g.lemma)]))
  const isOther = ({ named }: Actor) => others.some((x) => named.has(x)) && !named.has(nounKey(group.lemma))
  // "the clans": several are no single body.
  const open = (a: Actor) => isOpen(a) && !(isPlural(group) && !isPlural(a.group))
  const isOpen = (a: Actor) =>
    !a.person &&
    !a.group.members &&
    !areSome(a) &&
    !partners.has(a.key) &&
    !isOther(a) &&
    // "militant groups … the group": nor is one of which the text speaks any of those told of in general.
    !(
      a.patient &&
      isPlural(a.group) &&
      a.group.mention === undefined &&
      a.group.lemma === group.lemma &&
      !isPlural(group)
    )
  const noun = nounKey(group.lemma)
  // «أفرجت جماعة النخيل عن … لتعزيز صفوف الجماعة»: within a thing whoever acts may be called by his noun again.
  const self =
    outer !== group &&
    !arePeople(outer) &&
    memory.newest((a) => partners.has(a.key) && (a.named.has(noun) || memory.isCalled(a, noun)))
  if (self) return [self.group]
  // "the army": where it has no other name, a force of a state.
  const may = (a: Actor) => !group.classes.includes('regular') || !memory.isFaction(a)
  const called =
    memory.newest((a) => open(a) && may(a) && a.heads.has(noun)) ??
    memory.newest((a) => open(a) && may(a) && !memory.isObserver(a) && memory.isCalled(a, noun)) ??
    // «خمسة من موظفي الأمم المتحدة … المنظمة»: a body that observes, unless a small letter shows that no name is meant.
    (isSmall(group, sentence) ? undefined : memory.newest((a) => open(a) && may(a) && memory.isCalled(a, noun)))
  // "the group" may be anybody named before; "the army" is only who was called one.
  const any = group.classes.includes('body')
  const armed = (a: Actor) => isNamed(a) && !a.teller && !memory.isObserver(a) && !memory.isOfficial(a)
  // "The Front attacked Ostby. The group also shelled a camp": a name of no known kind that was acted on may be a place.
  const known = (a: Actor) => !(a.patient && a.group.classes.includes('name'))
  const newest = (passes: (a: Actor) => boolean) => memory.newest((a) => open(a) && armed(a) && passes(a))
  const found =
    called ?? oneCalledSo(group, memory, isOpen) ?? (any ? (newest(known) ?? newest(() => true)) : undefined)
  return found ? [found.group] : []
}

/** «أفرجت مليشيا النخيل عن …. وقالت المصادر إن المليشيات …»: a body that alone was called by the noun may be spoken of in its plural. */
function oneCalledSo(group: NounGroup, memory: ActorMemory, isOpen: (a: Actor) => boolean): Actor | undefined {
  // «الجماعات المسلحة»: described, they are several.
  if (!isPlural(group) || !group.agreement || group.modifiers.length > 0) return undefined
  const noun = nounKey(group.lemma)
  const calledSo = (a: Actor) => a.heads.has(noun) && isNamed(a)
  const one = memory.newest((a) => isOpen(a) && calledSo(a))
  return one && !memory.newest((a) => a !== one && calledSo(a)) ? one : undefined
}

/** "seven of the clan": some of a body's people are not the body. */
const areSome = ({ group: { of, quantity, classes } }: Actor) =>
  of !== undefined && quantity !== undefined && !classes.includes('unit')

const isSmall = ({ head }: NounGroup, { words }: Sentence) =>
  words.some((w) => w.start === head.start && /^\p{Ll}/u.test(w.text))
