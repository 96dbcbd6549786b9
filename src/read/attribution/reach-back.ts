import { covers, type Hop } from '../../model/index.js'
import type { Sentence } from '../analysis.js'
import type { Told } from './go-back.js'

/** What was told in a sentence, by itself or because whoever spoke before goes on. */
export interface Heard {
  sentence: Sentence
  told: Told[]
  own: boolean
  /** Whoever stands outside all of it: the one interviewed, the teller of a list. */
  above: Hop[]
}

/** A trailing attribution covers the sentences of its paragraph before it that nobody is named for. */
export function reachBack(heard: Heard[], sentence: Sentence, told: Told): void {
  for (let i = heard.length - 1; i >= 0 && heard[i]!.sentence.paragraph === sentence.paragraph && !heard[i]!.own; i--) {
    heard[i]!.told = [told]
  }
}

/** How many sentences at most stand between two of one speaker. */
const BETWEEN = 2

/** "Residents said …. Two women were let go. They added …": what stands between two words of one speaker is his too. */
export function reachBetween(heard: Heard[], sentence: Sentence, told: Told): void {
  const from = heard.findLastIndex((h) => h.own)
  const between = heard.slice(from + 1)
  const close = heard[from]?.sentence === told.attribution.sentence && between.length <= BETWEEN
  const near = new Set([sentence.paragraph, told.attribution.sentence.paragraph])
  if (close && between.every((h) => !h.sentence.heading && near.has(h.sentence.paragraph)))
    for (const h of between) h.told = [told]
}

/** '"We lost two men. We hold the dam," the captain said.': whoever is named behind a quotation spoke from its beginning. */
export function reachBackInSpeech(heard: Heard[], sentence: Sentence, told: readonly Told[]): void {
  const speech = sentence.quotes.find((q) => q.start < sentence.start)
  const speaker = speech && told.find((t) => t.attribution.cue.start >= speech.end)
  if (!speech || !speaker || !covers(speaker.attribution.scope, { start: sentence.start, end: sentence.start + 1 }))
    return
  for (const h of heard.filter((x) => x.sentence.start >= speech.start - 1))
    h.told = h.own ? [speaker, ...h.told.filter((t) => t.attribution.sentence === h.sentence)] : [speaker]
}
