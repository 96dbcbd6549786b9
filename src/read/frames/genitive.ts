import type { Functions, NounGroup } from '../analysis.js'
import { hasClass } from './classes.js'
import type { Unit } from './compile.js'
import type { FrameGrammar } from './grammar.js'
import { behindAny } from './slots.js'

/**
 * What the genitive of an event noun is: the object of a transitive noun, the subject of any other, and who acts where the
 * target stands behind a preposition ("the strike of the coast guard on the boat").
 */
export function settleGenitive(unit: Unit, f: Functions, grammar: FrameGrammar): Functions {
  if (unit.pos !== 'noun') return f
  if (f.G.length === 0) {
    const behind = strengthened(unit, f, grammar)
    return behind ? { ...f, O: [behind] } : f
  }
  // "the militia's killing of a judge": with its victim behind "of", whose it is did it; "his killing" is done to him.
  const suffers = unit.slots.get('X') === 'counterparts' && unit.slots.get('G') === 'counterparts'
  const owners = f.X.filter((x) => !f.G.includes(x))
  if (suffers && f.S.length === 0 && owners.length > 0 && owners.every((x) => isDoer(x, f.G, grammar)))
    return { ...f, S: owners, X: [] }
  const free = !unit.fixed.has('G') && !unit.slots.has('G')
  const object = unit.fixed.has('G') ? undefined : objectBehindDoer(unit, f, grammar)
  if (object) return { ...f, S: f.G, G: [], ...(unit.give ? {} : free ? { O: [object] } : { G: [object] }) }
  const target = free || unit.slots.get('G') === 'counterparts'
  if (target && f.S.length === 0 && isAimed(unit, f) && f.G.every(isBody)) return { ...f, S: f.G, G: [] }
  const unsaid = f.S.length === 0 && f.X.length === 0 && f.O.length === 0
  if (unit.bodyActs && unsaid && f.G.every(isBody)) return { ...f, S: f.G, G: [] }
  if (unit.transitive && f.O.length === 0 && free) return { ...f, O: f.G, G: [] }
  if (f.S.length === 0 && free) return { ...f, S: f.G, G: [] }
  return f
}

/**
 * «استهداف الجماعة للسفن», «تزويد طهران للجماعة بالسلاح»: where whoever acts is the genitive of a transitive act, the object
 * stands right behind it with a preposition that marks nothing else; of a giving, the recipient.
 */
function objectBehindDoer(unit: Unit, f: Functions, { prepositions, tree }: FrameGrammar): NounGroup | undefined {
  const [doer] = f.G
  const takesObject = unit.transitive || unit.slots.has('O')
  if (!takesObject || f.S.length > 0 || f.O.length > 0 || !doer) return undefined
  // «تسليم الأسرى للجيش»: people who are given are no givers.
  const able = doer.mention !== undefined || hasClass(doer, ['group', 'official', 'leader'], tree)
  if (!able || hasClass(doer, ['detainee'], tree)) return undefined
  const marked = behindAny(f, prepositions.object).find((g) => g.start - doer.end <= TOUCHES)
  if (!marked) return undefined
  return hasClass(marked, unit.give ? GIVEN_TO : DONE_TO, tree) ? marked : undefined
}
/** «خطف جماعي لتلاميذ», «إيواء وتدريب لعناصر»: what has no genitive has its object behind such a preposition, where it is somebody. */
function strengthened(unit: Unit, f: Functions, { prepositions, tree }: FrameGrammar): NounGroup | undefined {
  const open = unit.transitive && !unit.give && unit.slots.get('O') === 'counterparts' && f.O.length === 0
  const taken = [...prepositions.object].some((p) => unit.slots.has(p) || unit.fixed.has(p))
  if (!open || taken) return undefined
  return behindAny(f, prepositions.object).find((g) => !g.pronoun && hasClass(g, GIVEN_TO, tree))
}

/** Between two groups that touch, characters: a space and a preposition that is written, with the article, as one with the second. */
const TOUCHES = 3
const GIVEN_TO = ['person', 'group']
const DONE_TO = ['person', 'group', 'place', 'building', 'base', 'vehicle', 'ship', 'aircraft', 'convoy', 'equipment']

const isDoer = (x: NounGroup, done: readonly NounGroup[], { tree }: FrameGrammar) =>
  (x.pronoun !== undefined || hasClass(x, ['person', 'group'], tree)) && done.every((g) => x.end <= g.start)

/** Whether a preposition of the unit's own marks whom the act was done to. */
const isAimed = (unit: Unit, f: Functions) =>
  [...unit.slots].some(([at, slot]) => slot === 'counterparts' && at !== 'of' && (f.P[at]?.length ?? 0) > 0)

const isBody = (g: NounGroup) => g.classes.includes('group')
