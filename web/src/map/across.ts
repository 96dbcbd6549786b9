import type { Feature, GeoJSON, Geometry, Position } from 'geojson'

/**
 * Outlines that cross the 180th meridian go on beyond it instead of leaping round the world, which would be drawn as a line from
 * one edge to the other: after 179.9° comes 180.1°, not −179.9°.
 */
export function goingOn<T extends GeoJSON>(shape: T): T {
  switch (shape.type) {
    case 'FeatureCollection':
      return { ...shape, features: shape.features.map(goingOn) }
    case 'Feature':
      return { ...(shape as Feature), geometry: goingOn((shape as Feature).geometry) } as unknown as T
    case 'GeometryCollection':
      return { ...shape, geometries: shape.geometries.map((one: Geometry) => goingOn(one)) }
    case 'Polygon':
      return { ...shape, coordinates: shape.coordinates.map(ringGoingOn) }
    case 'MultiPolygon':
      return { ...shape, coordinates: shape.coordinates.map((rings) => rings.map(ringGoingOn)) }
    default:
      return shape
  }
}

function ringGoingOn(ring: readonly Position[]): Position[] {
  let turns = 0
  return ring.map(([lon = 0, lat = 0], i) => {
    const before = ring[i - 1]?.[0] ?? lon
    if (lon - before > 180) turns -= 360
    else if (before - lon > 180) turns += 360
    return [lon + turns, lat]
  })
}
