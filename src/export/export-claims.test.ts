import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import type { CaseClaim } from '../case/index.js'
import type { Mention } from '../model/index.js'
import { claimsToCsv, claimsToJsonl, type ExportContext } from './export-claims.js'
import { claimOf, filler, say } from './testing.js'

const T = '=SUM(1) Salim Awad, "the envoy", met the Red Front.'
const mentions: Mention[] = [{ id: 'm', kind: 'person', ...filler(T, 'Salim Awad'), entities: [] }]
const claim: CaseClaim = {
  ...claimOf(T, { type: 'meeting', agents: [filler(T, 'Salim Awad'), filler(T, 'the Red Front', 'reds')] }),
  document: 'sha256:1',
  path: 'a.txt',
}
const context: ExportContext = {
  say: say('en', mentions),
  sentence: () => 'Plain News reports that there was a meeting.',
  document: () => ({ tlp: 'amber', url: 'https://plain.example/1' }),
  marking: 'green',
}

describe('claims as a table', () => {
  const csv = claimsToCsv([claim, claim], context)
  const rows = parse(csv, { bom: true, columns: true }) as Record<string, string>[]
  it('reads back, one row a claim, marked', () => {
    expect(rows).toHaveLength(2)
    expect(rows[0]).toMatchObject({
      agents: '[S. A.] | the Red Front',
      agent_ids: 'reds',
      tlp: 'amber',
      type: 'meeting',
    })
  })
  it('holds no formula and no private name', () => {
    expect(rows[0]?.evidence).toBe('\'=SUM(1) [S. A.], "the envoy", met the Red Front.')
    expect(csv).not.toContain('Salim')
  })
})

describe('claims as lines of JSON', () => {
  it('keep their offsets, and cut private names', () => {
    const line = JSON.parse(claimsToJsonl([claim], context)) as CaseClaim & { said: string; tlp: string }
    expect(line.agents[0]).toEqual({ ...claim.agents[0], text: '[S. A.]' })
    expect(line.evidence.text).not.toContain('Salim')
    expect([line.said, line.tlp]).toEqual(['Plain News reports that there was a meeting.', 'amber'])
  })
})
