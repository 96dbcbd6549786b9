import { opensContent } from './tag-clauses.js'
import { finiteAhead, finiteBefore, isBoundary, startsNounPhrase } from './tag-context.js'
import { endsAsThings, isNounish } from './tag-shapes.js'
import { can, canForm, isOf, settle, type Token } from './token.js'
import { overInsertion } from './verb-insertions.js'

/**
 * Settles a function word that can be several things ("that", "to", "as", "before", "her"). False where the word is, in
 * this place, one of an open class after all.
 */
export function closedWord(tokens: Token[], i: number, heading: boolean): boolean {
  const t = tokens[i]!
  const has = (pos: Token['pos']) => can(t, pos)
  const next = tokens[i + 1]
  const prev = tokens[i - 1]
  const open = has('noun') || has('verb') || has('adjective')

  // After "to", a modal or a negation an open reading wins: "to open", "do not own".
  const bound =
    prev?.role === 'to' ||
    prev?.pos === 'negation' ||
    (prev?.pos === 'auxiliary' && /^(?:modal|do)/.test(prev.role ?? ''))
  if (bound && canForm(t, 'base') && !has('auxiliary')) return false
  // "has been using the clan": behind "be" a word in -ing is its verb.
  if (prev?.pos === 'auxiliary' && /^be/.test(prev.role ?? '') && has('preposition') && canForm(t, 'gerund'))
    return false
  if (has('auxiliary')) return auxiliary(tokens, i)
  if (has('particle') && t.readings.some((r) => r.role === 'to')) {
    settleTo(tokens, i)
    return true
  }
  if (has('particle') && t.readings.some((r) => r.role === 'possessive')) {
    settle(t, 'particle')
    return true
  }
  if (has('relative') && !has('subordinator')) {
    settle(
      t,
      prev === undefined || (prev.pos === 'punctuation' && /["“]/u.test(prev.text))
        ? has('pronoun')
          ? 'pronoun'
          : 'relative'
        : 'relative',
    )
    return true
  }
  if (has('subordinator') && has('pronoun') && has('determiner')) {
    settle(t, that(tokens, i))
    return true
  }
  // "The band once bombed the mill", "an auditor who once worked for it": the clause has no other verb yet.
  const finite = canForm(next, 'past') && !can(next!, 'noun') && !startsNounPhrase(next)
  if (has('adverb') && has('subordinator') && finite && opensVerb(tokens, i)) {
    t.pos = 'adverb'
    t.role = undefined
    return true
  }
  if (has('adverb') || has('subordinator')) {
    // "has since shelled"
    // "has once again blamed"
    const second = next && can(next, 'adverb') && !canForm(next, 'participle') ? tokens[i + 2] : next
    // "has not yet claimed"
    const over = prev?.pos === 'negation' ? tokens[i - 2] : prev
    const role = over?.pos === 'auxiliary' ? (over.role ?? '') : ''
    // "would soon attack"
    const inside =
      (/^(?:have|be)/.test(role) && canForm(second, 'participle')) ||
      (/^(?:modal|do)/.test(role) && canForm(second, 'base'))
    if (inside && (has('adverb') || has('preposition'))) {
      t.pos = 'adverb'
      t.role = undefined
      return true
    }
  }
  if (has('subordinator') && has('preposition')) {
    const clause = clauseFollows(tokens, i + 1) || (heading && headlineClause(tokens, i + 1))
    settle(t, clause ? 'subordinator' : 'preposition')
    return true
  }
  if (has('subordinator')) {
    if (
      open &&
      prev !== undefined &&
      (prev.pos === 'determiner' || prev.pos === 'adjective' || prev.pos === 'preposition')
    )
      return false
    if (has('conjunction') && prev !== undefined && !clauseFollows(tokens, i + 1) && !canForm(next, 'gerund'))
      settle(t, 'conjunction')
    else if (has('auxiliary')) return auxiliary(tokens, i)
    else settle(t, 'subordinator')
    return true
  }
  if (has('determiner')) {
    // "nearly killed the mayor": a measure has no verb behind it.
    const measure = t.readings.some((r) => r.role === 'about') && has('adverb') && !has('preposition')
    if (measure && next && canForm(next, 'past') && !can(next, 'noun')) settle(t, 'adverb')
    else if (has('pronoun') && standsAlone(tokens, i)) settle(t, 'pronoun')
    // "calls this a lie": what points and an article are no one group.
    else if (has('pronoun') && has('determiner') && isDefinite(t) && isArticle(next)) settle(t, 'pronoun')
    else if (phraseGoesOn(next)) settle(t, 'determiner')
    else if (has('pronoun')) settle(t, 'pronoun')
    else if (has('preposition') && startsNounPhrase(next)) settle(t, 'preposition')
    else if (has('adverb')) settle(t, 'adverb')
    else if (has('adjective') || has('noun')) return false
    else settle(t, has('preposition') ? 'preposition' : 'determiner')
    if (
      has('preposition') &&
      t.pos === 'determiner' &&
      t.readings.some((r) => r.role === 'about' || r.role?.startsWith('at-'))
    ) {
      const number = next?.pos === 'number'
      settle(t, number ? 'determiner' : 'preposition')
    }
    return true
  }
  if (has('preposition') && open) {
    if (prev && (prev.pos === 'determiner' || prev.pos === 'adjective')) return false
    settle(t, 'preposition')
    return true
  }
  if (has('preposition') && (has('particle') || has('adverb'))) {
    settle(
      t,
      startsNounPhrase(next) ||
        pointsAt(tokens, i + 1) ||
        next?.pos === 'time' ||
        (next !== undefined &&
          !isBoundary(next) &&
          (can(next, 'noun') || can(next, 'adjective') || canForm(next, 'gerund', 'participle')))
        ? 'preposition'
        : has('adverb')
          ? 'adverb'
          : 'particle',
    )
    return true
  }
  if (has('adverb') && has('adjective')) {
    // "put the dead at nine", "speaks of two dead", "there were two dead": an article, or a number behind a preposition or "be", makes it people.
    const counts = tokens[i - 2]?.pos === 'preposition' || tokens[i - 2]?.role?.startsWith('be') === true
    const counted = prev?.pos === 'number' && counts
    if (has('noun') && (prev?.pos === 'determiner' || counted) && !(next && can(next, 'noun'))) return false
    // "The group further claims that …": what stands before a verb and the word that opens its content.
    const verb = isNounish(prev) && canForm(next, 'present', 'base') && tokens[i + 2]?.readings.some(opensContent)
    settle(
      t,
      next && (can(next, 'noun') || can(next, 'adjective')) && !can(next, 'determiner') && prev?.pos !== 'verb' && !verb
        ? 'adjective'
        : 'adverb',
    )
    return true
  }
  if (has('adverb') && (has('noun') || has('verb'))) {
    const nominal =
      prev?.pos === 'determiner' ||
      prev?.pos === 'adjective' ||
      prev?.pos === 'preposition' ||
      prev?.pos === 'number' ||
      (prev?.pos === 'particle' && prev.role === 'possessive')
    if (nominal) return false
    if (has('verb') && prev?.role === 'to') return false
    settle(t, 'adverb')
    return true
  }
  if (has('adverb') && has('pronoun')) {
    // "was killed there", "fighting there killed two": only before or behind "be" and its like does it stand for a subject.
    const beside = [next, prev].some((x) => x !== undefined && (x.pos === 'auxiliary' || can(x, 'auxiliary')))
    settle(t, beside || canForm(next, 'present', 'past') ? 'pronoun' : 'adverb')
    return true
  }
  if (open && (has('pronoun') || has('particle'))) return false
  settle(t, t.readings[0]!.pos)
  return true
}

/** Whether a subject stands right before and waits for its verb. */
function opensVerb(tokens: readonly Token[], i: number): boolean {
  const prev = tokens[i - 1]
  if (prev?.pos === 'relative') return true
  const closes = prev?.pos === 'punctuation' && /[)\]]/.test(prev.text)
  return (closes || isNounish(prev)) && !finiteBefore(tokens, i)
}

