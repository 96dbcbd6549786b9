import { describe, expect, it } from 'vitest'
import { loadPacks } from '../packs/index.js'
import { Offices } from './offices.js'

const named = (id: string, en: string, ar: string, standing?: 'public-figure') => ({
  ...{ id, kind: standing ? 'person' : 'actor', from: 'pack', ...(standing && { standing }) },
  names: [
    { name: en, lang: 'en', kind: 'full', sources: [] },
    { name: ar, lang: 'ar', kind: 'full', sources: [] },
  ],
})
const role = (person: string, role_en: string, since?: string, until?: string) => ({
  ...{ person, role_en, role_ar: `منصب ${role_en}`, actor: 'marsh-guard', source: ['gazette'] },
  ...(since && { since }),
  ...(until && { until }),
})
const theatre = {
  roles: [
    role('ilo-marn', 'commander of the Marsh Guard', '2011', '2014-05'),
    role('ona-tell', 'spokeswoman of the Marsh Guard', '2016-02-03'),
    role('ilo-marn', 'deputy commander of the Marsh Guard', undefined, '2011'),
  ],
  sources: [{ id: 'gazette', title: 'Gazette of offices', address: 'https://gazette.example/offices' }],
}
const entities = new Map([
  ['marsh-guard', named('marsh-guard', 'Marsh Guard', 'حرس الهور')],
  ['ilo-marn', named('ilo-marn', 'Ilo Marn', 'إيلو مارن', 'public-figure')],
])
const offices = new Offices({ theatres: new Map([['marsh', theatre]]), entities } as never)

describe('offices', () => {
  it('of a person are told with whom, when and by which source, the last first', () => {
    expect(offices.of('ilo-marn')).toEqual([
      {
        person: { id: 'ilo-marn', name: { en: 'Ilo Marn', ar: 'إيلو مارن' } },
        role: { en: 'commander of the Marsh Guard', ar: 'منصب commander of the Marsh Guard' },
        actor: { id: 'marsh-guard', name: { en: 'Marsh Guard', ar: 'حرس الهور' } },
        since: '2011',
        until: '2014-05',
        sources: [{ title: 'Gazette of offices', address: 'https://gazette.example/offices' }],
      },
      expect.objectContaining({ role: expect.objectContaining({ en: 'deputy commander of the Marsh Guard' }) }),
    ])
  })

  it('of an actor are those of its people; one that nobody left stands first; nobody else has any', () => {
    expect(offices.of('marsh-guard').map(({ person }) => person.id)).toEqual(['ona-tell', 'ilo-marn', 'ilo-marn'])
    expect(offices.of('nobody')).toEqual([])
  })

  it('are there for everybody to whom the packs give one', () => {
    const packs = loadPacks()
    const all = new Offices(packs)
    for (const [person, roles] of packs.roles) expect(all.of(person)).toHaveLength(roles.length)
  })
})
