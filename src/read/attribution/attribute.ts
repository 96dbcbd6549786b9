import { covers, type Document, type Hop, type Mention, type Span } from '../../model/index.js'
import { fold } from '../../text/index.js'
import type { Analysis, NounGroup, Sentence } from '../analysis.js'
import { type Candidate, candidatesBySentence } from '../candidate.js'
import { identity } from '../merge/filler.js'
import { type Attribution, findAttributions } from './find.js'
import { trailingAttribution } from './fragment.js'
import type { AttributionGrammar } from './grammar.js'
import { hopOf } from './hop.js'
import { claimOwnAct } from './own-act.js'
import { goesOn } from './reach.js'
import { statusOf } from './status.js'

/** An attribution with the hops it makes, outermost first; whoever spoke before is looked up once, in reading order. */
interface Told {
  attribution: Attribution
  hops: Hop[]
}

/**
 * Gives every candidate its chain and status. Within a sentence a transmitter reaches the clauses it governs; over the
 * following sentences it reaches on while something shows that it still speaks; a mark on the whole document (a credited
 * agency, an author) stands outermost.
 */
export function attribute(
  document: Document,
  analysis: Analysis,
  candidates: readonly Candidate[],
  g: AttributionGrammar,
): void {
  const outer = documentHops(document, analysis, g)
  const events = new Set(candidates.map((c) => c.predicate))
  const bySentence = candidatesBySentence(candidates)
  const heard: Heard[] = []
  let last: Told | null = null
  let carried: Told[] = []
  for (const [i, sentence] of analysis.sentences.entries()) {
    const trailing = trailingAttribution(sentence, analysis.mentions, g)
    if (trailing) {
      const hops: Hop[] = hopsOf(document.text, trailing, analysis, last, g)
      last = { attribution: trailing, hops }
      carried = [last]
      reachBack(heard, sentence, last)
      heard.push({ sentence, told: [last], own: true })
      continue
    }
    const told: Told[] = []
    for (const attribution of findAttributions(sentence, analysis.mentions, g)) {
      // A verb that a frame reads as the event itself ("claimed responsibility", "concluded a deal") tells nothing of another.
      if (attribution.predicate && events.has(attribution.predicate)) continue
      const hops = hopsOf(document.text, attribution, analysis, last, g)
      if (hops.length === 0) continue
      told.push({ attribution, hops })
      if (!isEmbedded(attribution, told)) last = { attribution, hops }
    }
    const own = told.length > 0
    if (own) carried = told.slice(0, 1)
    else if (!goesOn(analysis.sentences[i - 1], sentence, g.ordinals)) carried = []
    heard.push({ sentence, told: own ? told : carried, own })
  }
  for (const { sentence, told, own } of heard) {
    for (const c of bySentence.get(sentence) ?? []) {
      const applied = own ? told.filter((t) => reaches(t, c, told, analysis.mentions)) : told
      c.chain = distinctHops([...outer, ...carriersFirst(applied.flatMap((t) => t.hops))])
      const attributions = applied.map((t) => t.attribution)
      c.status = statusOf(c.status, c.predicate, sentence, attributions, g)
      claimOwnAct(c, attributions, analysis.mentions)
    }
  }
}

/** What was told in a sentence, by itself or because whoever spoke before goes on. */
interface Heard {
  sentence: Sentence
  told: Told[]
  own: boolean
}

/** A trailing attribution covers the sentences of its paragraph before it that nobody is named for. */
function reachBack(heard: Heard[], sentence: Sentence, told: Told): void {
  for (let i = heard.length - 1; i >= 0 && heard[i]!.sentence.paragraph === sentence.paragraph && !heard[i]!.own; i--) {
    heard[i]!.told = [told]
  }
}

/** Whether an attribution reaches an event of its sentence. */
function reaches(t: Told, c: Candidate, all: readonly Told[], mentions: readonly Mention[]): boolean {
  const { predicate, scope, speakers, sentence } = t.attribution
  if (sentence !== c.sentence) return true
  if (predicate === c.predicate || !covers(scope, first(c.predicate.span))) return false
  // "X indicated that A and B …, revealing a deal": the revealing is X's, though grammar gives it to A. And whoever "told
  // them about sending arms" speaks of what he does; the one who reports it is further out.
  const party = speakers[0] && identity(mentions, speakers[0])
  const bare = predicate?.form === 'gerund' || c.predicate.form === 'gerund' || c.predicate.form === 'infinitive'
  const acts = c.slots.agents.some((p) => (p.group.referents ?? [p.group]).some((g) => identity(mentions, g) === party))
  return !(bare && all.length > 1 && acts)
}

