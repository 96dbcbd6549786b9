import type { Functions, NounGroup } from '../analysis.js'
import type { Candidate } from '../candidate.js'
import { type ClassTree, hasClass } from './classes.js'
import type { Unit } from './compile.js'
import { tieBefore, underDeal } from './deal.js'
import type { FrameGrammar } from './grammar.js'

/** What a unit asks of those who fill its slots. */

/** So many words of a list say what sort of thing it is. */
const SHOWN = 5
export const anyOf = (words: readonly string[]) =>
  words.slice(0, SHOWN).join(' or ') + (words.length > SHOWN ? ` or ${words.length - SHOWN} other words` : '')

/** Classes that ask for somebody who acts, and for nobody in particular ("detainee" in a break-out says what it is). */
const ANYBODY = ['person', 'group', 'fighter']

/** The first class that a unit asks of a slot and does not find, or finds and excludes; null where all fit. */
export function closedGate(unit: Unit, c: Candidate, { tree, prepositions }: FrameGrammar): string | null {
  for (const [slot, classes] of unit.gates.require) {
    const anybody = slot === 'agents' && unit.slots.get('S') === 'agents' && ANYBODY.some((k) => classes.includes(k))
    if (anybody && isUnsaid(unit, c, tree)) continue
    if (slot === 'agents' && c.type === 'agreement' && c.slots.agents.length === 0 && tieBefore(c, tree, prepositions))
      continue
    const fits = (g: NounGroup) =>
      hasClass(g, classes, tree) ||
      isCounted(g, classes) ||
      isOfBody(g, classes) ||
      (slot === 'agents' && isState(g, classes))
    if (!c.slots[slot].some((p) => fits(p.group))) return `${slot} need ${anyOf(classes)}`
  }
  for (const [slot, classes] of unit.gates.exclude) {
    if (c.slots[slot].some((p) => hasClass(p.group, classes, tree))) return `${slot} may not be ${anyOf(classes)}`
  }
  return null
}

/** "attacked three banks and the budget": of several that are hit those are left out that a unit excludes, where others fit. */
export function leaveOutExcluded(unit: Unit, { slots }: Candidate, { tree }: FrameGrammar): void {
  if (unit.type !== 'attack') return
  for (const [slot, classes] of unit.gates.exclude) {
    const fit = slots[slot].filter((p) => !hasClass(p.group, classes, tree))
    if (fit.length > 0) slots[slot] = fit
  }
}

/** Whether who acts need not be said here. */
function isUnsaid(unit: Unit, c: Candidate, tree: ClassTree): boolean {
  const { predicate, slots, sentence } = c
  if (slots.agents.length > 0) return false
  // "were bundled into two vans": a passive need not say who did it, where an idiom's own words tell the event.
  const idiom = unit.fixed.size > 0 || unit.needs !== undefined
  if ((idiom && predicate.passive) || isToldAgain(c)) return true
  // "The deal included handing over the dam": whoever made it acts.
  return predicate.pos === 'verb' && underDeal(sentence, predicate, tree)
}

/** «تم الانسحاب»: an act with the article, told to have taken place, that names nobody: one spoken of before. */
export const isToldAgain = ({ predicate: p, slots }: Candidate): boolean =>
  p.pos === 'noun' &&
  p.definite &&
  p.governor?.as === 'light' &&
  slots.agents.length === 0 &&
  [p.functions.S, p.functions.G, p.functions.X, p.functions.O].every((gs) => gs.length === 0)

/** «تتلقى الجماعة دعما من إيران»: where somebody is to act, a state that stands as a place is the party of its name. */
const isState = (g: NounGroup, classes: readonly string[]) => g.state !== undefined && classes.includes('group')

/** A counted noun that no lexicon knows may be people: "more than thirty apostates". */
const isCounted = (g: NounGroup, classes: readonly string[]) =>
  classes.includes('person') &&
  g.classes.length === 0 &&
  g.mention === undefined &&
  !g.pronoun &&
  g.quantity !== undefined

/** Classes of bodies whose people stand for them: "members of the police". */
const BODIES = ['body', 'regular', 'authority']

/** "wounded members of the Front": people who are nothing but somebody's stand for the body that they belong to. */
const isOfBody = (g: NounGroup, classes: readonly string[]) =>
  classes.some((k) => k === 'group' || k === 'fighter') &&
  g.mention === undefined &&
  g.classes.length > 0 &&
  g.classes.every((k) => k === 'person') &&
  g.of !== undefined &&
  (BODIES.some((k) => g.of!.classes.includes(k)) ||
    (g.of.mention !== undefined && g.of.classes.some((k) => k === 'group' || k === 'name')))

export const isParty = (g: NounGroup, tree: ClassTree) =>
  g.mention !== undefined || g.pronoun !== undefined || hasClass(g, ['person', 'group'], tree)

/** "acknowledged the killing of two of its men": whoever says so has done nothing. */
export const isOwnLoss = ({ of: victims }: NounGroup): boolean =>
  victims?.of !== undefined && (victims.of.pronoun?.person === 3 || isOwnLoss(victims))

/** "met the conditions": what a party would do with another is done to a thing. */
export const isOfThings = (unit: Unit, f: Functions, tree: ClassTree) =>
  unit.slots.get('O') === 'agents' &&
  f.O.length > 0 &&
  f.O.every(
    (g) =>
      !g.pronoun &&
      g.mention === undefined &&
      g.classes.length > 0 &&
      !isParty(g, tree) &&
      !hasClass(g, ['place'], tree),
  )

/** «نفى أي علاقة له بالحادث»: what ties somebody to a deed makes no two parties of them. */
export const isTieToDeed = (tie: NounGroup | undefined, { P }: Functions, tree: ClassTree) =>
  tie?.classes.includes('tie') === true &&
  Object.values(P).some((gs) =>
    gs.some((g) => g.definite && g.mention === undefined && g.classes.includes('event') && !isParty(g, tree)),
  )
