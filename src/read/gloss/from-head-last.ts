import type { SayingsFile } from '../../packs/index.js'
import { FIGURES } from './figures.js'
import type { GlossNames } from './gloss-names.js'
import type { HeadLastLexicon, HeadLastReading } from './head-last-lexicon.js'
import { type HeadLastWord, headLastWords } from './head-last-words.js'
import { inflectAdjective, inflectNoun, isElative, type Standing } from './inflect-gloss.js'

/** What a noun is told with. */
interface Told {
  oblique: boolean
  definite: boolean
  whose?: string
  count?: number
  owner?: Owner
}

/** Whose or of what something is; `definite`: it is known which. */
interface Owner {
  text: string
  definite: boolean
}

/** From three to ten things are counted by their plural, from eleven by the accusative singular, from a hundred by the singular. */
const FEWEST_SINGULAR = 11
const FEWEST_PLAIN = 100

/**
 * Glosses a description of a language that puts adjectives before the noun ("two local officials of the group") in one that
 * puts them behind it and inflects both («مسؤولان محليان من الجماعة»). Null where the words do not make one.
 */
export function fromHeadLast(
  text: string,
  lexicon: HeadLastLexicon,
  names: GlossNames,
  style: Pick<SayingsFile, 'locale' | 'oblique'>,
): string | null {
  const words = headLastWords(text, lexicon, names)
  return words && new Phrase(words, lexicon, style).whole()
}

/** One pass over the words, from the first to the last; each method takes what it can and moves on. */
class Phrase {
  private at = 0
  constructor(
    private readonly words: readonly HeadLastWord[],
    private readonly lexicon: HeadLastLexicon,
    private readonly style: Pick<SayingsFile, 'locale' | 'oblique'>,
  ) {}

  /** Parts joined by conjunctions and prepositions, to the end. */
  whole(): string | null {
    const opening = this.take('preposition')
    const first = this.part(opening !== undefined, false)
    let out = first === null ? null : opening ? `${opening.gloss} ${first}` : first
    while (out !== null && this.at < this.words.length) {
      const and = this.take('conjunction')
      const joint = and ?? this.take('preposition')
      const next = joint ? this.part(!and, false) : null
      // «و» is written onto the word behind it.
      out = next === null ? null : `${out} ${joint!.gloss}${joint!.gloss.length > 1 ? ' ' : ''}${next}`
    }
    return out
  }

  /** "dozens of fighters", "at least 12 men", "the leaders of the group"; `definite`: it takes the article whatever the text has. */
  private part(oblique: boolean, definite: boolean): string | null {
    // "some fighters", but "some 30 fighters".
    const portion = this.words[this.at + 1]?.value === undefined ? this.take('portion') : undefined
    const led = portion ?? this.take('quantifier')
    if (led) {
      const rest = this.part(true, portion !== undefined)
      return rest === null ? null : `${led.gloss} ${rest}`
    }
    const phrase = this.take('phrase')
    if (phrase) return phrase.gloss
    const article = this.take('article')
    const whose = this.take('pronoun')
    const isDefinite = definite || article?.gloss === this.lexicon.inflection.article
    const told: Told = { oblique, definite: isDefinite, ...(whose && { whose: whose.gloss }) }
    const value = this.words[this.at]?.value
    if (value === undefined || (value === 1 && this.sees('adjective'))) return this.owned(told)
    this.at++
    const figures = new Intl.NumberFormat(this.style.locale, FIGURES).format(value)
    const from = this.take('partitive')
    if (from) {
      const rest = this.part(true, true)
      return rest === null ? null : `${figures} ${from.gloss} ${rest}`
    }
    if (!this.sees('noun') && !this.sees('adjective')) return figures
    return whose ? null : this.noun({ ...told, count: value })
  }

  /** "the group's fighters", "their vehicle", "the fighters of the group". */
  private owned(told: Told): string | null {
    let end = this.at
    while (isNominal(this.words[end])) end++
    if (!this.words[end]?.owns) return this.noun(told)
    const owner = this.noun({ ...told, oblique: true }, end)
    this.at = end + 1
    return owner === null
      ? null
      : this.noun({ oblique: told.oblique, definite: true, owner: { text: owner, definite: true } })
  }

  /** A noun with what stands before it and its owner behind; `end`: it goes no further. */
  private noun(told: Told, end = this.words.length): string | null {
    const from = this.at
    while (this.at < end && isNominal(this.words[this.at])) this.at++
    const run = this.words.slice(from, this.at)
    const last = run.pop()
    if (last?.name !== undefined) {
      const bare = run.length === 0 && told.count === undefined && !told.owner && !told.whose
      return bare ? this.called(last.name, told.oblique) : null
    }
    const head = last?.readings.find((one) => one.pos === 'noun')
    if (!head) return null
    const adjectives: HeadLastReading[] = []
    const owners: Owner[] = told.owner ? [told.owner] : []
    for (const word of run) {
      const adjective = word.readings.find((one) => one.pos === 'adjective')
      if (adjective) adjectives.unshift(adjective)
      else owners.push(this.modifier(word, told.definite))
    }
    const number = numberOf(head, told.count)
    if (this.at < end && this.take('partitive')) {
      const next = this.words[this.at]
      if (next?.value !== undefined && next.value !== 1) return null
      const definite =
        next?.name !== undefined ||
        next?.readings.some(({ pos, gloss }) => pos === 'pronoun' || gloss === this.lexicon.inflection.article)
      const text = this.part(true, false)
      if (text === null) return null
      // "a member of the group" is one of several: «عضو من الجماعة».
      if (number === 'singular' && !told.definite && definite) return this.oneOf(head, adjectives, told, text)
      owners.push({ text, definite: definite ?? false })
    }
    if (owners.length > 1 || owners[0]?.text === '') return null
    return this.inflected(head, number, adjectives, { ...told, ...(owners[0] && { owner: owners[0] }) })
  }

