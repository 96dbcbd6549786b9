import fc from 'fast-check'
import type { Case } from '../../src/case/index.js'
import { by } from '../case-stage.js'

const AT = '2024-06-02T00:00:00.000Z'

const KINDS = [
  ...['accept', 'reject', 'deny', 'retype', 'undo', 'grade'],
  ...['same incident', 'different claim', 'same entity', 'different entity'],
] as const

/** What an analyst does next: which of the things that are there it is done to is counted round. */
export interface Act {
  kind: (typeof KINDS)[number]
  one: number
  other: number
}

/** Some judgements, one after another. */
export const someActs: fc.Arbitrary<Act[]> = fc.array(
  fc.record({ kind: fc.constantFrom(...KINDS), one: fc.nat(50), other: fc.nat(50) }),
  { minLength: 1, maxLength: 4 },
)

/** Does it, where there is something to do it to. */
export async function act(given: Case, { kind, one, other }: Act): Promise<void> {
  // At one instant in whatever case, which its answers say.
  const kase = { ...given, judge: (judgement: Parameters<Case['judge']>[0]) => given.judge({ ...judgement, at: AT }) }
  const pick = <T>(all: readonly T[], n: number) => all[n % all.length]
  if (kind === 'undo') {
    const all = await kase.judgements()
    const back = new Set(all.flatMap(({ reverses }) => reverses ?? []))
    const last = all.findLast(({ id, reverses }) => !back.has(id) && reverses === undefined)
    if (last) await kase.takeBack(last.id, by)
    return
  }
  if (kind === 'same entity' || kind === 'different entity') {
    const ids = ['harbour-front', 'coast-army', 'valley-union', 'coast-guard']
    const [a, b] = [pick(ids, one)!, pick(ids, other)!]
    if (a === b) return
    await kase.judge({
      kind: kind === 'same entity' ? 'same' : 'different',
      target: { kind: 'pair', of: 'entity', a, b },
      by,
    })
    return
  }
  const claims = (await kase.claims({ limit: 500 })).items
  const incidents = (await kase.incidents({ limit: 500 })).items
  if (kind === 'same incident' || kind === 'grade') {
    const [a, b] = [pick(incidents, one), pick(incidents, other)]
    if (kind === 'grade' && a)
      await kase.judge({
        kind,
        target: { kind: 'incident', incident: a.id },
        by,
        grade: { source: 'B', information: '2', reasons: [] },
      })
    if (kind !== 'grade' && a && b && a.id !== b.id)
      await kase.judge({ kind: 'same', target: { kind: 'pair', of: 'incident', a: a.id, b: b.id }, by })
    return
  }
  const claim = pick(claims, one)
  if (!claim) return
  if (kind === 'different claim') {
    const second = pick(claims, other)!
    if (second.id !== claim.id)
      await kase.judge({ kind: 'different', target: { kind: 'pair', of: 'claim', a: claim.id, b: second.id }, by })
    return
  }
  const { id, document, evidence, type } = claim
  const target = {
    kind: 'claim',
    claim: id,
    document,
    span: { start: evidence.start, end: evidence.end },
    type,
  } as const
  if (kind === 'deny') await kase.judge({ kind: 'correct', target, by, claim: { status: 'denied' } })
  else if (kind === 'retype') await kase.judge({ kind: 'correct', target, by, claim: { type: 'arrest' } })
  else await kase.judge({ kind, target, by })
}
