import type { Mention, Span } from '../model/index.js'
import type { Analysis, Functions, NounGroup, Predicate, Sentence } from './analysis.js'
import type { Candidate, Party } from './candidate.js'
import { emptySlots } from './frames/slots.js'

/** Builders of the phrase layer's output by hand: the steps after it are tested without it, in words that read like a report. */

/** A group over the first `words` of the text at or after `from`; head and lemma are its last word unless told. */
export function group(text: string, words: string, more: Partial<NounGroup> = {}, from = 0): NounGroup {
  const start = text.indexOf(words, from)
  if (start < 0) throw new Error(`'${words}' is not in '${text}'`)
  const span = { start, end: start + words.length }
  const lemma = words.toLowerCase().split(' ').at(-1)!
  return { ...span, head: span, lemma, classes: [], definite: false, modifiers: [], ...more }
}

export function functions(more: Partial<Functions> = {}): Functions {
  return { S: [], O: [], O2: [], G: [], X: [], P: {}, ...more }
}

/** A finite past verb over `words`; its clause runs from the first to the last of its groups. */
export function predicate(text: string, words: string, more: Partial<Predicate> = {}, from = 0): Predicate {
  const start = text.indexOf(words, from)
  if (start < 0) throw new Error(`'${words}' is not in '${text}'`)
  const span = { start, end: start + words.length }
  const f = more.functions ?? functions()
  const spans: Span[] = [span, ...f.S, ...f.O, ...f.O2, ...f.G, ...f.X, ...Object.values(f.P).flat()]
  return {
    index: 0,
    lemma: words.split(' ').at(-1)!,
    pos: 'verb',
    span,
    clause: { start: Math.min(...spans.map((s) => s.start)), end: Math.max(...spans.map((s) => s.end)) },
    functions: f,
    passive: false,
    negated: false,
    definite: true,
    form: 'finite',
    tense: 'past',
    modality: [],
    ...more,
  }
}

/** A sentence; its predicates are numbered in the order given, its groups are those of the predicates and more. */
export function sentence(span: Span, predicates: Predicate[], more: Partial<Sentence> = {}): Sentence {
  predicates.forEach((p, index) => {
    p.index = index
  })
  const groups = predicates.flatMap(({ functions: { S, O, O2, G, X, P } }) => [
    ...[S, O, O2, G, X].flat(),
    ...Object.values(P).flat(),
  ])
  return {
    start: span.start,
    end: span.end,
    index: 0,
    paragraph: 0,
    heading: false,
    words: [],
    groups: [...groups].sort((a, b) => a.start - b.start),
    predicates,
    times: [],
    quotes: [],
    ...more,
  }
}

export function analysis(text: string, sentences: Sentence[], mentions: Mention[] = []): Analysis {
  sentences.forEach((s, index) => {
    s.index = index
  })
  return { text, language: 'en', mentions, sentences }
}

/** A mention of the first `words`, known to the packs where an entity is given. */
export function mention(text: string, words: string, kind: Mention['kind'], entity?: string): Mention {
  const start = text.indexOf(words)
  const id = entity ?? words.toLowerCase()
  return { id, text: words, kind, entities: entity ? [entity] : [], start, end: start + words.length }
}

/** A candidate that a predicate gives; parties as groups. */
export function candidate(
  of: Sentence,
  p: Predicate,
  more: Omit<Partial<Candidate>, 'slots'> & { slots?: Partial<Record<keyof Candidate['slots'], NounGroup[]>> } = {},
): Candidate {
  const { slots, ...rest } = more
  const parties = Object.entries(slots ?? {}).map(([k, gs]) => [k, gs.map((g): Party => ({ group: g }))])
  return {
    type: 'attack',
    rule: 'en/attack#test',
    sentence: of,
    predicate: p,
    slots: { ...emptySlots(), ...Object.fromEntries(parties) },
    counts: {},
    time: null,
    status: 'asserted',
    chain: [],
    links: [],
    support: [],
    confidence: 0.8,
    ...rest,
  }
}
