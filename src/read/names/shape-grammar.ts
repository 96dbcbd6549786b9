/** What finding unknown names needs of a language; every form folded. */
export interface ShapeGrammar {
  titles: ReadonlySet<string>
  unitHeads: ReadonlySet<string>
  kunyas: ReadonlySet<string>
  /** Words, exactly as written, before the name of a clan: «آل», «بني». */
  clanHeads: ReadonlySet<string>
  /** Words with which the name of an outlet begins, or ends: Radio, Post; and such as stand behind it: "the Orvale channel". */
  outletHeads: { first: ReadonlySet<string>; last: ReadonlySet<string>; behind: ReadonlySet<string> }
  /** Words for ships, behind which the name of one stands: tanker, MV. */
  ships: ReadonlySet<string>
  /** Numbers of order, which may begin the name of a unit. */
  ordinals: ReadonlySet<string>
  /** Words that announce a person's name: «يدعى», "known as". */
  naming: ReadonlySet<string>
  /** Those of them that announce a person's only, each as its words one space apart: "who gave his name as". */
  namingPersons: ReadonlySet<string>
  /** Kunya words with what is written onto them («لأبي»), and how many letters that is. */
  writtenOnto: ReadonlyMap<string, number>
  placeHeads: ReadonlyMap<string, string>
  /** Words of direction with which the name of a state or province may begin: «ولاية غرب كردفان». */
  compass: ReadonlySet<string>
  /** Words that name a body or a stretch of ground, and those before which they name ground: "on the Ostby front". */
  stretches: { heads: ReadonlySet<string>; before: ReadonlySet<string> }
  locatives: ReadonlySet<string>
  /** Articles of a single unnamed one: behind "a" stands somebody of a people, not a body. */
  articles: ReadonlySet<string>
  /** Articles of what is known: behind "the" a name of several words is no person's. */
  definites: ReadonlySet<string>
  /** Given names: in a script without capitals, what shows that a person is named. */
  givenNames: ReadonlySet<string>
  /** Words that may stand inside any name: of, bin, al. */
  inner: ReadonlySet<string>
  /** Words that may stand inside the name of a body only: and, for. */
  innerOfBodies: ReadonlySet<string>
  /** Those of them that list bodies too: and. */
  listing: ReadonlySet<string>
  /** Words of place that stand before two sides as well: between. */
  between: ReadonlySet<string>
  /** Whether a lexicon knows the form as a common word. */
  isCommon(form: string): boolean
  /** Whether a lexicon knows the form as it stands, with no pronoun on it: «الهوني» is no «هون» of mine. */
  isListed(form: string): boolean
  /** Whether the word, exactly as written, is a function word: «على» is none of the men called «علي». */
  isFunctionWord(written: string): boolean
  /** Whether the form carries the article. */
  isDefinite(form: string): boolean
  /** Whether it ends as adjectives of belonging do: «الساعدي». */
  isNisba(form: string): boolean
  /** What a form can be, with its article or without; only where no capitals show names. */
  senseOf?: (form: string) => WordSense | undefined
  /** Whether it is a form of a verb that tells something, with a conjunction written onto it or without. */
  tells(form: string): boolean
  /** Words that name an account and behind which whoever gives it stands: «وفق», «بحسب». */
  accounts: ReadonlySet<string>
  /** Words that begin what is told: «إن», «أن». */
  contents: ReadonlySet<string>
  /** Whether a word, as written, has the sign of an indefinite object: «رئيساً». */
  isAccusative(written: string): boolean
  /** Whether a preposition is written onto the form: «لوكالة». */
  hasPreposition(form: string): boolean
  /** Words that a noun before them rules, never a name: «أي», «كل». */
  ruled: ReadonlySet<string>
  /** Whether capitals mean anything in this language. */
  letterCase: boolean
}

/** What a word of the language can be, as far as it decides whether it is part of a name. */
export interface WordSense {
  /** A noun or adjective. */
  noun: boolean
  /** A noun for people. */
  human: boolean
  /** A form of a verb that tells something. */
  says: boolean
  /** A form of a verb, or the name of an act. */
  acts: boolean
  /** The name of an act: «تسليم». */
  act: boolean
  /** Of a class that fills a slot: a weapon, a vehicle, money. */
  classed: boolean
  /** Only an object or an adverb: «رئيسا». */
  object: boolean
}
