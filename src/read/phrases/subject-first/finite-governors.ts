import { type Chunk, isAnd, isComma, isLoose, isQuote } from './chunk.js'
import { hang, nextFinite, nounBefore } from './hanging.js'
import { type Clauses, type Node, skipBack, skipOn, verbBefore } from './node.js'
import type { Subject } from './subjects.js'

/** What a finite clause hangs on: a saying, a subordinating word, the noun of its relative word, or the clause it goes on from. */
export function governFinite(c: Clauses, node: Node, subject: Subject): void {
  const { chunks } = c
  if (c.tail?.verb === node.chunk) return
  if (subject.relative !== undefined) {
    // "a batch that, officials say, the junta had shipped": told by whoever breaks in.
    const aside = c.asides.find((a) => a.from > subject.relative! && a.to < node.chunk)
    if (aside) return hang(c, node, c.verbAt.get(aside.verb), 'content')
    const teller = verbBefore(c, node.chunk)
    const told = teller?.relativeAt === subject.relative && teller.form === 'finite' && teller.functions.S.length > 0
    if (told && c.lexicon.tells.has(teller.lemma)) return hang(c, node, teller, 'content')
    if (isAsked(c, subject)) node.supposed = true
    const host = verbBefore(c, subject.relative) ?? nounBefore(c, subject.relative)
    return hang(c, node, host ?? nextFinite(c, node.chunk), 'relative')
  }
  if (subject.shared) return hang(c, node, subject.shared, 'conjunct')
  const left = clauseStart(chunks, subject.at ?? node.chunk)
  const opener = chunks[left]
  if (opener?.kind === 'subordinator') {
    underSubordinator(c, node, left, opener.norm, opener.role)
    if (opener.asks && isOpen(c, node, left)) node.supposed = true
    return
  }
  if (opener?.kind === 'verb' && opener.verb.form !== 'participle') {
    // "said the group attacked", without "that".
    const host = c.verbAt.get(left)!
    // "When the convoy arrived the attackers fired on it": the clause before only says when.
    if (opensSentence(c, host) && !c.lexicon.saying.has(`${host.lemma}/verb`)) return hang(c, host, node, 'adverbial')
    return hang(c, node, host, 'content')
  }
  if (opener?.kind === 'group') {
    // "told reporters the group attacked"
    const k = skipBack(chunks, left - 1)
    const host = c.verbAt.get(k)
    if (host) return hang(c, node, host, 'content')
  }
  if (opener?.kind === 'conjunction') {
    const twin = verbBefore(c, left, (n) => n.form === 'finite')
    if (!twin) return
    // Under one "that" both clauses are said.
    if (twin.governor?.as === 'content' || twin.governor?.as === 'adverbial') hang(c, node, twin, 'conjunct')
    else if (c.lexicon.saying.has(`${twin.lemma}/verb`)) hang(c, node, twin, 'conjunct')
  }
}

/** Whether a verb without a governor is the first finite one behind a subordinating word that opens the sentence. */
function opensSentence({ chunks, verbAt }: Clauses, host: Node): boolean {
  const opener = chunks[skipOn(chunks, 0)]
  if (host.governor || opener?.kind !== 'subordinator' || opener.role !== 'adverbial') return false
  return ![...verbAt.values()].some((n) => n.form === 'finite' && n.chunk < host.chunk)
}

