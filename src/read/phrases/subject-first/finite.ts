import { type Chunk, isAnd, isComma, type VerbChunk } from './chunk.js'
import { behindName, behindOpeningClause, finiteIn, mainVerb, shiftedObject, verbBehindAside } from './finite-beside.js'
import {
  beGoneOn,
  doerBehind,
  gapped,
  goesOnActing,
  goesOnDescribing,
  goesOnOpening,
  goesOnPassive,
  goesOnPerfect,
} from './goes-on.js'
import { kindOf } from './group.js'
import type { Lexicon } from './lexicon.js'
import { newClause, opensSpeech } from './new-clause.js'
import { skipBack, skipOn } from './node.js'
import { lastOfList } from './verb-lists.js'

/**
 * Settles verbs whose past and participle look alike ("gunmen killed in the raid were buried", "five soldiers killed in
 * Marib"): a reduced relative where the clause has another finite verb and no object follows, a passive without its
 * auxiliary in a line that has no finite verb at all.
 */
export function settleFinite(chunks: readonly Chunk[], lexicon: Lexicon, heading: boolean): void {
  bareInfinitives(chunks, lexicon)
  objectRelatives(chunks, lexicon)
  settleOpen(chunks, lexicon, heading)
  for (const [i, c] of chunks.entries()) {
    // "Two trucks, on their way to the port, stopped by the navy": who did it stands right behind.
    if (c.kind !== 'verb' || !c.verb.open || c.verb.form !== 'finite' || c.verb.passive) continue
    const by = chunks[skipOn(chunks, i + 1)]
    const doer = chunks[skipOn(chunks, i + 1) + 1]
    if (saysByMeans(chunks, i, lexicon)) continue
    if (by?.kind === 'preposition' && by.role === 'agent' && doer?.kind === 'group' && kindOf(doer.group) === 'actor')
      c.verb.passive = true
  }
}

/** "The envoy said by WhatsApp that …": by what it was said, not by whom. */
function saysByMeans(chunks: readonly Chunk[], i: number, lexicon: Lexicon): boolean {
  const [verb, before] = [chunks[i], chunks[skipBack(chunks, i - 1)]]
  const that = chunks[skipOn(chunks, skipOn(chunks, i + 1) + 2)]
  const says = verb?.kind === 'verb' && lexicon.saying.has(`${verb.verb.lemma}/verb`) && before?.kind === 'group'
  return says && that?.kind === 'subordinator' && that.role === 'content'
}