/** "have", "do", "get", "be": auxiliaries where a verb follows, else verbs of their own. */
function auxiliary(tokens: Token[], i: number): boolean {
  const t = tokens[i]!
  const role = t.readings.find((r) => r.pos === 'auxiliary')!.role ?? ''
  const prev = tokens[i - 1]
  if (can(t, 'noun') && prev && (prev.pos === 'determiner' || prev.pos === 'adjective' || prev.role === 'possessive'))
    return false
  if (role.startsWith('modal') || role.startsWith('be')) {
    settle(t, 'auxiliary')
    return true
  }
  let j = overInsertion(tokens, i + 1)
  while (
    tokens[j] &&
    (can(tokens[j]!, 'adverb') || can(tokens[j]!, 'negation')) &&
    !canForm(tokens[j], 'participle', 'base')
  )
    j++
  const next = tokens[overInsertion(tokens, j)]
  const verb = role.startsWith('have')
    ? canForm(next, 'participle') ||
      next?.readings.some((r) => r.pos === 'auxiliary' && /^be|^get/.test(r.role ?? '')) ||
      next?.lemma === 'have' ||
      next?.role === 'to'
    : role.startsWith('do')
      ? canForm(next, 'base') || can(next, 'auxiliary')
      : canForm(next, 'participle') && !can(next, 'adjective')
  if (verb) settle(t, 'auxiliary')
  else {
    t.pos = 'verb'
    t.lemma = t.readings.find((r) => r.pos === 'auxiliary')!.lemma
    const own = t.readings.find((r) => r.pos === 'verb' && r.form !== 'participle')?.form
    t.form = /ing$/.test(t.norm)
      ? 'gerund'
      : prev?.role === 'to' || prev?.pos === 'auxiliary'
        ? 'base'
        : (own ?? 'past')
    if (prev?.pos === 'auxiliary' && prev.role?.startsWith('have')) t.form = 'participle'
    t.role = undefined
  }
  return true
}

