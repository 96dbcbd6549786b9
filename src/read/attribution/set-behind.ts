import type { Mention } from '../../model/index.js'
import { beginsUpper } from '../../text/index.js'
import type { NounGroup, Sentence, Word } from '../analysis.js'
import { hasClass } from '../frames/classes.js'
import type { Attribution } from './find.js'
import type { AttributionGrammar } from './grammar.js'
import { passesOn, speaks } from './speakers.js'

/**
 * A source that no word introduces, set behind what it says: in closing brackets ("… near the dam. (Al-Madina)"), or in a
 * headline behind a dash ("Nine killed in strike – health ministry") or a comma («مقتل تسعة بغارة، مصادر طبية»).
 */
export function setBehind(sentence: Sentence, mentions: readonly Mention[], g: AttributionGrammar): Attribution[] {
  const words = sentence.words.slice(0, lastWord(sentence.words) + 1)
  const found =
    inBrackets(words, sentence, mentions) ??
    behindDash(words, sentence, mentions, g) ??
    behindPause(words, sentence, mentions, g) ??
    behindColon(words, sentence, g)
  if (!found) return []
  const { cue, speaker } = found
  // Brackets that are a sentence of their own speak of those before it.
  const end = cue.start > sentence.start ? cue.start : sentence.end
  return [{ sentence, speakers: [speaker], cue, kind: 'say', scope: { start: sentence.start, end } }]
}

interface Found {
  cue: Word
  speaker: NounGroup
}

/** The last word that is no stop. */
const lastWord = (words: readonly Word[]) => words.findLastIndex((w) => !/^[.!?…]+$/u.test(w.text))

/** A known outlet, or any name where the brackets stand behind the stop. */
function inBrackets(words: readonly Word[], sentence: Sentence, mentions: readonly Mention[]): Found | undefined {
  const close = words.at(-1)
  if (close?.text !== ')') return undefined
  const open = words.findLastIndex((w) => w.text === '(')
  const cue = words[open]
  const inside = words.slice(open + 1, -1)
  const [first, last] = [inside[0], inside.at(-1)]
  if (!cue || !first || !last) return undefined
  const speaker = sentence.groups.find((x) => x.start === first.start && x.end === last.end)
  if (!speaker) return undefined
  const apart = open === 0 || /^[.!?]$/u.test(words[open - 1]!.text)
  const named = inside.every((w) => beginsUpper(w.text))
  return passesOn(speaker, mentions) || (apart && named && isNobodyElse(speaker, mentions))
    ? { cue, speaker }
    : undefined
}

/** A name that the packs do not know and that is no place; one of a single word may look like a person's ("Al-Madina"). */
function isNobodyElse({ mention }: NounGroup, mentions: readonly Mention[]): boolean {
  const known = mention === undefined ? undefined : mentions[mention]
  if (known === undefined) return true
  return known.entities.length === 0 && known.kind !== 'place' && (known.kind !== 'person' || !/\s/u.test(known.text))
}

const PAUSE = /^(?:[,،:]|\.{2,}|…)$/u
/** Nobody but a source, an outlet or a paper, alone behind the last pause of a line. */
function behindPause(
  words: readonly Word[],
  sentence: Sentence,
  mentions: readonly Mention[],
  g: AttributionGrammar,
): Found | undefined {
  const cue = words.findLast((w) => PAUSE.test(w.text))
  const speaker = cue && aloneBehind(cue, words, sentence)
  if (!speaker) return undefined
  const known = speaker.mention === undefined ? undefined : mentions[speaker.mention]
  const named = known?.kind === 'outlet' || (known?.kind === 'actor' && WATCHES.has(g.sortOf(known.entities[0]) ?? ''))
  const told = hasClass(speaker, ['source'], g.tree) || (hasClass(speaker, ['document'], g.tree) && !speaker.definite)
  return named || (told && known === undefined) ? { cue, speaker } : undefined
}
const WATCHES = new Set(['ngo', 'international-body'])

/** The group that stands alone between a mark and the end of the line, where something is told before. */
function aloneBehind(cue: Word, words: readonly Word[], sentence: Sentence): NounGroup | undefined {
  const [first, last] = [words[words.indexOf(cue) + 1], words.at(-1)]
  if (!first || !last || !sentence.predicates.some((p) => p.span.end <= cue.start)) return undefined
  return sentence.groups.find((x) => x.start === first.start && x.end === last.end)
}

/** "Soldiers abduct two nurses: police": whoever speaks, alone behind the colon of a headline; those counted are told of. */
function behindColon(words: readonly Word[], sentence: Sentence, g: AttributionGrammar): Found | undefined {
  const cue = words.findLast((w) => w.norm === ':')
  const speaker = cue && sentence.heading ? aloneBehind(cue, words, sentence) : undefined
  return speaker && !speaker.quantity && !speaker.pronoun && speaks(speaker, g) ? { cue: cue!, speaker } : undefined
}

/** Whoever speaks, alone behind the last dash of a line without a stop; the outlet that prints it is named so as well. */
function behindDash(
  words: readonly Word[],
  sentence: Sentence,
  mentions: readonly Mention[],
  g: AttributionGrammar,
): Found | undefined {
  if (words.length < sentence.words.length) return undefined
  const cue = words.findLast((w) => /^(?:[–—-]|--)$/u.test(w.text))
  const speaker = cue && aloneBehind(cue, words, sentence)
  return speaker && speaks(speaker, g) && !passesOn(speaker, mentions) ? { cue, speaker } : undefined
}
