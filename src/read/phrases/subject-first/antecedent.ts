import type { NounGroup } from '../../analysis.js'
import { isComma, isQuote } from './chunk.js'
import { type Group, kindOf } from './group.js'
import { type Clauses, skipBack, skipOn } from './node.js'
import { PEOPLE } from './noun-heads.js'

/** The group that a relative word stands for: the nearest before it, over a comma; people for "who". */
export function antecedent(c: Clauses, relative: number): NounGroup[] {
  const word = c.chunks[relative]!
  const who = 'norm' in word && word.role === 'people'
  const joined = relativeBefore(c, relative)
  if (joined !== undefined) return antecedent(c, joined)
  let fallback: NounGroup | undefined
  for (let j = relative - 1; j >= 0; j--) {
    const x = c.chunks[j]!
    if (x.kind === 'group') {
      const { group } = x
      // "lent him four hundred riders, who …": a number of what no list knows.
      // "two men, both of whom said": not the word that takes some of them.
      if (j === relative - 1 && group.pronoun && group.lemma.endsWith(OF)) continue
      const counted = group.quantity !== undefined && group.classes.length === 0
      if (!who || group.pronoun || group.unknown || counted || group.classes.some((k) => PEOPLE.has(k))) {
        const host =
          happeningBefore(c, relative, j) ??
          (who ? comingFrom(c, j) : undefined) ??
          actingBefore(c, relative, j) ??
          saidBefore(c, relative, j) ??
          standingBefore(c, relative, j)
        if (host) return [host]
        return [innermost(group, who, 'norm' in word && word.role === 'bodies')]
      }
      // "an orchard belonging to the mayor, who was …": whose it is.
      const owner = who ? innermost(group, who, false) : group
      if (owner !== group && owner.classes.some((k) => PEOPLE.has(k))) return [owner]
      fallback ??= group
    }
    // "got two guards released, who had been …": over a participle that describes the noun.
    const describes = x.kind === 'verb' && x.verb.form === 'participle' && who
    if ((x.kind === 'verb' && !describes) || (x.kind === 'punctuation' && !isComma(x) && !isQuote(x))) break
  }
  return fallback ? [fallback] : []
}
/** How words end that take some of those named before: "both of", "some of". */
const OF = ' of'

/** "the guard, which it arms and whose men it pays": where the relative word stands on which another goes on. */
function relativeBefore(c: Clauses, relative: number): number | undefined {
  const and = c.chunks[relative - 1]
  const verb =
    and?.kind === 'conjunction' && and.role === 'and' ? c.chunks[skipBack(c.chunks, relative - 2)] : undefined
  return verb?.kind === 'verb' ? c.verbAt.get(skipBack(c.chunks, relative - 2))?.relativeAt : undefined
}

/** "the ambush near the ford on Sunday, in which two died": the event, not the place that its phrase names. */
function happeningBefore({ chunks, lexicon }: Clauses, relative: number, j: number): NounGroup | undefined {
  const near = chunks[j]
  const place = chunks[j - 1]
  const event = chunks[skipBack(chunks, j - 2)]
  if (chunks[relative - 1]?.kind !== 'preposition' || near?.kind !== 'group' || place?.kind !== 'preposition')
    return undefined
  // "a battle between the clan and the guard in which nine died"
  const within = kindOf(near.group) === 'place' ? place.role === 'place' : place.role === 'between'
  if (!within || event?.kind !== 'group') return undefined
  const happens = event.group.classes.includes('violence') || lexicon.eventNouns.has(event.group.lemma)
  return happens ? event.group : undefined
}

/** "nine residents from Ostby, Sund, who were held": the people whose place stands before "who", not a name that is no person's. */
function comingFrom({ chunks }: Clauses, j: number): NounGroup | undefined {
  const near = chunks[j]
  if (near?.kind !== 'group' || !near.group.classes.includes('name')) return undefined
  // "in Ostby, Sund, who": a place and where it lies.
  const within = isComma(chunks[j - 1]) && chunks[j - 2]?.kind === 'group'
  if (within ? near.group.classes.includes('person') : !near.group.unknown) return undefined
  const at = within ? j - 2 : j
  const [from, host] = [chunks[at - 1], chunks[skipBack(chunks, at - 2)]]
  if (from?.kind !== 'preposition' || (from.role !== 'place' && from.role !== 'source')) return undefined
  return host?.kind === 'group' && host.group.classes.some((k) => PEOPLE.has(k)) ? host.group : undefined
}

