import type { Sentence } from '../analysis.js'
import type { Attribution } from './find.js'
import type { AttributionGrammar } from './grammar.js'
import { isPaper } from './papers.js'

/** What stands before the phrase that opens a sentence: its preposition and an article. */
const OPENS = 12

/** "Under a draft seen by the agency, the army would withdraw": a paper that somebody saw tells what the sentence says. */
export function byDraft(sentence: Sentence, g: AttributionGrammar): Attribution[] {
  const opener = sentence.words[0]
  const paper = sentence.groups.find(
    (x) => isPaper(x) && x.classes.includes('document') && x.start - sentence.start <= OPENS,
  )
  if (!paper || !opener || !g.within.has(opener.norm)) return []
  const seen = sentence.predicates.find((p) => p.passive && p.functions.O.includes(paper) && g.seen.has(p.lemma))
  const close = sentence.words.find((w) => w.norm === ',' && w.start >= (seen?.span.end ?? sentence.end))
  // "In a letter seen by the agency, the clan said …": whoever says it there has written it.
  const told = sentence.predicates.some(
    (p) => p.pos === 'verb' && g.saying.has(`${p.lemma}/verb`) && p.functions.S.length > 0 && p !== seen,
  )
  if (!seen || !close || told) return []
  const scope = { start: close.end, end: sentence.end }
  return [{ sentence, speakers: [paper], cue: opener, kind: 'report', scope }]
}
