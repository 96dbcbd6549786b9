import type { Mention, Span } from '../../model/index.js'
import type { NounGroup, Predicate, Sentence } from '../analysis.js'
import type { AttributionGrammar, SayingKind } from './grammar.js'

/** One act of passing on: who, by which words, and over what it reaches. */
export interface Attribution {
  sentence: Sentence
  /** Empty where the clause names nobody and the last speaker goes on. */
  speakers: NounGroup[]
  /** "told the agency": the one who was told, if it passes things on itself. */
  addressee?: NounGroup
  /** "quoted X", «نقلت عن X»: the one who is passed on, innermost of this act. */
  quoted?: NounGroup
  cue: Span
  kind: SayingKind
  /** Predicate of saying; absent for "according to". */
  predicate?: Predicate
  scope: Span
}

/** All attributions of a sentence, outer ones first. */
export function findAttributions(
  sentence: Sentence,
  mentions: readonly Mention[],
  g: AttributionGrammar,
): Attribution[] {
  return [...bySaying(sentence, mentions, g), ...byPreposition(sentence, g), ...byColon(sentence, mentions, g)].sort(
    (a, b) => b.scope.end - b.scope.start - (a.scope.end - a.scope.start) || a.cue.start - b.cue.start,
  )
}

function bySaying(sentence: Sentence, mentions: readonly Mention[], g: AttributionGrammar): Attribution[] {
  return sentence.predicates.flatMap((p): Attribution[] => {
    const kind = g.saying.get(`${p.lemma}/${p.pos}`)
    if (!kind || p.negated) return []
    const speakers = speakersOf(p)
    // Nobody named: whoever spoke before goes on («وأضاف أن», "adding that"); a passive names nobody at all.
    if (speakers.length === 0 && (p.passive || p.pos === 'noun')) return []
    const scope = contentOf(sentence, p) ?? scopeOfHost(sentence, p, g)
    if (!scope) return []
    const quoted = kind === 'quote' ? quotedOf(p, g) : undefined
    const addressee = addresseeOf(sentence, p, scope, mentions)
    return [
      {
        sentence,
        speakers,
        cue: p.span,
        kind,
        predicate: p,
        scope,
        ...(addressee && addressee !== quoted ? { addressee } : {}),
        ...(quoted ? { quoted } : {}),
      },
    ]
  })
}

function speakersOf(p: Predicate): NounGroup[] {
  const group = p.functions.S.length > 0 ? p.functions.S : p.pos === 'noun' ? [...p.functions.X, ...p.functions.G] : []
  return group.flatMap((s) => s.members ?? [s]).filter((s) => !s.classes.includes('time'))
}

/** "reported, citing officials, that …": the citing reaches as far as the saying that it hangs on. */
function scopeOfHost(sentence: Sentence, p: Predicate, g: AttributionGrammar): Span | null {
  const host = p.governor && sentence.predicates[p.governor.predicate]
  if (!host || !g.saying.has(`${host.lemma}/${host.pos}`)) return null
  return contentOf(sentence, host)
}

function quotedOf(p: Predicate, g: AttributionGrammar): NounGroup | undefined {
  const behind = [...g.quoted].flatMap((f) => p.functions.P[f] ?? [])
  return [...behind, ...p.functions.O].find((x) => !x.classes.includes('time'))
}

/** How far behind the verb the one told may begin: a preposition and a quotation mark. */
const NEXT = 8
const PASSES_ON = new Set(['outlet', 'agency', 'newspaper'])
function addresseeOf(
  sentence: Sentence,
  p: Predicate,
  scope: Span,
  mentions: readonly Mention[],
): NounGroup | undefined {
  // Between the verb and what is said stands nobody but the one who is told.
  const between = sentence.groups.filter(
    (x) => x.start >= p.span.end && x.start - p.span.end <= NEXT && x.end <= scope.start,
  )
  const all = [...p.functions.O, ...p.functions.O2, ...Object.values(p.functions.P).flat(), ...between].filter(
    (x) => !p.functions.S.includes(x),
  )
  return all.find((s) => passesOn(s, mentions) || isTitle(s, sentence, mentions))
}

const passesOn = (s: NounGroup, mentions: readonly Mention[]) =>
  s.classes.some((c) => PASSES_ON.has(c)) || (s.mention !== undefined && mentions[s.mention]?.kind === 'outlet')

