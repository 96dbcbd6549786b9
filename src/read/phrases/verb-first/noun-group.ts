import type { EntityKind, Mention } from '../../../model/index.js'
import { fold } from '../../../text/index.js'
import type { Agreement, NounGroup } from '../../analysis.js'
import type { Lexicon } from './lexicon.js'
import type { Tok } from './words.js'

/** A noun group with what the chunker still needs to know of its head. */
export interface Group extends NounGroup {
  headTok: number
  of?: Group
  apposed?: Group
  members?: Group[]
  /** Gender and number with which a verb agrees; undefined where the word does not show it. */
  agreement: { feminine?: boolean; number: 'singular' | 'dual' | 'plural'; human: boolean }
  /** Those of the noun that counts it: «مجموعة من المقاتلين تقودها …», and as well «… يقودهم …». */
  measure?: Group['agreement'] & { definite: boolean }
  /** Shown by the ending: object of a verb, or subject. */
  case?: 'nominative' | 'oblique' | 'accusative'
  /** Nisba or name used as an adjective, «الهجوم الحوثي»: who or whose. */
  nisba?: Group
  /** Numbers, quantifiers and determiners before the head. */
  counted?: boolean
  /** «كل من …»: whoever it is true of. */
  anyone?: true
}

const KIND_CLASS: Record<EntityKind, string> = {
  actor: 'group',
  person: 'person',
  place: 'place',
  outlet: 'outlet',
  materiel: 'equipment',
  'unnamed-source': 'source',
}

/** A group of one word, not yet extended. */
export function groupOfWord(toks: readonly Tok[], i: number, mentions: readonly Mention[], lexicon: Lexicon): Group {
  const tok = toks[i]!
  const span = { start: tok.start, end: tok.end }
  const groupAs = (
    lemma: string,
    classes: readonly string[],
    definite: boolean,
    agreement: Group['agreement'],
  ): Group => {
    const { start, end } = span
    return { start, end, head: span, headTok: i, lemma, classes, definite, modifiers: [], agreement }
  }
  if (tok.mention !== undefined) {
    const mention = mentions[tok.mention]!
    const first = fold(tok.text.split(/\s+/u)[0] ?? '')
    const inner = classesOfForm(first, lexicon)
    const keep = mention.kind === 'materiel' || mention.kind === 'place' || mention.kind === 'actor' ? inner : []
    // «جهاز دعم الاستقرار»: a body named by a word for a device is no device.
    const own = mention.kind === 'actor' ? keep.filter((c) => c !== 'equipment' && c !== 'abstract') : keep
    const plural = tok.spelling.people
    // «سوريين», «حوثيين»: with no article some of them, and not the side that they are of.
    const some = plural && !tok.article && mention.kind === 'actor' && !/\s/u.test(mention.text)
    const classes = [...new Set([some ? 'person' : KIND_CLASS[mention.kind], ...own])]
    const kin = readingOfForm(first, lexicon)
    // «القاعدة يتبنى الهجوم»: a body called by a word for a base agrees as the body that is left out would.
    const borrowed = mention.kind === 'actor' && inner.includes('base')
    const feminine = borrowed ? undefined : (kin?.feminine ?? (lexicon.shape.isFeminine(first) ? true : undefined))
    const group = groupAs(fold(tok.text), classes, tok.article, {
      number: plural ? 'plural' : (kin?.number ?? 'singular'),
      human: mention.kind === 'person' || plural,
      ...(feminine !== undefined && mention.kind !== 'person' && { feminine }),
    })
    group.mention = tok.mention
    if (tok.spelling.nominative) group.case = 'nominative'
    return group
  }
  if (tok.pos === 'pronoun') {
    const pronoun = tok.pronoun ?? pronounOf(tok.reading.role)
    const group = groupAs(tok.norm, [], true, {
      number: pronoun.number ?? 'singular',
      human: false,
      ...(pronoun.gender && { feminine: pronoun.gender === 'feminine' }),
    })
    group.pronoun = pronoun
    return group
  }
  const { reading } = tok
  const number = reading.number ?? (tok.known ? 'singular' : tok.spelling.plural ? 'plural' : 'singular')
  // «أيدي إرهابيين»: the sound plural of men is people's, whatever the adjective.
  const human = reading.human ?? (reading.pos === 'adjective' && number === 'plural' && reading.closed === true)
  const feminine =
    reading.feminine ?? (!tok.known && (tok.spelling.feminine || tok.spelling.femininePlural) ? true : undefined)
  const agreement = { number, human, ...(feminine !== undefined && { feminine }) }
  const group = groupAs(tok.lemma, tok.classes, tok.article, agreement)
  const shown = caseOf(tok)
  if (shown) group.case = shown
  if (number === 'singular' && human) group.single = true
  if (number === 'dual') group.quantity = { start: tok.start, end: tok.end, min: 2, max: 2 }
  return group
}

/** Gives a group its genitive, which makes it as definite as that is. */
export function attachGenitive(group: Group, inner: Group): void {
  group.of = inner
  group.definite = inner.definite
}

function readingOfForm(form: string, lexicon: Lexicon) {
  const bare = lexicon.shape.withoutArticle(form)
  const nouns = (lexicon.forms.get(form) ?? lexicon.forms.get(bare))?.filter((r) => r.pos === 'noun')
  return nouns?.find((r) => r.lemma === bare || r.lemma === form) ?? nouns?.[0]
}

function classesOfForm(form: string, lexicon: Lexicon): readonly string[] {
  const reading = readingOfForm(form, lexicon)
  return (reading && lexicon.classes.get(reading.lemma)) ?? []
}

/** Adds the adjective at `k`; one that names a side or a weapon says more than how something is. */
export function addModifier(
  group: Group,
  { toks, mentions, lexicon }: { toks: readonly Tok[]; mentions: readonly Mention[]; lexicon: Lexicon },
  k: number,
): void {
  const t = toks[k]!
  // «هجوم حوثي»: an adjective that names a side.
  if (t.pos !== 'name' && t.classes.includes('group')) group.nisba ??= groupOfWord(toks, k, mentions, lexicon)
  group.modifiers = [...group.modifiers, t.pos === 'name' ? t.norm : t.lemma]
  // «سيارة مفخخة» is a bomb.
  if (t.classes.includes('explosive')) group.classes = [...new Set([...group.classes, 'explosive'])]
  if (t.pos === 'name') {
    group.nisba = groupOfWord(toks, k, mentions, lexicon)
    if (group.mention === undefined) group.mention = group.nisba.mention!
  }
}

/** Case where the spelling shows it; a written tanwin shows it too. */
function caseOf(tok: Tok): Group['case'] {
  if (tok.spelling.accusative) return 'accusative'
  return tok.reading.case
}

const PRONOUN = /^([123])([mf]?)([spd])$/
/** Reads «3mp» of the closed-class list. */
function pronounOf(role: string | undefined): Agreement {
  const [, person, gender, number] = PRONOUN.exec(role ?? '') ?? []
  return {
    ...(person && { person: Number(person) as 1 | 2 | 3 }),
    ...(gender && { gender: gender === 'f' ? ('feminine' as const) : ('masculine' as const) }),
    number: number === 'p' ? 'plural' : number === 'd' ? 'dual' : 'singular',
  }
}
