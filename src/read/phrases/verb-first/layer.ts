import { firstBehind, type Mention, overlapping } from '../../../model/index.js'
import type { LanguagePack } from '../../../packs/index.js'
import { fold } from '../../../text/index.js'
import type { NounGroup, Sentence, Word } from '../../analysis.js'
import type { PhraseLayer, SentenceInput } from '../grammar.js'
import { chunksOf } from './chunks.js'
import { readClauses } from './clauses.js'
import { joinActAndDeed, resolveControl } from './control.js'
import { asPredicate, type Draft } from './draft.js'
import { lexiconOf } from './lexicon.js'
import { statedQuantity } from './stated-quantity.js'
import { sentenceWords, type Tok, type WordGrammar } from './words.js'
import { cliticGrammar, wordAnalyser } from './written-word.js'

/**
 * The phrase layer of languages whose plain clause begins with its verb and whose words carry conjunctions,
 * prepositions and pronouns (Arabic). All words come from the pack; there is no tagger: the lexicon says what a form
 * can be, its neighbours which of that it is.
 */
export function verbFirst(language: LanguagePack): PhraseLayer {
  const lexicon = lexiconOf(language)
  const { tables } = lexicon
  const { inflection } = tables
  const grammar: WordGrammar = {
    lexicon,
    analyse: wordAnalyser(lexicon, cliticGrammar(tables.clitics, inflection)),
    conjunctions: inflection.conjunctions.map(fold),
    pronouns: inflection.pronouns as WordGrammar['pronouns'],
    passiveMarks: inflection.passiveMarks,
    fused: (tables.clitics.fusions ?? []).map((f) => fold(f.form)),
  }
  return (input) => analyseSentence(input, grammar)
}

function analyseSentence(input: SentenceInput, grammar: WordGrammar): Sentence {
  const { text, mentions } = input
  const toks = sentenceWords(text, input.tokens, within(mentions, input), input.times, grammar)
  const { lexicon } = grammar
  const quantity = (span: { start: number; end: number }) => statedQuantity(toks, span, lexicon)
  const chunks = chunksOf({ text, toks, mentions, lexicon, quantity })
  const drafts = readClauses(chunks, toks, lexicon)
  resolveControl(drafts, lexicon)
  joinActAndDeed(drafts)
  const order = new Map<Draft, number>(drafts.map((d, i) => [d, i]))
  const predicates = drafts.map((d, i) => asPredicate(d, i, (x) => order.get(x) ?? -1))
  return {
    start: input.start,
    end: input.end,
    index: input.index,
    paragraph: input.paragraph,
    heading: input.heading,
    words: toks.map(asWord),
    groups: chunks.flatMap((c) => (c.group ? [c.group as NounGroup] : [])),
    predicates,
    times: input.times,
    quotes: input.quotes,
  }
}

/** The mentions that lie in the sentence, with their place in the document's list; the list is sorted. */
function within(mentions: readonly Mention[], span: { start: number; end: number }): (Mention & { at: number })[] {
  const first = firstBehind(mentions, span.start)
  return overlapping(mentions, span).map((mention, i) => ({ ...mention, at: first + i }))
}

function asWord(t: Tok): Word {
  const { start, end, text, norm, lemma, pos, mention, classes } = t
  const part = (pos as string) === 'quantifier' ? 'determiner' : pos
  return { start, end, text, norm, lemma, pos: part, classes, ...(mention !== undefined && { mention }) }
}
