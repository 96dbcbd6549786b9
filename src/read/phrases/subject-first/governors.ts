import { surface } from '../../surface.js'
import { isAnd, isComma, isQuote } from './chunk.js'
import { gerund } from './gerunds.js'
import { type Group, kindOf } from './group.js'
import { controlsObject, give, hang, nextFinite, nounBefore } from './hanging.js'
import { addPhrase, type Clauses, type Node, skipBack, verbBefore, widen } from './node.js'
import { participle } from './participles.js'
import { tookTime } from './took-time.js'

/** "let the column pass", "allowed them to leave": the lexicon may know both verbs together as one. */
function compose(c: Clauses, node: Node): void {
  if (node.governor?.as !== 'complement') return
  const host = c.nodes[node.governor.predicate]!
  // "learned to make bombs from an officer": whoever stands behind the act taught it.
  const own = host.functions.P.from === undefined && host.pos === 'verb' && !controlsObject(c, host)
  for (const g of own ? (node.functions.P.from ?? []) : [])
    if (kindOf(g as Group) === 'actor') addPhrase(host.functions, 'from', g)
  // "were taught to assemble bombs by an instructor": who stands behind the act made them do it.
  const by = node.functions.P.by?.filter((g) => kindOf(g as Group) === 'actor') ?? []
  if (host.passive && host.functions.S.length === 0 && !node.passive && by.length > 0) {
    host.functions.S.push(...by)
    delete node.functions.P.by
  }
  const known = c.lexicon.particles.get(host.lemma) ?? []
  // "let pass", "allow to pass"; "sent men to back the clan" is no "send back".
  const second = node.verb?.base ? node.lemma : `to ${node.lemma}`
  if (!known.includes(second) || !host.verb) return
  host.lemma = `${host.lemma} ${second}`
  for (const [p, list] of Object.entries(node.functions.P)) for (const g of list) addPhrase(host.functions, p, g)
  for (const g of node.functions.O) addPhrase(host.functions, 'through', g)
  widen(host, node.clause)
}

/** Who acts in an infinitive, gerund or reduced relative, and what it hangs on. */
export function governNonFinite(c: Clauses, node: Node): void {
  if (node.form === 'infinitive') {
    if (!tookTime(c, node)) infinitive(c, node)
    compose(c, node)
  } else if (node.form === 'gerund') gerund(c, node)
  else if (node.form === 'participle') participle(c, node)
}

