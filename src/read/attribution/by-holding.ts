import { covers, type Mention, type Span } from '../../model/index.js'
import type { NounGroup, Predicate, Sentence } from '../analysis.js'
import { hasClass } from '../frames/classes.js'
import type { Attribution } from './find.js'
import type { AttributionGrammar } from './grammar.js'
import { canSpeak, speaks, tellersFrom } from './speakers.js'

/** What holds that something happened. */
const WORD = ['information', 'statement', 'document']

/** "gathered testimony that …", "has evidence that …": whoever got or holds word of something passes it on. */
export function byHolding(sentence: Sentence, mentions: readonly Mention[], g: AttributionGrammar): Attribution[] {
  return sentence.predicates.flatMap((p): Attribution[] => {
    if (p.pos !== 'verb' || p.passive || !g.holding.has(p.lemma)) return []
    const word = p.functions.O.find((x) => x.mention === undefined && hasClass(x, WORD, g.tree))
    const scope = word && saidIn(word, p, sentence)
    const speakers = p.functions.S.flatMap((s) => s.members ?? [s]).filter(
      (s) => (s.pronoun !== undefined || speaks(s, g)) && canSpeak(s, mentions, g),
    )
    if (!scope || speakers.length === 0) return []
    const [quoted] = tellersFrom(p, mentions, g)
    return [{ sentence, speakers, cue: p.span, kind: 'report', predicate: p, scope, ...(quoted ? { quoted } : {}) }]
  })
}

/** The clause that says what the word holds: it hangs on the noun, or on the verb right behind it. */
function saidIn(word: NounGroup, holds: Predicate, { predicates, end }: Sentence): Span | undefined {
  const said = predicates.find((q) => {
    const host = q.governor && predicates[q.governor.predicate]
    const under = host === holds || (host?.pos === 'noun' && covers(word, host.span))
    return under && SAID.has(q.governor!.as) && q.form === 'finite' && q.span.start > word.end
  })
  return said && { start: said.clause.start, end }
}
const SAID = new Set(['content', 'complement'])
