import type { Mention } from '../../../model/index.js'
import type { Agreement } from '../../analysis.js'
import type { Group } from './group.js'
import type { Lexicon } from './lexicon.js'
import { assemble, PEOPLE, TITLES } from './noun-heads.js'
import { countedAt } from './quantity.js'
import { isQuoteMark, type Token } from './token.js'

/** What noun groups are built from. */
export interface GroupContext {
  lexicon: Lexicon
  mentions: readonly Mention[]
}

/** The noun group that begins at a token, and the index behind it; null where none begins. */
export function nounGroupAt(
  tokens: readonly Token[],
  from: number,
  context: GroupContext,
): { group: Group; next: number } | null {
  let possessor: Group | undefined
  let at = from
  let first = tokens[from]
  for (;;) {
    const part = simpleGroup(tokens, at, context, possessor, first)
    if (!part) return null
    const mark = tokens[part.next]
    const owns =
      mark &&
      ((mark.pos === 'particle' && mark.role === 'possessive') ||
        (isApostrophe(mark) &&
          part.group.plural !== false &&
          /s$/.test(tokens[part.next - 1]!.norm) &&
          !isApostrophe(tokens[part.next + 1]))) &&
      continues(tokens[part.next + 1])
    if (!owns) return part
    possessor = part.group
    at = part.next + 1
    first = tokens[at]
  }
}

/** A word for two that counts all there are: both. */
const isBothOf = ({ value, norm }: Token, { lexicon }: GroupContext) =>
  value?.kind === 'dual' && lexicon.readings.get(norm)?.some((r) => r.role === 'definite')

