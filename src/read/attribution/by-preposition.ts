import type { Mention, Span } from '../../model/index.js'
import type { NounGroup, Predicate, Sentence } from '../analysis.js'
import { hasClass } from '../frames/classes.js'
import { allGroups } from '../names/walk.js'
import type { Attribution } from './find.js'
import type { AttributionGrammar } from './grammar.js'
import { quotedOf } from './quoted.js'
import { sayingOf } from './saying.js'
import { canSpeak, isAccount, isAct, isTitle, passesOn, speaks, tellersFrom } from './speakers.js'

/** Transmitters behind a word for "according to": "by accounts of …", «وفق …», «على حد قوله». */
export function byPreposition(sentence: Sentence, mentions: readonly Mention[], g: AttributionGrammar): Attribution[] {
  const out: Attribution[] = []
  if (!sentence.words.some((w) => g.according.has(w.norm) || w.norm.includes(' '))) return out
  // A word list may hold a preposition of several words as one word or as several.
  const pieces = sentence.words.flatMap((w) =>
    w.norm.split(' ').map((norm) => ({ norm, pos: w.pos, start: w.start, end: w.end })),
  )
  for (let i = 0; i < pieces.length; i++) {
    const form = g.according.get(pieces[i]!.norm)?.find((f) => f.every((w, k) => pieces[i + k]?.norm === w))
    if (!form) continue
    const last = pieces[i + form.length - 1]!
    const cue = { start: pieces[i]!.start, end: last.end }
    i += form.length - 1
    // "The raids are attributed to the clan": whoever is said to have done it told nothing.
    if (sentence.predicates.some((p) => isAscribed(p, cue, g))) continue
    const said = g.whatIsSaid.has(pieces[i + 1]?.norm ?? '') || g.whatIsSaid.has(last.norm)
    const scope = insertedScope(cue, sentence) ?? betweenSemicolons(cue, sentence)
    // «على حد قوله», "by his account": whoever spoke before.
    if (pieces[i + 1]?.pos === 'pronoun' && pieces[i + 1]!.start === last.end) {
      // «بموجبها»: a deal binds, and tells nothing.
      if (form.length === 1 && g.terms.some(([t]) => t === form[0])) continue
      out.push({ sentence, speakers: [], cue, kind: 'say', scope })
      continue
    }
    // «على ما يسميه التجار «الطريق»», «بموجب ما اتفق عليه»: the place of a thing is no account, nor is what was agreed.
    if (said && !isSaidBehind(cue.end, sentence, g) && (g.within.has(form[0]!) || g.terms.some(([t]) => t === form[0])))
      continue
    const right = said ? undefined : groupRightBehind(last.end, sentence)
    // «وفق معلومات حصلت عليها الصحيفة من مصادر»: from whom they are, or who has them.
    const told = right && !right.definite && right.mention === undefined && !right.of && hasClass(right, WORDS, g.tree)
    const end = told ? right.end : last.end
    const obtained = sentence.predicates.find((p) => p.span.start >= end && p.span.start - end <= 1)
    // «وفق ما ذكره وسيط من أعيان المنطقة»: of whoever speaks, "from" says what he is.
    const speaking = said && obtained !== undefined && !isLearning(obtained, sentence, g)
    const [from] = obtained?.passive || speaking ? [] : tellersFrom(obtained, mentions, g)
    const has = told ? obtained?.functions.S[0] : undefined
    // «وفق ما علمته الصحيفة من مصدر»
    const learns = said && from ? obtained?.functions.S.find((x) => passesOn(x, mentions)) : undefined
    const holder =
      has && (from ? speaks(has, g) && !passesOn(has, mentions) : passesOn(has, mentions)) ? has : undefined
    const words = right && tellerOfWords(right, sentence, g)
    if (!words && g.basing.some((f) => f.join(' ') === form.join(' '))) continue
    const group = from ?? words ?? (said ? tellerBehind(cue.end, sentence, mentions, g) : right)
    if (!group || !canSpeak(group, mentions, g) || (isAct(group, sentence, g) && !isAccount(group, sentence, g)))
      continue
    // «وفق شهادات جمعتها المنظمة من نازحين»: through whoever gathered them.
    const gathered = holder && from ? holder : undefined
    const addressee = learns ?? (said ? addresseeBehind(group, sentence, mentions, g) : gathered ? undefined : holder)
    const speakers = gathered ? [gathered] : (group.members ?? [group])
    const quoted = gathered ? group : citedBy(group, sentence, g)
    out.push({
      ...(g.citing.some((c) => c.join(' ') === form.join(' ')) ? { cited: true as const } : {}),
      sentence,
      speakers,
      cue,
      kind: 'say',
      scope,
      ...(addressee ? { addressee } : {}),
      ...(quoted ? { quoted } : {}),
    })
  }
  return out
}

/** Whether the first word of a cue is a finite passive that ascribes an act to somebody. */
const isAscribed = ({ form, passive, span, lemma, pos }: Predicate, cue: Span, g: AttributionGrammar) =>
  form === 'finite' &&
  passive &&
  span.start <= cue.start &&
  cue.start < span.end &&
  g.saying.get(`${lemma}/${pos}`) === 'attribute'

/** Whether a verb is none of saying, or one of hearing something: «علم», «سمع». */
const isLearning = (p: Predicate, sentence: Sentence, g: AttributionGrammar) => {
  const kind = sayingOf(p, sentence, g) ?? g.saying.get(`${p.lemma}/${p.pos}`)
  return kind === undefined || kind === 'learn'
}

