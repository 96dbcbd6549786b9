import type { Mention, Span } from '../../model/index.js'
import type { LanguagePack } from '../../packs/index.js'
import type { Token } from '../../text/index.js'
import type { Sentence, TimeExpression } from '../analysis.js'

/** What a phrase layer is given for one sentence: where it stands, its tokens, the names and times already found in it. */
export interface SentenceInput extends Span {
  text: string
  index: number
  paragraph: number
  heading: boolean
  tokens: readonly Token[]
  mentions: readonly Mention[]
  times: TimeExpression[]
  quotes: Span[]
}

/** Words to noun groups and predicates; one for each order of the clause, chosen by the language's manifest. */
export type PhraseLayer = (input: SentenceInput) => Sentence

/** Builds a phrase layer from a language's word lists. */
export type PhraseLayerBuilder = (language: LanguagePack) => PhraseLayer
