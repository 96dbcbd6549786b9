import type { Functions, NounGroup } from '../analysis.js'
import type { Unit } from './compile.js'

/**
 * What the genitive of an event noun is: the object of a transitive noun, the subject of any other, and who acts where the
 * target stands behind a preposition ("the strike of the coast guard on the boat").
 */
export function settleGenitive(unit: Unit, f: Functions): Functions {
  if (unit.pos !== 'noun' || f.G.length === 0) return f
  const free = !unit.fixed.has('G') && !unit.slots.has('G')
  const target = free || unit.slots.get('G') === 'counterparts'
  if (target && f.S.length === 0 && isAimed(unit, f) && f.G.every(isBody)) return { ...f, S: f.G, G: [] }
  if (unit.transitive && f.O.length === 0 && free) return { ...f, O: f.G, G: [] }
  if (f.S.length === 0 && free) return { ...f, S: f.G, G: [] }
  return f
}

/** Whether a preposition of the unit's own marks whom the act was done to. */
const isAimed = (unit: Unit, f: Functions) =>
  [...unit.slots].some(([at, slot]) => slot === 'counterparts' && at !== 'of' && (f.P[at]?.length ?? 0) > 0)

const isBody = (g: NounGroup) => g.classes.includes('group')