/** "A was freed; B died, according to …": a teller behind a semicolon tells nothing of what stands before it. */
export function betweenSemicolons(cue: Span, { words, start, end }: Sentence): Span {
  const stop = words.findLast((w) => w.norm === ';' && w.end <= cue.start)
  return { start: stop?.end ?? start, end }
}

/** So many words at most stand between the commas that set a teller off: "…, according to the ambulance service, …". */
const SET_OFF = 7

/**
 * «استولت على البلدة بعد هجوم أدى، بحسب الأمم المتحدة، إلى مقتل …»: a teller put in between commas behind the verb that describes
 * an act tells of that act, where the main clause only dates itself by it.
 */
function insertedScope(cue: Span, sentence: Sentence): Span | undefined {
  const i = sentence.words.findIndex((w) => w.start >= cue.start)
  const isComma = (norm: string | undefined) => norm === ',' || norm === '،'
  const closes = sentence.words.slice(i, i + SET_OFF).findIndex((w) => isComma(w.norm))
  if (!isComma(sentence.words[i - 1]?.norm) || closes < 0) return undefined
  const before = sentence.words[i - 2]
  const told = sentence.predicates.find((p) => p.pos === 'verb' && p.governor?.as === 'relative' && touches(p, before))
  const host = told && sentence.predicates[told.governor!.predicate]
  const passing = host?.pos === 'noun' && host.governor?.as === 'adverbial' && host.span.start < told!.span.start
  return passing ? { start: host.span.start, end: sentence.end } : undefined
}

/** Whether the verb, or a preposition with its pronoun right behind it, ends at the word. */
const touches = ({ span }: Predicate, word: { start: number; end: number } | undefined) =>
  word !== undefined && span.start <= word.start && word.end - span.end <= 5

/** "according to the daily, which cites an audit": what stands behind the transmitter in turn. */
function citedBy(group: NounGroup, sentence: Sentence, g: AttributionGrammar): NounGroup | undefined {
  const cites = sentence.predicates.find(
    (p) => p.functions.S.some((s) => s.start === group.start) && sayingOf(p, sentence, g) === 'quote',
  )
  return cites && quotedOf(cites, 'quote', g)
}

/** "based on interviews with nine residents", "testimony from three detainees": whose words they are. */
function tellerOfWords(words: NounGroup, sentence: Sentence, g: AttributionGrammar): NounGroup | undefined {
  if (!hasClass(words, WORDS, g.tree) || words.mention !== undefined) return undefined
  if (words.of && speaks(words.of, g)) return words.of
  const joins = sentence.words.find((w) => w.start >= words.end)
  const behind = sentence.groups.find((x) => joins && x.start >= joins.end && x.start - joins.end <= 1)
  const from = joins?.pos === 'preposition' && (g.from.has(joins.norm) || g.company.has(joins.norm))
  return from && behind && speaks(behind, g) ? behind : undefined
}
const WORDS = ['statement', 'information', 'talks']

/** With what it is inside of: "in the words of a member" is one phrase to the grammar. */
const groupRightBehind = (end: number, sentence: Sentence) =>
  allGroups(sentence)
    .filter((x) => x.start >= end - 1 && x.start <= end + 3)
    .sort((a, b) => a.start - b.start || b.end - a.end)[0]

/** Whether the word right behind says something: «على ما أفاد شهود». */
const isSaidBehind = (end: number, sentence: Sentence, g: AttributionGrammar) =>
  sentence.predicates.some((p) => p.span.start >= end && p.span.start - end <= 2 && sayingOf(p, sentence, g))

/** How far behind "according to what" its teller may stand. */
const TELLER = 60

/** "according to what local sources reported", «وفق ما أوردته وكالة …»: the next that is known to speak. */
const tellerBehind = (end: number, sentence: Sentence, mentions: readonly Mention[], g: AttributionGrammar) =>
  sentence.groups
    .filter((x) => x.start >= end && x.start - end <= TELLER && !x.pronoun && speaks(x, g) && canSpeak(x, mentions, g))
    // «وبحسب ما نُشر فإن الحركة خطفت …»: whoever acts in a clause of its own tells nothing.
    .filter((x) => !actsApart(x, end, sentence, g))
    .sort((a, b) => a.start - b.start || b.end - a.end)[0]

const actsApart = (x: NounGroup, from: number, sentence: Sentence, g: AttributionGrammar) => {
  const clauses = sentence.predicates.filter((p) => p.pos === 'verb' && p.form === 'finite' && p.span.start >= from)
  const [, next] = clauses.toSorted((a, b) => a.span.start - b.span.start)
  return next && !sayingOf(next, sentence, g) && (next.functions.S.includes(x) || x.start > next.span.start)
}

/** The outlet told in such a clause: "… what sources told X", «ما أفادت به مصادر لـ…». */
function addresseeBehind(
  teller: NounGroup,
  sentence: Sentence,
  mentions: readonly Mention[],
  g: AttributionGrammar,
): NounGroup | undefined {
  // «ما نشره الموقع نقلا عن الصحيفة»: whoever is cited was told nothing.
  const cites = sentence.words.find(
    (w) => w.start >= teller.end && g.citing.some((f) => w.norm === f.join(' ') || w.norm === f[0]),
  )
  const end = Math.min(teller.end + TELLER, cites?.start ?? sentence.end)
  return sentence.groups.find(
    (x) => x.start >= teller.end && x.start <= end && (passesOn(x, mentions) || isTitle(x, sentence, mentions)),
  )
}
