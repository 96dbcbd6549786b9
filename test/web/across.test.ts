import { expect, it } from 'vitest'
import { goingOn } from '../../web/src/map/across.js'

const polygon = (...ring: [number, number][]) => ({ type: 'Polygon' as const, coordinates: [ring] })

it.each([
  [
    'an island on both sides of the 180th meridian',
    polygon([179, -16], [-179, -16], [-179, -17], [179, -17], [179, -16]),
    polygon([179, -16], [181, -16], [181, -17], [179, -17], [179, -16]),
  ],
  [
    'the same begun on the other side',
    polygon([-179, 66], [179, 66], [179, 65], [-179, 65], [-179, 66]),
    polygon([-179, 66], [-181, 66], [-181, 65], [-179, 65], [-179, 66]),
  ],
  ['what does not cross it', polygon([10, 0], [60, 0], [60, 5], [10, 0]), polygon([10, 0], [60, 0], [60, 5], [10, 0])],
])('the outline of %s does not leap round the world', (_, shape, drawn) => {
  expect(goingOn(shape)).toEqual(drawn)
  const feature = { type: 'Feature' as const, properties: {}, geometry: shape }
  expect(goingOn({ type: 'FeatureCollection' as const, features: [feature] }).features[0]!.geometry).toEqual(drawn)
})