function settleOpen(chunks: readonly Chunk[], lexicon: Lexicon, heading: boolean): void {
  for (const [i, c] of chunks.entries()) {
    if (c.kind !== 'verb' || !c.verb.open) continue
    const prev = chunks[skipBack(chunks, i - 1)]
    const next = chunks[skipOn(chunks, i + 1)]
    const last = lastOfList(chunks, i)
    const shared = last === i ? undefined : chunks[skipOn(chunks, last + 1)]
    const object =
      (next?.kind === 'group' && !next.group.classes.includes('time') && !newClause(chunks, i, lexicon)) ||
      (shared?.kind === 'group' && !shared.group.classes.includes('time') && !newClause(chunks, last, lexicon)) ||
      (next?.kind === 'subordinator' && next.role === 'content') ||
      shiftedObject(chunks, skipOn(chunks, i + 1))
    const doer = shared ?? next
    const by = doer?.kind === 'preposition' && doer.role === 'agent' && !saysByMeans(chunks, i, lexicon)
    const opener = chunks[skipBack(chunks, skipBack(chunks, i - 1) - 1)]
    if (prev?.kind === 'group' && opener?.kind === 'relative' && c.verb.form !== 'participle' && !by) {
      c.verb.form = 'finite'
      c.verb.tense = 'past'
      continue
    }
    // "Those killed included three women": "those" alone does nothing.
    if (prev?.kind === 'group' && lexicon.marked.get('those')?.has(prev.group.lemma) && !prev.group.of && !object) {
      c.verb.form = 'participle'
      continue
    }
    if (!object && !by && goesOnDescribing(chunks, i)) {
      c.verb.form = 'finite'
      c.verb.tense = 'past'
      continue
    }
    if (c.verb.form === 'participle' && goesOnPerfect(chunks, i)) {
      c.verb.form = 'finite'
      c.verb.tense = 'past'
      c.verb.perfect = true
      continue
    }
    if (c.verb.form === 'participle' || (prev?.kind === 'verb' && prev.verb.passive && !object)) {
      // "were brought from the coast, given rifles and driven to the camp"
      const goesOn = (!object || lexicon.giving.has(c.verb.lemma)) && goesOnPassive(chunks, i, lexicon)
      c.verb.form = goesOn ? 'finite' : 'participle'
      if (goesOn) beGoneOn(c)
      continue
    }
    c.verb.form = 'finite'
    c.verb.tense = 'past'
    if (prev?.kind === 'subordinator' || prev?.kind === 'preposition') {
      if (prev.kind === 'preposition' || !object) c.verb.form = 'participle'
      continue
    }
    // A verb of saying describes no noun unless somebody did the saying ("claims made by").
    if (lexicon.saying.has(`${c.verb.lemma}/verb`) && !by && c.verb.lemma === 'say') continue
    // "The rebels, he added, received boats": a saying that breaks in between commas, with whoever says it.
    const breaksIn = prev?.kind === 'group' && isComma(opener) && isComma(next)
    if (breaksIn && lexicon.saying.has(`${c.verb.lemma}/verb`)) continue
    if (!object && describesPaper(chunks, i, lexicon)) {
      c.verb.form = 'participle'
      continue
    }
    if (prev?.kind === 'group' && !object && inFrontedPhrase(chunks, i)) {
      c.verb.form = 'participle'
      continue
    }
    if (!object && gapped(chunks, i)) {
      c.verb.passive = true
      continue
    }
    if (!object && goesOnPassive(chunks, i, lexicon)) {
      beGoneOn(c)
      continue
    }
    if (!object && resultative(chunks, i)) {
      c.verb.form = 'participle'
      continue
    }
    if (
      !object &&
      isAnd(prev) &&
      finiteIn(chunks, i, 1, lexicon) &&
      !finiteIn(chunks, skipBack(chunks, i - 1), -1, lexicon)
    ) {
      c.verb.form = 'participle'
      continue
    }
    if (prev?.kind === 'group' && !object && inInsertedPhrase(chunks, i)) {
      c.verb.form = 'participle'
      continue
    }
    if (prev?.kind === 'group' && !object && closesAside(chunks, i)) {
      c.verb.form = 'participle'
      continue
    }
    if (prev?.kind === 'group' && !object && !heading && inPhrase(chunks, i) && doerBehind(chunks, i)) {
      c.verb.form = 'participle'
      continue
    }
    // "using a gap left by troops moving north": a thing that a gerund or infinitive acts on is described by whoever did it.
    if (prev?.kind === 'group' && !object && by && kindOf(prev.group) !== 'actor' && isNonFinite(opener)) {
      c.verb.form = 'participle'
      continue
    }
    // "Paid and armed by Ostby, the clan …": described like the one that opens the sentence.
    if (!object && isAnd(prev) && goesOnOpening(chunks, i)) {
      c.verb.form = 'participle'
      continue
    }
    // "by accounts affiliated with the clan": whoever did it is described, the clause has its verb.
    if (prev?.kind === 'group' && next?.kind === 'preposition' && !by && behindDoer(chunks, i)) {
      c.verb.form = 'participle'
      continue
    }
    if (prev?.kind === 'group' && lacksItsObject(chunks, i, lexicon)) {
      if (mainVerb(chunks, i, 1) || mainVerb(chunks, i, -1)) {
        c.verb.form = 'participle'
        continue
      }
    }
    // "a note claiming its men shot two guards": right behind such a gerund begins what is said.
    if (prev?.kind === 'group' && object && opensSpeech(opener, prev.group, lexicon)) continue
    // "things we learned": a pronoun that stands behind no verb or preposition acts.
    if (prev?.kind === 'group' && prev.group.pronoun?.person && (!opener || opener.kind === 'group')) continue
    if (behindOpeningClause(chunks, i, lexicon)) continue
    const earlier = finiteIn(chunks, i, -1, lexicon)
    const later = finiteIn(chunks, last, 1, lexicon)
    if (prev?.kind === 'group') {
      // "the leader called Abu Yusuf met …"
      const naming =
        object &&
        next?.kind === 'group' &&
        !next.group.apposed &&
        (next.group.unknown === true || next.group.mention !== undefined) &&
        later
      if (object && !earlier && !(naming && !lexicon.saying.has(`${c.verb.lemma}/verb`))) continue
      if (prev.group.apposed && !object && behindName(chunks, i)) continue
      const apart = by && !heading && verbBehindAside(chunks, i)
      if ((later && !object) || (earlier && (by || !object)) || apart) c.verb.form = 'participle'
      else if (!later && !earlier && !object && (heading || by)) passiveHeadline(c)
      else if ((earlier || naming) && object) c.verb.form = 'participle'
    } else if (isComma(prev)) {
      if (behindSaying(chunks, skipBack(chunks, i - 1), lexicon)) continue
      // "The man, arrested on Sunday, said": no object, and the main verb stands elsewhere.
      const listed = isAnd(chunks[skipBack(chunks, i - 1) - 1])
      // "cut the road, opened fire at a car and took the guards": one of several acts, with its object in its own words.
      const acts = c.verb.lemma.includes(' ') && goesOnActing(chunks, i)
      if (!object && !listed && !acts && (mainVerb(chunks, i, 1) || mainVerb(chunks, i, -1))) c.verb.form = 'participle'
    } else if (prev === undefined && !object) c.verb.form = 'participle'
  }
}