const isApostrophe = (t: Token | undefined) => t !== undefined && t.pos === 'punctuation' && /^['’]$/u.test(t.text)
const continues = (t: Token | undefined) =>
  t !== undefined && ['noun', 'name', 'adjective', 'number', 'determiner', 'time', 'verb', 'adverb'].includes(t.pos)

/** Determiners, number, modifiers, head. */
function simpleGroup(
  tokens: readonly Token[],
  from: number,
  context: GroupContext,
  possessor: Group | undefined,
  _first: Token | undefined,
): { group: Group; next: number } | null {
  let i = from
  let definite = possessor !== undefined
  let negative = false
  let single = false
  let oneOf = false
  let owner = possessor
  let quantity: Group['quantity']
  const pronoun = tokens[i]
  if (pronoun?.pos === 'pronoun') return { group: pronounGroup(pronoun), next: i + 1 }
  for (; i < tokens.length; i++) {
    const t = tokens[i]!
    const counted = countedAt(tokens, i)
    if (counted) {
      if (counted.quantity) quantity = counted.quantity
      // "both sides": the only two there are.
      if (i === from && isBothOf(t, context)) definite = true
      i = counted.next - 1
    } else if (t.pos === 'determiner') {
      // "43,000 dollars a month", "24 men their lives": behind a number an article begins a group of its own.
      const rate = t.role === 'indefinite' && tokens[i + 1]?.pos === 'noun' && isTimeUnit(tokens[i + 1]!, context)
      if (quantity && (rate || t.role === 'possessive')) break
      if (t.role === 'possessive') {
        owner = possessivePronoun(t)
        definite = true
      } else if (t.role === 'definite') definite = true
      else if (t.role === 'negative') negative = true
      else if (t.role === 'indefinite') single = true
      else if (t.role === 'one') oneOf = true
    } else if (t.pos === 'time' && possessor === undefined && i === from && isPossessive(tokens[i + 1])) {
      // "Sunday's attack": the day is a circumstance, not an owner.
      i++
    } else if (t.pos === 'time' && i > from && tokens[i + 1] && ['noun', 'adjective'].includes(tokens[i + 1]!.pos)) {
    } else break
  }
  // "some of them"
  const whole = tokens[i]
  if (i === from + 1 && tokens[from]!.words.length > 1 && whole?.pos === 'pronoun' && AGREEMENT[whole.role ?? ''])
    return { group: { ...pronounGroup(whole), start: tokens[from]!.start }, next: i + 1 }
  const items: Token[] = []
  // 'an "Ostby spy network"': what the article announces stands in quotation marks.
  const quoted = i > from && isQuoteMark(tokens[i]) && ['noun', 'name', 'adjective'].includes(tokens[i + 1]?.pos ?? '')
  if (quoted) i++
  const start = i
  // "two others": the number counts them, and they are named by nothing else.
  if (quantity && tokens[i]?.pos === 'pronoun' && tokens[i]!.role === 'counted') i++
  for (; i < tokens.length; i++) {
    const t = tokens[i]!
    if (t.pos === 'adjective' || t.pos === 'noun' || t.pos === 'name') items.push(t)
    else if (t.pos === 'adverb' && tokens[i + 1]?.pos === 'adjective' && i === start) continue
    // "the last five men", and not "gave the Red Cross five men": behind a name a number begins a group of its own.
    else if (t.pos === 'number' && items.at(-1)?.pos === 'adjective' && tokens[i + 1]?.pos === 'noun') continue
    else if (
      (t.pos === 'conjunction' || t.text === ',') &&
      items.at(-1)?.pos === 'adjective' &&
      (tokens[i + 1]?.pos === 'adjective' ? headFollows(tokens, i + 1) : isTwoPurpose(tokens, i))
    )
      continue
    // 'the local "Ostby" movement': the article's noun stands behind the name in quotation marks.
    else if (
      isQuoteMark(t) &&
      items.at(-1)?.pos === 'name' &&
      tokens[i + 1]?.pos === 'noun' &&
      isOpenQuote(tokens, from, i)
    )
      continue
    else if (/^["“”'‘’]$/u.test(t.text) && items.length > 0 && tokens[i + 1]?.pos === 'name') continue
    else if (tiesNames(tokens, i) || (t.pos === 'conjunction' && sharesHead(tokens, i, context))) continue
    else if (t.pos === 'conjunction' && !definite && items.length === 1 && bothDescribe(tokens, i, context)) continue
    else if (t.pos === 'conjunction' && sharesEvent(tokens, i, context)) {
      items.push({ ...items.pop()!, pos: 'adjective' })
      continue
    } else break
    // Nothing but a name goes on after a name's own end or a plural common noun.
    const last = items.at(-1)!
    const next = tokens[i + 1]
    if (
      last.pos === 'noun' &&
      last.plural &&
      next?.pos === 'noun' &&
      !next.capital &&
      last.form !== 'gerund' &&
      (isPeople(last, context) || (quantity !== undefined && isTimeUnit(last, context)))
    ) {
      i++
      break
    }
    // "Within a day Ostby fighters had …": nor does one of a unit behind a preposition.
    const stretch = tokens[from - 1]?.pos === 'preposition' && tokens[from]?.role === 'indefinite'
    if (stretch && items.length === 1 && last.pos === 'noun' && isTimeUnit(last, context) && next?.capital) {
      i++
      break
    }
    // "In July of that year Ostby Guards freed …": a stretch of time does not describe a name.
    if (last.pos === 'noun' && isTimeUnit(last, context) && next?.pos === 'name' && definite) {
      i++
      break
    }
    if (last.pos === 'noun' && next?.pos === 'adjective' && !next.capital) {
      i++
      break
    }
    // "for their freedom the Band …", "At these talks the Band …": a body's name does not stand behind a noun that says nothing of what it is.
    if (
      (owner || (definite && last.plural)) &&
      last.pos === 'noun' &&
      isBody(next, context) &&
      saysOther(last, context)
    ) {
      i++
      break
    }
    if (last.pos === 'name' && next?.pos === 'adjective' && !nounAfter(tokens, i + 1)) {
      i++
      break
    }
  }
  while (items.length > 1 && items.at(-1)!.pos === 'adjective' && items.at(-2)!.pos !== 'adjective') {
    items.pop()
    i--
  }
  if (items.length === 0) {
    if (!quantity && i === from) return null
    if (!quantity)
      return i > from && tokens[from]!.pos === 'determiner' && !NEVER_ALONE.test(tokens[from]!.role ?? '')
        ? { group: bare(tokens, from, i), next: i }
        : null
    const group = bare(tokens, from, i)
    const sum = tokens.slice(from, i).some((t) => t.role === 'money')
    const what = sum ? SUM : isClock(tokens, from, i) ? HOUR : NUMBER_OF_PEOPLE
    return { group: { ...group, quantity, definite, pronoun: undefined as never, ...what }, next: i }
  }
  // A lone adjective is a predicate ("set them free"), unless an article or a number makes it people ("the wounded").
  if (items.every((t) => t.pos === 'adjective') && start === from && !owner) return null
  const group = assemble(items, tokens, from, i, context)
  group.definite ||= definite
  if (quantity) group.quantity = quantity
  // "eight Ostbyans": several who bear a name that no list knows are people.
  if (quantity && isNamedInPlural(group)) group.classes = ['person', 'name']
  if (negative) group.negative = true
  // "one of the gunmen": one of those whom the noun tells of in the plural.
  if (oneOf) delete group.plural
  if ((single || oneOf) && !group.plural && !quantity) group.single = true
  if (owner) {
    group.possessor = owner
    group.of ??= owner
    group.start = Math.min(group.start, owner.start)
  }
  // 'the leader “Abu Salim” and his men': the mark that closes a name goes with it.
  const closes = isQuoteMark(tokens[i]) && (quoted || isOpenQuote(tokens, start, i))
  return { group, next: closes ? i + 1 : i }
}

const isNamedInPlural = ({ classes, lemma, plural }: Group) =>
  classes.includes('name') && classes.includes('group') && (plural === true || /s$/u.test(lemma)) && !/\s/u.test(lemma)

const isOpenQuote = (tokens: readonly Token[], from: number, to: number) => tokens.slice(from, to).some(isQuoteMark)
/** "the Orvale–Ostby road": a dash that touches the names on both sides. */
const tiesNames = (tokens: readonly Token[], i: number): boolean => {
  const [before, dash, after] = [tokens[i - 1], tokens[i]!, tokens[i + 1]]
  return (
    dash.pos === 'punctuation' &&
    /^[–—-]$/.test(dash.text) &&
    before?.pos === 'name' &&
    after?.pos === 'name' &&
    before.end === dash.start &&
    dash.end === after.start
  )
}
/** "the Orvale and Ostby districts": two names before the plural noun that both describe. */
const sharesHead = (tokens: readonly Token[], i: number, { lexicon }: GroupContext): boolean => {
  const [before, name, head] = [tokens[i - 1], tokens[i + 1], tokens[i + 2]]
  if (before?.pos !== 'name' || before.plural || name?.pos !== 'name' || !head?.plural || head.pos !== 'noun')
    return false
  return (lexicon.classes.get(head.lemma) ?? []).some((c) => c === 'place' || c === 'area')
}

/** "on military and security posts": an adjective and a noun that both describe the plural noun behind them. */
const isTwoPurpose = (tokens: readonly Token[], i: number): boolean => {
  const [mark, second, head] = [tokens[i]!, tokens[i + 1], tokens[i + 2]]
  return (
    mark.pos === 'conjunction' &&
    second?.pos === 'noun' &&
    !second.plural &&
    head?.pos === 'noun' &&
    head.plural === true
  )
}

/** "military and police officers", "an army and police post": two bodies before the noun that both describe. */
const bothDescribe = (tokens: readonly Token[], i: number, { lexicon }: GroupContext): boolean => {
  const [before, after, head] = [tokens[i - 1], tokens[i + 1], tokens[i + 2]]
  const classes = (t: Token | undefined) => lexicon.classes.get(t?.lemma ?? '') ?? []
  const body = (t: Token | undefined) => t?.pos === 'noun' && !t.plural && classes(t).includes('group')
  // "army and security forces": two bodies of their own.
  const describe = body(before) && body(after)
  return describe && head?.pos === 'noun' && (!classes(head).includes('group') || classes(head).includes('convoy'))
}

/** "security and intelligence cooperation": two nouns before a third, each of which is one word with it. */
const sharesEvent = (tokens: readonly Token[], i: number, { lexicon }: GroupContext): boolean => {
  const [before, after, head] = [tokens[i - 1], tokens[i + 1], tokens[i + 2]]
  const one = (t: Token | undefined) =>
    t !== undefined && !t.plural && lexicon.eventNouns.has(`${t.norm} ${head?.lemma}`)
  // "rifles, intelligence and logistical support": the last of what is listed stands alone.
  const listed = tokens[i - 2]?.text === ',' && !one(tokens[i - 3])
  return head?.pos === 'noun' && !listed && one(before) && one(after)
}

/** "their", "only", "at least": determiners that never stand for the noun themselves. */
const NEVER_ALONE = /^(?:possessive|about|at-)/
const isPossessive = (t: Token | undefined) => (t?.pos === 'particle' && t.role === 'possessive') || isApostrophe(t)
/** "gave the fighters ammunition": people in the plural do not describe the noun behind them. */
const isPeople = (t: Token, { lexicon }: GroupContext) =>
  (lexicon.classes.get(t.lemma) ?? []).some((c) => PEOPLE.has(c))
/** "After five hours commandos …": a counted stretch of time does not describe the noun behind it. */
const isTimeUnit = (t: Token, { lexicon }: GroupContext) => (lexicon.classes.get(t.lemma) ?? []).includes('time')
const isBody = (t: Token | undefined, { mentions }: GroupContext) =>
  t?.mention !== undefined && mentions[t.mention]?.kind === 'actor'
const saysOther = (t: Token, { lexicon }: GroupContext) =>
  lexicon.classes.get(t.lemma)?.every((c) => !TITLES.has(c)) ?? false
const headFollows = (tokens: readonly Token[], i: number): boolean => {
  for (let j = i; j < tokens.length && j < i + 4; j++) {
    const p = tokens[j]!.pos
    if (p === 'noun' || p === 'name') return true
    if (p !== 'adjective' && p !== 'conjunction') return false
  }
  return false
}
const nounAfter = (tokens: readonly Token[], i: number): boolean => {
  for (let j = i; j < tokens.length; j++) {
    if (tokens[j]!.pos === 'noun') return true
    if (tokens[j]!.pos !== 'adjective') return false
  }
  return false
}

const SUM = { classes: ['money'], lemma: 'sum' }
const HOUR = { classes: ['time'], lemma: 'hour' }
const NUMBER_OF_PEOPLE = { classes: ['person'], lemma: 'number' }

/** "at 2230", "at 5:40": four figures of a day's hours and minutes. */
const CLOCK = /^(?:[01]?\d:|2[0-3]:|[01]\d|2[0-3])[0-5]\d$/
const isClock = (tokens: readonly Token[], from: number, to: number) =>
  to === from + 1 && tokens[from - 1]?.norm === 'at' && CLOCK.test(tokens[from]!.norm)

function bare(tokens: readonly Token[], from: number, to: number): Group {
  const start = tokens[from]!.start
  const end = tokens[to - 1]!.end
  return {
    start,
    end,
    head: { start, end },
    lemma: tokens[from]!.norm,
    classes: [],
    definite: true,
    modifiers: [],
    premodifiers: [],
    pronoun: { person: 3 },
  }
}

const AGREEMENT: Record<string, Agreement> = {
  '3sm': { person: 3, number: 'singular', gender: 'masculine' },
  '3sf': { person: 3, number: 'singular', gender: 'feminine' },
  '3s': { person: 3, number: 'singular' },
  '3p': { person: 3, number: 'plural' },
  '1p': { person: 1, number: 'plural' },
  '1s': { person: 1, number: 'singular' },
  '2': { person: 2 },
}
function pronounGroup(t: Token): Group {
  const role = t.role?.replace('self-', '') ?? ''
  const agreement = AGREEMENT[role] ?? {}
  const classes =
    t.role === 'any' || t.role === 'counted' || t.role === 'none' || /^(?:1|2|3s[mf])/.test(role) ? ['person'] : []
  const group: Group = {
    start: t.start,
    end: t.end,
    head: { start: t.start, end: t.end },
    lemma: t.norm,
    classes,
    definite: true,
    modifiers: [],
    premodifiers: [],
  }
  if (t.role === 'none') group.negative = true
  if (t.role === 'latter' || t.role === 'former') group.classes = [t.role, 'group']
  if (t.lemma === 'anybody') group.anybody = true
  if (t.lemma === 'mutual') group.mutual = true
  if (AGREEMENT[role]) group.pronoun = agreement
  // The list of function words says so in the column of lemmas.
  if (t.lemma === 'subject') group.nominative = true
  return group
}
/** The list of function words gives a possessive's person, number and gender as its lemma. */
const possessivePronoun = (t: Token): Group => pronounGroup({ ...t, role: t.lemma })
