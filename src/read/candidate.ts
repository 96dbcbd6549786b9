import type { ClaimMode, ClaimStatus, ClaimType, CountKey, Hop, Slot, Support } from '../model/index.js'
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
  mode?: ClaimMode
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
  /** Of several things of different sorts that are given, those that this event is about. */
  given?: readonly NounGroup[]
  /** It tells the event told before once more, in another's words ("put the dead at nine"). */
  retells?: true
  /** It counts or names the victims of an event told before, and is no event of its own ("Eleven people died"). */
  aftermath?: true
  /** It is done between the parties of another event, which its own clause may not name. */
  mediates?: true
  /** Whoever says it of himself: an armed group of its own attack. */
  ownWord?: NounGroup
  /** The outlet by which he made it known. */
  through?: Hop
  /** When it was said, which is no time of the event itself. */
  saidOn?: TimeExpression
  /** It only tells who was killed or hurt, and which of it. */
  toll?: CountKey
  /** What stands in the fixed parts of its idiom. */
  fixed?: NounGroup[]
  /** The act for which it is done, told by it alone ("sent instructors to train the guards"). */
  aim?: Predicate
  /** Set where a step decided against it; shown by `isnad explain`. */
  dropped?: string
}

/** Candidates by the number of the sentence they stand in. */
export type BySentence = ReadonlyMap<number, readonly Candidate[]>

/** Candidates by the sentence they stand in, each list in the order given. */
export function candidatesBySentence(candidates: readonly Candidate[]): BySentence {
  const out = new Map<number, Candidate[]>()
  for (const c of candidates) {
    const known = out.get(c.sentence.index)
    if (known) known.push(c)
    else out.set(c.sentence.index, [c])
  }
  return out
}

/**
 * Those of a sentence and of up to `reach` sentences before it. A step looks a few sentences back, never through a whole
 * document: the time to read stays linear in its length.
 */
export function candidatesNear(bySentence: BySentence, { index }: Sentence, reach = 0): Candidate[] {
  const out: Candidate[] = []
  for (let i = Math.max(0, index - reach); i <= index; i++) out.push(...(bySentence.get(i) ?? []))
  return out
}

/** Those told before one of them: of its own sentence those listed before it, and of up to `reach` sentences before. */
export function toldBefore(bySentence: BySentence, c: Candidate, reach: number): Candidate[] {
  const near = candidatesNear(bySentence, c.sentence, reach)
  return near.slice(0, near.indexOf(c))
}
