import type { VerbForm } from './lexicon.js'
import { anew, behindSaying, onlyDescribed, opensContent, underSaying, underThat } from './tag-clauses.js'
import { closedWord } from './tag-closed.js'
import { finiteAhead, finiteBefore, pairedWith, startsNounPhrase, type TagContext } from './tag-context.js'
import { isGerund } from './tag-gerund.js'
import { breaksIn, canSay, closesSentence, isOneWhoSays } from './tag-sayings.js'
import {
  actsFurtherOn,
  afterAuxiliary,
  behindOrdinal,
  behindOwners,
  counted,
  endsAsThings,
  hasArticle,
  isIntransitive,
  isNounish,
  isObjective,
  isOfTwoWords,
  leavesGap,
  letsHim,
  listsDeeds,
  massNoun,
  namelike,
  nominalBefore,
  startsPhrase,
  underLetting,
} from './tag-shapes.js'
import { can, canForm, isOf, settle, type Token } from './token.js'
import { auxiliaryOver } from './verb-insertions.js'

/**
 * Settles every token's part of speech, left to right. The lexicon says what a form can be, the neighbours which of it
 * it is: a noun after an article or a preposition, a verb after "to", a modal or a subject.
 */
export function tag(tokens: Token[], context: TagContext): void {
  for (let i = 0; i < tokens.length; i++) {
    const t = tokens[i]!
    if (t.pos === 'name' && t.readings.length === 1) continue
    if (t.readings.some((r) => isClosed(r.pos)) && closedWord(tokens, i, context.heading)) continue
    const open = t.readings.filter((r) => !isClosed(r.pos))
    if (open.length === 0) settle(t, t.readings[0]!.pos)
    else openWord(tokens, i, context)
    if (t.mention !== undefined) settleName(t)
  }
}

/** "to bomb the bridge", "a bomb at the bridge": a name that can be a verb is one or the other. */
function settleName(t: Token): void {
  if (t.pos !== 'verb') {
    t.pos = 'name'
    t.lemma = t.norm
    t.form = undefined
    return
  }
  t.mention = undefined
  for (const w of t.words) w.mention = undefined
}

const CLOSED = new Set([
  'preposition',
  'subordinator',
  'relative',
  'conjunction',
  'determiner',
  'pronoun',
  'auxiliary',
  'negation',
  'particle',
  'adverb',
  'number',
  'time',
  'punctuation',
])
const isClosed = (pos: string) => CLOSED.has(pos)
function openWord(tokens: Token[], i: number, context: TagContext): void {
  const t = tokens[i]!
  const noun = can(t, 'noun')
  const adjective = can(t, 'adjective')
  const verb = t.readings.some((r) => r.pos === 'verb')
  // A capital inside a sentence on a word that is no noun makes it a name ("Said", "Mark").
  if (t.capital && !noun && (verb || adjective) && !can(t, 'adverb') && namelike(tokens, i)) return asName(t)
  // "a judge from Hit": behind a preposition a word with a capital and nothing that it could describe is a name.
  const place = verb && t.capital && tokens[i - 1]?.pos === 'preposition' && !context.heading
  if (place && !nounLike(tokens[i + 1]) && !canForm(t, 'gerund')) return asName(t)
  if (!verb) {
    // "the gang's chief Omar", "the clan official Omar": before a name a title is a noun; so is an office behind whose it is.
    const held = isNounish(tokens[i - 1]) && context.office(t.norm)
    const title = tokens[i + 1]?.pos === 'name' && (held || context.title(t.norm))
    // "a militant raid": whoever fights does what is named behind.
    const deed =
      context.fighter(t.norm) && tokens[i + 1]?.readings.some((r) => r.pos === 'noun' && context.deed(r.lemma))
    const describes = nounLike(tokens[i + 1]) && !actsNext(tokens, i) && !deed && !title
    if (noun && adjective) return settle(t, describes || describesWith(tokens, i) ? 'adjective' : 'noun')
    return settle(t, noun ? 'noun' : adjective ? 'adjective' : t.readings[0]!.pos)
  }
  // "the radio Voice of Ostby": inside a sentence a verb has no capital.
  const named = t.capital && noun && isNounish(tokens[i - 1]) && !context.heading
  // "rifles, bombs, mines": a thing that is listed is no verb.
  const listed = t.mention !== undefined && ['punctuation', 'conjunction'].includes(tokens[i - 1]?.pos ?? '')
  const form = named || listed ? undefined : verbForm(tokens, i, context)
  if (form) settle(t, 'verb', form)
  else if (adjective && (nounLike(tokens[i + 1]) || !noun)) settle(t, 'adjective')
  else if (noun) settle(t, 'noun')
  else if (canForm(t, 'gerund') && !nounLike(tokens[i + 1])) asNominal(t)
  else if (
    canForm(t, 'participle', 'gerund') &&
    (nounLike(tokens[i + 1]) || tokens[i + 1]?.pos === 'name' || copula(before(tokens, i)))
  )
    asAdjective(t)
  else asNoun(t)
}

