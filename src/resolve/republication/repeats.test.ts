import { describe, expect, it } from 'vitest'
import { doc, told, world } from '../../../test/support/linking.js'
import type { Republication } from '../../model/index.js'
import { linkClaims } from '../incidents/link-incidents.js'
import { repeatsOf } from './repeats.js'

const sets = (groups: readonly (readonly string[])[]) => groups.map((group) => [...group].sort().join(' ')).sort()

describe('documents that are one text', () => {
  it('takes what two versions of one text tell for one thing, but not two things that one version tells of', () => {
    const en = told(doc('t1'), 'attack', { at: ['ye-abyan'], when: '2024-08-16' })
    const ar = told(doc('t2.ar', { language: 'ar' }), 'attack', { at: ['ye-abyan'], when: '2024-08-16' })
    const other = told(doc('t2.ar', { language: 'ar' }), 'attack', { at: ['ye-abyan'], when: '2024-08-10' })
    const link = (kind: Republication['kind']) =>
      linkClaims(
        [en, ar, other],
        world,
        repeatsOf([
          { kind, documents: [en, ar].map(({ document: { id, path } }) => ({ id, path })), evidence: 'test' },
        ]),
      )
    const apart = link('common-source')
    expect(apart.incidents).toHaveLength(3)
    expect(apart.unsure).toMatchObject([{ a: expect.anything() }])
    expect(sets(link('translation').incidents.map((i) => i.claims))).toEqual(
      sets([[en.claim.id, ar.claim.id], [other.claim.id]]),
    )
  })
})