/** A name between quotation marks that no pack knows, told something: a paper, a site or a channel («العربي الجديد»). */
function isTitle(s: NounGroup, sentence: Sentence, mentions: readonly Mention[]): boolean {
  const mention = s.mention === undefined ? undefined : mentions[s.mention]
  if (mention && (mention.entities.length > 0 || mention.kind === 'person')) return false
  const span = mention ?? s
  return sentence.quotes.some((q) => Math.abs(q.start - span.start) <= 1 && Math.abs(q.end - span.end) <= 1)
}

/**
 * What is said: the clauses that the predicate governs as content, and quotations that touch its clause; from the first
 * to the last of them. A relation of governing runs on through the governed ones, but not through another saying.
 */
export function contentOf(sentence: Sentence, p: Predicate): Span | null {
  const governed = new Set<number>([p.index])
  let scope: Span | null = null
  for (let grew = true; grew; ) {
    grew = false
    for (const q of sentence.predicates) {
      if (governed.has(q.index)) continue
      const told = q.pos === 'noun' && p.functions.O.some((o) => o.start <= q.span.start && q.span.end <= o.end)
      if (!told && (q.governor === undefined || !governed.has(q.governor.predicate))) continue
      if (!told && q.governor?.predicate === p.index && !CONTENT.has(q.governor.as)) continue
      governed.add(q.index)
      scope = scope
        ? { start: Math.min(scope.start, q.clause.start), end: Math.max(scope.end, q.clause.end) }
        : { ...q.clause }
      grew = true
    }
  }
  if (scope && scope.start >= p.span.end) scope.end = Math.max(scope.end, endOfSpeech(sentence, p, governed))
  for (const quote of sentence.quotes) {
    const near = Math.min(Math.abs(quote.start - p.clause.end), Math.abs(p.clause.start - quote.end)) <= 4
    if (near || (quote.start >= p.clause.start && quote.end <= p.clause.end)) {
      scope = scope ? { start: Math.min(scope.start, quote.start), end: Math.max(scope.end, quote.end) } : { ...quote }
    }
  }
  return scope
}
/**
 * What follows a verb of saying is said, to the end of the sentence, unless another main clause begins: one that the saying
 * itself hangs on ("While X says …, Y …") or is coordinated with.
 */
function endOfSpeech(sentence: Sentence, p: Predicate, governed: ReadonlySet<number>): number {
  const breaks = sentence.predicates.filter(
    (q) =>
      !governed.has(q.index) &&
      q.span.start > p.span.end &&
      (p.governor?.predicate === q.index || (q.governor?.predicate === p.index && q.governor.as === 'conjunct')),
  )
  return Math.min(sentence.end, ...breaks.map((q) => q.clause.start))
}

const CONTENT = new Set(['content', 'complement', 'object', 'of'])

function byPreposition(sentence: Sentence, g: AttributionGrammar): Attribution[] {
  const out: Attribution[] = []
  // A word list may hold a preposition of several words as one word or as several.
  const pieces = sentence.words.flatMap((w) => w.norm.split(' ').map((norm) => ({ norm, start: w.start, end: w.end })))
  for (let i = 0; i < pieces.length; i++) {
    const form = g.according.find((f) => f.every((w, k) => pieces[i + k]?.norm === w))
    if (!form) continue
    const last = pieces[i + form.length - 1]!
    const group = sentence.groups
      .filter((x) => x.start >= last.end - 1 && x.start <= last.end + 3)
      .sort((a, b) => a.start - b.start || b.end - a.end)[0]
    if (!group) continue
    const cue = { start: pieces[i]!.start, end: last.end }
    out.push({
      sentence,
      speakers: group.members ?? [group],
      cue,
      kind: 'say',
      scope: { start: sentence.start, end: sentence.end },
    })
    i += form.length - 1
  }
  return out
}

/** "Security source: …", «مصدر أمني: …»: whoever stands alone before a colon says what follows it. */
function byColon(sentence: Sentence, mentions: readonly Mention[], g: AttributionGrammar): Attribution[] {
  const colon = sentence.words.find((w) => w.norm === ':')
  if (!colon) return []
  const group = sentence.groups.find(
    (x) => x.start - sentence.start <= 1 && colon.start - x.end <= 1 && x.end <= colon.start,
  )
  if (!group || sentence.predicates.some((p) => p.span.start < colon.start)) return []
  const named = group.mention === undefined ? undefined : mentions[group.mention]?.kind
  const transmits =
    g.hopKinds.some(([cls]) => group.classes.includes(cls)) ||
    named === 'actor' ||
    named === 'person' ||
    named === 'outlet'
  if (!transmits) return []
  return [
    {
      sentence,
      speakers: group.members ?? [group],
      cue: colon,
      kind: 'say',
      scope: { start: colon.end, end: sentence.end },
    },
  ]
}
