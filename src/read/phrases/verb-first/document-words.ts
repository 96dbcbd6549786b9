import { type Token, tokens } from '../../../text/index.js'
import type { WordGrammar } from './words.js'
import type { Analysis } from './written-word.js'

let last: { text: string; words: ReadonlySet<string> } = { text: '', words: new Set() }
/** The folded words of a document, kept while its sentences are read. */
function wordsOf(text: string): ReadonlySet<string> {
  if (last.text !== text)
    last = { text, words: new Set(tokens(text, { start: 0, end: text.length }).map((t) => t.norm)) }
  return last.words
}

/** «لقسد», «بزملان»: of a word that no list knows the first letter is a preposition where the rest is a word of the document. */
export function withoutPreposition(token: Token, text: string, g: WordGrammar): Analysis | undefined {
  const first = token.text[0]!
  const reading = g.lexicon.forms.get(first)?.[0]
  const rest = token.text.slice(1)
  if (reading?.pos !== 'preposition' || rest.length < 3 || !wordsOf(text).has(token.norm.slice(1))) return undefined
  const inner = g.analyse(rest).find((a) => !a.known && a.before.length === 0 && !a.after)
  if (!inner) return undefined
  return {
    ...inner,
    before: [{ form: first, start: 0, end: 1 }],
    preposed: true,
    start: inner.start + 1,
    end: inner.end + 1,
  }
}
