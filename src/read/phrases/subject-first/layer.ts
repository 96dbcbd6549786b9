import type { LanguagePack } from '../../../packs/index.js'
import type { Predicate, Sentence, Word } from '../../analysis.js'
import type { PhraseLayer, SentenceInput } from '../grammar.js'
import { setApart } from './apart.js'
import { apposeBracketed, type Bracketed } from './appositions.js'
import type { Chunk } from './chunk.js'
import { chunk } from './chunker.js'
import { type Lexicon, lexiconOf } from './lexicon.js'
import { linkGroups } from './link-groups.js'
import { joinParticles } from './particles.js'
import { predicatesOf } from './predicates.js'
import { withoutScareQuotes } from './scare-quotes.js'
import { tag } from './tag.js'
import { settleThat } from './that-clauses.js'
import type { Token } from './token.js'
import { tokenise } from './tokenise.js'
import { settleUnknown } from './unknown-names.js'

/** The phrase layer of languages whose plain clause begins with its subject and shows functions by order. */
export function subjectFirst(language: LanguagePack): PhraseLayer {
  const lexicon = lexiconOf(language)
  const saying = (lemma: string) => lexicon.saying.has(`${lemma}/verb`)
  const pairs = (lemma: string) => lexicon.particles.get(lemma) ?? []
  const lets = (lemma: string) => lexicon.control.get(lemma) === 'object' && lexicon.lets.has(lemma)
  const compound = (words: string) => lexicon.classes.has(words)
  const title = (noun: string) => lexicon.classes.get(noun)?.includes('leader') ?? false
  const office = (noun: string) => lexicon.classes.get(noun)?.includes('official') ?? false
  const fighter = (noun: string) => lexicon.classes.get(noun)?.includes('fighter') ?? false
  const transitive = (verb: string) => lexicon.transitive.has(verb)
  const intransitive = (verb: string) => lexicon.intransitive.has(verb)
  const deed = (noun: string) => lexicon.classes.get(noun)?.some((c) => c === 'violence' || c === 'event') ?? false
  const marked = (mark: string) => (word: string) => lexicon.marked.get(mark)?.has(word) ?? false
  const [those, thatOf] = [marked('those'), marked('that-of')]
  return (input) => {
    const heading = input.heading || !stopped(input)
    const sentence: Sentence = {
      start: input.start,
      end: input.end,
      index: input.index,
      paragraph: input.paragraph,
      heading: input.heading,
      words: [],
      groups: [],
      predicates: [],
      times: input.times,
      quotes: input.quotes,
    }
    const cut = (all: Token[]) => {
      const tokens = withoutScareQuotes(all)
      tag(tokens, {
        heading,
        saying,
        pairs,
        lets,
        compound,
        title,
        office,
        fighter,
        transitive,
        intransitive,
        those,
        thatOf,
        deed,
      })
      const flat = joinParticles(chunk(tokens, { lexicon, mentions: input.mentions }), lexicon)
      settleUnknown(flat, lexicon)
      return flat
    }
    const add = (tokens: Token[], flat: Chunk[], inner: readonly Bracketed[] = []) => {
      const chunks = settleThat(apposeBracketed(linkGroups(flat, lexicon, heading), inner), lexicon)
      append(sentence, tokens, chunks, predicatesOf(chunks, lexicon, heading), lexicon)
    }
    const { clause, dateline, bracketed } = setApart(tokenise(input, lexicon), input.mentions)
    if (dateline.length > 0) add(dateline, cut(dateline))
    const inner = bracketed.map(({ at, tokens }) => ({ at, tokens, flat: cut(tokens) }))
    for (const tokens of stretches(clause)) add(tokens, cut(tokens), inner)
    for (const { tokens, flat } of inner) add(tokens, flat)
    if (bracketed.length > 0) inOrder(sentence)
    return sentence
  }
}

/** Brackets are read after the clause around them; words and groups go back to the order of the text. */
function inOrder(sentence: Sentence): void {
  sentence.words.sort((a, b) => a.start - b.start)
  sentence.groups.sort((a, b) => a.start - b.start)
}

/** More tokens than any sentence has; text without stops is cut there, so that the work stays linear in its length. */
const LONGEST = 300

/** A sentence's tokens, in stretches that end at a punctuation mark where they would grow too long. */
function stretches(tokens: Token[]): Token[][] {
  if (tokens.length <= LONGEST) return [tokens]
  const out: Token[][] = []
  for (let from = 0; from < tokens.length; ) {
    let to = Math.min(from + LONGEST, tokens.length)
    if (to < tokens.length) {
      const mark = tokens.slice(from, to).findLastIndex((t) => t.pos === 'punctuation')
      if (mark > LONGEST / 2) to = from + mark + 1
    }
    out.push(tokens.slice(from, to))
    from = to
  }
  return out
}

/** Adds what one stretch gave; positions of predicates go on from those before. */
function append(
  s: Sentence,
  tokens: readonly Token[],
  chunks: readonly Chunk[],
  predicates: Predicate[],
  lexicon: Lexicon,
): void {
  const offset = s.predicates.length
  for (const t of tokens) s.words.push(...wordsOf(t, lexicon))
  for (const c of chunks) if (c.kind === 'group') s.groups.push(c.group)
  for (const p of predicates) {
    p.index += offset
    if (p.governor) p.governor = { ...p.governor, predicate: p.governor.predicate + offset }
    s.predicates.push(p)
  }
}

/** Whether the sentence ends as one; a line without a stop may be a headline. */
const stopped = (s: SentenceInput) => /[.!?…:]["”’'»)\]]*$/u.test(s.text.slice(s.start, s.end).trimEnd())

function wordsOf(t: Token, lexicon: Lexicon): Word[] {
  const classes = lexicon.classes.get(t.lemma) ?? []
  for (const w of t.words) {
    w.pos = t.pos
    if (t.words.length === 1) w.lemma = t.lemma
    w.classes = classes
  }
  return t.words
}