function settleTo(tokens: Token[], i: number): void {
  const t = tokens[i]!
  let j = i + 1
  while (tokens[j] && can(tokens[j]!, 'adverb') && !canForm(tokens[j], 'base')) j++
  const next = tokens[j]
  const verb =
    (canForm(next, 'base') ||
      next?.readings.some((r) => r.pos === 'auxiliary' && ['be', 'have', 'do', 'get'].includes(next.norm))) &&
    !next!.capital
  const noun = next !== undefined && can(next, 'noun') && isOf(tokens[j + 1])
  settle(t, verb && !noun ? 'particle' : 'preposition')
  if (t.pos === 'particle') t.role = 'to'
}

/** "that": relative after a noun and before a verb, determiner before a lone noun, else it opens a clause. */
function that(tokens: Token[], i: number): Token['pos'] {
  const prev = tokens[i - 1]
  const afterNoun =
    prev !== undefined && (prev.pos === 'noun' || prev.pos === 'name' || prev.pos === 'pronoun' || prev.pos === 'time')
  // "a network that also supplies arms"
  const at = afterNoun && isAdverb(tokens[i + 1]) ? i + 2 : i + 1
  const next = tokens[at]
  const verbNext =
    next !== undefined &&
    (next.readings.some((r) => r.pos === 'auxiliary' || (r.pos === 'negation' && !can(next, 'determiner'))) ||
      (next.readings.some((r) => r.pos === 'verb') && !can(next, 'noun') && !can(next, 'adjective')))
  if (verbNext) return afterNoun ? 'relative' : 'pronoun'
  // "forces that pay the clan": a word that is also a noun, before an object of its own.
  if (afterNoun && canForm(next, 'base', 'present') && startsNounPhrase(tokens[at + 1])) return 'relative'
  // "a network that supplies arms to the clan": nor does "that" point at several.
  if (afterNoun && canForm(next, 'present') && endsAsThings(tokens, at + 1)) return 'relative'
  // "networks that help fund the clan": two such words, the second with an object.
  const second = canForm(next, 'base') && canForm(tokens[at + 1], 'base') && startsNounPhrase(tokens[at + 2])
  if (afterNoun && second) return 'relative'
  // "along that axis": behind a preposition it points at what follows.
  if (prev?.pos === 'preposition' && next && can(next, 'noun') && !finiteAhead(tokens, i + 2)) return 'determiner'
  const singularNoun =
    next !== undefined && can(next, 'noun') && !next.readings.some((r) => r.plural) && !startsNounPhrase(next)
  if (
    singularNoun &&
    (prev === undefined ||
      prev.pos === 'preposition' ||
      prev.pos === 'punctuation' ||
      (prev.pos === 'verb' && !clauseFollows(tokens, i + 1)))
  )
    return 'determiner'
  return 'subordinator'
}

/** "along that road": a word that points, and the noun that it points at, with no clause behind. */
const pointsAt = (tokens: readonly Token[], i: number): boolean => {
  const [t, noun] = [tokens[i], tokens[i + 1]]
  return (
    t !== undefined && can(t, 'determiner') && noun !== undefined && can(noun, 'noun') && !finiteAhead(tokens, i + 2)
  )
}

const isAdverb = (t: Token | undefined) => t?.readings.every((r) => r.pos === 'adverb') === true