/**
 * "Guns that the firm delivered to the rebels have come …": behind a noun that opens the clause and says nothing itself,
 * the word that opens content is a relative one.
 */
function objectRelatives(chunks: readonly Chunk[], lexicon: Lexicon): void {
  for (const [i, c] of chunks.entries()) {
    if (c.kind !== 'subordinator' || c.role !== 'content') continue
    const host = chunks[i - 1]
    const subject = chunks[i + 1]
    const verb = chunks[skipOn(chunks, i + 2)]
    if (host?.kind !== 'group' || subject?.kind !== 'group' || verb?.kind !== 'verb') continue
    const { lemma } = host.group
    if (lexicon.saying.has(`${lemma}/noun`)) continue
    // "A deal that the clan concluded with the army provides …": a noun with a content of its own, where the verb lacks an object.
    const [with_, partner] = [chunks[skipOn(chunks, i + 3)], chunks[skipOn(chunks, i + 3) + 1]]
    const made = verb.verb.open && with_?.kind === 'preposition' && partner?.kind === 'group'
    // "an understanding that the two clans reached last month": a verb that only supports the noun lacks it.
    const supports = lexicon.light.get(verb.verb.lemma)?.some((l) => l.link === 'O') && verb.verb.open
    if (supports && lexicon.governors.has(`${lemma}/noun`) && with_?.kind !== 'group' && with_?.kind !== 'verb') {
      ;(c as { kind: string }).kind = 'relative'
      continue
    }
    if (lexicon.governors.has(`${lemma}/noun`) && !(made && kindOf(partner.group) === 'actor')) continue
    if (!opensClause(chunks, i - 1)) continue
    const behind = chunks.slice(skipOn(chunks, i + 2) + 1).findIndex((x) => x.kind === 'verb' || isComma(x) || isAnd(x))
    const main = chunks[skipOn(chunks, i + 2) + 1 + behind]
    if (behind >= 0 && main?.kind === 'verb' && main.verb.form === 'finite') (c as { kind: string }).kind = 'relative'
  }
}
/**
 * "the arrest of two men accused of theft": a verb that always has an object has none here, though a phrase or the end of
 * the clause stands where it would be. Not behind a subject that stands right behind its object ("rifles the clan seized").
 */
