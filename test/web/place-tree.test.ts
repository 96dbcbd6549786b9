import { expect, it } from 'vitest'
import { placeTree } from '../../web/src/incidents/place-tree.js'

const place = (id: string, incidents: number, ...within: string[]) => ({
  id,
  incidents,
  within,
  name: { en: id, ar: id },
})

it('puts each place below the nearest one that it lies in, those with most incidents first', () => {
  const places = [
    place('hills', 2),
    place('coast', 9),
    place('quay', 1, 'harbour', 'district', 'coast'),
    place('harbour', 6, 'district', 'coast'),
    place('cape', 7, 'coast'),
  ]
  expect(placeTree(places).map(({ place: { id }, depth }) => '.'.repeat(depth) + id)).toEqual([
    'coast',
    '.cape',
    '.harbour',
    '..quay',
    'hills',
  ])
})
