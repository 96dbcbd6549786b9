import type { Government, NounGroup } from '../../analysis.js'
import { isAnd, isComma, isQuote } from './chunk.js'
import type { Group } from './group.js'
import { addPhrase, type Clauses, type Node, skipBack, verbBefore, widen } from './node.js'

/** "let the column pass", "allowed them to leave": the lexicon may know both verbs together as one. */
function compose(c: Clauses, node: Node): void {
  if (node.governor?.as !== 'complement') return
  const host = c.nodes[node.governor.predicate]!
  const known = c.lexicon.particles.get(host.lemma) ?? []
  const second = [node.lemma, `to ${node.lemma}`].find((w) => known.includes(w))
  if (!second || !host.verb) return
  host.lemma = `${host.lemma} ${second}`
  for (const [p, list] of Object.entries(node.functions.P)) for (const g of list) addPhrase(host.functions, p, g)
  for (const g of node.functions.O) addPhrase(host.functions, 'through', g)
  widen(host, node.clause)
}

/** Who acts in an infinitive, gerund or reduced relative, and what it hangs on. */
export function governNonFinite(c: Clauses, node: Node): void {
  if (node.form === 'infinitive') {
    infinitive(c, node)
    compose(c, node)
  } else if (node.form === 'gerund') gerund(c, node)
  else if (node.form === 'participle') participle(c, node)
}

/** The governor's voice undone: who a passive governor's infinitive is about is its object. */
const surface = (n: Node): NounGroup[] => (n.passive ? n.functions.O : n.functions.S)

