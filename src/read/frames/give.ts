import type { Slot } from '../../model/index.js'
import type { Functions, NounGroup } from '../analysis.js'
import type { Party } from '../candidate.js'
import { type ClassTree, hasClass } from './classes.js'
import type { FrameGrammar } from './grammar.js'
import { addParty, behindAny } from './slots.js'

/** Who gives whom what, of a verb of giving with one object or two. */
export function fillGive(slots: Record<Slot, Party[]>, f: Functions, grammar: FrameGrammar): void {
  // «قدمت طلبا إليهم بقذائف»: of a request, a pledge or an order nothing else is given.
  if (f.O.length > 0 && f.O2.length === 0 && f.O.every((g) => isWordOnly(g, grammar.tree))) return
  const isThing = (g: NounGroup) => !hasClass(g, ['person', 'group'], grammar.tree)
  const recipients = behindAny(f, grammar.prepositions.goal).filter((g) => !isThing(g))
  const { means, company } = grammar.prepositions
  // "sent drones to the clan through Ostby": a place on the way is given to nobody.
  const isOnTheWay = (g: NounGroup) =>
    hasClass(g, ['place'], grammar.tree) && !hasClass(g, ['weapon', 'equipment', 'money', 'support'], grammar.tree)
  const things = [...behindAny(f, means), ...behindAny(f, company)].filter((g) => isThing(g) && !isOnTheWay(g))
  // With two objects the second is the recipient and the first the thing, whatever else stands behind a preposition.
  const objects = f.O.filter((g) => f.O2.length > 0 || (things.length === 0 && (isThing(g) || recipients.length > 0)))
  for (const g of [...recipients, ...f.O2]) addParty(slots.counterparts, g)
  for (const g of f.O) if (!objects.includes(g)) addParty(slots.counterparts, g)
  for (const g of [...objects, ...things]) addParty(slots.objects, g)
}

/** Words for what is said or asked, and nothing else. */
const isWordOnly = (g: NounGroup, tree: ClassTree) =>
  g.mention === undefined &&
  g.pronoun === undefined &&
  g.classes.length > 0 &&
  g.classes.every((c) => c === 'abstract' || c === 'statement' || c === 'plan') &&
  !hasClass(g, ['support', 'money', 'information', 'training'], tree)
