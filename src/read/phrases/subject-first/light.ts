import type { NounGroup } from '../../analysis.js'
import { addPhrase, type Clauses, type Node, widen } from './node.js'

/** Ties event nouns to the verbs they stand with, and hands them what a merely supporting verb holds. */
export function governNouns(c: Clauses): void {
  for (const noun of c.nodes) {
    if (!noun.group || noun.governor) continue
    const found = holderOf(c, noun)
    if (!found) continue
    const { verb, where } = found
    nameDoer(c, noun, verb, where)
    const link = (c.lexicon.light.get(verb.lemma) ?? []).find((l) => l.link === where && supports(c, noun))
    if (link) {
      noun.governor = { predicate: verb.index, as: 'light' }
      handOver(noun, verb, link.agent, where)
    } else if (where === 'O' || where === 'O2') noun.governor = { predicate: verb.index, as: 'object' }
    else if (
      where === 'S' &&
      !verb.passive &&
      c.lexicon.governors.has(`${verb.lemma}/verb`) &&
      verb.functions.O.length === 0 &&
      !c.nodes.some((n) => n.governor?.predicate === verb.index && n.governor.as !== 'adverbial')
    ) {
      // "the truce collapsed"
      noun.governor = { predicate: verb.index, as: 'object' }
    } else if (where !== 'S') {
      const as = asPhrase(c, verb, where)
      if (as) noun.governor = { predicate: verb.index, as, by: where }
    }
  }
  for (const noun of c.nodes) {
    if (noun.governor?.as !== 'of' || !noun.group) continue
    const outer = c.nodes[noun.governor.predicate]!
    inherit(noun, outer)
  }
  nounsUnderNouns(c)
}

/** "blamed X for the attack", "attributed the attack to X": who is said to have done it stands beside the verb. */
function nameDoer(c: Clauses, noun: Node, verb: Node, where: string): void {
  const link = c.lexicon.doers.get(verb.lemma)?.find((l) => l.link === where)
  const from = verb.functions
  const doers = link === undefined ? [] : link.doer === 'O' || link.doer === 'S' ? from[link.doer] : from.P[link.doer]
  if (!link || !doers?.length || noun.functions.S.length > 0 || doers.includes(noun.group!) || isOpen(c, verb)) return
  noun.functions.S.push(...doers)
  // "blamed the raid on X": the preposition belongs to the verb, not to the noun before it.
  const own = noun.functions.P[link.doer]?.filter((g) => !doers.includes(g))
  if (own) noun.functions.P[link.doer] = own
}

const ASKING = new Set(['question', 'condition', 'what'])
/** "It is unclear whether the clan was behind the raid", "nobody said that it was": who did it is left open. */
const isOpen = ({ lexicon, nodes }: Clauses, { governor }: Node): boolean =>
  governor !== undefined &&
  (nodes[governor.predicate]?.negated === true ||
    lexicon.readings.get(governor.by ?? '')?.some(({ role }) => ASKING.has(role ?? '')) === true)

/** A light verb carries events, not things or statements that it could also mean literally. */
function supports(c: Clauses, noun: Node): boolean {
  return c.lexicon.eventNouns.has(noun.lemma) || noun.group!.classes.some((k) => CARRIED.has(k))
}
const CARRIED = new Set(['event', 'violence', 'talks', 'deal', 'support', 'training', 'campaign', 'plan', 'statement'])