/** Whether what follows has a verb of its own before the clause ends. */
function clauseFollows(tokens: readonly Token[], from: number): boolean {
  const next = tokens[from]
  if (!next || canForm(next, 'gerund') || ofSeveral(tokens, from)) return false
  if (finiteAhead(tokens, from)) return true
  // "after two nurses and a miller were freed": over the "and" of its subject.
  const and = tokens.findIndex((t, k) => k >= from && !isNominal(t))
  const comma = tokens.findIndex((t, k) => k >= from && !isNominal(t) && (k === from || !isOf(t)))
  if (comma > from && tokens[comma]!.text === ',' && goesOnOver(tokens, comma)) return true
  return (
    and > from && can(tokens[and], 'conjunction') && startsNounPhrase(tokens[and + 1]) && finiteAhead(tokens, and + 1)
  )
}
/** "Ten killed as rebels attack village": in a headline a noun and a verb that agrees with it, though each could be a noun. */
function headlineClause(tokens: readonly Token[], from: number): boolean {
  for (let k = from + 1; k < tokens.length && isNominal(tokens[k - 1]!); k++) {
    const subject = tokens[k - 1]!
    const plural = subject.readings.some((r) => r.pos === 'noun' && r.plural)
    if (canForm(tokens[k], plural ? 'base' : 'present') && tokens[k + 1] && isNominal(tokens[k + 1]!)) return true
  }
  return false
}

/**
 * "after the bandits, led by a cook, were paid", "while men of the clan, according to a nurse, looted homes": over what is said
 * of the subject, or by whom, between commas.
 */
function goesOnOver(tokens: readonly Token[], open: number): boolean {
  const close = tokens.findIndex((t, k) => k > open && t.pos === 'punctuation')
  const first = tokens[open + 1]
  const describes = first !== undefined && (canForm(first, 'participle') || can(first, 'relative'))
  const verb = tokens[close + 1]
  const auxiliary = verb?.readings.some((r) => r.pos === 'auxiliary') ?? false
  const inserted = first !== undefined && (can(first, 'preposition') || first.pos === 'time')
  const past = inserted && verb !== undefined && canForm(verb, 'past')
  return close > 0 && tokens[close]!.text === ',' && ((describes && auxiliary) || past)
}

/** "men who came after the blast were shot": a verb of several is not that of the one thing before it. */
function ofSeveral(tokens: readonly Token[], from: number): boolean {
  if (!can(tokens[from], 'determiner')) return false
  let i = from + 1
  while (tokens[i] && can(tokens[i], 'adjective') && !can(tokens[i], 'noun')) i++
  const noun = tokens[i]
  const one = noun !== undefined && can(noun, 'noun') && !noun.readings.some((r) => r.plural)
  const many = tokens[i + 1]?.readings.some((r) => r.pos === 'auxiliary' && r.role?.endsWith('many'))
  return one && many === true && tokens.slice(0, from - 1).some((t) => t.plural || t.value !== undefined)
}
const isNominal = (t: Token): boolean =>
  t.pos === 'name' || t.value !== undefined || can(t, 'determiner') || can(t, 'noun') || can(t, 'adjective')

const phraseGoesOn = (t: Token | undefined): boolean =>
  t !== undefined &&
  (t.pos === 'name' ||
    t.pos === 'number' ||
    t.pos === 'time' ||
    can(t, 'noun') ||
    can(t, 'adjective') ||
    (can(t, 'determiner') && !can(t, 'preposition')) ||
    canForm(t, 'participle', 'gerund') ||
    (can(t, 'adverb') && !can(t, 'preposition')))

const isArticle = (t: Token | undefined) =>
  t?.readings.some((r) => r.pos === 'determiner' && r.role === 'indefinite') === true
const isDefinite = (t: Token) => t.readings.some((r) => r.pos === 'determiner' && r.role === 'definite')

/** "threatened her on Monday", "Each accused the other": what follows belongs to no noun of its own. */
function standsAlone(tokens: readonly Token[], i: number): boolean {
  const [next, after] = [tokens[i + 1], tokens[i + 2]]
  if (!next) return false
  if (tokens[i]!.readings.some((r) => r.role === 'possessive')) {
    const described = after !== undefined && (can(after, 'noun') || can(after, 'adjective') || after.pos === 'name')
    const plain = next.pos === 'time' || (can(next, 'adverb') && !can(next, 'adjective') && !can(next, 'noun'))
    return plain && !described
  }
  return canForm(next, 'past') && !can(next, 'noun') && !can(next, 'adjective') && startsNounPhrase(after)
}
