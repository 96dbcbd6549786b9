import type { SayingsFile } from '../../packs/index.js'
import { FIGURES } from './figures.js'
import type { HeadFirstReading } from './head-first-lexicon.js'
import type { HeadFirstWord } from './head-first-words.js'

type Style = NonNullable<SayingsFile['description']>

/** A noun phrase in the other language, without its article. */
interface Group {
  text: string
  definite: boolean
  /** Takes the indefinite article: one thing that can be counted. */
  single: boolean
  /** Takes no article at all: a name, or something whose owner is told before it. */
  bare: boolean
  /** Nothing that can be counted, in one word: it can stand before another noun ("oil fields"). */
  stuff: boolean
}

/**
 * Glosses a description of a language that puts the noun before its adjectives and its owner behind it («قادة الجماعة
 * المسلحة») in one that puts adjectives first ("the commanders of the armed group"). Null where the words do not make one.
 */
export function fromHeadFirst(words: readonly HeadFirstWord[], style: Style, locale: string): string | null {
  const text = new Description(words, style, new Intl.NumberFormat(locale, FIGURES)).whole()
  return text && Object.entries(style.joined).reduce((told, [apart, one]) => told.replaceAll(apart, one), text)
}

const DESCRIBES = new Set<HeadFirstReading['pos']>(['adjective', 'participle'])

/** One pass over the words, from the first to the last; each method takes what it can and moves on. */
class Description {
  private at = 0
  constructor(
    private readonly words: readonly HeadFirstWord[],
    private readonly style: Style,
    private readonly figures: Intl.NumberFormat,
  ) {}

  /** Parts joined by conjunctions and prepositions, to the end; «خلال الأيام الماضية» begins with one. */
  whole(): string | null {
    const opening = this.take('preposition')
    const first = this.part(true)
    let out = first === null ? null : [opening?.gloss, first].filter(Boolean).join(' ')
    while (out !== null && this.at < this.words.length) {
      const counted = this.words[this.at - 1]?.value ?? this.words[this.at + 1]?.value
      const joint =
        (counted !== undefined && this.take('partitive')) || this.take('conjunction') || this.take('preposition')
      const next = joint && this.part(true)
      out = next ? `${out} ${joint.gloss} ${next}` : null
    }
    return out
  }

  /** «بعض المقاتلين», «هذه الفصائل», «عشرة أسرى», «قيادي». */
  private part(articles: boolean): string | null {
    const word = this.words[this.at]
    const led = this.sees('noun') ? undefined : (this.take('quantifier') ?? this.take('demonstrative'))
    if (led) {
      // "most of the fighters", but "these fighters", "any fighter".
      const partly = led.gloss.endsWith(` ${this.style.genitive}`)
      const rest = !partly && this.at === this.words.length ? '' : this.part(partly)
      if (rest === null) return null
      const several = led.pos === 'demonstrative' && rest.endsWith(this.style.plural)
      return `${several && led.many !== led.gloss + this.style.plural ? led.many : led.gloss} ${rest}`.trim()
    }
    if (word?.value !== undefined) {
      this.at++
      const number = this.figures.format(word.value)
      const group = this.noun(word.value)
      if (group) return `${number} ${group.text}`
      return word.definite ? `${this.style.definite} ${number}` : number
    }
    const group = this.noun()
    return group && (articles ? this.articled(group) : group.text)
  }

  /**
   * A noun with its adjectives and the noun that it belongs to. `count`: how many of them were told before it; `owned`: what
   * belongs to it, which takes the adjective that fits both where it is stuff («وزارة الصحة اللبنانية»).
   */
  private noun(count?: number, owned?: HeadFirstReading): Group | null {
    const name = this.take('phrase')
    if (name) return { text: name.gloss, definite: true, single: false, bare: true, stuff: false }
    const word = this.words[this.at]
    const head = this.take('noun')
    if (!word || !head) return null
    const one = count === undefined ? head.number !== 'plural' && head.number !== 'dual' : count === 1
    const counted = head.many !== head.gloss
    let noun = one ? head.gloss : head.many
    const bare = word.whose !== undefined
    let definite = word.definite || bare
    let before = owned && !counted ? [] : this.adjectives(head, definite)
    let after = ''
    const plain = !definite && !head.closed && before.length === 0
    if (plain && (this.sees('noun') || this.sees('phrase'))) {
      // «بلدة الصور»: what follows a word for a place is a name, not the pictures that it means.
      if (head.announces && !this.sees('phrase')) return null
      const owner = this.noun(undefined, head)
      if (!owner) return null
      definite = owner.definite && !(owner.bare && !one)
      if (owner.stuff && !this.sees('conjunction')) noun = `${owner.text} ${noun}`
      else after = ` ${this.style.genitive} ${this.articled(owner)}`
      before = this.adjectives(head, owner.definite)
    }
    const inFigures = definite && this.words[this.at]?.definite ? this.words[this.at]?.value : undefined
    if (inFigures !== undefined) {
      before.unshift(this.figures.format(inFigures))
      this.at++
    }
    if (count === undefined && head.number === 'dual') before.unshift(this.style.dual)
    const takes = before.length > 0 && this.words[this.at - 1]?.readings.some((one) => one.pos === 'participle')
    const complement = takes && this.take('complement')
    if (complement) {
      const whom = this.part(true)
      if (whom === null) return null
      after = `${after} ${before.shift()} ${complement.gloss} ${whom}`
    }
    const text = [...(bare ? [word.whose] : []), ...before, noun].join(' ') + after
    return { text, definite, single: one && counted && !bare, bare, stuff: !counted && !text.includes(' ') }
  }

  /** Adjectives that agree with a noun, in the order in which the other language puts them. */
  private adjectives(head: HeadFirstReading, definite: boolean): string[] {
    const out: string[] = []
    for (;;) {
      const word = this.words[this.at]
      if (!word || word.whose !== undefined || word.definite !== definite) return out
      const adjective = word.readings.find((one) => DESCRIBES.has(one.pos) && agrees(head, one))
      if (!adjective) return out
      out.unshift(adjective.gloss)
      this.at++
    }
  }

  private articled(group: Group): string {
    if (group.bare) return group.text
    if (group.definite) return `${this.style.definite} ${group.text}`
    if (!group.single) return group.text
    const [plain, vowel] = this.style.indefinite
    return `${this.style.vowels.includes(group.text[0]!.toLowerCase()) ? vowel : plain} ${group.text}`
  }

  private sees(pos: HeadFirstReading['pos']): boolean {
    return this.words[this.at]?.readings.some((one) => one.pos === pos) ?? false
  }

  private take(pos: HeadFirstReading['pos']): HeadFirstReading | undefined {
    const found = this.words[this.at]?.readings.find((one) => one.pos === pos)
    if (found) this.at++
    return found
  }
}

/** Things of which there are several take the feminine singular; people a plural, or the same in the press. */
function agrees(noun: HeadFirstReading, adjective: HeadFirstReading): boolean {
  const sameGender =
    noun.feminine === undefined || adjective.feminine === undefined || noun.feminine === adjective.feminine
  if (noun.number === 'plural') return adjective.number === 'plural' || adjective.feminine === true
  if (noun.number === 'dual') return adjective.number !== 'singular'
  return adjective.number === 'singular' && sameGender
}
