import { describe, expect, it } from 'vitest'
import { fakeCase } from '../../test/fake-case/fake-case.js'
import { packs } from '../../test/fake-case/packs.js'
import type { DecidedSide } from '../case/index.js'
import type { Entity, Judgement } from '../model/index.js'
import { CaseWorld } from './case-world.js'
import { createApi } from './create-api.js'
import { sayDecided } from './say-decided.js'
import { Speaker } from './speaker.js'

const speaker = new Speaker(new CaseWorld(fakeCase(), packs))
const { items: claims } = await fakeCase().claims()
const [one, other] = claims as [(typeof claims)[0], (typeof claims)[0]]
const entity = (kind: Entity['kind'], name: string): Entity => ({
  ...{ id: 'e-0123456789abcdef', kind, from: 'report' },
  names: [{ name, lang: 'en', kind: 'full' }],
})
const judged = (of: 'claim' | 'incident' | 'entity', kind: Judgement['kind'] = 'same'): Judgement => ({
  ...{ id: 'j-1', kind, by: 'A', at: '2024-03-01T00:00:00Z', target: { kind: 'pair', of, a: 'a', b: 'b' } },
})
const side = (claim: (typeof claims)[0], incident: string, n = 1): DecidedSide => ({
  ...{ claim, claims: n, incident: { id: incident, title: { en: `title of ${incident}`, ar: `عنوان ${incident}` } } },
})
const titles = async (judgement: Judgement, sides: DecidedSide[]) =>
  (await sayDecided([{ judgement, sides }], speaker))[0]!.sides.map(({ kind, title }) => [kind, title?.en])

describe('what a judgement was about, in words', () => {
  it('calls two incidents by their titles, and two that became one by their sentences', async () => {
    expect(await titles(judged('incident', 'different'), [side(one, 'i-1'), side(other, 'i-2')])).toEqual([
      ['incident', 'title of i-1'],
      ['incident', 'title of i-2'],
    ])
    const [a, b] = await titles(judged('incident'), [side(one, 'i-1'), side(other, 'i-1')])
    expect([a![0], b![0]]).toEqual(['claim', 'claim'])
    expect(a![1]).toMatch(/ reports?,? /)
  })

  it('calls a claim that was parted from an incident by its sentence, and the rest by its title', async () => {
    const sides = await titles(judged('claim', 'different'), [side(one, 'i-1'), side(other, 'i-2', 3)])
    expect(sides.map(([kind]) => kind)).toEqual(['claim', 'incident'])
  })

  it('gives no name of a private person, nor the wording that stands for one', async () => {
    const words = { claims: 0, words: 'Salim Ahmad' }
    expect(
      await titles(judged('entity', 'different'), [{ claims: 0, entity: entity('person', 'Salim Ahmad') }, words]),
    ).toEqual([
      ['name', 'S. A.'],
      ['name', 'S. A.'],
    ])
    expect((await titles(judged('entity'), [{ claims: 0, entity: entity('actor', 'Red Band') }, words]))[1]).toEqual([
      'name',
      'Salim Ahmad',
    ])
  })

  it('says that something is no longer there', async () => {
    expect(await titles(judged('claim'), [{ claims: 0 }, side(one, 'i-1')])).toContainEqual(['gone', undefined])
  })
})

describe('incidents found by words', () => {
  const app = createApi(fakeCase(), packs)
  const find = async (query: string) => {
    const response = await app.request(`http://localhost/api/search/incidents?${query}`)
    return ((await response.json()) as { items: { id: string }[] }).items.map(({ id }) => id)
  }
  const held = (words: string) => [
    ...new Set(
      claims.filter(({ evidence }) => evidence.text.includes(words)).flatMap(({ incident }) => incident ?? []),
    ),
  ]

  it('are those of the claims that hold them, each once, without the one that is looked from', async () => {
    const found = held('drones')
    expect(found.length).toBeGreaterThan(0)
    expect((await find('q=drones')).sort()).toEqual(found.sort())
    expect(await find(`q=drones&near=${found[0]}`)).toEqual(found.slice(1))
    expect(await find('q=nothing-like-this')).toEqual([])
  })

  it('are of no words those near to it', async () => {
    expect(await find('')).toEqual([])
    const near = await find('near=i-freed')
    expect(near).not.toContain('i-freed')
    expect(near.length).toBeGreaterThan(0)
  })
})