function underSubordinator(c: Clauses, node: Node, at: number, word: string, role: string): void {
  if (role === 'content') {
    const k = skipBack(c.chunks, at - 1)
    // "confessed, the police said, that …": what broke in between commas is over.
    const broken = c.asides.find((a) => a.to === at - 1)
    const near = verbBefore(c, broken?.from ?? at)
    // "said in a statement carried by the agency that …": a description of a noun tells nothing.
    const meanwhile = near?.form === 'gerund' && isMeanwhile(c, near, k)
    const says =
      near?.form === 'participle' || meanwhile
        ? verbBefore(c, near!.chunk, (n) => n.form === 'finite' && c.lexicon.saying.has(`${n.lemma}/verb`))
        : undefined
    const verb = says ?? near
    const noun = nounBefore(c, at)
    // "admitted in his confessions that …": what he said, wherever he said it.
    const [wherein, said] = [c.chunks[k - 1], c.verbAt.get(skipBack(c.chunks, k - 2))]
    if (wherein?.kind === 'preposition' && wherein.role === 'place' && said && isSaying(c, said))
      return hang(c, node, said, 'content')
    if (noun && noun.chunk === k && c.lexicon.saying.has(`${noun.lemma}/noun`))
      return hang(c, node, noun, 'content', word)
    if (noun && noun.chunk === k && c.lexicon.governors.has(`${noun.lemma}/noun`))
      return hang(c, node, noun, 'complement')
    if (isAnd(c.chunks[k]) || isComma(c.chunks[k])) {
      // "… and that": said by whoever said the first.
      const twin = verbBefore(c, k, (n) => n.governor?.as === 'content')
      const over = twin?.governor ? c.nodes[twin.governor.predicate] : undefined
      if (over) return hang(c, node, over, 'content')
    }
    // "It is likely that the clan will attack": how likely, the adjective before says of the clause.
    const held = c.chunks[at - 1]
    if ((held?.kind === 'adjective' || held?.kind === 'adverb') && verb?.verb?.copula)
      node.modality = [...node.modality, held.norm, `${held.norm} ${word}`]
    return hang(c, node, verb ?? noun, 'content', word)
  }
  // "…, as he asks to be called": what somebody is asked to do says nothing of the clause.
  const asked = c.verbAt.get(skipOn(c.chunks, node.chunk + 1))?.form === 'infinitive'
  if (word === 'as' && !asked && c.lexicon.saying.has(`${node.lemma}/verb`)) {
    // "…, as she later told her cousin": the main clause is what was told.
    const main = verbBefore(c, at, (n) => n.form === 'finite' && !n.governor) ?? nextFinite(c, node.chunk)
    if (main && main !== node && !main.governor) return hang(c, main, node, 'content', 'as')
  }
  // "denied what the radio had spread about …": what is said, by whomever.
  if (role === 'what') {
    const verb = c.verbAt.get(skipBack(c.chunks, at - 1))
    if (verb && isSaying(c, verb)) return hang(c, node, verb, 'content')
  }
  // "It is unclear what group was behind it": nobody says that one was.
  if (role === 'what') node.supposed = true
  // "if the clan attacks, …": nobody says that it does; what must be done first ("provided that …") is spoken of all the same.
  if (role === 'condition') node.supposed = true
  // "…, an envoy said, after the two sides had met": behind a comma the time is that of what he told.
  const over = c.tail && at > c.tail.verb && isComma(c.chunks[at - 1]) ? c.tail.from : at
  const before = verbBefore(c, over, (n) => n.form === 'finite' || n.form === 'infinitive')
  hang(c, node, before ?? nextFinite(c, endOfClause(c.chunks, node.chunk)), 'adverbial', word)
}

/** "alleged, without naming its sources, that …", "said, giving no name, that …": what somebody does meanwhile tells nothing. */
function isMeanwhile({ chunks, lexicon }: Clauses, node: Node, beforeThat: number): boolean {
  const opener = chunks[skipBack(chunks, node.chunk - 1)]
  if (opener?.kind === 'preposition' && opener.role === 'without') return true
  return isComma(chunks[beforeThat]) && (opener?.kind === 'preposition' || !lexicon.saying.has(`${node.lemma}/verb`))
}

/** "It is unclear whether he fled", "did not know whether"; but they may have asked whether he fled. */
function isOpen({ nodes, chunks, lexicon }: Clauses, { governor }: Node, opener: number): boolean {
  const host = governor && nodes[governor.predicate]
  const doubted = chunks[skipBack(chunks, opener - 1)]?.kind === 'adjective'
  // "declined to say whether": nor does whoever will not tell.
  const over = host && chunks[skipBack(chunks, host.chunk - 1)]
  const kept = host?.form === 'infinitive' && over?.kind === 'verb' && lexicon.withholds.has(over.verb.lemma)
  return !host?.verb || host.verb.copula || host.negated || doubted || kept
}

/** "did not say who shot him", "It is unclear who did it": a relative word that takes up nobody, right behind what asks. */
function isAsked({ chunks }: Clauses, { groups, antecedent, relative }: Subject): boolean {
  const asks = chunks[skipBack(chunks, relative! - 1)]?.kind
  return groups.length === 0 && !antecedent && (asks === 'verb' || asks === 'adjective')
}

const isSaying = (c: Clauses, n: Node) => n.form === 'finite' && !n.passive && c.lexicon.saying.has(`${n.lemma}/verb`)

/** "While residents say that X, Y …": the main clause begins behind the comma. */
function endOfClause(chunks: readonly Chunk[], i: number): number {
  const comma = chunks.findIndex((x, k) => k > i && isComma(x))
  return comma < 0 ? i : comma
}

