import { surface } from '../../surface.js'
import { isAnd, isComma, isQuote } from './chunk.js'
import { type Group, kindOf } from './group.js'
import { controlsObject, give, hang, nextFinite, nounBefore } from './hanging.js'
import { type Clauses, type Node, skipBack, skipOn, verbBefore } from './node.js'
import { hostGroup } from './participles.js'

/** Who acts in a gerund, and what it hangs on: a verb, a preposition's verb or noun, the noun that it describes. */
export function gerund(c: Clauses, node: Node): void {
  const { chunks } = c
  const i = node.chunk
  const j = skipBack(chunks, i - 1)
  const before = chunks[j]
  // "marched with the aim of seizing the bridge": the word of purpose stands in the verb's own chunk.
  if (node.verb?.purpose) {
    const host = verbBefore(c, i, (n) => n.form !== 'participle') ?? nextFinite(c, i)
    if (host && !host.passive) give(node, surface(host))
    return hang(c, node, host, 'purpose', node.verb.purpose)
  }
  if (before === undefined || (isQuote(before) && j === 0)) {
    const host = nextFinite(c, i)
    if (host) give(node, surface(host))
    return hang(c, node, host, 'adverbial')
  }
  if (before.kind === 'preposition') return afterPreposition(c, node, j, before.norm, before.role)
  if (before.kind === 'subordinator') {
    const own = before.role === 'adverbial' ? predicateOf(c, i) : undefined
    // "suspect the clan because hitting a moving car takes training": nobody is said to have done it.
    if (own) {
      if (own.tense === 'present') node.supposed = true
      return
    }
    const host = verbBefore(c, j, (n) => n.form === 'finite') ?? nextFinite(c, i)
    if (host && before.norm === 'as' && c.lexicon.saying.has(`${host.lemma}/verb`)) {
      // "quoted an officer as saying"
      give(node, host.functions.O)
      // "was quoted as saying by the daily": it is the daily that quotes.
      const by = node.functions.P.by ?? []
      if (host.passive && host.functions.S.length === 0)
        host.functions.S.push(...by.filter((g) => g !== node.functions.S[0]))
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
    const listed = isComma(before) ? listedBefore(c, i) : undefined
    if (listed) {
      give(node, surface(listed))
      node.governor = { ...listed.governor! }
      return
    }
    const broken = isComma(before) ? verbOverPhrase(c, j) : undefined
    if (broken) {
      give(node, surface(broken))
      return hang(c, node, broken, 'complement')
    }
    // "opened fire, he said, wounding two": what breaks in does nothing but say.
    const brokeIn = (n: Node) => !isSaying(c, node) && c.asides.some((a) => a.verb === n.chunk)
    const host =
      (isComma(before) ? describingBefore(c, i) : undefined) ??
      verbBefore(c, i, (n) => n.form === 'finite' && n.relativeAt === undefined && !brokeIn(n)) ??
      verbBefore(c, i) ??
      nextFinite(c, i)
    const teller = (host && tellerOver(c, host, node)) ?? host
    if (teller) give(node, surface(teller))
    return hang(c, node, teller, 'adverbial')
  }
  if (before.kind === 'group') {
    const host = verbBefore(c, j)
    const k = skipBack(chunks, j - 1)
    const inReturn = chunks[k]
    if (inReturn?.kind === 'preposition' && inReturn.role === 'return') {
      // "in return for the army freeing ten men": a clause of its own stands behind the preposition.
      give(node, [before.group])
      return hang(c, node, host ?? nextFinite(c, i), 'return', inReturn.norm)
    }
    if (host && controlsObject(c, host) && host.functions.O.includes(before.group)) {
      give(node, [before.group])
      return hang(c, node, host, 'complement')
    }
    if (before.group.classes.includes('time') && host) {
      // "spent the night shelling the hills"
      give(node, surface(host))
      return hang(c, node, host, 'complement')
    }
    // "were seen by residents teaching recruits": whoever only saw it does not do it.
    const seen =
      host?.passive &&
      host.functions.S.includes(before.group) &&
      host.functions.O.some((g) => kindOf(g as Group) === 'actor') &&
      c.lexicon.control.get(host.lemma) !== undefined
    if (seen) {
      give(node, host.functions.O)
      return hang(c, node, host, 'complement')
    }
    const { of } = before.group
    const plan = c.nounOf.get(before.group)
    if (of && plan && c.lexicon.governors.has(`${plan.lemma}/noun`) && kindOf(of as Group) === 'actor') {
      // "weighed the possibility of the clan lending boats": the genitive of a plan acts in it.
      give(node, [of])
      return hang(c, node, plan, 'complement')
    }
    give(node, [hostGroup(c, j)])
    return hang(c, node, host ?? nextFinite(c, i), 'relative')
  }
  const host = verbBefore(c, i)
  if (host) give(node, surface(host))
  hang(c, node, host, 'adverbial')
}

/** "hitting a moving car takes training": the finite verb whose subject a gerund and its object are. */
function predicateOf({ chunks, verbAt }: Clauses, gerundAt: number): Node | undefined {
  let k = skipOn(chunks, gerundAt + 1)
  if (chunks[k]?.kind === 'group') k = skipOn(chunks, k + 1)
  while (chunks[k]?.kind === 'preposition' && chunks[k + 1]?.kind === 'group') k = skipOn(chunks, k + 2)
  const verb = verbAt.get(k)
  return verb?.form === 'finite' && !verb.verb?.open ? verb : undefined
}

/** "came to the post, which rebels had raided, killing nine": whoever acts in what is said of the noun goes on in it. */
function describingBefore(c: Clauses, i: number): Node | undefined {
  const near = verbBefore(c, i, (n) => n.form === 'finite')
  const { relativeAt, subjectAt = -1, verb } = near ?? {}
  if (relativeAt === undefined || near!.passive) return undefined
  // "went to the clan, which used them, killing nine": but "hit the clan, which has a base there, killing nine".
  const acts =
    verb !== undefined && near!.tense === 'past' && !verb.perfect && !verb.copula && near!.functions.O.length > 0
  if (subjectAt < relativeAt && !(acts && verbBefore(c, relativeAt, (n) => n.form === 'finite'))) return undefined
  const opener = isComma(c.chunks[relativeAt - 1]) ? relativeAt - 1 : relativeAt - 2
  return isComma(c.chunks[opener]) && !isSaying(c, near!) ? near : undefined
}

const isSaying = (c: Clauses, n: Node) => c.lexicon.saying.has(`${n.lemma}/verb`)

/** "said that rebels had left, adding that …": whoever said the first says what is added, too. */
function tellerOver(c: Clauses, host: Node, node: Node): Node | undefined {
  const opener = c.chunks[skipOn(c.chunks, node.chunk + 1)]
  if (opener?.kind !== 'subordinator' || opener.role !== 'content' || !isSaying(c, node)) return undefined
  let at: Node | undefined = host
  while (at && !isSaying(c, at)) at = at.governor && c.nodes[at.governor.predicate]
  return at
}

/** "includes sheltering them, arming them, and paying them": the gerund before in a list that "and" closes. */
function listedBefore(c: Clauses, i: number): Node | undefined {
  const twin = verbBefore(c, i, (n) => n.form !== 'participle')
  if (twin?.form !== 'gerund' || (twin.governor?.as !== 'complement' && twin.governor?.as !== 'of')) return undefined
  for (let k = i + 1; k < c.chunks.length; k++) {
    const verb = c.verbAt.get(k)
    if (verb?.form === 'finite' || verb?.form === 'infinitive') return undefined
    if (verb?.form !== 'gerund') continue
    const opener = skipBack(c.chunks, k - 1)
    if (isAnd(c.chunks[opener])) return twin
    if (!isComma(c.chunks[opener])) return undefined
  }
  return undefined
}

/** "denied, through its channel, receiving arms": the verb of saying or planning right before the phrase that a comma closes. */
function verbOverPhrase(c: Clauses, close: number): Node | undefined {
  let k = close - 1
  while (k >= 0 && ['preposition', 'group', 'time', 'adverb'].includes(c.chunks[k]!.kind)) k--
  if (k === close - 1 || !isComma(c.chunks[k]) || c.chunks[k + 1]?.kind !== 'preposition') return undefined
  const verb = c.verbAt.get(skipBack(c.chunks, k - 1))
  const key = `${verb?.lemma}/verb`
  return verb && !verb.passive && (c.lexicon.saying.has(key) || c.lexicon.governors.has(key)) ? verb : undefined
}

function afterPreposition(c: Clauses, node: Node, at: number, preposition: string, role: string): void {
  const verb = verbBefore(c, at)
  const noun = nounBefore(c, at)
  const nounNearer =
    noun !== undefined &&
    (noun.chunk === skipBack(c.chunks, at - 1) || (preposition === 'of' && tellsOver(c, noun, at)))
  if (role === 'without') node.negated = true
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
    give(node, own.length > 0 ? own : verb?.functions.O.includes(noun.group!) ? surface(verb) : [])
    return hang(c, node, noun, preposition === 'of' ? 'of' : 'complement', preposition)
  }
  if (
    role === 'time' ||
    role === 'course' ||
    preposition === 'by' ||
    preposition === 'upon' ||
    role === 'means' ||
    role === 'without' ||
    role === 'except' ||
    role === 'instance' ||
    role === 'patron'
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

/** "accusations between the clans of arming the front": over the phrases of a noun that tells what follows. */
function tellsOver({ chunks, lexicon }: Clauses, noun: Node, at: number): boolean {
  if (!lexicon.saying.has(`${noun.lemma}/noun`) && !lexicon.governors.has(`${noun.lemma}/noun`)) return false
  let k = skipBack(chunks, at - 1)
  if (isComma(chunks[k])) k = skipBack(chunks, k - 1)
  while (k > noun.chunk && chunks[k]?.kind === 'group' && chunks[k - 1]?.kind === 'preposition')
    k = skipBack(chunks, k - 2)
  return k === noun.chunk
}
const sentenceStart = (c: Clauses, i: number) => skipBack(c.chunks, i - 1) < 0