  private oneOf(
    head: HeadLastReading,
    adjectives: readonly HeadLastReading[],
    told: Told,
    whole: string,
  ): string | null {
    const one = this.inflected(head, 'singular', adjectives, told)
    return one && `${one} ${this.lexicon.partitive} ${whole}`
  }

  /** A noun or name before another: "prison officials". */
  private modifier(word: HeadLastWord, definite: boolean): Owner {
    if (word.name !== undefined) return { text: this.called(word.name, true), definite: true }
    const noun = word.readings.find((one) => one.pos === 'noun')
    const number = noun?.several ? 'plural' : 'singular'
    return { text: (noun && this.form(noun, { number, definite, oblique: true, construct: false })) ?? '', definite }
  }

  private inflected(
    head: HeadLastReading,
    number: Standing['number'],
    adjectives: readonly HeadLastReading[],
    { oblique, definite, whose, count = 0, owner }: Told,
  ): string | null {
    const { inflection } = this.lexicon
    const construct = owner !== undefined || whose !== undefined
    if (construct && head.gloss.includes(' ')) return null
    const counted = count >= 3
    const at: Standing = { number, definite, oblique: oblique || (counted && !definite), construct }
    const form = this.form(head, at)
    if (form === null) return null
    const known = definite || whose !== undefined || owner?.definite === true
    const described = adjectives.map((one) =>
      inflectAdjective(one, head, { ...at, definite: owner ? owner.definite : known, construct: false }, inflection),
    )
    if (described.includes(null)) return null
    const singular = counted && !definite && count >= FEWEST_SINGULAR && count < FEWEST_PLAIN
    const [noun = '', ...behind] = [
      whose === undefined ? form : this.bound(form, whose, at),
      ...(described as string[]),
    ].map((word) => (singular ? this.accusative(word) : word))
    // "the Security Belt forces": the name says already that they are forces.
    const itself = owner?.text.split(' ')[0] === form
    const words = itself ? [owner!.text, ...behind] : [noun, ...(owner ? [owner.text] : []), ...behind]
    if (!counted) return words.join(' ')
    const figures = new Intl.NumberFormat(this.style.locale, FIGURES).format(count)
    return definite ? `${words.join(' ')} ${inflection.article}ـ${figures}` : `${figures} ${words.join(' ')}`
  }

  /** A name as it stands alone or behind a noun: «الحوثيون», «مواقع الحوثيين». */
  private called(name: string, oblique: boolean): string {
    const [first = '', ...rest] = name.split(' ')
    const ending = oblique ? Object.entries(this.style.oblique).find(([from]) => first.endsWith(from)) : undefined
    return [ending ? first.slice(0, -ending[0].length) + ending[1] : first, ...rest].join(' ')
  }

  private form(noun: HeadLastReading, at: Standing): string | null {
    return inflectNoun(noun, at, this.lexicon.inflection)
  }

  /** «قوة» → «قوتها», «أعضاء» → «أعضاؤها», «أعضائها». */
  private bound(noun: string, whose: string, { oblique }: Standing): string {
    const { nouns } = this.lexicon.inflection
    const changed = this.lexicon.endings.filter(({ alone }) => noun.endsWith(alone))
    const ending = changed.length > 1 && !oblique ? changed[1] : changed[0]
    const stem = ending ? noun.slice(0, -ending.alone.length) + ending.joined : noun
    return (stem.endsWith(nouns.shortened) ? stem.slice(0, -1) + nouns.accusative : stem) + whose
  }

  private accusative(noun: string): string {
    const { accusative, tanwin, noAccusative } = this.lexicon.inflection.nouns
    const none = noAccusative.some((last) => noun.endsWith(last)) || noun.includes(' ')
    return none || isElative(noun, this.lexicon.inflection.nouns) ? noun : noun + tanwin + accusative
  }

  private sees(pos: HeadLastReading['pos']): boolean {
    return this.words[this.at]?.readings.some((one) => one.pos === pos) ?? false
  }

  private take(pos: HeadLastReading['pos']): HeadLastReading | undefined {
    const found = this.words[this.at]?.readings.find((one) => one.pos === pos)
    if (found) this.at++
    return found
  }
}

const isNominal = (word: HeadLastWord | undefined) =>
  word !== undefined &&
  (word.name !== undefined || word.readings.some(({ pos }) => pos === 'noun' || pos === 'adjective'))

function numberOf(head: HeadLastReading, count: number | undefined): Standing['number'] {
  if (count === 2) return 'dual'
  if (count === undefined) return head.several ? 'plural' : 'singular'
  return count >= 3 && count < FEWEST_SINGULAR ? 'plural' : 'singular'
}