export function hang(c: Clauses, node: Node, on: Node | undefined, as: Government, by?: string): void {
  if (!on || on === node || node.governor || reaches(c.nodes, on, node)) return
  node.governor = { predicate: on.index, as, ...(by ? { by } : {}) }
}
/** Governing never runs in a circle. */
function reaches(all: readonly Node[], from: Node, to: Node): boolean {
  const seen = new Set<number>()
  for (
    let at: Node | undefined = from;
    at && !seen.has(at.index);
    at = at.governor ? all[at.governor.predicate] : undefined
  ) {
    if (at === to) return true
    seen.add(at.index)
  }
  return false
}
function give(node: Node, subject: readonly NounGroup[]): void {
  const f = node.passive ? node.functions.O : node.functions.S
  if (f.length === 0) f.push(...subject)
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
      give(node, twin.passive ? twin.functions.O : twin.functions.S)
      if (twin.governor) node.governor = { ...twin.governor }
      return
    }
    const host = verbBefore(c, i)
    if (host) give(node, surface(host))
    return hang(c, node, host, 'purpose')
  }
  if (before.kind === 'group') {
    const g = before.group
    const k = skipBack(chunks, j - 1)
    const earlier = chunks[k]
    const noun = eventIn(c, g)
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

/** "an agreement to release": the noun's parties act. */
function underNoun(c: Clauses, node: Node, noun: Node): void {
  const f = noun.functions
  const own = [...f.S, ...f.X, ...f.G, ...(f.P.between ?? [])]
  const host = verbBefore(c, noun.chunk + 1)
  const carried =
    host &&
    (host.functions.O.some((g) => g === noun.group) ||
      Object.values(host.functions.P).some((l) => l.includes(noun.group!)))
  give(node, own.length > 0 ? own : carried ? surface(host) : [])
  hang(c, node, noun, 'complement')
}

function eventIn(c: Clauses, g: Group): Node | undefined {
  const own = c.nounOf.get(g)
  if (own) return own
  for (const m of g.members ?? []) if (c.nounOf.get(m)) return c.nounOf.get(m)
  return g.of ? eventIn(c, g.of) : undefined
}

export function nounBefore(c: Clauses, i: number): Node | undefined {
  let best: Node | undefined
  for (const n of c.nodes) if (n.group && n.chunk < i && (!best || n.chunk > best.chunk)) best = n
  return best
}

const controlsObject = (c: Clauses, n: Node) => c.lexicon.control.get(n.lemma.split(' ')[0]!) === 'object'

function gerund(c: Clauses, node: Node): void {
  const { chunks } = c
  const i = node.chunk
  const j = skipBack(chunks, i - 1)
  const before = chunks[j]
  if (before === undefined || (isQuote(before) && j === 0)) {
    const host = nextFinite(c, i)
    if (host) give(node, surface(host))
    return hang(c, node, host, 'adverbial')
  }
  if (before.kind === 'preposition') return afterPreposition(c, node, j, before.norm, before.role)
  if (before.kind === 'subordinator') {
    const host = verbBefore(c, j, (n) => n.form === 'finite') ?? nextFinite(c, i)
    if (host && before.norm === 'as' && c.lexicon.saying.has(`${host.lemma}/verb`)) {
      // "quoted an officer as saying"
      give(node, host.functions.O)
      return hang(c, node, host, 'content', 'as')
    }
    if (host) give(node, surface(host))
    return hang(c, node, host, before.role === 'purpose' ? 'purpose' : 'adverbial', before.norm)
  }
  if (before.kind === 'verb') {
    const host = c.verbAt.get(j)!
    give(node, surface(host))
    return hang(c, node, host, 'complement')
  }
  if (isComma(before) || isAnd(before)) {
    if (isAnd(before)) {
      const twin = verbBefore(c, i, (n) => n.form === 'gerund')
      if (twin) {
        give(node, surface(twin))
        if (twin.governor) node.governor = { ...twin.governor }
        return
      }
    }
    const host =
      verbBefore(c, i, (n) => n.form === 'finite' && n.relativeAt === undefined) ?? verbBefore(c, i) ?? nextFinite(c, i)
    if (host) give(node, surface(host))
    return hang(c, node, host, 'adverbial')
  }
  if (before.kind === 'group') {
    const host = verbBefore(c, j)
    if (host && controlsObject(c, host) && host.functions.O.includes(before.group)) {
      give(node, [before.group])
      return hang(c, node, host, 'complement')
    }
    if (before.group.classes.includes('time') && host) {
      // "spent the night shelling the hills"
      give(node, surface(host))
      return hang(c, node, host, 'complement')
    }
    give(node, [before.group])
    return hang(c, node, host ?? nextFinite(c, i), 'relative')
  }
  const host = verbBefore(c, i)
  if (host) give(node, surface(host))
  hang(c, node, host, 'adverbial')
}

function afterPreposition(c: Clauses, node: Node, at: number, preposition: string, role: string): void {
  const verb = verbBefore(c, at)
  const noun = nounBefore(c, at)
  const nounNearer = noun !== undefined && noun.chunk === skipBack(c.chunks, at - 1)
  if (preposition === 'without' || preposition.startsWith('instead') || preposition.startsWith('rather'))
    node.negated = true
  if (role === 'capacity' && verb && c.lexicon.saying.has(`${verb.lemma}/verb`)) {
    // "quoted an officer as saying"
    give(node, verb.functions.O)
    return hang(c, node, verb, 'content', preposition)
  }
  if (role === 'return') {
    const host = verb ?? noun
    if (host) {
      const recipients = [...host.functions.O2, ...(host.functions.P.to ?? [])]
      give(node, recipients.length > 0 ? recipients : surface(host))
    } else {
      const later = nextFinite(c, node.chunk)
      if (later) give(node, surface(later))
      return hang(c, node, later, 'return', preposition)
    }
    return hang(c, node, host, 'return', preposition)
  }
  if (
    nounNearer &&
    (preposition === 'of' ||
      preposition === 'in' ||
      preposition === 'for' ||
      preposition === 'at' ||
      preposition === 'on')
  ) {
    const f = noun.functions
    const own = [...f.S, ...f.X]
    give(node, own.length > 0 ? own : verb && verb.functions.O.includes(noun.group!) ? surface(verb) : [])
    return hang(c, node, noun, preposition === 'of' ? 'of' : 'complement', preposition)
  }
  if (
    role === 'time' ||
    preposition === 'by' ||
    preposition === 'upon' ||
    role === 'means' ||
    role === 'without' ||
    role === 'except'
  ) {
    const host = verb && !sentenceStart(c, at) ? verb : nextFinite(c, node.chunk)
    if (host) give(node, surface(host))
    return hang(c, node, host, 'adverbial', preposition)
  }
  if (verb) {
    const object = controlsObject(c, verb) ? verb.functions.O : []
    give(node, object.length > 0 ? object : surface(verb))
    const accused =
      c.lexicon.saying.has(`${verb.lemma}/verb`) || controlsObject(c, verb) || verb.chunk === skipBack(c.chunks, at - 1)
    return hang(c, node, verb, preposition === 'for' && !accused ? 'purpose' : 'complement', preposition)
  }
  const host = nextFinite(c, node.chunk)
  if (host) give(node, surface(host))
  hang(c, node, host ?? noun, 'adverbial', preposition)
}
const sentenceStart = (c: Clauses, i: number) => skipBack(c.chunks, i - 1) < 0

/** "soldiers killed in the raid": done to the noun before it. */
function participle(c: Clauses, node: Node): void {
  const { chunks } = c
  const i = node.chunk
  const j = skipBack(chunks, i - 1)
  const before = chunks[j]
  node.passive = true
  const by = node.functions.P.by
  if (by && node.functions.S.length === 0) node.functions.S.push(...by)
  if (before?.kind === 'group') {
    const host = hostGroup(c, j)
    give(node, [host])
    widen(node, host)
    return hang(c, node, verbBefore(c, j) ?? nextFinite(c, i), 'relative')
  }
  if (before?.kind === 'verb') {
    // "was reported killed"
    const over = c.verbAt.get(j)!
    give(node, surface(over))
    return hang(c, node, over, 'complement')
  }
  const host = verbBefore(c, i, (n) => n.form === 'finite')
  const later = nextFinite(c, i)
  const on = before === undefined || before.kind === 'subordinator' ? (later ?? host) : host
  if (isAnd(before)) {
    // "gunmen loyal to X and blamed for Y": described like the one before.
    const described = leftHead(c, j)
    if (described) {
      give(node, [described])
      return hang(c, node, later ?? host, 'relative')
    }
  }
  if (isComma(before)) {
    for (let k = j - 1; k >= 0; k--) {
      const x = chunks[k]!
      if (x.kind === 'group') {
        give(node, [x.group])
        break
      }
      if (x.kind === 'verb') break
    }
  }
  if (on) give(node, surface(on))
  const word = before?.kind === 'subordinator' ? before.norm : undefined
  hang(c, node, on ?? later, word ? 'adverbial' : 'relative', word)
}

/** The first group of the clause, over its phrases and descriptions. */
function leftHead(c: Clauses, from: number): Group | undefined {
  let head: Group | undefined
  for (let k = from - 1; k >= 0; k--) {
    const x = c.chunks[k]!
    if (x.kind === 'group') head = x.group
    else if (x.kind === 'punctuation' || x.kind === 'subordinator' || (x.kind === 'verb' && x.verb.form === 'finite'))
      break
  }
  return head
}

/** The noun that a reduced relative describes: the one beside it, or people before a place that stands between. */
function hostGroup(c: Clauses, j: number): Group {
  const near = c.chunks[j]
  if (near?.kind !== 'group') throw new Error('no group')
  const k = skipBack(c.chunks, j - 1)
  const p = c.chunks[k]
  const far = c.chunks[skipBack(c.chunks, k - 1)]
  const place = near.group.classes.some((x) => PLACES.has(x))
  if (place && p?.kind === 'preposition' && far?.kind === 'group' && !far.group.classes.some((x) => PLACES.has(x)))
    return far.group
  return near.group
}
const PLACES = new Set(['place', 'area', 'building', 'base', 'prison', 'checkpoint'])

export function nextFinite(c: Clauses, i: number): Node | undefined {
  for (let j = i + 1; j < c.chunks.length; j++) {
    const x = c.chunks[j]!
    if (x.kind === 'subordinator' || x.kind === 'relative') continue
    const n = c.verbAt.get(j)
    if (n?.form === 'finite' && n.relativeAt === undefined) return n
  }
  return undefined
}
