import type { Government } from '../../analysis.js'
import type { Clause, ClauseState } from './clause-state.js'
import type { Draft } from './draft.js'
import { eventsOf } from './event-nouns.js'
import { antecedentFor, lastGroup } from './relative-clauses.js'

/** Words that open a clause: content, manner, time, condition, relative pronouns. */

/** Opens the clause that a subordinator introduces, under what governs it. */
export function readSubordinator(s: ClauseState, i: number): void {
  const { tok } = s.chunks[i]!
  const role = tok.reading.role ?? 'adverbial'
  const main = s.clause.verbs[0] ?? s.lastFinite()
  // «لم يعرف كيف هاجموا القرية»: what is asked about a fact leaves it one, though nobody knows.
  const unknown = role === 'how' && main?.negated === true
  if (role === 'condition' || role === 'question' || ifBefore(s, i)) {
    s.open({ supposed: true, ...(main && { governor: { draft: main, as: 'adverbial', by: tok.norm } }) })
  } else if (role === 'content' && isApodosis(s, i)) {
    s.open({})
  } else if (role === 'content' || role === 'not-content' || (role === 'how' && !unknown)) {
    const opening = openingOf(s, i)
    const again = s.conjunction && s.told.findLast((t) => t.opening === opening)?.governor
    const host = again?.draft ?? contentHost(s, i)
    const as = host && s.lexicon.saying.has(`${host.lemma}/${host.pos}`) ? 'content' : 'complement'
    const governor = again ?? (host && { draft: host, as: as as Government, by: tok.norm })
    if (governor) s.told.push({ governor, opening })
    s.open(governor ? { governor } : {})
    // «بألا تهاجم»: "that … not" in one word.
    if (role === 'not-content') s.negation = tok
  } else if (role === 'according' || role === 'manner') {
    const next: Partial<Clause> = {
      according: true,
      ...(main && { governor: { draft: main, as: 'adverbial', by: tok.norm } }),
    }
    if (isInserted(s, i)) s.interrupt(next)
    else s.open(next)
  } else if (role === 'contrast') {
    s.open(main ? { governor: { draft: main, as: 'conjunct', by: tok.norm } } : {})
  } else if (role === 'until' && s.clause.verbs.some((d) => s.lexicon.saying.has(`${d.lemma}/verb`))) {
    // «أشار إلى أن …» says something; «قاتل إلى أن …» ends somewhere.
    const host = s.clause.verbs.findLast((d) => s.lexicon.saying.has(`${d.lemma}/verb`))!
    s.open({ governor: { draft: host, as: 'content', by: tok.norm } })
  } else {
    const as: Government = role === 'purpose' ? 'purpose' : role === 'return' ? 'return' : 'adverbial'
    s.open(main ? { governor: { draft: main, as, by: tok.norm } } : {})
  }
}

/** Kinds of saying by which one also passes on what was told before, if nothing else is said: «كما أعلن المتحدث». */
export const PASSES_ON = new Set([
  'say',
  'report',
  'announce',
  'confirm',
  'admit',
  'observe',
  'believe',
  'claim',
  'learn',
  'quote',
])
/** Words that a verb of saying has before what it tells of: «كشف عن وصول», «أفاد بضبط». */
const TOLD_BY = new Set(['about', 'means', 'to'])

/**
 * «نفت الحكومة التسليم، كما نفت …», «كما أعلن الجيش إسقاط طائرة»: before a verb that has its own content the word for "as" only
 * adds a clause; without it the clause says who told the one before.
 */
export function isAlso(s: ClauseState, i: number): boolean {
  const verb = s.chunks[i + 1]
  if (s.chunks[i]!.tok.reading.role !== 'manner' || verb?.kind !== 'verb') return false
  const kind = s.lexicon.saying.get(`${verb.tok.reading.lemma}/verb`)
  if (kind === undefined || !PASSES_ON.has(kind)) return true
  for (let k = i + 2; k < s.chunks.length; k++) {
    const { kind: sort, tok, group } = s.chunks[k]!
    if (sort === 'stop' || sort === 'verb' || sort === 'relative') return false
    if (sort === 'subordinator') return tok.reading.role === 'content'
    if (!group || eventsOf(group, s.toks, s.lexicon).length === 0) continue
    const before = s.chunks[k - 1]!
    if (before.kind === 'preposition' ? TOLD_BY.has(before.tok.reading.role ?? '') : k > i + 2) return true
  }
  return false
}