function lacksItsObject(chunks: readonly Chunk[], i: number, lexicon: Lexicon): boolean {
  const c = chunks[i]!
  if (c.kind !== 'verb' || !lexicon.transitive.has(c.verb.lemma)) return false
  const at = skipOn(chunks, i + 1)
  const next = chunks[at]
  const g = skipBack(chunks, i - 1)
  const opener = chunks[skipBack(chunks, g - 1)]
  if (opener?.kind === 'group' || opener?.kind === 'relative') return false
  if (next?.kind === 'group') return next.group.classes.includes('time') || newClause(chunks, i, lexicon)
  // "vowed in a tape released on Friday to strike"
  if (next?.kind === 'verb' && next.verb.form === 'infinitive') return true
  if (next?.kind !== 'preposition' || shiftedObject(chunks, at)) return false
  // "freed up the line": such a word may belong to the verb.
  const behind = chunks[at + 1]
  const place = behind?.kind === 'group' && kindOf(behind.group) === 'place'
  return next.role !== 'place' || place || !lexicon.readings.get(next.norm)?.some((r) => r.pos === 'particle')
}

/** "the minister said in a statement issued Friday": a paper in which something is said does nothing itself. */
function describesPaper(chunks: readonly Chunk[], i: number, lexicon: Lexicon): boolean {
  const noun = skipBack(chunks, i - 1)
  const paper = chunks[noun]
  if (paper?.kind !== 'group' || !paper.group.classes.some((k) => k === 'statement' || k === 'document')) return false
  const preposition = skipBack(chunks, noun - 1)
  const says = chunks[skipBack(chunks, preposition - 1)]
  return (
    chunks[preposition]?.kind === 'preposition' &&
    says?.kind === 'verb' &&
    lexicon.saying.has(`${says.verb.lemma}/verb`)
  )
}

/** "speaks of training provided to the group by": the noun stands behind a preposition. */
function inPhrase(chunks: readonly Chunk[], i: number): boolean {
  return chunks[skipBack(chunks, skipBack(chunks, i - 1) - 1)]?.kind === 'preposition'
}
const isNonFinite = (c: Chunk | undefined) =>
  c?.kind === 'verb' && (c.verb.form === 'gerund' || c.verb.form === 'infinitive')
/** "denied, in a note circulated on Friday, that": between two commas, behind a preposition and its noun. */
function inInsertedPhrase(chunks: readonly Chunk[], i: number): boolean {
  const noun = skipBack(chunks, i - 1)
  const preposition = skipBack(chunks, noun - 1)
  if (chunks[preposition]?.kind !== 'preposition' || !isComma(chunks[preposition - 1])) return false
  const next = chunks.slice(i + 1).find((x) => x.kind === 'verb' || x.kind === 'relative' || isComma(x))
  return isComma(next)
}
/** Whether the noun before stands behind "by" and a passive with its auxiliary. */
function behindDoer(chunks: readonly Chunk[], i: number): boolean {
  const by = skipBack(chunks, skipBack(chunks, i - 1) - 1)
  const p = chunks[by]
  const verb = chunks[skipBack(chunks, by - 1)]
  return (
    p?.kind === 'preposition' && p.role === 'agent' && verb?.kind === 'verb' && verb.verb.passive && !verb.verb.open
  )
}
/** "The miners, it said, asked for arms": a saying between commas, with the subject before it. */
function behindSaying(chunks: readonly Chunk[], close: number, lexicon: Lexicon): boolean {
  const at = skipBack(chunks, close - 1)
  const verb = chunks[at]
  if (verb?.kind !== 'verb' || verb.verb.passive || !lexicon.saying.has(`${verb.verb.lemma}/verb`)) return false
  const teller = skipBack(chunks, at - 1)
  return chunks[teller]?.kind === 'group' && isComma(chunks[teller - 1]) && chunks[teller - 2]?.kind === 'group'
}

