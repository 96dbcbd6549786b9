import { covers, type Document, type Hop, type Mention, type Span } from '../../model/index.js'
import type { Analysis, Sentence } from '../analysis.js'
import type { Candidate } from '../candidate.js'
import { type Attribution, findAttributions } from './find.js'
import type { AttributionGrammar } from './grammar.js'
import { hopOf } from './hop.js'
import { statusOf } from './status.js'

/**
 * Gives every candidate its chain and status. Within a sentence a transmitter reaches the clauses it governs; over the
 * following sentences it reaches on while an open quotation, an enumeration or a word of going on ("the sources added")
 * shows that it still speaks; a mark on the whole document (a credited agency, an author) stands outermost.
 */
export function attribute(
  document: Document,
  analysis: Analysis,
  candidates: readonly Candidate[],
  g: AttributionGrammar,
): void {
  const found = new Map<Sentence, Attribution[]>()
  for (const s of analysis.sentences) found.set(s, findAttributions(s, analysis.mentions, g))
  const outer = documentHops(document)
  const reach = reachOver(analysis, found)
  for (const c of candidates) {
    const own = found.get(c.sentence) ?? []
    const over = own.filter((a) => a.predicate !== c.predicate && covers(a.scope, middle(c.predicate.span)))
    const inherited = over.length === 0 ? (reach.get(c.sentence) ?? []) : []
    const applied = [...inherited, ...over]
    const hops = applied.flatMap((a) => hopsOf(document.text, a, analysis.mentions, g))
    c.chain = distinctHops([...outer, ...hops])
    c.status = statusOf(c.status, c.predicate, c.sentence, applied, g)
    claimOwnAct(c, applied)
  }
}

const middle = (s: Span): Span => ({ start: s.start, end: s.start + 1 })

function documentHops(document: Document): Hop[] {
  const hops: Hop[] = []
  if (document.credit) hops.push({ name: document.credit, kind: 'agency' })
  if (document.author) hops.push({ name: document.author, kind: 'author' })
  return hops
}

function hopsOf(text: string, a: Attribution, mentions: readonly Mention[], g: AttributionGrammar): Hop[] {
  const outer = a.addressee ? [hopOf(text, a.addressee, mentions, a.cue, g)] : []
  const speaker = a.speakers[0]
  return speaker ? [...outer, hopOf(text, speaker, mentions, a.cue, g)] : outer
}

/** One transmitter named twice on the way is one hop. */
function distinctHops(hops: readonly Hop[]): Hop[] {
  const key = (h: Hop) => h.entity ?? h.name
  return hops.filter((h, i) => hops.findIndex((x) => key(x) === key(h)) === i)
}

/**
 * Attributions that run on into a sentence with none of its own: the one before it held an open quotation, or it goes on
 * in the same list of items. Anything else is the outlet's own voice.
 */
function reachOver(analysis: Analysis, found: ReadonlyMap<Sentence, Attribution[]>): Map<Sentence, Attribution[]> {
  const reach = new Map<Sentence, Attribution[]>()
  let carried: Attribution[] = []
  for (const [i, s] of analysis.sentences.entries()) {
    const own = found.get(s) ?? []
    const before = analysis.sentences[i - 1]
    if (own.length > 0) {
      const widest = own[0]!
      carried = [widest]
      continue
    }
    const quoted =
      before !== undefined && s.quotes.some((q) => before.quotes.some((b) => b.end === q.end || q.start < s.start))
    const listed = s.words[0]?.pos === 'number' || s.words[0]?.classes.includes('ordinal') === true
    if (carried.length > 0 && (quoted || listed)) reach.set(s, carried)
    else carried = []
  }
  return reach
}

/** Whoever says of himself that he attacked claims responsibility; his word is the news and no link of its chain. */
function claimOwnAct(c: Candidate, applied: readonly Attribution[]): void {
  if (c.type !== 'attack') return
  const speaker = applied.at(-1)?.speakers[0]
  if (!speaker) return
  const self = c.slots.agents.some((p) => {
    const named = p.group.referents?.find((r) => r !== p.group) ?? p.group
    return named === speaker || (named.mention !== undefined && named.mention === speaker.mention)
  })
  if (!self) return
  c.type = 'responsibility-claim'
  c.chain = c.chain.slice(0, -1)
  c.slots.objects = [...c.slots.objects, ...c.slots.counterparts]
  c.slots.counterparts = []
  if (c.status === 'alleged') c.status = 'asserted'
}