/** «ومع أن أحدا لم يعلن …، فإن المدير اتهم …»: behind "then" stands the main clause, unless somebody's words go on. */
const isApodosis = (s: ClauseState, i: number) =>
  s.conjunction?.tok.reading.role === 'then' &&
  s.conjunction.tok.attached === 'before' &&
  s.chunks[i]!.tok.text.startsWith(SAID_ONLY) &&
  !s.told.some((t) => t.opening === 'said' || t.governor.as === 'content')

/** «إن قُصفت مواقعها»: right before a verb of the past «إن» is "if", where nobody has still to say anything. */
function ifBefore(s: ClauseState, i: number): boolean {
  const next = s.chunks[i + 1]
  const says = s.drafts.some((d) => d.form === 'finite' && s.lexicon.saying.get(`${d.lemma}/verb`) === 'say')
  if (says && !s.told.some((t) => t.opening === 'said')) return false
  return s.chunks[i]!.tok.text === IF && next?.kind === 'verb' && next.tok.reading.tense === 'past'
}

/** «…، كما يروي شاهد، …»: right behind the word stands a verb of saying, and a comma ends the clause. */
function isInserted(s: ClauseState, i: number): boolean {
  const verb = s.chunks[i + 1]
  if (verb?.kind !== 'verb' || !s.lexicon.saying.has(`${verb.tok.reading.lemma}/verb`)) return false
  return commaBehind(s, i + 1) !== undefined
}

/** The comma that ends the clause of the verb at `i`, if nothing but that verb's own phrases stands before it. */
function commaBehind(s: ClauseState, i: number): number | undefined {
  const end = nextComma(s, i)
  // «بحسب ما روى وجيه حضر الجلسة»: a verb right behind a noun describes it.
  const describes = (k: number) => s.chunks[k]!.kind === 'verb' && s.chunks[k - 1]?.group?.definite === false
  const breaks = (k: number) => BREAKS.has(s.chunks[k]!.kind) && !describes(k)
  for (let k = i + 1; k < (end ?? 0); k++) if (breaks(k)) return undefined
  return end
}
/** The next comma behind `i`, before any stop. */
function nextComma(s: ClauseState, i: number): number | undefined {
  const end = s.chunks.findIndex((c, k) => k > i && (c.kind === 'comma' || c.kind === 'stop'))
  return s.chunks[end]?.kind === 'comma' ? end : undefined
}
const BREAKS = new Set(['verb', 'subordinator'])

/** «بعد جولتين، يتابع الرجل، خرج الطرفان باتفاق»: between commas nothing but a verb of saying and its subject. */
export function isTelling(s: ClauseState, i: number): boolean {
  const { tok } = s.chunks[i]!
  if (s.chunks[i - 1]?.kind !== 'comma' || s.conjunction || s.lexicon.saying.get(`${tok.reading.lemma}/verb`) !== 'say')
    return false
  const teller = s.chunks[i + 1]?.group
  if (!teller || teller.pronoun || tok.reading.agreement?.number !== 'singular') return false
  const end = commaBehind(s, i)
  if (end === undefined) return false
  // «وقال المتحدث، العقيد سالم، إن …»: what is said is still to come, or a clause about the teller.
  return s.chunks.slice(end + 1).find((c) => BREAKS.has(c.kind) || c.kind === 'relative')?.kind === 'verb'
}

/** «حمّلت اللجان، وهي مجموعات محلية، الجيش المسؤولية»: between commas "and", a pronoun and what the one just named is. */
export function isAside(s: ClauseState, i: number): boolean {
  const [comma, pronoun, predicate] = [s.chunks[i - 1], s.chunks[i + 1], s.chunks[i + 2]]
  if (comma?.kind !== 'comma' || s.interrupted || s.clause.verbs.length + s.clause.events.length === 0) return false
  if (!pronoun?.group?.pronoun || pronoun.tok.attached === 'after' || predicate?.kind !== 'group') return false
  return nextComma(s, i) !== undefined
}

/** «قال إن … وإن …», «على أن يفتح … وأن يسمح»: a second clause of content hangs where the last one that began so does. */
function openingOf(s: ClauseState, i: number): string {
  const next = s.chunks[i + 1]
  if (s.chunks[i]!.tok.text.startsWith(SAID_ONLY)) return 'said'
  return next?.kind === 'verb' && next.tok.reading.tense === 'present' ? 'deed' : 'fact'
}

/** The alif with hamza below, which opens only what is said. */
const SAID_ONLY = '\u0625'
const IF = `${SAID_ONLY}\u0646`

