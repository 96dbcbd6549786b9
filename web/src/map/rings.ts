import type { MultiPolygon, Polygon, Position } from 'geojson'

const EARTH_KM = 6371
const STEPS = 72

/** A ring of equal distance round a middle, over the sphere. */
export function ring(lat: number, lon: number, km: number): Polygon {
  const rad = Math.PI / 180
  const d = km / EARTH_KM
  const at = lat * rad
  const points: Position[] = []
  for (let i = 0; i <= STEPS; i++) {
    const way = (i / STEPS) * 2 * Math.PI
    const y = Math.asin(Math.sin(at) * Math.cos(d) + Math.cos(at) * Math.sin(d) * Math.cos(way))
    const x =
      lon * rad + Math.atan2(Math.sin(way) * Math.sin(d) * Math.cos(at), Math.cos(d) - Math.sin(at) * Math.sin(y))
    points.push([x / rad, y / rad])
  }
  return { type: 'Polygon', coordinates: [points] }
}

/** Whether a point lies in an area: a ray from it crosses the edges an odd number of times. */
export function contains(area: Polygon | MultiPolygon, [x, y]: [number, number]): boolean {
  const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates
  return polygons.some((rings) => {
    let odd = false
    for (const points of rings)
      for (let i = 0, j = points.length - 1; i < points.length; j = i++) {
        const [ax, ay] = points[i] as [number, number]
        const [bx, by] = points[j] as [number, number]
        if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd
      }
    return odd
  })
}
