import type { Group } from './group.js'
import { kindOf } from './group.js'
import { give } from './hanging.js'
import { type Clauses, type Node, verbBefore } from './node.js'

/**
 * "It took the army six days to retake the town": whoever it took so long did it, when it took him so long; whether the verb
 * tells that, the words of the language say (`lasting`).
 */
export function tookTime(c: Clauses, node: Node): boolean {
  const host = verbBefore(c, node.chunk, (n) => n.form === 'finite')
  if (!host || node.passive || !c.lexicon.marked.get('lasting')?.has(host.lemma)) return false
  const [it] = host.functions.S
  const isIt = it?.pronoun?.number === 'singular' && it.pronoun.gender === undefined && !it.of
  const doer = host.functions.O.find((o) => kindOf(o as Group) === 'actor')
  const long = c.chunks.some(
    (x) =>
      x.start > host.span.end &&
      x.end <= node.span.start &&
      (x.kind === 'time' || (x.kind === 'group' && x.group.classes.includes('time'))),
  )
  if (!isIt || !doer || !long) return false
  node.form = 'finite'
  node.tense = host.tense
  node.modality = [...host.modality, ...node.modality]
  node.functions.S = []
  give(node, [doer])
  return true
}