/** "two posts on the river, which rebels took": what stands in a stretch of country without a name. */
function standingBefore({ chunks }: Clauses, relative: number, j: number): NounGroup | undefined {
  const [near, place, host] = [chunks[j], chunks[j - 1], chunks[skipBack(chunks, j - 2)]]
  const at = skipOn(chunks, skipOn(chunks, relative + 1) + 1)
  const [subject, verb] = [chunks[skipOn(chunks, relative + 1)], chunks[at]]
  if (near?.kind !== 'group' || place?.kind !== 'preposition' || host?.kind !== 'group') return undefined
  const lacks = verb?.kind === 'verb' && !verb.verb.passive && chunks[skipOn(chunks, at + 1)]?.kind !== 'group'
  if (subject?.kind !== 'group' || !lacks) return undefined
  const stretch = near.group.classes.every((k) => k === 'area') && near.group.mention === undefined
  const stands = host.group.classes.some((k) => k === 'base' || k === 'building' || k === 'checkpoint')
  return stretch && near.group.classes.length > 0 && stands ? host.group : undefined
}

/** "gave the council a letter", "a memorandum to the council which said …": a paper says what is in it, not who gets it. */
function saidBefore({ chunks, lexicon }: Clauses, relative: number, j: number): NounGroup | undefined {
  const [to, paper] = [chunks[j - 1], chunks[skipBack(chunks, j - 2)]]
  const verb = chunks[skipOn(chunks, relative + 1)]
  if (to?.kind !== 'preposition' || to.role !== 'goal' || paper?.kind !== 'group' || verb?.kind !== 'verb')
    return undefined
  const says = !verb.verb.passive && lexicon.saying.has(`${verb.verb.lemma}/verb`)
  return says && paper.group.classes.some((k) => k === 'document' || k === 'statement') ? paper.group : undefined
}

/** "the arrest of a man who": the inmost noun that a person can be. */
function innermost(g: Group, who: boolean, which: boolean): NounGroup {
  if (!g.of || g.of === g.possessor || g.members) return g
  const people = g.classes.some((k) => PEOPLE.has(k))
  if (who && !people) return innermost(g.of, who, which)
  if (!who && g.classes.includes('event') && !people) return innermost(g.of, who, which)
  // "three members of the network, which has …": people are "who".
  const body = g.of.classes.includes('group') && !g.classes.includes('group')
  return which && people && body ? innermost(g.of, who, which) : g
}

/**
 * "the cabinet in Ostby, which has promised …", "the blast at the mill, which killed …": a place does nothing, so where
 * the relative word is the subject of an active verb with an object, an infinitive or words said, it stands for what is there.
 */
function actingBefore({ chunks, lexicon }: Clauses, relative: number, j: number): NounGroup | undefined {
  const at = skipOn(chunks, relative + 1)
  const verb = chunks[at]
  if (verb?.kind !== 'verb' || verb.verb.passive || verb.verb.copula) return undefined
  const next = chunks[skipOn(chunks, at + 1)]
  const says = next?.kind === 'subordinator' && next.role === 'content'
  const acts = says || next?.kind === 'group' || (next?.kind === 'verb' && next.verb.form === 'infinitive')
  if (!acts) return undefined
  // "a bomb on the road in the district, which killed …": over each place to what is there.
  for (let k = j; ; ) {
    const [near, place] = [chunks[k], chunks[k - 1]]
    const to = skipBack(chunks, k - 2)
    const host = chunks[to]
    if (near?.kind !== 'group' || host?.kind !== 'group') return undefined
    // "a battalion from Ostby, which brought …"
    const stands =
      place?.kind === 'preposition' && (place.role === 'place' || place.role === 'source' || place.role === 'on')
    if (!stands) return undefined
    const { classes, lemma } = host.group
    const happens = classes.includes('violence') || lexicon.eventNouns.has(lemma)
    // "an attack in Chad that left nine dead": in a state, too, it is the attack.
    const state = happens && place.role === 'place'
    if (kindOf(near.group) !== 'place' && !state) return undefined
    if (happens || kindOf(host.group) === 'actor' || classes.some((x) => WEAPONS.has(x))) return host.group
    if (kindOf(host.group) !== 'place') return undefined
    k = to
  }
}
const WEAPONS = new Set(['weapon', 'explosive', 'drone', 'missile'])
