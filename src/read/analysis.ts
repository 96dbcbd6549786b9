import type { Mention, Span } from '../model/index.js'

/**
 * What the phrase layer says of a sentence, in terms that hold for any language: words, noun groups, and predicates
 * (verbs and event nouns) with what stands in each grammatical function around them and what governs them. The steps
 * after it (frames, attribution, status, merge) see only this, never a language.
 */

/** A word of a sentence after clitics were split off; offsets into the document's text. */
export interface Word extends Span {
  /** As it stands, without its clitics. */
  text: string
  /** Folded form, the key for look-ups. */
  norm: string
  /** Dictionary forms it can be, best first. */
  lemma: string
  /** Part of speech in this place. */
  pos: PartOfSpeech
  /** Index of the mention that covers it. */
  mention?: number
  /** Classes its lemma has in the lexicon: detainee, weapon, group, event … */
  classes: readonly string[]
}

export type PartOfSpeech =
  | 'noun'
  | 'name'
  | 'adjective'
  | 'verb'
  | 'auxiliary'
  | 'pronoun'
  | 'determiner'
  | 'preposition'
  | 'conjunction'
  | 'subordinator'
  | 'relative'
  | 'particle'
  | 'adverb'
  | 'number'
  | 'time'
  | 'punctuation'
  | 'negation'

/** A number as stated: «عشرات» is { min: 20 }, "86" { min: 86, max: 86 }, "a number of" neither. */
export interface Quantity extends Span {
  min: number | null
  max: number | null
}

/** Person, number and gender of a pronoun or of a verb's ending; 'dual' only where the language marks it. */
export interface Agreement {
  person?: 1 | 2 | 3
  number?: 'singular' | 'dual' | 'plural'
  gender?: 'masculine' | 'feminine'
}

/** A noun group: what can fill a slot. Coordinated groups are one group with `members`. */
export interface NounGroup extends Span {
  /** Head word's dictionary form and its own span. */
  lemma: string
  head: Span
  /** Classes of head and of the mention it is: group, person, place, weapon, detainee, event, time, source … */
  classes: readonly string[]
  definite: boolean
  /** Index into the document's mentions, where its head (or its genitive, «عناصر تنظيم القاعدة») is a known name. */
  mention?: number
  quantity?: Quantity
  /** Marked as one thing by its article ("a driver"). */
  single?: true
  /** Whoever it may be ("anyone who", "whoever"). */
  anybody?: true
  /** Set where the group is a pronoun, a suffix pronoun, or a subject that only the verb's ending shows. */
  pronoun?: Agreement
  /** A subject that is not written: the group spans the verb whose ending shows it. */
  implied?: true
  /** Gender and number with which other words agree; `feminine` is absent where the word does not show it. */
  agreement?: { feminine?: boolean; number: 'singular' | 'dual' | 'plural'; human: boolean }
  /** In the plural, where nothing but number shows. */
  plural?: boolean
  /** Coordinated members, each a group of its own ("Aden, Abyan and Taiz"). */
  members?: NounGroup[]
  /** The party that a place's name also is: behind "from", a state gives as well as it lies somewhere. */
  state?: string
  /** Its genitive or of-phrase ("elements of X", «عناصر X»). */
  of?: NounGroup
  /** Apposed group that names the same thing ("the leader of Y, X"). */
  apposed?: NounGroup
  /** An adjective that names a side («مشرف حوثي»), as a group of its own. */
  nisba?: NounGroup
  /** Folded adjectives and nisbas within it: unknown, armed, «حوثي» … */
  modifiers: readonly string[]
  /** "each other": nobody but those who act. */
  mutual?: true
  /** What a pronoun or description («التنظيم», "the group", "the two sides") refers to, set by the names step. */
  referents?: NounGroup[]
}

/**
 * Grammatical functions around a predicate, already undone for voice: S is who acts (active subject, passive agent),
 * O who or what it is done to (active object, passive subject), O2 a second object ("gave THEM drones"). For nouns S and
 * O are filled where the grammar shows them, else the genitive stands in G and the premodifier or possessive in X.
 * Prepositional phrases are keyed by the preposition's folded form, each list in the order of the text.
 */
export interface Functions {
  S: NounGroup[]
  O: NounGroup[]
  O2: NounGroup[]
  G: NounGroup[]
  X: NounGroup[]
  P: Record<string, NounGroup[]>
  /** Whom or what the act is done to that hangs on this one, where a unit asks for such an act. */
  V?: NounGroup[]
  /** Who acts in the one that this act hangs on, where a unit asks for it: who demands it. */
  U?: NounGroup[]
}

/** How a predicate hangs on the one that governs it. */
export type Government =
  | 'content' // said, believed, agreed that …; also quotation
  | 'complement' // infinitive, gerund, masdar that the governor calls for ("agreed to release", «اتفقا على إطلاق»)
  | 'purpose' // "in order to", «بهدف», «لـ» + masdar
  | 'return' // "in exchange for", «مقابل»
  | 'object' // the event noun is the governor's object ("announced the release")
  | 'of' // the event noun is a noun's genitive ("a plan of attacks", «عملية إطلاق»)
  | 'light' // the governor only supports the noun ("carried out an attack")
  | 'relative' // inside a relative clause on the governor's dependent
  | 'adverbial' // "after", «بعد», "while", «حيث»
  | 'conjunct' // coordinated with it, sharing its subject where it has none of its own

/** A verb group or event noun with its functions. */
export interface Predicate {
  /** Position in the sentence's list. */
  index: number
  /** Dictionary form; the key under which frames, saying verbs and governors are found. */
  lemma: string
  pos: 'verb' | 'noun'
  /** Of an event noun, the verb whose act it names: «تسليم» of «سلّم». */
  act?: { lemma: string; transitive: boolean }
  /** Its own words ("has not released", «تم الإفراج»). */
  span: Span
  /** The clause: from its first to its last dependent. */
  clause: Span
  functions: Functions
  passive: boolean
  negated: boolean
  /** It stands in a condition («إذا هاجم الجيش …»): nobody says that it happened or will. */
  supposed?: true
  /** It only names some of those to whom what was told before was done ("Among those freed was a priest"). */
  someOf?: true
  /** Event nouns: whether definite (a repeat) or indefinite (news); verbs: true. */
  definite: boolean
  form: 'finite' | 'infinitive' | 'gerund' | 'participle' | 'noun'
  tense?: 'past' | 'present' | 'future'
  /** Dictionary forms of modals, hedges and phase verbs over it (may, will, begin, «قد», «سوف»). */
  modality: readonly string[]
  governor?: {
    predicate: number
    as: Government /** the connecting word's folded form, e.g. مقابل, after */
    by?: string
  }
  /** Verb agreement where there is no subject to be found in the clause. */
  agreement?: Agreement
  /** Number stated of the event itself ("three attacks", «هجومان»). */
  quantity?: Quantity
}

/** A time expression, resolved as far as the text allows. */
export interface TimeExpression extends Span {
  text: string
  from: string | null
  to: string | null
  precision: 'day' | 'month' | 'year' | 'range' | 'unknown'
}

/** One sentence with all that was found in it. `paragraph` counts from 0; a heading governs what follows. */
export interface Sentence extends Span {
  index: number
  paragraph: number
  heading: boolean
  words: Word[]
  groups: NounGroup[]
  predicates: Predicate[]
  times: TimeExpression[]
  /** Spans between quotation marks, without the marks; a quotation may run over several sentences. */
  quotes: Span[]
}

/** A document on its way through the cascade. */
export interface Analysis {
  text: string
  language: string
  mentions: Mention[]
  sentences: Sentence[]
}
