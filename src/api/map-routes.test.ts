import { expect, it } from 'vitest'
import { fakeCase } from '../../test/fake-case/fake-case.js'
import { packs } from '../../test/fake-case/packs.js'
import type { Entity } from '../model/index.js'
import { createApi } from './create-api.js'
import { PlaceShapes } from './place-shapes.js'

const get = async (path: string, options = {}) => {
  const response = await createApi(fakeCase(), packs, options).request(`http://localhost${path}`)
  return { response, body: (await response.json().catch(() => undefined)) as never }
}

it('marks tell when and where, with places no more exact than they are known', async () => {
  const { body } = await get('/api/incidents/marks?type=attack')
  const { marks, places } = body as {
    marks: { places: string[]; columns: { id: string[]; places: number[][] } }
    places: Record<string, object>
  }
  expect(marks.columns.id).toEqual(['i-raid'])
  expect(marks.columns.places.map((own) => own.map((place) => marks.places[place]))).toEqual([['qanat']])
  expect(places.qanat).toMatchObject({ lat: 14.1, lon: 45.4, reach: 0, within: ['sahil'], sort: { en: 'city' } })
  const valley = (await get('/api/incidents/marks?type=meeting')).body as { places: Record<string, object> }
  expect(valley.places['wadi-rimal']).toMatchObject({ reach: 25, sort: { ar: 'وادٍ' } })
})

it('a place reaches as far as most of its parts, its kind only where these are few', () => {
  const place = (id: string, sort: string, lat: number, parent?: string): Entity => ({
    id,
    kind: 'place',
    sort,
    names: [],
    from: 'pack',
    ...(Number.isNaN(lat) ? {} : { lat, lon: 0 }),
    ...(parent ? { parent } : {}),
  })
  const all = [
    place('wide', 'governorate', 10),
    ...[10.1, 10.2, 10.3, 10.4, 19].map((lat, i) => place(`part-${i}`, 'town', lat, 'wide')),
    place('small', 'governorate', 20),
    place('one', 'town', 20.1, 'small'),
    place('camp', 'camp', Number.NaN, 'small'),
    place('lost', 'town', Number.NaN),
  ]
  const entities = new Map(all.map((one) => [one.id, one]))
  const shapes = new PlaceShapes({ ontology: packs.ontology, titles: packs.titles, entities })
  const reach = (id: string) => shapes.find(entities.get(id)!, (other) => entities.get(other))?.reach
  expect(reach('wide')).toBe(44)
  expect(reach('small')).toBe(60)
  expect(reach('one')).toBe(0)
  // Somewhere in the one around it.
  expect(reach('camp')).toBe(60)
  expect(reach('lost')).toBeUndefined()
})

it('no tiles are fetched unless a host is named, and then from that host alone', async () => {
  const none = await get('/api/map')
  expect(none.body).toEqual({ outlines: { type: 'FeatureCollection', features: [] } })
  const policy = (response: Response) => response.headers.get('content-security-policy')
  expect(policy(none.response)).toContain("connect-src 'self';")
  const tiles = 'https://tiles.example/{z}/{x}/{y}.png'
  const some = await get('/api/map', { tiles })
  expect(some.body).toMatchObject({ tiles })
  expect(policy(some.response)).toContain("connect-src 'self' https://tiles.example;")
  for (const wrong of ['https://tiles.example/', 'file:///{z}/{x}/{y}', 'tiles'])
    expect(() => createApi(fakeCase(), packs, { tiles: wrong })).toThrow('no address of map tiles')
})
