import { type Chunk, isAnd, isComma, isLoose, isQuote } from './chunk.js'
import { settleFinite } from './finite.js'
import type { Lexicon } from './lexicon.js'

/** A saying that closes the sentence: the comma (or closing quotation mark) before it, and its verb. */
export interface TrailingSaying {
  from: number
  verb: number
}

/**
 * "…, a spokesman of the ministry told the agency on Sunday.": a speaker with his phrases, a verb of saying, and nothing
 * said behind it. What stands before the comma is a sentence of its own, to be read as if it ended there.
 */
export function trailingSaying(chunks: readonly Chunk[], lexicon: Lexicon): TrailingSaying | null {
  for (let verb = chunks.length - 1; verb > 1; verb--) {
    const x = chunks[verb]!
    if (x.kind !== 'verb') continue
    const says = !x.verb.passive && x.verb.form !== 'infinitive' && x.verb.form !== 'gerund'
    if (!says || !lexicon.saying.has(`${x.verb.lemma}/verb`)) {
      if (x.verb.form === 'finite' && !openedByRelative(chunks, verb) && !tellsWhen(chunks, verb)) return null
      continue
    }
    const from = speakersComma(chunks, verb)
    if (from === null || !endsThere(chunks, verb) || !isSentence(chunks, from)) return null
    return { from, verb }
  }
  return null
}

/** In the saying itself the verb is finite, and one before it describes the speaker ("residents reached by phone said"). */
export function settleTail(chunks: readonly Chunk[], tail: TrailingSaying, lexicon: Lexicon): void {
  settleFinite(chunks.slice(tail.from + 1), lexicon, false)
  for (const [i, x] of chunks.entries()) {
    if (i <= tail.from || i > tail.verb || x.kind !== 'verb') continue
    x.verb.form = i === tail.verb ? 'finite' : 'participle'
    if (i === tail.verb) x.verb.tense ??= 'past'
  }
}

/** The comma before a speaker: nothing between it and the verb but his name, phrases and a participle ("reached by phone"). */
function speakersComma(chunks: readonly Chunk[], verb: number): number | null {
  for (let k = verb - 1; k > 0; k--) {
    const x = chunks[k]!
    if (isComma(x) || isQuote(x)) {
      const first = chunks[k + 1]
      return first?.kind === 'group' && !isTime(first) && k + 1 < verb ? k : null
    }
    if (x.kind === 'verb' && !x.verb.open) return null
    // "…, a driver and two of the guards said"
    const joins = isAnd(x) && chunks[k - 1]?.kind === 'group' && chunks[k + 1]?.kind === 'group'
    // "…, three people familiar with the talks said"
    const phrase = x.kind === 'group' || x.kind === 'preposition' || x.kind === 'adjective'
    if (!phrase && x.kind !== 'verb' && !joins && !isLoose(x)) return null
  }
  return null
}
const isTime = (x: Chunk) => x.kind === 'group' && x.group.classes.includes('time')

/** Whether nothing is said behind the verb: whom he told, when and where, what he added by a gerund or a relative clause. */
function endsThere(chunks: readonly Chunk[], verb: number): boolean {
  for (let k = verb + 1; k < chunks.length; k++) {
    const x = chunks[k]!
    if (x.kind === 'relative') return true
    if (x.kind === 'verb') return x.verb.form === 'gerund' && isComma(chunks[k - 1])
    if (x.kind === 'subordinator' && x.role === 'content') return false
    if (x.kind === 'subordinator') return true
    if (isAnd(x) || (isComma(x) && chunks[k + 1]?.kind === 'group')) return false
  }
  return true
}

/** Whether a main clause stands before the comma, not only a fronted phrase or a clause that hangs on what follows. */
function isSentence(chunks: readonly Chunk[], from: number): boolean {
  const first = chunks.findIndex((x) => !isLoose(x) && !isQuote(x))
  const hangs = chunks[first]?.kind === 'subordinator'
  const main = hangs ? chunks.findIndex((x, k) => k > first && k < from && isComma(x)) : first
  if (main < 0) return false
  return chunks.slice(main, from).some((x) => x.kind === 'verb' && (x.verb.form === 'finite' || x.verb.open))
}

function openedByRelative(chunks: readonly Chunk[], i: number): boolean {
  for (let j = i - 1; j >= 0; j--) {
    const x = chunks[j]!
    if (x.kind === 'relative') return true
    if (x.kind === 'verb' || isComma(x)) return false
  }
  return false
}

/** "…, an envoy said, after the two sides had met": behind a comma, a clause that only says when. */
function tellsWhen(chunks: readonly Chunk[], i: number): boolean {
  for (let j = i - 1; j > 0; j--) {
    const x = chunks[j]!
    if (x.kind === 'subordinator') return x.role === 'adverbial' && isComma(chunks[j - 1])
    if (x.kind === 'verb' || isComma(x)) return false
  }
  return false
}