/** "on military and security posts": a bare word behind a preposition or verb that shares its plural noun with the next. */
function describesWith(tokens: readonly Token[], i: number): boolean {
  const [and, second, head] = [tokens[i + 1], tokens[i + 2], tokens[i + 3]]
  const bare = i === 0 || ['preposition', 'verb'].includes(tokens[i - 1]?.pos ?? '')
  const shares = and?.norm === 'and' || and?.norm === 'or'
  const plural = head?.readings.some((r) => r.pos === 'noun' && r.plural) === true
  return bare && shares && nounLike(second) && second?.readings.every((r) => !r.plural) === true && plural
}

/** "The official reported that …": a past form with nothing behind it that it could describe. */
function actsNext(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1]
  return next !== undefined && canForm(next, 'past') && !can(next, 'noun') && !nounLike(tokens[i + 2])
}

function asName(t: Token): void {
  t.pos = 'name'
  t.lemma = t.norm
  t.form = undefined
}
function asAdjective(t: Token): void {
  t.pos = 'adjective'
  t.lemma = t.norm
  t.form = undefined
}
/** A verb's bare form where only a noun can stand ("without pause"). */
function asNoun(t: Token): void {
  settle(t, 'verb')
  t.pos = 'noun'
  t.form = undefined
}
/** A gerund with an article: an event noun that keeps its verb's lemma. */
function asNominal(t: Token): void {
  settle(t, 'verb', 'gerund')
  t.pos = 'noun'
  t.form = 'gerund'
}

const nounLike = (t: Token | undefined): boolean =>
  t !== undefined &&
  (t.pos === 'name' || (!t.readings.some((r) => isClosed(r.pos) && r.pos !== 'adverb') && nominal(t)))
/** "the planned hostage release": a word that is a noun but for a verb of two words ("take hostage") is one. */
const nominal = (t: Token) => can(t, 'noun') || (can(t, 'adjective') && !can(t, 'adverb'))

/** The nearest token before that is no adverb. */
export function before(tokens: readonly Token[], i: number): Token | undefined {
  let j = i - 1
  while (j >= 0 && (tokens[j]!.pos === 'adverb' || tokens[j]!.pos === 'time')) {
    // "police in March found": the preposition belongs to the time.
    if (tokens[j]!.pos === 'time' && tokens[j - 1]?.pos === 'preposition') j--
    j--
  }
  return tokens[j]
}
const copula = (t: Token | undefined) => t?.pos === 'auxiliary' && (t.role?.startsWith('be') || t.role === 'get')
/** The form in which a word that can be a verb is one here, or undefined where it is a noun or adjective. */
function verbForm(tokens: Token[], i: number, context: TagContext): VerbForm | undefined {
  const t = tokens[i]!
  const prev = auxiliaryOver(tokens, i) ?? before(tokens, i)
  const next = tokens[i + 1]
  const open = can(t, 'noun') || can(t, 'adjective')
  if (prev?.pos === 'particle' && prev.role === 'to' && canForm(t, 'base')) return 'base'
  if (prev?.pos === 'subordinator' && prev.role === 'purpose' && canForm(t, 'base')) return 'base'
  if (prev?.pos === 'negation' || prev?.pos === 'auxiliary') {
    const aux = prev.pos === 'auxiliary' ? prev : before(tokens, tokens.indexOf(prev))
    const found = afterAuxiliary(t, aux)
    if (
      found &&
      !(
        found === 'participle' &&
        open &&
        prev.pos === 'auxiliary' &&
        !aux?.role?.startsWith('have') &&
        can(t, 'adjective') &&
        nounLike(next)
      )
    )
      return found
    if (aux?.pos === 'auxiliary') return undefined
  }
  if (underLetting(tokens, i, context)) return 'base'
  if (canForm(t, 'gerund')) return isGerund(tokens, i, prev, context) ? 'gerund' : undefined
  if (canForm(t, 'past', 'participle')) return past(tokens, i, prev, context)
  if (!canForm(t, 'base', 'present')) return undefined
  // "The clans no longer attack the army": a denial between subject and verb.
  const subject = prev?.pos === 'negation' ? before(tokens, tokens.indexOf(prev)) : prev
  return present(tokens, i, isNounish(subject) ? subject : prev, context)
}