/** The chunk that opens the clause whose subject stands at `i`: over fronted phrases, commas and times. */
function clauseStart(chunks: readonly Chunk[], i: number): number {
  let j = i - 1
  while (j >= 0) {
    const x = chunks[j]!
    if (isLoose(x) || isQuote(x)) {
      j--
      continue
    }
    if (isComma(x)) {
      // Over a fronted phrase: "that, on Sunday, the group …"
      const open = asideBefore(chunks, j)
      if (open === null) return -1
      j = open
      continue
    }
    if (x.kind === 'group') {
      const k = skipBack(chunks, j - 1)
      if (chunks[k]?.kind === 'preposition') {
        j = k - 1
        continue
      }
      return j
    }
    return j
  }
  return -1
}

/** Index before an aside of phrases and times that a comma at `j` closes; null where a clause stands there. */
function asideBefore(chunks: readonly Chunk[], j: number): number | null {
  for (let k = j - 1; k >= 0; k--) {
    const x = chunks[k]!
    if (x.kind === 'subordinator') return k
    if (x.kind === 'verb' || x.kind === 'relative') return null
    if (isComma(x)) return k - 1
    if (x.kind === 'conjunction') return null
  }
  return null
}

/** Whether a clause hangs, by whatever stands between, on one that stands behind a saying. */
function hangsBehind(nodes: readonly Node[], node: Node, say: Node): boolean {
  if (node.relativeAt !== undefined) return true
  const host = node.governor && nodes[node.governor.predicate]!
  if (!host || host === say) return false
  return host.chunk > say.chunk || hangsBehind(nodes, host, say)
}

/**
 * A saying that trails or breaks in ("…, the agency said", "…, said the officer, …"): what stands before it and is not
 * governed by anything else is its content, and so is what goes on behind it.
 */
export function trailingSayings(c: Clauses): void {
  for (const say of c.nodes) {
    if (
      !say.verb ||
      say.form !== 'finite' ||
      say.relativeAt !== undefined ||
      !c.lexicon.saying.has(`${say.lemma}/verb`)
    )
      continue
    // "…, the wire reported a guard as saying": what he said stands before.
    const told = (n: Node) =>
      n.governor?.predicate === say.index && n.governor.as === 'content' && n.governor.by !== 'as'
    if (c.nodes.some(told)) continue
    if (say.governor && say.governor.as !== 'conjunct') continue
    const first = Math.min(say.subjectAt ?? say.chunk, say.chunk)
    const k = skipBack(c.chunks, first - 1)
    const before = c.chunks[k]
    // "…, an officer was quoted by the daily as saying"
    const quoted = c.nodes.some((n) => n.governor?.predicate === say.index && n.governor.by === 'as')
    if (!before || (say.passive && !quoted) || !(isComma(before) || isQuote(before))) continue
    const opener = c.chunks[skipBack(c.chunks, k - 1)]
    // "a step that, officials told the wire, will take effect": only what follows was told.
    const inside = opener?.kind === 'relative' || opener?.kind === 'subordinator'
    const aside = c.asides.find((a) => a.verb === say.chunk)
    // "If the talks fail, the general predicted, the clan will …": what opens the sentence hangs on what goes on behind.
    const opening = (n: Node) => n.form !== 'finite' || hangsBehind(c.nodes, n, say)
    const breaksIn = inside || c.nodes.every((n) => !n.verb || n.chunk >= first || (aside !== undefined && opening(n)))
    for (const n of c.nodes) {
      // "Early on Monday, a source told the agency, the post came under fire"
      const around = aside !== undefined && n.subjectAt !== undefined && n.subjectAt < aside.from
      if ((breaksIn || around) && n !== say && !n.governor && n.verb && n.form === 'finite' && n.chunk > say.chunk)
        n.governor = { predicate: say.index, as: 'content' }
      if (inside || n === say || n.governor || n.chunk >= first || !n.verb) continue
      n.governor = { predicate: say.index, as: 'content' }
    }
    for (const n of c.nodes) {
      // "The clan freed five men, he said, and the army let six go": he says both.
      const goesOn = n.governor?.predicate === say.index && n.governor.as === 'conjunct'
      if (aside && goesOn && n.chunk > aside.to) n.governor = { predicate: say.index, as: 'content' }
    }
    for (const n of c.nodes) {
      if (n === say || n.governor || n.chunk >= first || n.verb) continue
      // "The raid, the mayor said, took place at dawn": what goes on behind the saying has the noun for its subject.
      const goesOn = c.nodes.some((v) => v.verb && v.chunk > say.chunk && v.functions.S.some((g) => g === n.group))
      if (!goesOn && !c.nodes.some((v) => v.verb && v.chunk < first && v !== say))
        n.governor = { predicate: say.index, as: 'content' }
    }
  }
}
