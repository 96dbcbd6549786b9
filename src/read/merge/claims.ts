import {
  type Claim,
  type ClaimLink,
  claimId,
  covers,
  cut,
  type Document,
  type Mention,
  overlapping,
  SLOTS,
  type Slot,
  type Span,
} from '../../model/index.js'
import { wholeWords } from '../../text/index.js'
import type { Candidate } from '../candidate.js'
import { fillers } from './filler.js'
import { DONE_TO } from './not-by-themselves.js'

/** Turns joined candidates into claims of the contract: spans for every part, ids, links. */
export function toClaims(document: Document, mentions: readonly Mention[], candidates: readonly Candidate[]): Claim[] {
  const made = new Map<Candidate, Claim>()
  for (const c of candidates) made.set(c, toClaim(document, mentions, c))
  for (const [candidate, claim] of made) {
    claim.links = candidate.links.flatMap((l): ClaimLink[] => {
      const target = made.get(l.candidate)
      return target && target !== claim ? [{ kind: l.kind, claim: target.id }] : []
    })
  }
  const byId = new Map<string, Claim>()
  for (const claim of made.values()) if (!byId.has(claim.id)) byId.set(claim.id, claim)
  return [...byId.values()].sort((a, b) => a.evidence.start - b.evidence.start || a.id.localeCompare(b.id))
}

function toClaim(document: Document, mentions: readonly Mention[], c: Candidate): Claim {
  const { text } = document
  const slots = Object.fromEntries(
    SLOTS.map((s: Slot) => {
      const all = c.slots[s].flatMap((p) => fillers(text, mentions, p, s === 'agents')).filter(distinct)
      return [s, PARTIES.has(s) ? onceNamed(all, mentions, c.sentence) : all]
    }),
  ) as Record<Slot, Claim['agents']>
  if (DONE_TO.has(c.type)) slots.counterparts = slots.counterparts.map((f) => notTheDoers(f, slots.agents, mentions))
  const claim: Omit<Claim, 'id'> = {
    type: c.type,
    ...(c.mode ? { mode: c.mode } : {}),
    status: c.status,
    ...slots,
    time: c.time ? { ...cut(text, c.time), from: c.time.from, to: c.time.to, precision: c.time.precision } : null,
    counts: Object.fromEntries(
      Object.entries(c.counts).flatMap(([k, q]) => (q ? [[k, { ...cutWords(text, q), min: q.min, max: q.max }]] : [])),
    ),
    chain: c.chain,
    links: [],
    evidence: cut(text, wholeWords(text, evidence(c))),
    support: [{ ...c.predicate.span, for: 'trigger' }, ...c.support],
    rule: c.rule,
    confidence: Math.round(c.confidence * 100) / 100,
  }
  return { id: claimId(document.id, claim), ...claim }
}

/** "The Front ambushed their convoy", «وقُتل ثمانية من عناصره»: what only a pronoun gives to whoever strikes is not struck as his. */
function notTheDoers(f: Claim['agents'][number], agents: Claim['agents'], mentions: readonly Mention[]) {
  const isNamed = overlapping(mentions, f).some(({ id }) => id === f.mention)
  if (isNamed || !agents.some(({ mention }) => mention === f.mention)) return f
  const { entity: _, ...rest } = f
  return { ...rest, mention: `${f.start}-${f.end}` }
}

const distinct = (f: Claim['agents'][number], i: number, all: Claim['agents']) =>
  all.findIndex((g) => g.start === f.start && g.end === f.end) === i

const PARTIES = new Set<Slot>(['agents', 'counterparts'])

/** «ميليشيا الحوثي» of the sentence and «الحوثيين» of the headline: a body that is named twice is one party, as the sentence calls it. */
function onceNamed(all: Claim['agents'], mentions: readonly Mention[], sentence: Span): Claim['agents'] {
  if (all.length < 2) return all
  const isName = (f: Claim['agents'][number]) =>
    overlapping(mentions, f).some((m) => m.start === f.start && m.id === f.mention && m.kind === 'actor')
  const here = (f: Span) => f.start >= sentence.start && f.end <= sentence.end
  const names = all.filter(isName)
  return all.filter((f) => {
    if (!isName(f)) return true
    const same = names.filter((x) => x.mention === f.mention)
    return f === (same.find(here) ?? same[0])
  })
}

/** A number's words without the space behind them. */
function cutWords(text: string, { start, end }: Span) {
  const words = text.slice(start, end)
  return cut(text, { start, end: start + words.trimEnd().length })
}

/**
 * The clause that states the event, with the words of its sentence that give its numbers; the sentence where the clause is
 * a mere fragment.
 */
function evidence(c: Candidate): Span {
  const { clause } = c.predicate
  const { sentence } = c
  if (!covers(sentence, clause) || clause.end - clause.start < 20) return { start: sentence.start, end: sentence.end }
  const numbers = Object.values(c.counts).filter((q) => q && covers(sentence, q)) as Span[]
  const told = [...numbers, ...numbers.flatMap((q) => countedWith(c, q))]
  return {
    start: Math.min(clause.start, ...told.map(({ start }) => start)),
    end: Math.max(clause.end, ...told.map(({ end }) => end)),
  }
}

/** What is counted, and the clause that counts it: "18 wounded", "rose to 16 dead and 18 wounded". */
function countedWith({ sentence, support }: Candidate, number: Span): Span[] {
  const clauses = support.filter((s) => s.for === 'casualties')
  return [...sentence.groups, ...clauses].filter((span) => covers(span, number) && covers(sentence, span))
}
