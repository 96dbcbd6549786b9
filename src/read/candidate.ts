import type { AttackMode, ClaimStatus, ClaimType, CountKey, Hop, Slot, Support } from '../model/index.js'
import type { NounGroup, Predicate, Quantity, Sentence, TimeExpression } from './analysis.js'

/** A party that the clause itself does not give; `how` names the rule that supplied it. */
export interface Party {
  group: NounGroup
  inferred?: string
}

/**
 * What a frame made of a predicate: a claim in the making. Attribution adds chain and status, completion the parties
 * that stand elsewhere, merge joins candidates of one event and origin.
 */
export interface Candidate {
  type: ClaimType
  mode?: AttackMode
  /** File and lemma of the lexical unit, e.g. `en/prisoner-release#release`. */
  rule: string
  sentence: Sentence
  predicate: Predicate
  slots: Record<Slot, Party[]>
  counts: Partial<Record<CountKey, Quantity>>
  time: TimeExpression | null
  status: ClaimStatus
  chain: Hop[]
  links: { kind: 'content-of' | 'in-return-for' | 'about' | 'part-of'; candidate: Candidate }[]
  support: Support[]
  confidence: number
  /** Of several things that are given, only those of the event's kind are its objects. */
  given?: true
  /** It tells the event told before once more, in another's words ("put the dead at nine"). */
  retells?: true
  /** What stands in the fixed parts of its idiom. */
  fixed?: NounGroup[]
  /** Set where a step decided against it; shown by `isnad explain`. */
  dropped?: string
}

/** Candidates by the sentence they stand in. */
export function candidatesBySentence(candidates: readonly Candidate[]): Map<Sentence, Candidate[]> {
  const out = new Map<Sentence, Candidate[]>()
  for (const c of candidates) {
    const known = out.get(c.sentence)
    if (known) known.push(c)
    else out.set(c.sentence, [c])
  }
  return out
}
