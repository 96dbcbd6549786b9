import { covers, type Hop, type Mention } from '../../model/index.js'
import type { NounGroup, Predicate, Sentence } from '../analysis.js'
import type { Candidate } from '../candidate.js'
import { identity } from '../merge/filler.js'
import type { AttributionGrammar } from './grammar.js'
import { OWN_WORDS } from './own-act.js'
import { carriersOf, isPaper } from './papers.js'
import { passesOn } from './speakers.js'

/**
 * "claimed the attack through its media arm, X", "in a statement put out by X", «أعلنت، عبر مؤسسة …، مسؤوليتها»: the outlet or
 * body by which somebody's own word came passes it on. It is added to the claim's chain, or kept for the claim of
 * responsibility that follows from an attack which the attacker tells; `said` is the verb by which it was told.
 */
export function addThroughWhom(
  c: Candidate,
  said: Predicate | undefined,
  mentions: readonly Mention[],
  g: AttributionGrammar,
  hop: (x: NounGroup) => Hop,
): void {
  if (!OWN_WORDS.has(c.type) && !c.ownWord) return
  const agents = c.slots.agents.flatMap((p) => p.group.referents ?? [p.group])
  const own = [...agents, ...(c.ownWord ? [c.ownWord] : [])].map((x) => identity(mentions, x))
  const medium = [c.predicate, ...(said ? [said] : [])]
    .flatMap((p) => [...through(p, c.sentence, mentions, g), ...issuing(p, c.sentence, mentions)])
    .find((x) => !own.includes(identity(mentions, x)))
  if (!medium) return
  const last = hop(medium)
  if (c.chain.some((h) => h.name === last.name || (h.entity !== undefined && h.entity === last.entity))) return
  if (c.ownWord) c.through = last
  else c.chain = [...c.chain, last]
}

/** What stands behind "through" and "via" beside the verb, by its name where one follows; behind "on" only an outlet. */
function through(
  { functions: { P } }: Predicate,
  sentence: Sentence,
  mentions: readonly Mention[],
  g: AttributionGrammar,
) {
  return Object.entries(P).flatMap(([form, groups]) => {
    const by = g.through.has(form)
    if (!by && !g.within.has(form)) return []
    return groups.flatMap((x) => {
      const named = nameOf(x, sentence)
      return (by && isBody(x)) || (passesOn(named, mentions) && named.mention !== undefined) ? [named] : []
    })
  })
}

/** The name that a medium has behind it: "its media arm, al-Badya". */
function nameOf(x: NounGroup, { groups }: Sentence): NounGroup {
  if (x.mention !== undefined) return x
  const behind = groups.find((o) => o.start > x.end && o.start - x.end <= NEXT && o.mention !== undefined)
  return x.apposed ?? (isBody(x) && behind ? behind : x)
}
/** A comma, a quotation mark and the blanks beside them. */
const NEXT = 3

const isBody = (x: NounGroup) =>
  !x.pronoun && x.classes.some((k) => BODIES.has(k)) && !x.classes.some((k) => OTHERS.has(k))
const BODIES = new Set(['outlet', 'group', 'business', 'body'])
const OTHERS = new Set(['faction', 'authority', 'fighter', 'area'])

/** Who put out the statement in which it was said. */
const issuing = ({ clause, functions }: Predicate, sentence: Sentence, mentions: readonly Mention[]) =>
  sentence.groups
    .filter((x) => isPaper(x) && (covers(clause, x) || Object.values(functions.P).flat().includes(x)))
    .flatMap((x) => carriersOf(x, sentence).flatMap((p) => p.functions.S))
    .map((x) => nameOf(x, sentence))
    .filter((x) => isBody(x) || passesOn(x, mentions))
