import type { LanguagePack } from '../../../packs/index.js'
import type { Sentence, Word } from '../../analysis.js'
import type { PhraseLayer, SentenceInput } from '../grammar.js'
import type { Chunk } from './chunk.js'
import { chunk } from './chunker.js'
import { buildLexicon, type Lexicon } from './lexicon.js'
import { linkGroups } from './link-groups.js'
import { joinParticles } from './particles.js'
import { predicatesOf } from './predicates.js'
import { tag } from './tag.js'
import { settleThat } from './that-clauses.js'
import type { Token } from './token.js'
import { tokenise } from './tokenise.js'
import { settleUnknown } from './unknown-names.js'

/** The phrase layer of languages whose plain clause begins with its subject and shows functions by order. */
export function subjectFirst(language: LanguagePack): PhraseLayer {
  const lexicon = buildLexicon(language)
  const saying = (lemma: string) => lexicon.saying.has(`${lemma}/verb`)
  const pairs = (lemma: string) => lexicon.particles.get(lemma) ?? []
  return (input) => {
    const tokens = tokenise(input, lexicon)
    tag(tokens, {
      heading: input.heading || !stopped(input),
      saying,
      pairs,
      compound: (words) => lexicon.classes.has(words),
    })
    const flat = joinParticles(chunk(tokens, { lexicon, mentions: input.mentions }), lexicon)
    settleUnknown(flat, lexicon)
    const chunks = settleThat(linkGroups(flat, input.heading || !stopped(input)), lexicon)
    const predicates = predicatesOf(chunks, lexicon, input.heading || !stopped(input))
    const sentence: Sentence = {
      start: input.start,
      end: input.end,
      index: input.index,
      paragraph: input.paragraph,
      heading: input.heading,
      words: tokens.flatMap((t) => wordsOf(t, lexicon)),
      groups: groupsOf(chunks),
      predicates,
      times: input.times,
      quotes: input.quotes,
    }
    return sentence
  }
}

/** Whether the sentence ends as one; a line without a stop may be a headline. */
const stopped = (s: SentenceInput) => /[.!?…:]["”’'»)\]]*$/u.test(s.text.slice(s.start, s.end).trimEnd())

function wordsOf(t: Token, lexicon: Lexicon): Word[] {
  const classes = lexicon.classes.get(t.lemma) ?? []
  return t.words.map((w) => ({ ...w, pos: t.pos, lemma: t.words.length === 1 ? t.lemma : w.norm, classes }))
}

const groupsOf = (chunks: readonly Chunk[]) => chunks.flatMap((c) => (c.kind === 'group' ? [c.group] : []))
