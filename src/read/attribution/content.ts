import { covers, type Span } from '../../model/index.js'
import type { Predicate, Sentence } from '../analysis.js'
import type { SayingKind } from './grammar.js'

/**
 * What is said: the clauses that the predicate governs as content, and quotations that touch its clause; from the first
 * to the last of them. A relation of governing runs on through the governed ones, but not through what another says.
 */
export function contentOf(
  sentence: Sentence,
  p: Predicate,
  kind?: SayingKind,
  isOther: (q: Predicate) => boolean = () => false,
): Span | null {
  const governed = new Set<number>([p.index])
  let scope: Span | null = null
  for (let grew = true; grew; ) {
    grew = false
    for (const q of sentence.predicates) {
      if (governed.has(q.index) || (q.span.start > p.span.end && isOther(q))) continue
      const told = isNamed(q, p) || isDescribed(q, p)
      if (!told && (q.governor === undefined || !governed.has(q.governor.predicate))) continue
      if (!told && q.governor?.predicate === p.index && !(kind === 'reply' ? SAID : CONTENT).has(q.governor.as))
        continue
      // "…, a spokesman said in a statement": what stands behind a saying that closes its sentence is not said.
      if (!told && q.pos === 'noun' && scope && scope.end <= p.span.start && q.span.start >= p.span.end) continue
      governed.add(q.index)
      scope = scope
        ? { start: Math.min(scope.start, q.clause.start), end: Math.max(scope.end, q.clause.end) }
        : { ...q.clause }
      grew = true
    }
  }
  if (scope && scope.end <= p.clause.start && p.pos === 'verb') scope.start = startOfSpeech(sentence, scope)
  const colon = colonBehind(sentence, p)
  if (colon) scope = scope ? { start: Math.min(scope.start, colon.end), end: sentence.end } : null
  if (scope && scope.start >= p.span.end)
    scope.end = Math.max(scope.end, endOfSpeech(sentence, p, governed, kind, isOther))
  // "…," the clan's spokesman, Adam Tal, said: the clause begins where its speaker does.
  const start = Math.min(p.clause.start, ...p.functions.S.map((x) => (x.apposed ?? x).start))
  for (const quote of sentence.quotes) {
    // 'told the paper "Al-Jisr" …': a name tells nothing.
    if (!sentence.predicates.some((q) => covers(quote, q.span))) continue
    const near = Math.min(Math.abs(quote.start - p.clause.end), Math.abs(start - quote.end)) <= 4
    if (near || (quote.start >= p.clause.start && quote.end <= p.clause.end)) {
      scope = scope ? { start: Math.min(scope.start, quote.start), end: Math.max(scope.end, quote.end) } : { ...quote }
    }
  }
  return scope
}

/** "described the man as the head of the clan", "named him as a gunner": what somebody is said to be. */
export function saidToBe(p: Predicate, capacity: ReadonlySet<string>): Span | null {
  const called = Object.keys(p.functions.P).some((f) => capacity.has(f)) && p.functions.O.length > 0
  return called && p.pos === 'verb' ? { start: p.clause.start, end: p.clause.end } : null
}

/** An event noun in the verb's object ("announced the release"). */
const isNamed = (q: Predicate, { functions }: Predicate) =>
  q.pos === 'noun' && functions.O.some((o) => o.start <= q.span.start && q.span.end <= o.end)

/** "speaks of rifles sold by the clan", "described soldiers beating a man": what is told of is described by what was done to it, or what it did. */
function isDescribed(q: Predicate, p: Predicate): boolean {
  if (q.governor?.as !== 'relative' || q.governor.predicate !== p.index || q.span.start < p.span.end) return false
  // "described a camp at which recruits are drilled": a thing that was seen, by what is done there.
  const behind = q.form === 'finite' && p.functions.O.length > 0 && q.functions.S.every((s) => s.start > p.span.end)
  const own = [...q.functions.S, ...q.functions.O].some((x) => p.functions.O.some((o) => o.start === x.start))
  if (behind && !own && p.pos === 'verb') return true
  const described = q.form === 'participle' ? q.functions.O : q.form === 'gerund' ? q.functions.S : []
  return described.some((o) => p.functions.O.some((x) => x.start <= o.start && o.end <= x.end))
}

/** "It is not so, said the sheikh: …": a colon right behind the saying and its speaker. */
function colonBehind(sentence: Sentence, p: Predicate): Span | undefined {
  const colon = p.form === 'finite' ? sentence.words.find((w) => w.norm === ':' && w.start >= p.span.end) : undefined
  return colon && colon.start <= p.clause.end + 1 ? colon : undefined
}

