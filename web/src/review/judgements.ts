import type { Body } from '../../../src/api/contract/index.js'
import type { ClaimAnswer, QueueItemAnswer } from '../answers.js'

type NewJudgement = Body<'POST /judgements'>
export type Verdict = NewJudgement['kind']

/** A claim as a judgement names it: by document, span and type, so that the judgement survives a re-reading. */
export const claimTarget = ({ document, evidence, type, id }: ClaimAnswer): NewJudgement['target'] => ({
  ...{ kind: 'claim', document, type, claim: id },
  span: { start: evidence.start, end: evidence.end },
})

/** What a verdict on a thing of the queue is about; `chosen`: the entity that words stand for. */
export function targetOf(item: QueueItemAnswer, chosen?: string): NewJudgement['target'] {
  if (item.kind === 'claim') return claimTarget(item.claim)
  if (item.kind === 'incidents') return { kind: 'pair', of: 'incident', a: item.a.incident, b: item.b.incident }
  if (item.kind === 'entities') return { kind: 'pair', of: 'entity', a: item.a.id, b: item.b.id }
  return { kind: 'pair', of: 'entity', a: chosen ?? item.candidates[0]?.id ?? '', b: item.words }
}

/** The single keys of each kind of thing, in the order of the buttons. */
export const KEYS: Record<QueueItemAnswer['kind'], { key: string; verdict: Verdict }[]> = {
  claim: [
    { key: 'a', verdict: 'accept' },
    { key: 'r', verdict: 'reject' },
    { key: 'c', verdict: 'correct' },
  ],
  incidents: [
    { key: 's', verdict: 'same' },
    { key: 'd', verdict: 'different' },
    { key: 'u', verdict: 'unsure' },
  ],
  entities: [
    { key: 's', verdict: 'same' },
    { key: 'd', verdict: 'different' },
    { key: 'u', verdict: 'unsure' },
  ],
  wording: [{ key: 'u', verdict: 'unsure' }],
}