function holderOf(c: Clauses, noun: Node): { verb: Node; where: string } | null {
  const is = (g: NounGroup): boolean =>
    g === noun.group || (g.members?.includes(noun.group!) ?? false) || g.apposed === noun.group
  // "directed the raid that the rebels launched": where the noun is described by whoever did it, that verb is its own.
  const doing = c.nodes.filter((v) => v.verb && v.functions.O.some(is))
  const describes = (v: Node) =>
    v.relativeAt !== undefined || (v.form === 'participle' && v.passive && v.functions.S.length > 0)
  const own = doing.find((v) => describes(v) && c.lexicon.light.get(v.lemma)?.some((l) => l.link === 'O'))
  // "repelled an attack carried out by the clan" is what "repelled an attack by the clan" is.
  for (const v of own?.form === 'participle' && supports(c, noun) ? doing : [])
    if (v !== own && !v.passive && !v.functions.P.by) for (const g of own!.functions.S) addPhrase(v.functions, 'by', g)
  const alone = doing.every((v) => v === own || !c.lexicon.governors.has(`${v.lemma}/verb`))
  if (own && alone && supports(c, noun)) return { verb: own, where: 'O' }
  for (const verb of c.nodes) {
    if (!verb.verb) continue
    const f = verb.functions
    if (f.O.some(is)) return { verb, where: 'O' }
    if (f.O2.some(is)) return { verb, where: 'O2' }
    if (f.S.some(is) && !verb.governor?.as?.startsWith('relative')) return { verb, where: 'S' }
  }
  let near: { verb: Node; where: string } | null = null
  for (const verb of c.nodes) {
    if (!verb.verb) continue
    for (const [p, list] of Object.entries(verb.functions.P)) {
      if (list.some(is) && (!near || verb.chunk > near.verb.chunk)) near = { verb, where: p }
    }
  }
  return near
}

function handOver(noun: Node, verb: Node, agent: 'subject' | 'object' | 'none', where: string): void {
  const from = verb.functions
  const f = noun.functions
  if (agent === 'subject' && f.S.length === 0) f.S.push(...from.S)
  if (agent === 'object' && f.O.length === 0) f.O.push(...from.S)
  if (where === 'O' && agent === 'subject' && from.O2.length > 0) for (const g of from.O2) addPhrase(f, 'to', g)
  for (const [p, list] of Object.entries(from.P)) {
    if (p === where) continue
    // "The swap followed mediation by elders": whoever is named behind the object did what the object names.
    const own = p === 'by' && (verb.passive || (where === 'S' && from.O.length > 0))
    for (const g of list) if (g !== noun.group && !own) addPhrase(f, p, g)
  }
  noun.negated ||= verb.negated
  noun.modality = [...noun.modality, ...verb.modality]
  if (verb.tense) noun.tense = verb.tense
  widen(noun, verb.clause)
}

/** "a campaign of arrests by X", "a plan of attacks": the inner event is the outer one's act. */
function inherit(noun: Node, outer: Node): void {
  const f = noun.functions
  const g = outer.functions
  if (f.S.length === 0 && f.X.length === 0) f.S.push(...g.S, ...g.X)
  for (const [p, list] of Object.entries(g.P)) for (const x of list) addPhrase(f, p, x)
  widen(noun, outer.clause)
}

/** How an event noun behind a preposition hangs on the verb before it. */
function asPhrase(c: Clauses, verb: Node, preposition: string): 'complement' | 'adverbial' | 'return' | null {
  const role = c.lexicon.prepositions.get(preposition) ?? ''
  if (role === 'return') return 'return'
  if (CIRCUMSTANCE.has(role)) return 'adverbial'
  // "crimes committed by soldiers, including the killing of …": one of those told of, and nothing that the verb governs.
  if (ASIDE.has(role)) return null
  if (role === 'about' && verb.governor?.as === 'content') return 'complement'
  const governs = c.lexicon.governors.has(`${verb.lemma}/verb`) || c.lexicon.saying.has(`${verb.lemma}/verb`)
  return governs ? 'complement' : null
}
/** What takes something out of what was told, or gives one of it, and governs nothing. */
const ASIDE = new Set(['except', 'instance'])
/** What marks when or why something happened, not what is planned, said or done. */
const CIRCUMSTANCE = new Set(['time', 'cause'])

/** "talks on the release of prisoners", "a threat of attack": an event noun behind the preposition of another. */
function nounsUnderNouns(c: Clauses): void {
  for (const inner of c.nodes) {
    if (!inner.group || inner.governor) continue
    for (const outer of c.nodes) {
      if (!outer.group || outer === inner || outer.chunk >= inner.chunk) continue
      const hit = Object.entries(outer.functions.P).find(([, list]) =>
        list.some((g) => g === inner.group || g.members?.includes(inner.group!)),
      )
      if (!hit || ASIDE.has(c.lexicon.prepositions.get(hit[0]) ?? '')) continue
      inner.governor = {
        predicate: outer.index,
        as: CIRCUMSTANCE.has(c.lexicon.prepositions.get(hit[0]) ?? '') ? 'adverbial' : 'complement',
        by: hit[0],
      }
      break
    }
  }
}
