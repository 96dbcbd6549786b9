import type { NounGroup, Predicate } from '../analysis.js'
import { arePeople } from '../people.js'
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

/** Kinds of saying of whoever has it from others. */
const HAS = new Set<SayingKind>(['confirm', 'report', 'learn', 'observe'])

/** "confirmed through two sources that …", "established through interviews with survivors that …": from whom it is known. */
export function sourcesOf(p: Predicate, kind: SayingKind, g: AttributionGrammar): NounGroup | undefined {
  if (!HAS.has(kind) || p.pos !== 'verb' || p.passive) return undefined
  const behind = (forms: Iterable<string>) => [...forms].flatMap((f) => p.functions.P[f] ?? [])
  const means = behind([...g.channels, ...g.from])
  const words = means.find((x) => x.classes.includes('statement') || x.classes.includes('information'))
  const told = words ? [...(words.of ? [words.of] : []), ...behind(g.company)] : means
  const several = (x: NounGroup) => x.plural === true && arePeople(x) && !x.classes.includes('group')
  return told.find((x) => !x.pronoun && x.mention === undefined && (x.classes.includes('source') || several(x)))
}
