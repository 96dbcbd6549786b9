import { describe, expect, it } from 'vitest'
import type { Judgement } from '../model/index.js'
import { agreements, mergeJudgements } from './merge-judgements.js'

let serial = 0
const claim = (by: string, kind: Judgement['kind'], start: number): Judgement => {
  serial += 1
  const target = { kind: 'claim' as const, document: 'd', span: { start, end: start + 9 }, type: 'attack' as const }
  return { id: `j-${serial}`, kind, target, by, at: `2024-05-01T00:00:${String(serial).padStart(2, '0')}Z` }
}

describe('agreements', () => {
  it("gives Cohen's κ of what both decided", () => {
    // A: yes on 5 of 8, B: yes on 4; alike on 7: κ = (7/8 − 1/2) / (1 − 1/2).
    const yes = [true, true, true, true, true, false, false, false]
    const theirs = [true, true, true, true, false, false, false, false]
    const rows = yes.flatMap((word, i) => [
      claim('A', word ? 'accept' : 'reject', i * 10),
      claim('B', theirs[i] ? 'accept' : 'reject', i * 10),
    ])
    const [found] = agreements([...rows, claim('A', 'accept', 500)])
    expect(found).toMatchObject({ a: 'A', b: 'B', both: 8, observed: 7 / 8 })
    expect(found!.kappa).toBeCloseTo(0.75)
  })
  it('takes an analyst’s last word, and gives none where nothing was decided by both', () => {
    expect(agreements([claim('A', 'reject', 0), claim('A', 'accept', 0), claim('B', 'accept', 0)])[0]!.observed).toBe(1)
    expect(agreements([claim('A', 'reject', 0), claim('B', 'accept', 10)])[0]!.kappa).toBeNull()
    expect(agreements([claim('A', 'reject', 0)])).toEqual([])
  })
})

describe('mergeJudgements', () => {
  const copy = () => {
    const log: Judgement[] = []
    return {
      judgements: async () => log,
      judge: async (one: Omit<Judgement, 'id' | 'at'> & { at?: string }) => {
        const made = { ...one, id: `own-${log.length}`, at: one.at! }
        log.push(made)
        return made
      },
    }
  }
  it('takes each judgement once, and what was taken back with it', async () => {
    const [first, second] = [claim('A', 'reject', 0), claim('A', 'accept', 10)]
    const back = { ...claim('A', 'reject', 0), reverses: first.id }
    const kase = copy()
    expect(await mergeJudgements([first, second, back], kase)).toMatchObject({ added: 3, known: 0, failed: [] })
    expect((await kase.judgements())[2]!.reverses).toBe('own-0')
    expect(await mergeJudgements([first, second, back], kase)).toMatchObject({ added: 0, known: 3 })
  })
})
