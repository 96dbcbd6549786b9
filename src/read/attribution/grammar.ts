import type { ClassTree } from '../frames/classes.js'

/** What the packs know of passing words on, in one language; every key folded. */
export interface AttributionGrammar {
  /** `lemma/pos` of a predicate of saying → what kind of saying it is. */
  saying: ReadonlyMap<string, SayingKind>
  /** The same for verbs that say something only with certain words behind them ("put the toll at"). */
  sayingWith: ReadonlyMap<string, { kind: SayingKind; words: ReadonlySet<string> }>
  /** Folded words that call what was said untrue: those with which a verb of saying denies. */
  untrue: ReadonlySet<string>
  /** Folded prepositions of what is called untrue: «لا صحة لـ». */
  untrueBehind: ReadonlySet<string>
  /** Folded word sequences behind a paper that introduce its issuer: "published by", «صادر عن». */
  issued: readonly (readonly string[])[]
  /** Verbs of whoever saw a paper or got it: "a draft seen by". */
  seen: ReadonlySet<string>
  /** Folded word sequences at the head of a sentence that is still told by whoever told the one before. */
  goesOn: readonly (readonly string[])[]
  /** Verbs of whoever gets or has word of something: "gathered testimony that …". */
  holding: ReadonlySet<string>
  /** Verbs by which word of something comes from somebody: "the news came from", «أدلى بهذه المعلومات». */
  giving: ReadonlySet<string>
  /** Nouns that stand for what was just told, and nothing else: "the information", «هذه الرواية». */
  words: ReadonlySet<string>
  /** Folded word sequences at the head of a sentence that say whose word the one before was: "that is what", «هذا ما». */
  pointingBack: readonly (readonly string[])[]
  /** Prepositions of whose lips it came from: «على لسان». */
  tongues: ReadonlySet<string>
  /** Words by which a text points at its own outlet: "this newspaper". */
  pointing: ReadonlySet<string>
  /** Last words of the names of outlets: "Courier", "Post". */
  outletHeads: ReadonlySet<string>
  /** Verbs of whoever asks others what they know: "interviewed". */
  asking: ReadonlySet<string>
  /** Verbs of whoever says more: "added", «تابع». */
  adding: ReadonlySet<string>
  /** Verbs of whoever speaks against what others say: "insisted", "countered". */
  countering: ReadonlySet<string>
  /** Words that stand for one more of those told of: "another", "a third". */
  oneMore: ReadonlySet<string>
  /** Words for what somebody tells of it all: "gave another account", "paint a grim picture". */
  accounts: ReadonlySet<string>
  /** Folded word sequences at the head of a sentence that tells the terms of a deal told before: «بموجب ما». */
  terms: readonly (readonly string[])[]
  /** Folded word sequences of whoever tells what nobody has confirmed: "unverified", «غير مؤكدة». */
  unconfirmed: readonly (readonly string[])[]
  /** `lemma/pos` of a governor → what it does to the event it governs. */
  governors: ReadonlyMap<string, GovernorEffect>
  /** Verbs of managing something, as `lemma/pos`; governors that leave it asserted. */
  achieving: ReadonlySet<string>
  /** Words for "before" that open a clause. */
  beforeIt: ReadonlySet<string>
  /** Lemmas of modals and adverbs that hedge, plan or foretell the predicate they stand with. */
  modals: ReadonlyMap<string, GovernorEffect>
  /** "according to", «وفقا ل»: folded word sequences that introduce a transmitter, by their first word, longest first. */
  according: ReadonlyMap<string, readonly (readonly string[])[]>
  /** «نقلا عن»: those of them that introduce whoever the transmitter just named has it from. */
  citing: readonly (readonly string[])[]
  /** "on the strength of": those of them that introduce words, and with them whose words they are. */
  basing: readonly (readonly string[])[]
  /** Prepositions of whom somebody is with: "interviews with". */
  company: ReadonlySet<string>
  /** What stands before an author's name, folded: "by", «بقلم». */
  bylines: readonly string[]
  /** What marks an article of opinion, folded: "the views expressed", «بقلم». */
  opinion: readonly string[]
  /** Ordinals, which open the items of a list: «ثانيا», "third". */
  ordinals: ReadonlySet<string>
  /** Prepositions that say where a source sits ("a source in …"). */
  seats: ReadonlySet<string>
  /** Prepositions behind a paper that name its issuer: "by", «ل», «عن». */
  issuing: ReadonlySet<string>
  tree: ClassTree
  /** Words for what is said after "according to": "what", «ما». */
  whatIsSaid: ReadonlySet<string>
  /** Words that open what is said: "that", «أن». */
  thatWords: ReadonlySet<string>
  /** Prepositions that mark whom one learns something from. */
  from: ReadonlySet<string>
  /** Prepositions that mark whom a quoting verb quotes: those of aboutness («نقل عن»). */
  quoted: ReadonlySet<string>
  /** Prepositions of the way that words take: «عبر», "through". */
  channels: ReadonlySet<string>
  /** Prepositions of the way something is done: "by", "through", «عبر». */
  ways: ReadonlySet<string>
  /** Prepositions of what there was not: "without", «دون». */
  lacking: ReadonlySet<string>
  /** Prepositions of the place where something is said: «جاء في التقرير». */
  within: ReadonlySet<string>
  /** Prepositions before the outlet by which somebody makes his word known: "via", «عبر». */
  through: ReadonlySet<string>
  /** Prepositions that mark to whom words are ascribed: «نسب إلى», "attributed to". */
  ascribed: ReadonlySet<string>
  /** Prepositions of what somebody is called or serves as: "as", «بصفة». */
  capacity: ReadonlySet<string>
  /** Words that set one voice beside another: "whereas", «فيما». */
  whereas: ReadonlySet<string>
  /** The outlet that a name means, and the sort of an entity, as the packs know them. */
  entityOf(name: string): string | undefined
  sortOf(entity: string | undefined): string | undefined
  /** Classes of a group that can transmit, each with the kind of hop it makes. */
  hopKinds: readonly (readonly [cls: string, kind: string])[]
}

export type SayingKind =
  | 'say'
  | 'claim'
  | 'deny'
  | 'accuse'
  | 'confirm'
  | 'report'
  | 'announce'
  | 'believe'
  | 'observe'
  | 'admit'
  | 'quote'
  | 'attribute'
  | 'learn'
  | 'demand'
  | 'promise'
  | 'reply'

export type GovernorEffect = 'planned' | 'predicted' | 'alleged' | 'denied' | 'negated' | 'asserted'