/** What stands before a saying that closes its sentence is said, from the sentence's beginning or its last semicolon. */
function startOfSpeech(sentence: Sentence, scope: Span): number {
  const stop = sentence.words.findLast((w) => w.norm === ';' && w.end <= scope.start)
  return stop ? stop.end : sentence.start
}

/**
 * What follows a verb of saying is said, to the end of the sentence, unless another main clause begins: one that the saying
 * itself hangs on ("While X says …, Y …") or that is coordinated with it or with one above it ("X denied what Y had told,
 * and said …").
 */
export function endOfSpeech(
  sentence: Sentence,
  p: Predicate,
  governed: ReadonlySet<number>,
  kind?: SayingKind,
  isOther: (q: Predicate) => boolean = () => false,
): number {
  const breaks = sentence.predicates.filter(
    (q) =>
      !governed.has(q.index) &&
      q.span.start > p.span.end &&
      (p.governor?.predicate === q.index ||
        isOther(q) ||
        (q.governor?.as === 'conjunct' && hangsOn(p, q.governor.predicate, sentence)) ||
        ((p.pos === 'noun' || kind === 'deny') && saysMore(q, p, sentence))),
  )
  // "A said that …; B said that …": behind a semicolon another speaks.
  const stop = sentence.words.find((w) => w.norm === ';' && w.start >= p.span.end)
  const another = stop && sentence.predicates.some((q) => !governed.has(q.index) && speaksAnew(q, p, stop.end))
  return Math.min(sentence.end, ...breaks.map((q) => q.clause.start), ...(another ? [stop.start] : []))
}

/** Whether a predicate is the one at `index`, or stands in what that one says. */
function hangsOn(p: Predicate, index: number, sentence: Sentence): boolean {
  if (p.index === index) return true
  const above = p.governor && CONTENT.has(p.governor.as) ? sentence.predicates[p.governor.predicate] : undefined
  return above !== undefined && above.span.start < p.span.start && hangsOn(above, index, sentence)
}

/** The same verb of saying, or one that governs a clause of content, with a subject of its own behind a place. */
const speaksAnew = (q: Predicate, p: Predicate, from: number) =>
  q.pos === 'verb' &&
  q.form === 'finite' &&
  q.span.start >= from &&
  q.lemma === p.lemma &&
  q.functions.S.some((s) => s.start >= from)

/**
 * «نقل عن الضابط نفيه التسليم، مؤكدا أن …», «نفت الأركان سقوط المعسكر، مؤكدة أن …»: a participle beside the noun, or under the
 * verb that denies, with a clause of content of its own.
 */
const saysMore = (q: Predicate, p: Predicate, { predicates }: Sentence) =>
  q.form === 'participle' &&
  q.governor !== undefined &&
  q.governor.predicate === (p.pos === 'noun' ? p.governor?.predicate : p.index) &&
  predicates.some((x) => x.governor?.predicate === q.index && (x.governor.as === 'content' || accuses(q, x)))

/** «نفى التسليم، متهما الجيش بقصف البلدة»: what whoever denies charges another with, who stands between. */
const accuses = (q: Predicate, act: Predicate) =>
  act.governor?.as === 'object' && act.pos === 'noun' && q.functions.O.some((x) => x.end <= act.span.start)

/** «بينما تقول مصادر إن …، هاجم المسلحون …»: behind the pause the clause goes on that the sentence itself tells. */
export function beforeMain(
  said: Span,
  { span }: Predicate,
  { words, predicates }: Sentence,
  whereas: ReadonlySet<string>,
): Span {
  const [first, second] = words
  const opens = [first, first?.pos === 'conjunction' ? second : undefined].some((w) => w && whereas.has(w.norm))
  const before = words.filter((w) => w.end <= span.start)
  if (!opens || before.length > 2) return said
  const main = predicates.find(
    (q) => q.form === 'finite' && q.span.start > said.start && PAUSE.test(wordBefore(q.span.start, words)),
  )
  return main && main.span.start < said.end ? { start: said.start, end: main.span.start } : said
}
const PAUSE = /^[,،]$/u
const wordBefore = (at: number, words: Sentence['words']) => words.findLast((w) => w.end <= at)?.norm ?? ''

const CONTENT = new Set(['content', 'complement', 'object', 'of'])
/** One "responds by doing" without saying anything. */
const SAID = new Set(['content'])
