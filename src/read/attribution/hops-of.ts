import { covers, type Hop } from '../../model/index.js'
import type { Analysis, NounGroup, Sentence } from '../analysis.js'
import { isOnWord } from '../merge/filler.js'
import { calledByName, calledByOffice, saysMore } from './called.js'
import type { Attribution } from './find.js'
import { carries, refersBack, sameBody, sameOutlet, type Told } from './go-back.js'
import type { AttributionGrammar } from './grammar.js'
import { hearerOf } from './hearer.js'
import { hopOf } from './hop.js'
import { isPaper } from './papers.js'

/**
 * The hops of an attribution, outermost first. Nobody named, a pronoun, or a description of the last speaker means the
 * last speaker again; `spoken` holds all who spoke before, by whose names later descriptions are told.
 */
export function hopsOf(
  text: string,
  a: Attribution,
  analysis: Analysis,
  last: Told | null,
  g: AttributionGrammar,
  spoken: readonly Told[] = [],
): Hop[] {
  const speaker = a.speakers[0]
  // «ونقلت عن شقيقه قوله إن …»: with nobody named it is whoever spoke before, who has it from him.
  if (!speaker) {
    const quoted = a.quoted ? [hopOf(text, a.quoted, a.sentence, analysis.mentions, a.cue, g)] : []
    return [...(last?.hops ?? []), ...quoted]
  }
  // "We deny what they broadcast" outside quotation marks is the text's own word.
  if (speaker.pronoun?.person === 1 && !a.sentence.quotes.some((q) => covers(q, speaker))) return []
  const hop = (x: NounGroup) =>
    sameOutlet(x, a.sentence, spoken, analysis, g) ??
    sameBody(x, spoken, analysis) ??
    calledByOffice(x, spoken) ??
    calledByName(x, spoken, analysis.mentions) ??
    hopOf(text, x, a.sentence, analysis.mentions, a.cue, g)
  // "The daily wrote, citing drivers": he is the one who spoke before, with whoever he has it from behind him.
  if (
    last &&
    (refersBack(speaker, last, a.sentence, g) || saysMore(a, last, g) || isQuoted(speaker, last, a.sentence, g))
  ) {
    const hops = upTo(speaker, last)
    // '"…," he told the daily': what he says there reaches us through it.
    const told = a.addressee ? [outlet(hop(a.addressee)), ...hops] : hops
    return a.quoted ? [...told, hop(a.quoted)] : told
  }
  const told = [a.addressee ?? hearerOf(a, spoken, hop, g), speaker, a.quoted].filter(
    (x): x is NounGroup => x !== undefined && !isNobody(x, text),
  )
  const hops = told.filter((x, i) => told.indexOf(x) === i).map((x) => ({ x, made: hop(x) }))
  // Whoever is told and passes it on is an outlet, known or not.
  return hops.map(({ x, made }) => (x === a.addressee || a.carries ? outlet(made) : made))
}
const outlet = (hop: Hop): Hop => (hop.kind === 'agency' ? hop : { ...hop, kind: 'outlet' })

/** A pronoun on another word, of which nobody knows whom it means. */
const isNobody = (x: NounGroup, text: string) =>
  x.pronoun !== undefined && (x.referents ?? []).length === 0 && isOnWord(text, x)

/** "The daily quoted drivers …. The drivers added": whoever was quoted speaks on, through whoever quoted him. */
const isQuoted = (speaker: NounGroup, { attribution, hops }: Told, sentence: Sentence, g: AttributionGrammar) =>
  attribution.quoted !== undefined &&
  !speaker.pronoun &&
  refersBack(speaker, { attribution: { ...attribution, speakers: [attribution.quoted] }, hops }, sentence, g)

/** "The daily quoted drivers …. The daily added": what an outlet or a paper says of its own is not theirs whom it quoted before. */
function upTo(speaker: NounGroup, { attribution: { quoted, speakers }, hops }: Told): Hop[] {
  const ownWord = isPaper(speaker) && speakers[0] && isPaper(speakers[0]) && quoted && !isPaper(quoted)
  if (ownWord) return hops.slice(0, -1)
  const outlet = speaker.classes.includes('outlet') ? hops.findLastIndex(carries) : -1
  return outlet < 0 ? [...hops] : hops.slice(0, outlet + 1)
}
