import type { NounGroup } from '../../analysis.js'
import { surface } from '../../surface.js'
import type { Group } from './group.js'
import type { Clauses, Node } from './node.js'

/**
 * What is said of nobody in particular tells of no event: "Hostages are usually freed for money", "Members who sell weapons
 * are to be shot".
 */
export function supposeGeneral(c: Clauses): void {
  for (const node of c.nodes) {
    if (!node.verb || node.form !== 'finite') continue
    const { S, O, O2, P } = node.functions
    const parties = [...S, ...O, ...O2, ...(P.by ?? [])]
    const habit = node.modality.some((m) => c.lexicon.readings.get(m)?.some((r) => r.role === HABIT))
    if (habit && parties.length > 0 && parties.every(isAnybody)) node.supposed = true
    if (node.tense === 'present' && node.relativeAt !== undefined && node.subjectAt === undefined) supposeRule(c, node)
  }
}

const HABIT = 'habit'

/** "members who sell weapons are to be shot": what is to become of whoever does it, and that he does. */
function supposeRule(c: Clauses, node: Node): void {
  const [doer] = surface(node)
  if (!doer || !isAnybody(doer)) return
  const rule = c.nodes.find(
    (n) =>
      n !== node &&
      n.verb &&
      n.chunk > node.chunk &&
      n.modality.length > 0 &&
      [...n.functions.S, ...n.functions.O].includes(doer),
  )
  if (!rule) return
  node.supposed = true
  rule.supposed = true
}

/** A bare plural, or "those": nobody who is named, counted or known. */
const isAnybody = (g: NounGroup): boolean =>
  g.mention === undefined &&
  !g.quantity &&
  !g.pronoun &&
  !g.definite &&
  !(g as Group).unknown &&
  !g.members &&
  !g.of?.definite &&
  g.of?.mention === undefined &&
  g.plural === true