function infinitive(c: Clauses, node: Node): void {
  const { chunks } = c
  const i = node.chunk
  let j = skipBack(chunks, i - 1)
  const before = chunks[j]
  if (node.verb?.purpose) {
    const host = verbBefore(c, i, (n) => n.form !== 'participle') ?? nextFinite(c, i)
    if (host) give(node, surface(host))
    return hang(c, node, host, 'purpose', node.verb.purpose)
  }
  if (before === undefined || (isComma(before) && !verbBefore(c, i))) {
    const host = nextFinite(c, i)
    if (host) give(node, surface(host))
    return hang(c, node, host, 'purpose')
  }
  if (before.kind === 'verb') {
    const host = c.verbAt.get(j)!
    // "was to give up five posts": the copula and "to" are a modal together.
    if (host.verb?.copula) node.modality = [...node.modality, `${host.lemma} to`]
    // "are said to have sold": the passive and "to" are a hedge together.
    if (host.passive) node.modality = [...node.modality, `${host.lemma} to`]
    give(node, surface(host))
    return hang(c, node, host, 'complement')
  }
  if (before.kind === 'adjective') {
    const host = verbBefore(c, j)
    node.modality = [...node.modality, before.norm, `${before.norm} to`]
    if (host) give(node, surface(host))
    return hang(c, node, host, 'complement')
  }
  if (isAnd(before) || isComma(before) || isQuote(before)) {
    const twin = verbBefore(c, i, (n) => n.form === 'infinitive')
    if (isAnd(before) && twin) {
      give(node, surface(twin))
      if (twin.governor) node.governor = { ...twin.governor }
      return
    }
    // "had come, he said, to buy rifles": what breaks in does nothing but say.
    const host = verbBefore(c, i, (n) => !c.asides.some((a) => a.verb === n.chunk)) ?? verbBefore(c, i)
    if (host) give(node, surface(host))
    return hang(c, node, host, 'purpose')
  }
  if (before.kind === 'group') {
    const g = before.group
    const k = skipBack(chunks, j - 1)
    const earlier = chunks[k]
    const noun = eventIn(c, g)
    const twin = isAnd(earlier) && kindOf(g) === 'actor' ? verbBefore(c, k, (n) => n.form === 'infinitive') : undefined
    if (twin?.governor && !twin.functions.O.includes(g)) {
      // "promised to withdraw, and the clan to free its men": the verb before serves a second doer.
      give(node, [g])
      node.governor = { ...twin.governor }
      return
    }
    if (earlier?.kind === 'preposition') {
      if (earlier.norm === 'for') {
        const verb = verbBefore(c, k)
        const carrier = nounBefore(c, k)
        const nearer =
          carrier && c.lexicon.governors.has(`${carrier.lemma}/noun`) && (!verb || carrier.chunk > verb.chunk)
        const host = nearer ? carrier : (verb ?? carrier)
        give(node, [g])
        return hang(c, node, host, 'complement', 'for')
      }
      if (noun && c.lexicon.governors.has(`${noun.lemma}/noun`)) return underNoun(c, node, noun)
      const host = verbBefore(c, k)
      const governor = nounBefore(c, k)
      if (governor && c.lexicon.governors.has(`${governor.lemma}/noun`) && (!host || governor.chunk > host.chunk))
        return underNoun(c, node, governor)
      if (host && controlsObject(c, host) && Object.values(host.functions.P).some((l) => l.includes(g))) {
        // "left the rest to the clan to be shelled": whoever is left with it is to do it.
        const doer = node.passive && earlier.role === 'goal' && host.functions.O.length > 0 && kindOf(g) === 'actor'
        if (doer && node.functions.S.length === 0) node.functions.S.push(g)
        give(node, host.functions.O.length > 0 ? host.functions.O : [g])
        return hang(c, node, host, 'complement')
      }
      if (host) give(node, surface(host))
      return hang(c, node, host, 'purpose')
    }
    if (earlier?.kind === 'verb') {
      const host = c.verbAt.get(k)!
      if (noun && c.lexicon.governors.has(`${noun.lemma}/noun`)) return underNoun(c, node, noun)
      if (controlsObject(c, host)) {
        give(
          node,
          host.functions.O2.length > 0 ? host.functions.O2 : host.functions.O.length > 0 ? host.functions.O : [g],
        )
        return hang(c, node, host, 'complement')
      }
      give(node, surface(host))
      return hang(c, node, host, 'purpose')
    }
    if (noun) return underNoun(c, node, noun)
    if (c.heading && !verbBefore(c, i) && !nextFinite(c, i)) {
      // "Rebels to release 40 prisoners"
      node.form = 'finite'
      node.tense = 'future'
      return give(node, [g])
    }
    const host = verbBefore(c, i)
    if (host) give(node, surface(host))
    return hang(c, node, host, 'purpose')
  }
  j = i
  const host = verbBefore(c, i)
  if (host) give(node, surface(host))
  hang(c, node, host, 'purpose')
}

/** "an agreement to release": the noun's parties act, or whoever has it; but nobody reveals or foils his own plan. */
function underNoun(c: Clauses, node: Node, noun: Node): void {
  const f = noun.functions
  const own = [...f.S, ...f.X, ...f.G, ...(f.P.between ?? [])]
  const near = verbBefore(c, noun.chunk + 1)
  // "let them cross from land held by the clan as part of a plan to …": a description of the way has no plan.
  const held = (n: Node) => Object.values(n.functions.P).some((l) => l.includes(noun.group!))
  const outer = near?.form === 'participle' ? verbBefore(c, near.chunk, (n) => n.form !== 'participle') : undefined
  const host = outer && held(outer) ? outer : near
  const carried = host && (host.functions.O.some((g) => g === noun.group) || held(host))
  const doer = host?.passive === true && host.functions.S.includes(noun.group!)
  // "escaped an attempt to kill him": nor does whoever an act befalls do it.
  const befalls = host && c.lexicon.light.get(host.lemma)?.some((l) => l.link === 'O' && l.agent === 'object')
  const others = doer || befalls || (host !== undefined && c.lexicon.exposing.has(host.lemma))
  // "from a prison held by the clan as part of a plan to …": nor has what is held there.
  const things = outer && host === near && surface(near!).every((g) => kindOf(g as Group) !== 'actor')
  give(node, own.length > 0 ? own : carried && !others ? surface(things ? outer : host) : [])
  hang(c, node, noun, 'complement')
}

function eventIn(c: Clauses, g: Group): Node | undefined {
  const own = c.nounOf.get(g)
  if (own) return own
  for (const m of g.members ?? []) if (c.nounOf.get(m)) return c.nounOf.get(m)
  return g.of ? eventIn(c, g.of) : undefined
}
