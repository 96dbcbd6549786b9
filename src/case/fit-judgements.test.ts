import { describe, expect, it } from 'vitest'
import { reader } from '../../test/case-steps.js'
import type { Claim, Judgement } from '../model/index.js'
import type { StoredJudgement } from '../store/index.js'
import { anchorOf, fitAnchors, standing } from './fit-judgements.js'

const TEXT =
  'Harbour Front attacked Coast Army in Rimal on 2024-02-03, Salim Sami said. ' +
  'Harbour Front attacked Valley Union in Sidra on 2024-02-04, Coast Ministry said.'
const DOCUMENT = { id: `sha256:${'0'.repeat(64)}`, path: 'x', language: 'en', text: TEXT }
const [first, second] = reader('1').read(DOCUMENT).claims as [Claim, Claim]
const pool = (...claims: Claim[]) => claims.map((claim) => ({ claim, document: DOCUMENT.id }))
const moved = (claim: Claim, id: string, by: number, over: Partial<Claim> = {}): Claim => ({
  ...claim,
  id,
  evidence: { ...claim.evidence, start: claim.evidence.start + by, end: claim.evidence.end + by },
  ...over,
})
const anchor = anchorOf(first, DOCUMENT.id)
const claimFor = (...claims: Claim[]) => fitAnchors([anchor], pool(...claims)).get(anchor)

describe('where an anchor stands after a re-reading', () => {
  it('is the claim of its id, wherever that now stands', () => {
    expect(claimFor(moved(first, first.id, 60), moved(first, 'c-near', 0))).toBe(first.id)
  })

  it('is else the claim of its type whose evidence overlaps best', () => {
    expect(claimFor(moved(first, 'c-far', 30), moved(first, 'c-near', 3), second)).toBe('c-near')
  })

  it('is nowhere for another type, another document or too little overlap', () => {
    expect(claimFor(moved(first, 'c-type', 0, { type: 'arrest' }))).toBeNull()
    expect(claimFor(moved(first, 'c-away', 50))).toBeNull()
    expect(fitAnchors([anchor], [{ claim: moved(first, 'c-x', 0), document: 'other' }]).get(anchor)).toBeNull()
  })

  it('is told by origin, then by parties, where two claims stand in one place', () => {
    const chain = [{ name: 'Somebody Else', kind: 'official' as const }]
    expect(claimFor(moved(first, 'c-a', 0, { chain }), moved(first, 'c-b', 0))).toBe('c-b')
    const others = second.counterparts
    expect(claimFor(moved(first, 'c-a', 0, { counterparts: others }), moved(first, 'c-b', 0))).toBe('c-b')
  })

  it('is nowhere where two fit alike: a decision is never guessed', () => {
    expect(claimFor(moved(first, 'c-a', 0), moved(first, 'c-b', 0))).toBeNull()
  })

  it('is never one claim for two that were different', () => {
    const other = { ...anchor, claim: 'c-other' }
    const fits = fitAnchors([anchor, other], pool(moved(first, 'c-a', 0)))
    expect([...fits.values()]).toEqual(['c-a', null])
    const again = { ...anchor }
    expect([...fitAnchors([anchor, again], pool(moved(first, 'c-a', 0))).values()]).toEqual(['c-a', 'c-a'])
  })
})

describe('standing', () => {
  const row = (seq: number, over: Partial<Judgement> = {}): StoredJudgement => {
    const target = { kind: 'claim' as const, document: DOCUMENT.id, span: anchor.span, type: anchor.type }
    const judgement = { id: `j-${seq}`, kind: 'accept' as const, target, by: 'A.', at: '2024-01-01T00:00:00Z', ...over }
    return { judgement, seq, anchors: [anchor], hash: '' }
  }
  const ids = (...rows: StoredJudgement[]) => standing(rows).map(({ judgement }) => judgement.id)

  it('drops what was taken back, and the entry that only takes back', () => {
    expect(ids(row(1), row(2, { reverses: 'j-1' }), row(3))).toEqual(['j-3'])
  })

  it('keeps an entry that takes back and decides otherwise', () => {
    expect(ids(row(1), row(2, { kind: 'reject', reverses: 'j-1' }))).toEqual(['j-2'])
  })

  it('restores what was taken back when the taking back is taken back', () => {
    expect(
      ids(row(1), row(2, { kind: 'reject', reverses: 'j-1' }), row(3, { kind: 'reject', reverses: 'j-2' })),
    ).toEqual(['j-1'])
  })
})
