import type { Slot } from '../../model/index.js'
import type { NounGroup, Predicate, Sentence } from '../analysis.js'
import type { Party } from '../candidate.js'
import { arePeople, PEOPLE } from '../people.js'
import { surface } from '../surface.js'
import { type ClassTree, hasClass } from './classes.js'
import type { Unit } from './compile.js'

/**
 * "left the camp and handed it over": where a unit asks for things of a kind, a pronoun that names none means the last one
 * spoken of that agrees with it.
 */
export function nameThings(
  slots: Record<Slot, Party[]>,
  unit: Unit,
  predicate: Predicate,
  sentence: Sentence,
  spoken: () => NounGroup[],
  tree: ClassTree,
): void {
  for (const [slot, classes] of unit.gates.require) {
    if (PEOPLE.some((c) => classes.includes(c))) continue
    for (const party of slots[slot]) {
      const { pronoun, implied, start } = party.group
      const human = party.group.classes.includes('person')
      const stands = pronoun ? canBeThing(pronoun) && !implied && !human : isLoad(party.group)
      if (!stands || hasClass(party.group, classes, tree)) continue
      const beside = pronoun && subjectBeside(party.group, predicate, sentence)
      const holds = isLoad(beside ?? party.group) && !classes.some((c) => tree.get(c)?.has('place'))
      if (beside && !hasClass(beside, classes, tree) && !holds) continue
      // «أربعة رجال … وسلّمتهم»: "them" of men is no place and no thing.
      const them = pronoun?.number === 'plural' && pronoun.gender === 'masculine'
      // "bought rifles in Ostby and sold them": nor, where it shows no gender, one place or thing.
      const several = pronoun?.number === 'plural' && pronoun.gender === undefined
      const later = pronoun && severalBefore(party.group, sentence)
      const found = spoken().findLast(
        (g) =>
          !(them && !g.agreement?.human) &&
          !g.pronoun &&
          !(several && isOne(g)) &&
          g.end <= start &&
          hasClass(g, classes, tree) &&
          sameGender(g, pronoun?.gender) &&
          !(later && g.end <= later.start) &&
          (pronoun || !hasClass(g, ['vehicle', 'load'], tree)),
      )
      if (found) party.group = { ...party.group, referents: [found] }
    }
  }
}

/** "said that the cargo was loaded at the port and that it was handed over": what the clause before is about, of things. */
function subjectBeside(it: NounGroup, p: Predicate, { predicates }: Sentence): NounGroup | undefined {
  if (!p.passive || !p.functions.O.includes(it) || !p.governor) return undefined
  const above = p.governor.predicate
  const before = predicates.findLast(
    (q) =>
      q.governor?.predicate === above && q.governor.as === 'content' && q.span.end <= p.span.start && q.pos === 'verb',
  )
  const [subject] = before ? surface(before) : []
  return subject && !subject.pronoun && !PEOPLE.some((c) => subject.classes.includes(c)) ? subject : undefined
}

const isOne = ({ plural, members, quantity, single, definite, mention, classes }: NounGroup) =>
  plural !== true &&
  !members &&
  (quantity?.min ?? 1) === 1 &&
  (single === true ||
    (definite && mention === undefined && classes.includes('area')) ||
    (mention !== undefined && classes.includes('place')))

/** "left two posts and gave them to the clan": several things named right before in the sentence are "them". */
const severalBefore = ({ pronoun, start }: NounGroup, { groups }: Sentence): NounGroup | undefined =>
  pronoun?.number === 'plural' && pronoun.gender === undefined
    ? groups.findLast(
        (g) => !g.pronoun && g.end <= start && (g.quantity?.min ?? 1) > 1 && g.classes.length > 0 && !arePeople(g),
      )
    : undefined

/** "the shipment", "the crates": what is in it was named before. */
const isLoad = (g: NounGroup) => g.definite && !g.of && g.mention === undefined && g.classes.includes('load')

/** A pronoun of the third person that shows gender or number: «سلّمها», "impounded them". */
const canBeThing = ({ person, gender, number }: NonNullable<NounGroup['pronoun']>) =>
  gender !== undefined || (person === 3 && number !== undefined)

function sameGender({ agreement }: NounGroup, gender: 'masculine' | 'feminine' | undefined): boolean {
  if (agreement?.feminine === undefined && agreement?.number !== 'plural') return true
  const feminine = agreement.number === 'plural' && !agreement.human ? true : agreement.feminine
  return feminine === undefined || feminine === (gender === 'feminine')
}
