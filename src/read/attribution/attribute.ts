import { covers, type Document, type Hop, type Span } from '../../model/index.js'
import { fold } from '../../text/index.js'
import type { Analysis, NounGroup } from '../analysis.js'
import type { Candidate } from '../candidate.js'
import { type Attribution, findAttributions } from './find.js'
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
  const outer = documentHops(document, g)
  let last: Told | null = null
  let carried: Told[] = []
  for (const [i, sentence] of analysis.sentences.entries()) {
    const told: Told[] = []
    for (const attribution of findAttributions(sentence, analysis.mentions, g)) {
      const hops = hopsOf(document.text, attribution, analysis, last, g)
      if (hops.length === 0) continue
      told.push({ attribution, hops })
      if (!isEmbedded(attribution, told)) last = { attribution, hops }
    }
    if (told.length > 0) carried = told.slice(0, 1)
    else if (!goesOn(analysis.sentences[i - 1], sentence)) carried = []
    for (const c of candidates.filter((x) => x.sentence === sentence)) {
      const over = told.filter(
        (t) => t.attribution.predicate !== c.predicate && covers(t.attribution.scope, first(c.predicate.span)),
      )
      const applied = told.length > 0 ? over : carried
      c.chain = distinctHops([...outer, ...applied.flatMap((t) => t.hops)])
      const attributions = applied.map((t) => t.attribution)
      c.status = statusOf(c.status, c.predicate, sentence, attributions, g)
      claimOwnAct(c, attributions)
    }
  }
}

const first = (s: Span): Span => ({ start: s.start, end: s.start + 1 })
const isEmbedded = (a: Attribution, told: readonly Told[]) =>
  told.some(
    (t) => t.attribution !== a && t.attribution.scope.start <= a.cue.start && a.cue.end <= t.attribution.scope.end,
  )

function documentHops(document: Document, g: AttributionGrammar): Hop[] {
  const hops: Hop[] = []
  if (document.credit) {
    const entity = g.entityOf(document.credit)
    hops.push({ name: document.credit, kind: 'agency', ...(entity ? { entity } : {}) })
  }
  if (document.author) hops.push({ name: document.author, kind: 'author' })
  return hops
}

function hopsOf(text: string, a: Attribution, analysis: Analysis, last: Told | null, g: AttributionGrammar): Hop[] {
  const speaker = a.speakers[0]
  if (!speaker) return last?.hops ?? []
  if (last && refersBack(speaker, last)) return last.hops
  const hop = (x: NounGroup) => hopOf(text, x, a.sentence, analysis.mentions, a.cue, g)
  const told = [a.addressee, speaker, a.quoted].filter((x) => x !== undefined)
  return told.filter((x, i) => told.indexOf(x) === i).map(hop)
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

/** One transmitter named twice on the way is one hop. */
function distinctHops(hops: readonly Hop[]): Hop[] {
  const same = (a: Hop, b: Hop) => (a.entity !== undefined && a.entity === b.entity) || fold(a.name) === fold(b.name)
  return hops.filter((h, i) => hops.findIndex((x) => same(x, h)) === i)
}
