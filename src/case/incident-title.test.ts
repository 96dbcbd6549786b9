import { describe, expect, it } from 'vitest'
import { world as made } from '../../test/case-steps.js'
import { SAYINGS } from '../../test/support/sayings.js'
import type { Incident, Participant } from '../model/index.js'
import { loadPacks } from '../packs/index.js'
import { describeBy } from './describe-parties.js'
import { incidentTitle } from './incident-title.js'

const world = { ...made, ontology: { ...made.ontology, sayings: SAYINGS } }
const party = (id: string, role: string): Participant => ({ id, role, name: id })
const incident = (over: Partial<Incident>): Incident => ({
  id: 'i-1',
  type: 'attack',
  statuses: ['asserted'],
  time: { from: null, to: '2024-02-05', basis: 'published' },
  parties: [],
  places: [],
  claims: [],
  reasons: [],
  ...over,
})

describe('the title of an incident', () => {
  it('never makes the side that suffered look like the one that acted', () => {
    const title = incidentTitle(incident({ parties: [party('coast-army', 'counterpart')] }), world)
    expect(title.en).toBe('attack (en) · ? → Coast Army · by 2024-02-05')
    expect(title.ar).toBe('attack (ar) · ؟ ← جيش الساحل · حتى 2024-02-05')
  })

  it('sets those who act together side by side', () => {
    const parties = [party('harbour-front', 'agent'), party('valley-union', 'agent')]
    const title = incidentTitle(incident({ type: 'meeting', parties, places: [party('sidra', 'place')] }), world)
    expect(title.en).toBe('meeting (en) · Harbour Front, Valley Union · Sidra · by 2024-02-05')
  })

  it('is called by a mode that has a name of its own, where that is of its type', () => {
    const known = { ...world, ontology: loadPacks().ontology }
    const parties = [party('harbour-front', 'agent'), party('coast-army', 'counterpart')]
    const title = (over: Partial<Incident>) => incidentTitle(incident({ parties, ...over }), known)
    expect(title({ type: 'support', mode: 'mediation' }).en).toMatch(/^mediation · /)
    expect(title({ type: 'support', mode: 'mediation' }).ar).toMatch(/^وساطة · /)
    expect(title({ type: 'support' }).en).toMatch(/^other support · /)
    expect(title({ type: 'attack', mode: 'ambush' }).en).toMatch(/^attack · /)
    expect(title({ type: 'attack', mode: 'mediation' }).en).toMatch(/^attack · /)
  })

  it('says that the other is not named, where two do something with each other', () => {
    const one = [party('harbour-front', 'agent')]
    const title = (over: Partial<Incident>) => incidentTitle(incident({ parties: one, ...over }), world)
    expect(title({ type: 'meeting' }).en).toBe('meeting (en) · Harbour Front, ? · by 2024-02-05')
    expect(title({ type: 'meeting' }).ar).toBe('meeting (ar) · جبهة المرفأ، ؟ · حتى 2024-02-05')
    expect(title({ type: 'meeting', parties: [...one, party('coast-army', 'counterpart')] }).en).not.toContain('?')
    const both = { ...world, describe: describeBy(loadPacks()) }
    const sides = incident({
      type: 'meeting',
      parties: [{ id: 'text:two local officials', name: 'two local officials', role: 'agent' }],
    })
    expect(incidentTitle(sides, both).en).toBe('meeting (en) · two local officials · by 2024-02-05')
    expect(title({ type: 'meeting', parties: [] }).en).toBe('meeting (en) · by 2024-02-05')
    expect(title({ type: 'attack' }).en).not.toContain('?')
  })

  it('names the narrowest place, and a stated span of days', () => {
    const places = [party('north', 'place'), party('rimal', 'place')]
    const time = { from: '2024-02-01', to: '2024-02-29', basis: 'stated' as const }
    expect(incidentTitle(incident({ places, time }), world).en).toBe('attack (en) · Rimal · 2024-02-01 – 2024-02-29')
  })

  it('tells of a side that nobody is named of as a report describes it, where that is a description and no name', () => {
    const told = { ...world, describe: describeBy(loadPacks()) }
    const words = (name: string, role: string): Participant => ({ id: `text:${name}`, name, role })
    const title = (...parties: Participant[]) => incidentTitle(incident({ parties }), told)
    expect(title(words('مسلحون مجهولون', 'agent'), party('coast-army', 'counterpart'))).toEqual({
      en: 'attack (en) · unidentified gunmen → Coast Army · by 2024-02-05',
      ar: 'attack (ar) · مسلحون مجهولون ← جيش الساحل · حتى 2024-02-05',
    })
    expect(title(words('two local officials', 'counterpart')).ar).toContain('؟ ← مسؤولان محليان')
    expect(title(party('coast-army', 'agent'), words('gunmen', 'agent')).en).not.toContain('gunmen')
    for (const name of ['The five', 'سالم بارجاش', 'Salem Bargash', 'the National Rescue Agency'])
      expect(title(words(name, 'agent')).en).toBe('attack (en) · by 2024-02-05')
  })

  it('names the outlets that told it first where neither whom it was done to nor a place tells it from others', () => {
    const told = (...by: { id: string; name: string }[]) => ({ transmission: { first: { by } } })
    const [wadi, gazette] = [
      { id: 'wd', name: 'صوت الوادي' },
      { id: 'gz', name: 'Coast Gazette' },
    ]
    const title = (over: object, ...by: { id: string; name: string }[]) =>
      incidentTitle({ ...incident(over), ...told(...by) }, world)
    expect(title({}, gazette)).toEqual({
      en: 'attack (en) · told by Coast Gazette · by 2024-02-05',
      ar: 'attack (ar) · رواية Coast Gazette · حتى 2024-02-05',
    })
    expect(title({ parties: [party('harbour-front', 'agent')] }, wadi, gazette).ar).toBe(
      'attack (ar) · جبهة المرفأ · رواية صوت الوادي، Coast Gazette · حتى 2024-02-05',
    )
    const coast = party('coast-army', 'counterpart')
    const met = ['harbour-front', 'valley-union'].map((id) => party(id, 'agent'))
    for (const over of [{ parties: [coast] }, { places: [party('sidra', 'place')] }, { type: 'meeting', parties: met }])
      expect(title(over, gazette).en).not.toContain('Gazette')
    // Where a file lies is nobody's business.
    expect(title({}, { id: 'sha256:ab', name: '/home/somebody/one.txt' }).en).toBe('attack (en) · by 2024-02-05')
  })

  it('points from nobody to himself, and takes no body for a place', () => {
    const front = (role: string) => party('harbour-front', role)
    const own = incident({ type: 'support', parties: [front('agent'), front('counterpart')], places: [front('place')] })
    expect(incidentTitle(own, world).en).toBe('support (en) · Harbour Front · by 2024-02-05')
  })

  it('names no private person, and nobody unknown to the packs', () => {
    const person = {
      id: 'p',
      kind: 'person' as const,
      names: [{ name: 'Salim Sami', lang: 'en', kind: 'full' as const }],
    }
    const standing = (one: 'private' | 'public-figure') => ({
      ...world,
      entities: new Map([...world.entities, ['p', { ...person, standing: one, from: 'pack' as const }]]),
    })
    const parties = [party('p', 'agent'), party('name:x', 'agent'), party('coast-army', 'counterpart')]
    expect(incidentTitle(incident({ parties }), standing('private')).en).not.toContain('Salim')
    expect(incidentTitle(incident({ parties }), standing('public-figure')).en).toContain('Salim Sami → Coast Army')
  })
})