function past(tokens: Token[], i: number, prev: Token | undefined, context: TagContext): VerbForm | undefined {
  const t = tokens[i]!
  const next = tokens[i + 1]
  const form = canForm(t, 'past') ? 'past' : 'participle'
  // "The clans run a joint office": a participle has no object, so a word like this one is in the present.
  const bare = form === 'participle' && canForm(t, 'base') && isNounish(prev) && startsNounPhrase(next)
  if (bare && !finiteBefore(tokens, i)) return 'base'
  // "with armed drones": a thing that the gazetteer knows is written like any noun.
  const adjectival = nounLike(next) && !(next!.pos === 'name' && /\p{Lu}/u.test(next!.text))
  if (prev?.pos === 'adjective' && !can(t, 'noun') && !can(t, 'adjective') && startsNounPhrase(next)) return form
  if (behindOwners(tokens, i) && adjectival) return undefined
  // "men on a motorcycle shot dead a guard": the verb's second word, which is no preposition, stands behind it.
  const second = next !== undefined && isNounish(prev) && !can(next, 'preposition') && !can(next, 'noun')
  if (second && isOfTwoWords(t, next, context)) return form
  if (nominalBefore(prev)) {
    if (isOneWhoSays(tokens, i, context)) return form
    // "nine dead and four wounded": two numbers of people.
    const [and, noun, number] = [tokens[i - 2], tokens[i - 3], tokens[i - 4]]
    const alike = and?.pos === 'conjunction' && noun?.pos === 'noun' && number?.pos === 'number'
    if (prev!.pos === 'number' && alike && can(t, 'noun')) return undefined
    // "ten were killed and six taken prisoner": a verb of two words.
    if (prev!.pos === 'number' && and?.pos === 'conjunction' && isOfTwoWords(t, next, context)) return form
    // "the two wounded", "the captured men"; but "the three killed in …" is a participle on its noun.
    if (
      prev!.pos === 'number' &&
      !adjectival &&
      (tokens[i - 2]?.pos === 'conjunction' || (!can(t, 'noun') && !can(t, 'adjective')))
    )
      return form
    if (prev!.pos === 'determiner' && context.thatOf(prev!.norm) && !adjectival) return form
    // "The two stopped fighting": the clause has no other verb.
    const counted = prev!.pos === 'number' && tokens[i - 2]?.role === 'definite'
    const alone = !finiteBefore(tokens, i) && !finiteAhead(tokens, i + 1)
    if (counted && alone && !can(t, 'noun') && !can(t, 'adjective')) return form
    return undefined
  }
  // "a spokesman in a message released on Sunday said": the first only describes what it was said in.
  if (canSay(t, context) && canForm(t, 'past') && onlyDescribed(tokens, i)) return 'past'
  // "Those killed included three women": behind a participle that describes "those" the clause has its verb.
  if (prev?.pos === 'verb' && prev === tokens[i - 1] && context.those(tokens[i - 2]?.norm ?? '') && canForm(t, 'past'))
    return 'past'
  // "requested advanced weapons": right behind a verb nothing but its object can begin.
  if (prev?.pos === 'verb' && context.saying(prev.lemma) && can(t, 'adjective') && adjectival) return undefined
  if (prev?.pos === 'preposition' || (prev?.pos === 'verb' && !context.saying(prev.lemma))) {
    // "residents reached by phone said the army had left": how or when stands between, and what follows is said.
    const says = canSay(t, context)
    const told = startsNounPhrase(next) || next?.readings.some(opensContent)
    if (says && prev.pos === 'verb' && prev !== tokens[i - 1] && told) return form
    // "released jailed Ostby fighters": a name that describes the noun behind it is described with it.
    // "seized by armed Houthis": nor does anything but a description stand between a preposition and a name.
    const described =
      prev.pos === 'preposition' ? canForm(t, 'participle') : tokens[i + 2]?.readings.some((r) => r.plural)
    const named = next?.pos === 'name' && described
    if (adjectival || named || can(t, 'noun')) return undefined
    return canForm(t, 'participle') ? 'participle' : form
  }
  if (prev === undefined && next?.pos === 'name' && can(tokens[i + 2], 'noun') && finiteAhead(tokens, i + 3))
    return undefined
  if (prev === undefined || prev.pos === 'punctuation' || prev.pos === 'conjunction' || prev.pos === 'subordinator') {
    const hasSubject = prev !== undefined && finiteBefore(tokens, i)
    // "the guard and armed groups": a noun of two words that goes on from another.
    const kind = next?.readings.find((r) => r.pos === 'noun')?.lemma
    const named = kind !== undefined && [kind, next!.norm].some((x) => context.compound(`${t.norm} ${x}`))
    const compound = adjectival && named
    if (compound && prev?.pos === 'conjunction' && isNounish(tokens[i - 2])) return undefined
    if (prev?.pos === 'conjunction' && adjectival && next!.readings.some((r) => r.plural) && finiteAhead(tokens, i + 2))
      return undefined
    if (
      adjectival &&
      !hasSubject &&
      (prev?.pos !== 'punctuation' || can(t, 'adjective')) &&
      (next!.plural || can(t, 'adjective') || next!.readings.some((r) => r.plural))
    )
      return undefined
    // "on light and armed drones"; "rifles and related parts": a verb that needs no object has none.
    const described = tokens[i - 2]?.pos === 'adjective' || (isNounish(tokens[i - 2]) && isIntransitive(t, context))
    if (can(t, 'adjective') && adjectival && prev?.pos === 'conjunction' && described) return undefined
    return canForm(t, 'participle') && !hasSubject && !canForm(t, 'base')
      ? prev === undefined || prev.pos === 'subordinator'
        ? 'participle'
        : form
      : form
  }
  if (canForm(t, 'base') && can(t, 'noun') && isNounish(prev) && !startsNounPhrase(next) && finiteAhead(tokens, i + 1))
    return undefined
  if (
    can(t, 'noun') &&
    !canForm(t, 'base') &&
    isNounish(prev) &&
    !startsNounPhrase(next) &&
    next?.pos !== 'preposition' &&
    finiteAhead(tokens, i + 1)
  )
    return undefined
  return form
}

