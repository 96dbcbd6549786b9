import { type Chunk, isAnd, isComma, isQuote } from './chunk.js'
import type { Lexicon } from './lexicon.js'
import { skipBack, skipOn } from './node.js'

/** Whether the sentence has a finite verb on this side that no relative or subordinating word opens. */
export function mainVerb(chunks: readonly Chunk[], i: number, step: 1 | -1): boolean {
  let found = false
  for (let j = i + step; j >= 0 && j < chunks.length; j += step) {
    const c = chunks[j]!
    if (c.kind === 'subordinator' || c.kind === 'relative') {
      if (step === 1) return found
      // "told the judge that two men, twins, returned": the clause that "that" opens has no other verb.
      if (!found && c.kind === 'subordinator' && c.role === 'content') return false
      found = false
    } else if (c.kind === 'verb' && c.verb.form === 'finite') {
      if (step === 1) return true
      found = true
    }
  }
  return found
}

/** "Crimes committed by soldiers, including rape, are punished": right behind what is set apart stands the verb of the sentence. */
export function verbBehindAside(chunks: readonly Chunk[], i: number): boolean {
  for (let k = i + 1; k < chunks.length; k++) {
    const c = chunks[k]!
    if (c.kind === 'subordinator' || c.kind === 'relative') return false
    if (c.kind === 'verb' && c.verb.form === 'finite')
      return (
        !c.verb.open && isComma(chunks[skipBack(chunks, k - 1)]) && (c.verb.passive || c.verb.perfect || c.verb.copula)
      )
  }
  return false
}

/** Whether a finite verb stands in the same stretch, to the left or right; verbs of saying open a stretch of their own. */
export function finiteIn(chunks: readonly Chunk[], i: number, step: 1 | -1, lexicon: Lexicon): boolean {
  for (let j = i + step; j >= 0 && j < chunks.length; j += step) {
    const c = chunks[j]!
    // "fighters allied with the clan and armed by Ostby held": what goes on describing is not the verb of the clause.
    if (step === 1 && isAnd(c) && isDoneBy(chunks, skipOn(chunks, j + 1))) continue
    if (isComma(c) || isQuote(c) || isAnd(c) || c.kind === 'subordinator' || c.kind === 'relative') return false
    if (c.kind === 'punctuation') return false
    if (c.kind !== 'verb') continue
    if (c.verb.form === 'infinitive' || c.verb.form === 'gerund' || c.verb.form === 'participle') continue
    if (step === 1 && isDoneBy(chunks, j)) continue
    // The verb of a relative clause leaves room for the main one ("the men who robbed the bank fled").
    if (step === -1 && openedByRelative(chunks, j)) return false
    return !(step === -1 && lexicon.saying.has(`${c.verb.lemma}/verb`))
  }
  return false
}

/** "armed by Ostby": a past or participle with whoever did it right behind. */
function isDoneBy(chunks: readonly Chunk[], i: number): boolean {
  const [c, next] = [chunks[i], chunks[skipOn(chunks, i + 1)]]
  return c?.kind === 'verb' && c.verb.open && next?.kind === 'preposition' && next.role === 'agent'
}

function openedByRelative(chunks: readonly Chunk[], i: number): boolean {
  for (let j = i - 1; j >= 0; j--) {
    const c = chunks[j]!
    if (c.kind === 'relative') return true
    if (c.kind === 'verb' || c.kind === 'punctuation' || c.kind === 'subordinator' || isAnd(c)) return false
  }
  return false
}

/** "released to the elders on Friday two traders": the object stands behind a phrase, without a comma and with no verb of its own. */
export function shiftedObject(chunks: readonly Chunk[], i: number): boolean {
  const link = chunks[i]
  // "a statement circulated by its media arm Al-Nasr": behind whoever did it stands his name.
  if (link?.kind !== 'preposition' || link.role === 'agent' || chunks[i + 1]?.kind !== 'group') return false
  const at = skipOn(chunks, i + 2)
  const second = chunks[at]
  if (second?.kind !== 'group') return false
  const behind = chunks[skipOn(chunks, at + 1)]
  const described = behind?.kind === 'verb' && (behind.verb.open || behind.verb.form === 'gerund')
  return !second.group.classes.includes('time') && (behind?.kind !== 'verb' || described)
}

/** "Its leader, Adam Tal, vowed in a tape released on Friday to …": of two that could be the verb the first stands behind a name set apart. */
export function behindName(chunks: readonly Chunk[], i: number): boolean {
  const next = chunks.slice(i + 1).find((x) => x.kind === 'verb' || x.kind === 'punctuation')
  return next?.kind === 'verb' && next.verb.open
}

/** "When the convoy arrived the attackers fired on it": who stands behind the only verb of a clause that opens the sentence acts himself. */
export function behindOpeningClause(chunks: readonly Chunk[], i: number, { intransitive }: Lexicon): boolean {
  const from = skipOn(chunks, 0)
  const opener = chunks[from]
  const subject = skipBack(chunks, i - 1)
  if (opener?.kind !== 'subordinator' || opener.role !== 'adverbial' || chunks[subject]?.kind !== 'group') return false
  const clause = chunks.slice(from + 1, subject)
  if (clause.some((x) => x.kind === 'punctuation' || x.kind === 'relative' || x.kind === 'subordinator' || isAnd(x)))
    return false
  const verbs = clause.flatMap((x) => (x.kind === 'verb' && x.verb.form === 'finite' ? [x.verb] : []))
  const before = chunks[skipBack(chunks, subject - 1)]
  const done = before?.kind === 'group' || (before?.kind === 'verb' && intransitive.has(before.verb.lemma))
  return verbs.length === 1 && done
}
