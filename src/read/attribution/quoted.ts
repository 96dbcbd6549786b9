import type { NounGroup, Predicate } from '../analysis.js'
import type { AttributionGrammar, SayingKind } from './grammar.js'

/** Whom a quoting verb quotes (behind "of", «عن», or its object), whom one learns from. */
export function quotedOf(p: Predicate, kind: SayingKind, g: AttributionGrammar): NounGroup | undefined {
  const forms = kind === 'learn' ? g.from : kind === 'attribute' ? g.ascribed : g.quoted
  const behind = [...forms].flatMap((f) => p.functions.P[f] ?? [])
  return [...behind, ...(kind === 'quote' ? p.functions.O : [])].find((x) => !x.classes.includes('time'))
}