function present(tokens: Token[], i: number, prev: Token | undefined, context: TagContext): VerbForm | undefined {
  const t = tokens[i]!
  const next = tokens[i + 1]
  const open = can(t, 'noun') || can(t, 'adjective')
  const form: VerbForm = canForm(t, 'present') ? 'present' : 'base'
  // "The third states the terms on which those held by the clan …": behind "third" no noun stands in the plural.
  const alone = counted(tokens, i) && (!open || (startsPhrase(next) && !finiteAhead(tokens, i + 1)))
  if (form === 'present' && (alone || (behindOrdinal(tokens, i) && startsNounPhrase(next)))) return form
  if (nominalBefore(prev) || prev?.pos === 'preposition') return undefined
  // "whose release was called for"
  if (prev?.pos === 'relative' && prev.role === 'owner' && open) return undefined
  // "under which aid convoys would cross": behind a preposition the relative word is nobody's subject.
  const behind = prev?.pos === 'relative' && tokens[tokens.indexOf(prev) - 1]?.pos === 'preposition'
  if (behind && open && nounLike(next)) return undefined
  if (prev?.pos === 'relative') return form
  if (prev?.pos === 'pronoun') {
    // "some of them staff of the mill", "made itself master of": such a pronoun is nobody's subject.
    const object = prev.role?.startsWith('self') || ['preposition', 'determiner'].includes(tokens[i - 2]?.pos ?? '')
    if (open && object && isOf(next)) return undefined
    // "promised it fuel": a bare form agrees with no "it" that something was done to.
    if (open && form === 'base' && prev.role === '3s' && tokens[i - 2]?.pos === 'verb') return undefined
    return prev.role === 'there' ? undefined : form
  }
  if (prev?.pos === 'verb') return open ? undefined : form
  if (!open) return prev === undefined && context.heading ? undefined : form
  if (prev === undefined) return undefined
  if (form === 'base' && (pairedWith(tokens, i, context) || letsHim(tokens, i, context))) return 'base'
  // "tip them off": right before a pronoun that is nobody's subject stands no noun.
  if (next && isNounish(prev) && isObjective(next)) return form
  const object = startsNounPhrase(next) || massNoun(next) || endsAsThings(tokens, i + 1)
  const follows =
    object ||
    (context.heading && can(next, 'noun')) ||
    ['preposition', 'particle', 'subordinator', 'pronoun'].includes(next?.pos ?? '') ||
    (next?.readings.some(opensContent) ?? false)
  // "The spokesman of the government forces in the port, Adel Tal, expects …": no verb, if it needs an object and has none.
  if (form === 'present' && !object && prev.pos === 'noun' && actsFurtherOn(tokens, i, context)) return undefined
  if (leavesGap(tokens, i)) return form
  if (form === 'present' && listsDeeds(tokens, i)) return form
  if (form === 'present' && prev.text === ',' && behindSaying(tokens, i, context)) return form
  const says = canSay(t, context)
  if (says && ((form === 'present' && closesSentence(tokens, i)) || breaksIn(tokens, i))) return form
  if (prev.pos === 'conjunction' || prev.pos === 'punctuation') {
    const earlier = tokens.slice(0, i).filter((x) => x.pos === 'verb')
    // "Ostby, for its part, calls the charge unfounded": behind what is said by the way the clause has yet no verb.
    const begins =
      prev.text === ',' && form === 'present' && i > 2 && tokens[0]!.pos === 'name' && !finiteBefore(tokens, i)
    if (begins && startsNounPhrase(next) && !finiteAhead(tokens, i + 1)) return form
    // "to stop shelling, swap captives and …": an infinitive goes on over the gerund under it.
    const first = earlier.findLast((x) => x.form !== 'gerund' || form !== 'base')
    // "with the aim of getting them to cross the river and target farms": an infinitive goes on whatever opened the clause.
    const goesOn = finiteBefore(tokens, i) || (first !== undefined && tokens[tokens.indexOf(first) - 1]?.role === 'to')
    return first?.form === form && startsNounPhrase(next) && goesOn ? form : undefined
  }
  // "proposes that the two sides stop fighting": a bare form behind the subject of what "that" opens.
  const bare = form === 'base' && isNounish(prev) && prev.plural === true && prev === tokens[i - 1]
  if (bare && next && canForm(next, 'gerund') && underThat(tokens, i)) return 'base'
  if (!isNounish(prev) || !follows) return undefined
  // "stipulates that the clan hand over two posts": the verb's second word behind it, and "that" before its subject.
  if (form === 'base' && isOfTwoWords(t, next, context) && underThat(tokens, i)) return 'base'
  // "Officers suspect that the cartel did it": a word of saying or belief before the word that opens its content.
  const opens = next!.readings.some(opensContent)
  const tells = opens && says
  // "said the rebels plan to …": what is said has a verb of its own; "a note released at dawn states that …".
  const plain = next!.readings.some((r) => r.role === 'to' || (r.pos === 'determiner' && r.role === 'definite'))
  const told = plain && underSaying(tokens, i, context)
  const before =
    finiteBefore(tokens, i) && !told && !(tells && onlyDescribed(tokens, i)) && !(object && anew(tokens, i))
  const only = !finiteAhead(tokens, i + 1) && !before
  if (!only && !(tells && !before)) return undefined
  // "Rebels, army swap prisoners": two subjects with a comma between them.
  const listed = context.heading && tokens.slice(0, i).filter((x) => x.text === ',').length === 1
  const plural = prev.plural === true || prev.pos === 'number' || listed
  const agrees = form === 'present' ? !plural || prev.pos === 'name' : plural || prev.pos === 'name'
  // "demanded that the militia release their sons"
  if (!agrees) return form === 'base' && startsNounPhrase(next) && underThat(tokens, i) ? 'base' : undefined
  // "Ostby vows to strike": an infinitive behind it, in a headline.
  const aims =
    context.heading &&
    form === 'present' &&
    next!.readings.some((r) => r.role === 'to') &&
    canForm(tokens[i + 2], 'base')
  // "the Houthis hope to open a front": a sentence has a verb, and this is its only one.
  const intends = !context.heading && form === 'base' && next!.readings.some((r) => r.role === 'to')
  const wants = intends && canForm(tokens[i + 2], 'base') && tokens[tokens.indexOf(prev) - 1]?.role === 'definite'
  if (prev.pos === 'name' && !object && !tells && !told && !aims && !wants) return undefined
  if (
    prev.pos === 'noun' &&
    form === 'present' &&
    !object &&
    !context.heading &&
    !hasArticle(tokens, tokens.indexOf(prev) + 1)
  )
    return undefined
  return form
}
