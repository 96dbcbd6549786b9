import { describe, expect, it } from 'vitest'
import type { IncidentMark } from '../../src/case/index.js'
import { markColumns, pickMarks } from '../../src/case/mark-columns.js'
import { fromColumns } from '../../web/src/incidents/marks.js'

const mark = (id: string, over: Partial<IncidentMark> = {}): IncidentMark => ({
  id,
  type: 'attack',
  title: {
    en: 'Attack · Harbour Front → Coast Army · Rimal · 2024-02-03',
    ar: 'هجوم · جبهة المرفأ ← جيش الساحل · رمال · 2024-02-03',
  },
  time: { from: '2024-02-03', to: '2024-02-03', basis: 'stated' },
  places: ['rimal'],
  claims: 2,
  independence: { atLeast: 1, atMost: 2, camps: 1 },
  contradicted: true,
  ...over,
})

describe('marks sent column by column', () => {
  it('are drawn as they were', () => {
    const marks = [
      mark('i-1'),
      mark('i-2', { time: { from: null, to: '1969-12-30', basis: 'published' }, places: [], contradicted: false }),
      mark('i-3', { type: 'meeting', time: { from: null, to: null, basis: 'none' }, places: ['rimal', 'sidra'] }),
      // A name that holds what else stands between the parts, in one language only.
      mark('i-4', { title: { en: 'Attack · "Blue · Green" unit', ar: 'هجوم · وحدة' }, claims: 7 }),
    ]
    const sent = JSON.parse(JSON.stringify(markColumns(marks)))
    expect(fromColumns({ marks: sent, places: {} })).toEqual({ items: marks, places: {} })
    expect(sent.words.length).toBeLessThan(8)
  })

  it('are, where some are picked out, what these alone would be', () => {
    const marks = [
      mark('i-1', { places: ['sidra', 'rimal'] }),
      mark('i-2', { type: 'meeting', title: { en: 'Meeting · Sidra', ar: 'اجتماع · سدرة' }, places: ['sidra'] }),
      mark('i-3', { time: { from: null, to: null, basis: 'none' }, contradicted: false }),
    ]
    const left = (wanted: (i: number) => boolean) => markColumns(marks.filter((_, i) => wanted(i)))
    for (const wanted of [(i: number) => i > 0, (i: number) => i !== 1, () => false])
      expect(pickMarks(markColumns(marks), wanted)).toEqual(left(wanted))
  })
})