const first = (s: Span): Span => ({ start: s.start, end: s.start + 1 })
const isEmbedded = (a: Attribution, told: readonly Told[]) =>
  told.some(
    (t) => t.attribution !== a && t.attribution.scope.start <= a.cue.start && a.cue.end <= t.attribution.scope.end,
  )

function documentHops(document: Document, analysis: Analysis, g: AttributionGrammar): Hop[] {
  const hops: Hop[] = []
  if (document.credit) {
    const entity = g.entityOf(document.credit)
    hops.push({ name: document.credit, kind: 'agency', ...(entity ? { entity } : {}) })
  }
  const author = document.author ?? openingByline(analysis, g)
  if (author) hops.push({ name: author, kind: 'author' })
  return hops
}

/** Names have few words; a longer first sentence is text. */
const LONGEST_BYLINE = 7

/** "By Salem Barhut.", «بقلم …» as the first sentence of the text itself. */
function openingByline(analysis: Analysis, g: AttributionGrammar): string | undefined {
  const first = analysis.sentences[0]
  if (!first) return undefined
  const text = analysis.text.slice(first.start, first.end)
  const opening = g.bylines.find((b) => fold(text).startsWith(b))
  if (!opening || text.split(/\s+/u).length > LONGEST_BYLINE) return undefined
  const name = analysis.mentions.find((m) => m.start >= first.start && m.end <= first.end && m.kind === 'person')
  return name?.text
}

function hopsOf(text: string, a: Attribution, analysis: Analysis, last: Told | null, g: AttributionGrammar): Hop[] {
  const speaker = a.speakers[0]
  if (!speaker) return last?.hops ?? []
  if (last && refersBack(speaker, last)) return last.hops
  const hop = (x: NounGroup) => hopOf(text, x, a.sentence, analysis.mentions, a.cue, g)
  const told = [a.addressee, speaker, a.quoted].filter((x) => x !== undefined)
  const hops = told.filter((x, i) => told.indexOf(x) === i).map((x) => ({ x, made: hop(x) }))
  // Whoever is told and passes it on is an outlet, known or not.
  return hops.map(({ x, made }) => (x === a.addressee && made.kind !== 'agency' ? { ...made, kind: 'outlet' } : made))
}

/** "he", "the source", «المصادر»: the last speaker again, by the fullest name he was given. */
function refersBack(speaker: NounGroup, last: Told): boolean {
  if (speaker.pronoun) return true
  const before = last.attribution.speakers[0]
  if (!before || !speaker.definite || speaker.mention !== undefined || speaker.of) return false
  // A paper spoken of again is still its issuer's, whatever stands beside it («التقرير ذاته»).
  if (isPaper(speaker)) return isPaper(before) || before.mention !== undefined
  if (speaker.modifiers.length > 0) return false
  return speaker.lemma === before.lemma || (isSource(speaker) && isSource(before))
}
const isSource = (x: NounGroup) => x.classes.includes('source') || x.classes.includes('anonymous')

const isPaper = (x: NounGroup) => x.classes.includes('document') || x.classes.includes('statement')

/** An outlet that carries a person's words stands outside him, wherever the sentence names it ("in a statement carried by X"). */
function carriersFirst(hops: readonly Hop[]): Hop[] {
  const carries = (h: Hop) => h.kind === 'agency' || h.kind === 'outlet'
  return [...hops.filter(carries), ...hops.filter((h) => !carries(h))]
}

/** One transmitter named twice on the way is one hop. */
function distinctHops(hops: readonly Hop[]): Hop[] {
  const same = (a: Hop, b: Hop) => (a.entity !== undefined && a.entity === b.entity) || fold(a.name) === fold(b.name)
  return hops.filter((h, i) => hops.findIndex((x) => same(x, h)) === i)
}
