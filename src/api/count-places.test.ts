import { expect, it } from 'vitest'
import { countPlaces, placesAround } from './count-places.js'

const places = new Map<string, { parent?: string }>([
  ['coast', {}],
  ['harbour', { parent: 'coast' }],
  ['quay', { parent: 'harbour' }],
  ['hills', {}],
  ['round', { parent: 'circle' }],
  ['circle', { parent: 'round' }],
])

it('a place counts what lies in it, an incident at two of its places once', () => {
  const around = placesAround(['quay', 'harbour', 'hills'], (id) => places.get(id))
  expect(countPlaces([[0], [0, 1], [1], [2], []], around)).toEqual([
    { id: 'coast', incidents: 3 },
    { id: 'harbour', incidents: 3 },
    { id: 'quay', incidents: 2 },
    { id: 'hills', incidents: 1 },
  ])
})

it('goes round no circle, and passes over what is unknown', () => {
  expect(placesAround(['round', 'nowhere'], (id) => places.get(id))).toEqual([['round', 'circle'], []])
})
