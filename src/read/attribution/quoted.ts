import type { NounGroup, Predicate } from '../analysis.js'
import type { AttributionGrammar, SayingKind } from './grammar.js'
import { isPaper } from './papers.js'

/** Whom a quoting verb quotes (behind "of", «عن», or its object), whom one learns from. */
export function quotedOf(p: Predicate, kind: SayingKind, g: AttributionGrammar): NounGroup | undefined {
  const forms = kind === 'learn' ? g.from : kind === 'attribute' ? g.ascribed : g.quoted
  const behind = [...forms].flatMap((f) => p.functions.P[f] ?? [])
  // «في تصريح نقلته القناة»: a paper that is carried is told where it stands, by its issuer.
  const carried = (x: NounGroup) => isPaper(x) && x.end <= p.span.start && p.governor?.as === 'relative'
  const objects = kind === 'quote' ? p.functions.O.filter((x) => !carried(x)) : []
  return [...behind, ...objects].find((x) => !x.classes.includes('time'))
}
