import type { Chunk } from './chunk.js'
import { type Group, kindOf } from './group.js'
import type { Lexicon } from './lexicon.js'
import { skipBack, skipOn } from './node.js'

const SAID = new Set(['statement', 'plan', 'deal', 'event', 'information', 'abstract', 'support'])

/**
 * "that" behind a noun opens a relative clause ("a boat that the navy had seized"), unless the noun is of the kind that
 * has a content ("a report that …") or a verb of saying stands before it ("told reporters that …").
 */
export function settleThat(chunks: readonly Chunk[], lexicon: Lexicon): Chunk[] {
  return chunks.map((c, i) => {
    if (c.kind !== 'subordinator' || !lexicon.readings.get(c.norm)?.some((r) => r.pos === 'relative')) return c
    const before = chunks[skipBack(chunks, i - 1)]
    if (before?.kind !== 'group') return c
    const { group } = before
    const content = holdsContent(group, lexicon) || wordFrom(chunks, i)
    const said = saidBefore(chunks, i, lexicon) && !lacksObject(chunks, i, lexicon)
    return content || said ? c : { ...c, kind: 'relative' as const }
  })
}

const holdsContent = ({ classes, lemma }: Group, lexicon: Lexicon): boolean =>
  classes.some((k) => SAID.has(k)) || lexicon.saying.has(`${lemma}/noun`) || lexicon.governors.has(`${lemma}/noun`)

/** "received information from two officers that the clan had sold it rifles": what is known, and a clause that lacks nothing. */
function wordFrom(chunks: readonly Chunk[], i: number): boolean {
  const from = skipBack(chunks, skipBack(chunks, i - 1) - 1)
  const word = chunks[skipBack(chunks, from - 1)]
  if (chunks[from]?.kind !== 'preposition' || word?.kind !== 'group' || !word.group.classes.some((k) => WORD.has(k)))
    return false
  const subject = chunks[skipOn(chunks, i + 1)]
  const at = skipOn(chunks, skipOn(chunks, i + 1) + 1)
  const verb = chunks[at]
  if (subject?.kind !== 'group' || verb?.kind !== 'verb') return false
  return verb.verb.passive || chunks[skipOn(chunks, at + 1)]?.kind === 'group'
}
const WORD = new Set(['information', 'statement'])

/** "declined to comment on the arms that it had sent to the rebels": what was sent stands before "that". */
function lacksObject(chunks: readonly Chunk[], i: number, lexicon: Lexicon): boolean {
  const [thing, subject] = [chunks[skipBack(chunks, i - 1)], chunks[i + 1]]
  const at = skipOn(chunks, i + 2)
  const verb = chunks[at]
  if (thing?.kind !== 'group' || kindOf(thing.group) !== 'thing') return false
  if (subject?.kind !== 'group' || verb?.kind !== 'verb' || verb.verb.passive) return false
  const acts = [lexicon.giving, lexicon.transitive].some((verbs) => verbs.has(verb.verb.lemma))
  const next = chunks[skipOn(chunks, at + 1)]
  return acts && next?.kind !== 'group' && next?.kind !== 'subordinator' && next?.kind !== 'verb'
}

function saidBefore(chunks: readonly Chunk[], i: number, lexicon: Lexicon): boolean {
  for (let j = i - 1; j >= 0; j--) {
    const c = chunks[j]!
    if (c.kind === 'verb')
      return (
        lexicon.saying.has(`${c.verb.lemma}/verb`) || lexicon.governors.has(`${c.verb.lemma}/verb`) || c.verb.copula
      )
    if (c.kind === 'subordinator' || c.kind === 'relative') return false
  }
  return false
}