/** Whether no verb stands between the beginning of the clause and this chunk. */
function opensClause(chunks: readonly Chunk[], i: number): boolean {
  for (let k = i - 1; k >= 0; k--) {
    const x = chunks[k]!
    if (x.kind === 'verb') return false
    if (x.kind === 'subordinator' || x.kind === 'relative' || x.kind === 'punctuation') return true
  }
  return true
}

/** "helped the group assemble", "let the driver go": a bare form behind the object of a verb that controls it. */
function bareInfinitives(chunks: readonly Chunk[], lexicon: Lexicon): void {
  for (const [i, c] of chunks.entries()) {
    if (c.kind !== 'verb' || !c.verb.base || c.verb.form !== 'finite') continue
    let j = skipBack(chunks, i - 1)
    // "let a boat with five men cross": over the phrases of the object.
    while (chunks[j]?.kind === 'group' && chunks[skipBack(chunks, j - 1)]?.kind === 'preposition')
      j = skipBack(chunks, skipBack(chunks, j - 1) - 1)
    const host = chunks[skipBack(chunks, j - 1)]
    if (chunks[j]?.kind === 'verb' && lexicon.control.get((chunks[j] as VerbChunk).verb.lemma) !== undefined)
      c.verb.form = 'infinitive'
    if (
      chunks[j]?.kind === 'group' &&
      host?.kind === 'verb' &&
      lexicon.control.get(host.verb.lemma) === 'object' &&
      !lexicon.saying.has(`${host.verb.lemma}/verb`)
    )
      c.verb.form = 'infinitive'
  }
}

/** "left 12 dead and 30 wounded": a number behind "and" and what became of them, under a verb of two words. */
function resultative(chunks: readonly Chunk[], i: number): boolean {
  const j = skipBack(chunks, i - 1)
  const group = chunks[j]
  const and = skipBack(chunks, j - 1)
  if (group?.kind !== 'group' || group.group.quantity === undefined || !isAnd(chunks[and])) return false
  const host = chunks[skipBack(chunks, and - 1)]
  const verb =
    host?.kind === 'group' || host?.kind === 'adverb' || host?.kind === 'adjective' ? before(chunks, and) : host
  return verb?.kind === 'verb' && verb.verb.lemma.includes(' ')
}
function before(chunks: readonly Chunk[], i: number): Chunk | undefined {
  for (let k = i - 1; k >= 0; k--) if (chunks[k]!.kind === 'verb') return chunks[k]
  return undefined
}

/** ", a team set up last year, bombed": said by the way, and the main verb stands right behind the closing comma. */
function closesAside(chunks: readonly Chunk[], i: number): boolean {
  const comma = skipBack(chunks, skipBack(chunks, i - 1) - 1)
  if (!isComma(chunks[comma])) return false
  // "On Monday, in Marib, twelve men set free …": behind a fronted phrase the sentence itself begins.
  const described = skipBack(chunks, comma - 1)
  const phrase = chunks[skipBack(chunks, described - 1)]?.kind === 'preposition' && opensClause(chunks, described)
  if (described < 0 || phrase) return false
  for (let k = i + 1; k < chunks.length; k++) {
    const x = chunks[k]!
    if (isComma(x)) {
      const next = chunks[skipOn(chunks, k + 1)]
      return next?.kind === 'verb' && next.verb.form === 'finite'
    }
    if (x.kind === 'verb' || x.kind === 'punctuation') return false
  }
  return false
}

/** "Under a truce signed at dawn, …": the noun before stands in a phrase that opens the clause and is no subject. */
function inFrontedPhrase(chunks: readonly Chunk[], i: number): boolean {
  let j = skipBack(chunks, i - 1)
  while (chunks[j]?.kind === 'group') {
    const k = skipBack(chunks, j - 1)
    const p = chunks[k]
    if (p?.kind !== 'preposition') return false
    const before = skipBack(chunks, k - 1)
    if (before < 0) return true
    j = before
  }
  return isComma(chunks[j]) ? false : chunks[j]?.kind === 'subordinator'
}

function passiveHeadline(c: VerbChunk): void {
  c.verb.passive = true
}