/** What an «أن» or «إن» depends on: the noun or participle right before it, else the nearest verb that takes content. */
export function contentHost(s: ClauseState, i: number): Draft | undefined {
  // «وقال المصدر الذي طلب حجب اسمه إن …»: «إن» belongs to a verb that says, whatever clause stands between.
  if (s.chunks[i]!.tok.text.startsWith(SAID_ONLY)) {
    const said = s.drafts.findLast(
      (d) => d.form === 'finite' && s.lexicon.saying.get(`${d.lemma}/verb`) === 'say' && d.governor?.as !== 'relative',
    )
    const near = s.clause.verbs.at(-1)
    const between = s.clause.verbs.some((v) => v.governor?.as === 'relative' || v.describes)
    if (said && (between || (near && !s.lexicon.saying.has(`${near.lemma}/verb`)))) return said
  }
  let k = i - 1
  while (k >= 0 && (s.chunks[k]!.kind === 'preposition' || s.chunks[k]!.kind === 'time')) k--
  const before = s.chunks[k]?.group
  if (before) {
    const event = s.drafts.find(
      (d) => d.event?.group === before || (before.of !== undefined && d.event?.group === before.of),
    )
    if (
      event &&
      (s.lexicon.governors.has(`${event.lemma}/noun`) ||
        (s.lexicon.saying.has(`${event.lemma}/noun`) && s.clause.verbs.length === 0))
    )
      return event
  }
  const verbs = [...s.clause.verbs].reverse()
  const takes = (d: Draft) =>
    s.lexicon.saying.has(`${d.lemma}/verb`) ||
    s.lexicon.governors.has(`${d.lemma}/verb`) ||
    d.verb?.control !== undefined
  // «علم الموقع من مسؤول حضر المراسم أن …», «أقر، في اعترافات بثتها القناة، بأن …»: a clause that only describes is over.
  const nearest = verbs.find(takes)
  const carries = nearest?.O.some((g) => g.classes.some((c) => c === 'document' || c === 'statement'))
  const outer =
    nearest?.describes &&
    (carries || s.chunks[i - 1]?.kind === 'comma' || !s.lexicon.saying.has(`${nearest.lemma}/verb`))
      ? verbs.find((d) => !d.describes && d.O.length === 0 && s.lexicon.saying.has(`${d.lemma}/verb`))
      : undefined
  return outer ?? nearest ?? verbs[0] ?? conjoinedSaying(s) ?? s.clause.events.at(-1) ?? s.lastFinite()
}

/** «قال إن … وإن …»: a second content clause belongs to the verb that governs the first. */
export function conjoinedSaying(s: ClauseState): Draft | undefined {
  return s.clause.governor?.as === 'content' ? s.clause.governor.draft : undefined
}

/** «كما أوضح دبلوماسي»: the verb of saying governs the clause before it as its content. */
export function passesOn(s: ClauseState, d: Draft): void {
  if (!s.lexicon.saying.has(`${d.lemma}/verb`)) return
  d.governor = undefined
  const roots = s.drafts.filter((x) => x !== d && x.governor === undefined)
  const root = roots.find((x) => x.pos === 'verb') ?? roots[0]
  if (root) root.governor = { draft: d, as: 'content' }
}

const WHERE = new Set(['place', 'time'])

/** Notes what the next verb describes: by «الذي», «مما», «ما». */
export function readRelative(s: ClauseState, i: number): void {
  const role = s.chunks[i]!.tok.reading.role ?? ''
  // «…، ما أوقع قتيلين»: behind a comma an outcome is what the clause before led to.
  const led = s.chunks[i + 1]?.tok.reading
  const outcome =
    role === 'free' &&
    s.chunks[i - 1]?.kind === 'comma' &&
    led?.pos === 'verb' &&
    s.lexicon.classes.get(led.lemma)?.includes('outcome') === true
  if (role === 'result' || outcome) {
    const main = s.clause.verbs[0]
    s.open(main ? { governor: { draft: main, as: 'adverbial' as const, by: s.chunks[i]!.tok.norm } } : {})
    return
  }
  if (role === 'free') {
    // «في ما وراء الحدود», «ما بين البلدتين»: before a preposition of place or time the word describes no act.
    const lies = s.chunks[i + 1]
    if (lies?.kind === 'preposition' && WHERE.has(lies.tok.reading.role ?? '')) return
    s.clause.antecedent = null
    return
  }
  // «ولا تبدو الوزارة، التي أعلنت …، مستعجلة»: what is denied of somebody is not denied in what describes him.
  if (s.chunks[i - 1]?.kind === 'comma') s.negation = undefined
  const gender = role[0] === 'f' ? 'feminine' : 'masculine'
  const number = role[1] === 'p' ? 'plural' : role[1] === 'd' ? 'dual' : 'singular'
  s.clause.antecedent = antecedentFor(s, gender, number, i - 1) ?? lastGroup(s, i) ?? null
}
