import type { InflectionFile } from '../../packs/index.js'
import type { HeadLastReading } from './head-last-lexicon.js'

/** How a word stands in a phrase of the other language. */
export interface Standing {
  number: 'singular' | 'dual' | 'plural'
  definite: boolean
  /** Behind a preposition, a number or what belongs to it. */
  oblique: boolean
  /** Its owner or a pronoun follows. */
  construct: boolean
}

type Paradigm = InflectionFile['nouns']

/** A noun in its number and case, with the article where it bears one; null where its forms are not known. */
export function inflectNoun(noun: HeadLastReading, at: Standing, grammar: InflectionFile): string | null {
  const { nouns } = grammar
  const words = (at.number === 'plural' ? noun.many : noun.gloss).split(' ')
  const [head = '', ...rest] = words
  if (at.number === 'dual') {
    const dual = dualOf(head, at, nouns)
    if (dual === null || rest.length > 0) return null
    return articled([dual], at, grammar)
  }
  const sound = at.number === 'plural' && noun.human ? soundPlural(head, at, nouns) : head
  return articled([sound, ...rest], at, grammar)
}

/** An adjective as it stands behind a noun; null where its feminine or plural is not regular and not told. */
export function inflectAdjective(
  adjective: HeadLastReading,
  noun: HeadLastReading,
  at: Standing,
  grammar: InflectionFile,
): string | null {
  const { nouns } = grammar
  const form = agreeing(adjective, noun, at, nouns)
  return form && articled([form], at, grammar)
}

function agreeing(adjective: HeadLastReading, noun: HeadLastReading, at: Standing, nouns: Paradigm): string | null {
  const { gloss } = adjective
  const people = at.number === 'plural' && noun.human && !noun.many.endsWith(nouns.femininePlural)
  if (people) {
    if (adjective.many)
      return adjective.many.endsWith(nouns.people[0]!) ? soundPlural(adjective.many, at, nouns) : adjective.many
    return isElative(gloss, nouns) ? null : soundPlural(gloss + nouns.people[0]!, at, nouns)
  }
  const feminine = at.number === 'plural' || isFeminine(noun.gloss.split(' ')[0]!, nouns)
  if (feminine && isElative(gloss, nouns)) return null
  const form = feminine ? gloss + nouns.feminine : gloss
  return at.number === 'dual' ? dualOf(form, { ...at, construct: false }, nouns) : form
}

/** «أول», «آخر»: their feminines follow no ending; «أجنبي» is no such word. */
export const isElative = (form: string, nouns: Paradigm) =>
  nouns.elative.some((letter) => form.startsWith(letter)) && !nouns.nisba.some((ending) => form.endsWith(ending))

const isFeminine = (form: string, nouns: Paradigm) =>
  form.endsWith(nouns.feminine) || (nouns.eitherGenderWords?.includes(form) ?? false)

function soundPlural(form: string, { oblique, construct }: Standing, nouns: Paradigm): string {
  const nominative = nouns.regular.find((r) => r.human && r.case === 'nominative' && r.closed)
  if (!nominative || !form.endsWith(nominative.ending)) return form
  const wanted = oblique ? 'oblique' : 'nominative'
  const ending = nouns.regular.find((r) => r.human && r.case === wanted && Boolean(r.construct) === construct)
  return ending ? form.slice(0, -nominative.ending.length) + ending.ending : form
}

function dualOf(form: string, { oblique, construct }: Standing, nouns: Paradigm): string | null {
  const feminine = form.endsWith(nouns.feminine)
  const ending = nouns.regular.find(
    (r) =>
      r.number === 'dual' &&
      (r.replaces === nouns.feminine) === feminine &&
      Boolean(r.construct) === construct &&
      r.case === (oblique ? 'oblique' : 'nominative'),
  )
  // «صحراء», «مقهى»: their last letter changes before an ending.
  if (ending)
    return nouns.eitherGender?.some((last) => form.endsWith(last)) ? null : stem(form, feminine) + ending.ending
  // The nominative before an owner is not in the paradigm for masculine nouns: the one before a stop without its last letter.
  const closed = construct && dualOf(form, { number: 'dual', definite: false, oblique, construct: false }, nouns)
  return closed ? closed.slice(0, -1) : null
}

const stem = (form: string, feminine: boolean) => (feminine ? form.slice(0, -1) : form)

/** The article stands at each word of «العبوة الناسفة», and at the last alone of «نقطة التفتيش». */
function articled(words: readonly string[], at: Standing, { article, nouns }: InflectionFile): string {
  if (!at.definite || at.construct) return words.join(' ')
  const described = words
    .slice(1)
    .some((word) => nouns.nisba.concat(nouns.feminine).some((ending) => word.endsWith(ending)))
  return words.map((word, i) => (described || i === words.length - 1 ? article + word : word)).join(' ')
}
