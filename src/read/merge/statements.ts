import type { Candidate } from '../candidate.js'
import { stepsUp } from '../governors.js'

/** "urged the guards to free him": a statement is news only where what it says is not read as an event of its own. */
export function dropToldStatements(candidates: readonly Candidate[]): void {
  for (const c of candidates) {
    if (c.type !== 'statement' || c.dropped) continue
    // "condemned the shelling" is news of its own beside the shelling.
    const told = candidates.some(
      (o) => o !== c && !o.dropped && o.predicate.pos === 'verb' && o.sentence === c.sentence && hangsOn(o, c),
    )
    if (told) c.dropped = 'what it says is told as a claim of its own'
  }
}

/** Whether an event is content of a predicate, or of one that is. */
function hangsOn({ predicate, sentence }: Candidate, host: Candidate): boolean {
  for (const { as, up } of stepsUp(predicate, sentence)) {
    if (as !== 'content' && as !== 'complement') return false
    if (up.index === host.predicate.index) return true
  }
  return false
}
