import { type Chunk, isAnd, isComma, isPhrasal, type VerbChunk } from './chunk.js'
import type { Lexicon } from './lexicon.js'
import { skipBack, skipOn } from './node.js'

// Verbs that go on from one before them, whose auxiliary or relative word serves them too.

/** "dozens were killed and hundreds wounded": the auxiliary of the first verb serves the second. */
export function gapped(chunks: readonly Chunk[], i: number): boolean {
  const j = skipBack(chunks, i - 1)
  const and = skipBack(chunks, j - 1)
  if (chunks[j]?.kind !== 'group' || !isAnd(chunks[and])) return false
  for (let k = and - 1; k >= 0; k--) {
    const x = chunks[k]!
    if (x.kind === 'verb') return x.verb.passive
    if (x.kind === 'punctuation' && !isComma(x)) return false
  }
  return false
}

/** "were driven to the border and handed over by", "was beaten, robbed and released": one auxiliary serves all the verbs. */
export function goesOnPassive(chunks: readonly Chunk[], i: number, lexicon: Lexicon): boolean {
  const prev = chunks[skipBack(chunks, i - 1)]
  if (!isAnd(prev) && !isComma(prev)) return false
  let listed = isComma(prev) && listGoesOn(chunks, i)
  for (let k = skipBack(chunks, i - 1) - 1; k >= 0; k--) {
    const x = chunks[k]!
    if (x.kind === 'verb') {
      if (x.verb.form === 'participle' && isComma(chunks[skipBack(chunks, k - 1)])) continue
      if (x.verb.form !== 'finite' || !x.verb.passive) return false
      const { lemma } = (chunks[i] as VerbChunk).verb
      const own = lexicon.transitive.has(lemma) || lexicon.giving.has(lemma)
      return doerBehind(chunks, i) || listed || x.verb.open || own || isOnlyParticiple(chunks[i])
    }
    if (isComma(x)) listed = true
    else if (x.kind === 'punctuation' || x.kind === 'subordinator' || x.kind === 'relative' || isAnd(x)) return false
  }
  return false
}

/** "had come back and taken the imam": "have" of the verb before serves a form that is no past. */
export function goesOnPerfect(chunks: readonly Chunk[], i: number): boolean {
  const at = skipBack(chunks, i - 1)
  if (!isAnd(chunks[at])) return false
  for (let k = at - 1; k >= 0; k--) {
    const x = chunks[k]!
    // "had shot ten men, burned the mill and driven off the herd": over a verb that goes on itself.
    if (x.kind === 'verb' && x.verb.open && isComma(chunks[skipBack(chunks, k - 1)])) continue
    if (x.kind === 'verb' && x.verb.form === 'finite') return x.verb.perfect && !x.verb.passive && !x.verb.copula
    if (x.kind === 'punctuation' && !isComma(x)) return false
  }
  return false
}

/** Whether behind a verb's phrases "and" and a further verb of the same make follow. */
export function goesOnActing(chunks: readonly Chunk[], i: number): boolean {
  let k = i + 1
  while (isPhrasal(chunks[k])) k++
  if (isComma(chunks[k])) k++
  const next = isAnd(chunks[k]) ? chunks[skipOn(chunks, k + 1)] : undefined
  return next?.kind === 'verb' && (next.verb.open || (next.verb.form === 'finite' && !next.verb.passive))
}

/** "Paid by Ostby and armed by Sund, the clan …": behind a participle that opens the sentence and has no subject. */
export function goesOnOpening(chunks: readonly Chunk[], i: number): boolean {
  let k = skipBack(chunks, i - 1) - 1
  while (isPhrasal(chunks[k])) k--
  const verb = chunks[k]
  return verb?.kind === 'verb' && verb.verb.open && verb.verb.form === 'participle' && skipBack(chunks, k - 1) < 0
}

/** "men whom the clan had paid and armed": a second verb of the clause that a relative word and its subject open. */
export function goesOnDescribing(chunks: readonly Chunk[], i: number): boolean {
  const and = skipBack(chunks, i - 1)
  const at = skipBack(chunks, and - 1)
  const verb = chunks[at]
  if (!isAnd(chunks[and]) || verb?.kind !== 'verb' || verb.verb.form !== 'finite' || verb.verb.passive) return false
  const subject = skipBack(chunks, at - 1)
  return chunks[subject]?.kind === 'group' && chunks[skipBack(chunks, subject - 1)]?.kind === 'relative'
}

/** "beaten and taken away": a form that is no past. */
const isOnlyParticiple = (c: Chunk | undefined) => c?.kind === 'verb' && c.verb.form === 'participle'

export function beGoneOn(c: VerbChunk): void {
  c.verb.passive = true
  c.verb.tense = 'past'
  c.verb.goesOn = true
}

/** Whether "and" and a further verb of the same make close a list that goes on here. */
function listGoesOn(chunks: readonly Chunk[], i: number): boolean {
  for (let k = i + 1; k < chunks.length; k++) {
    const x = chunks[k]!
    if (isAnd(x)) {
      const next = chunks[skipOn(chunks, k + 1)]
      return next?.kind === 'verb' && next.verb.open
    }
    if (x.kind === 'verb' || x.kind === 'subordinator' || x.kind === 'relative') return false
  }
  return false
}

/** Whether "by" and a doer stand among the phrases behind a verb. */
export function doerBehind(chunks: readonly Chunk[], i: number): boolean {
  for (let k = i + 1; k < chunks.length; k++) {
    const x = chunks[k]!
    if (x.kind === 'preposition' && x.role === 'agent') return true
    if (!isPhrasal(x)) return false
  }
  return false
}
