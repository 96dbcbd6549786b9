import type { Mention } from '../../model/index.js'
import type { NounGroup, Predicate, Sentence } from '../analysis.js'
import { behindAny } from '../frames/slots.js'
import { isPlaceName } from '../merge/filler.js'
import type { Attribution } from './find.js'
import type { AttributionGrammar } from './grammar.js'
import { opensWith } from './reach.js'
import { canSpeak, speaks } from './speakers.js'

/**
 * A sentence that tells only whose word the one before was: "The information came from a naval officer", "That is what a
 * driver says he saw", «هذا ما قاله سائقان», «ومصدر المعلومات ضابط».
 */
export function namedBehind(
  sentence: Sentence,
  mentions: readonly Mention[],
  g: AttributionGrammar,
): Attribution | undefined {
  const found = byGiving(sentence, g) ?? byPointing(sentence, g) ?? byOrigin(sentence, g)
  if (!found) return undefined
  const speakers = found.speakers
    .flatMap((x) => x.members ?? [x])
    // "The news came from Marib": a place tells nothing.
    .filter((x) => !x.pronoun && speaks(x, g) && canSpeak(x, mentions, g) && !isPlaceName(x, mentions))
  const scope = { start: sentence.start, end: sentence.end }
  return speakers.length > 0 ? { sentence, speakers, cue: found.cue, kind: 'say', scope } : undefined
}

type Found = Pick<Attribution, 'speakers' | 'cue'>

/** Whether a group is nothing but a word for what was told. */
const isWord = (x: NounGroup, g: AttributionGrammar) =>
  x.definite && x.mention === undefined && !x.of && !x.members && g.words.has(x.lemma)

/** "The news came from X", "This account was given by X", "X, which gave the news, …", «أدلى بهذه المعلومات …». */
function byGiving({ predicates }: Sentence, g: AttributionGrammar): Found | undefined {
  for (const p of predicates) {
    if (p.pos !== 'verb' || p.negated || !g.giving.has(p.lemma) || holdsMore(p, predicates)) continue
    const { S, O, P } = p.functions
    const all = [...S, ...O, ...Object.values(P).flat()]
    if (!all.some((x) => isWord(x, g))) continue
    const from = [...behindAny(p.functions, g.from), ...behindAny(p.functions, g.tongues)]
    const speakers = from.length > 0 ? from : S.filter((x) => !isWord(x, g))
    if (speakers.length > 0) return { speakers, cue: p.span }
  }
  return undefined
}

/** "gave the news that …": it says itself what was told. */
const holdsMore = (p: Predicate, predicates: readonly Predicate[]) =>
  predicates.some((q) => q.governor?.as === 'content' && q.span.start > p.span.end)

/** "That is what X says", «هذا ما أكده X»: whoever speaks in the clause behind such words. */
function byPointing(sentence: Sentence, g: AttributionGrammar): Found | undefined {
  if (!opensWith(sentence, g.pointingBack)) return undefined
  const p = sentence.predicates.find((q) => q.pos === 'verb' && !q.negated && g.saying.has(`${q.lemma}/verb`))
  if (!p || g.saying.get(`${p.lemma}/verb`) === 'deny') return undefined
  const told = Object.values(p.functions.P).flat()
  const isOther = (x: NounGroup) => x.pronoun !== undefined || told.includes(x)
  const own = p.functions.S.filter((x) => !isOther(x))
  const behind = sentence.groups.find((x) => x.start >= p.span.end && !isOther(x) && speaks(x, g))
  const speakers = own.length > 0 ? own : behind ? [behind] : []
  return { speakers, cue: p.span }
}

/** "The source of the information was X", «ومصدر المعلومات X», «المعلومات مصدرها X»: whoever stands right behind the word. */
function byOrigin({ groups, start }: Sentence, g: AttributionGrammar): Found | undefined {
  const at = groups.findIndex((x) => x.classes.includes('source') && (x.of?.pronoun || (x.of && isWord(x.of, g))))
  const source = groups[at]
  const [before, behind] = [groups[at - 1], groups.slice(at + 1).find((x) => !x.pronoun)]
  if (!source || !behind) return undefined
  const opens = source.of?.pronoun ? before !== undefined && isWord(before, g) : source.start - start <= 1
  return opens ? { speakers: [behind], cue: source } : undefined
}
