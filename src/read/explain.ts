import type { Reading } from '../model/index.js'
import type { Candidate } from './candidate.js'
import type { FrameGrammar } from './frames/grammar.js'
import { type Refused, refusedUnits } from './frames/why-not.js'
import { printSentence } from './phrases/print.js'
import type { Steps } from './steps.js'

/** How one sentence was read, step by step, in words. */
export interface ExplainedSentence {
  text: string
  /** Its times, as resolved. */
  times: string[]
  /** Noun groups, then one predicate a line: its functions and what governs it. */
  phrases: string
  candidates: { type: string; status: string; rule: string; kept: boolean; why?: string }[]
  /** Frames whose word is there and that made no candidate, with what they asked for. */
  refused: Refused[]
}

/** A reading with the steps that led to it. */
export interface Explained {
  reading: Reading
  sentences: ExplainedSentence[]
}

/** Puts the steps of a reading into words: what was found in each sentence, and why a candidate was dropped. */
export function explainSteps(steps: Steps, frames: FrameGrammar): ExplainedSentence[] {
  const { analysis, candidates } = steps
  return analysis.sentences.map((s) => ({
    text: analysis.text.slice(s.start, s.end),
    times: s.times.map((t) => `${t.text} = ${t.from ?? '?'} – ${t.to ?? '?'} (${t.precision})`),
    phrases: printSentence(analysis.text, s).split('\n').slice(1).join('\n'),
    candidates: candidates.filter((c) => c.sentence === s).map(explainCandidate),
    refused: refusedUnits(s, frames),
  }))
}

const explainCandidate = (c: Candidate) => ({
  type: c.type,
  status: c.status,
  rule: c.rule,
  kept: c.dropped === undefined,
  ...(c.dropped === undefined ? {} : { why: c.dropped }),
})
