import { z } from 'zod'
import { suggestion } from './nearest.js'
import type { PackFile } from './pack-files.js'
import type { Problems } from './problems.js'

const Shape = z.looseObject({
  type: z.enum(['Polygon', 'MultiPolygon', 'LineString', 'MultiLineString']),
  coordinates: z.array(z.unknown()).min(1),
})
const Feature = z.looseObject({
  type: z.literal('Feature'),
  properties: z.looseObject({ place: z.string().optional() }).nullish(),
  geometry: Shape,
})
const File = z.looseObject({ type: z.literal('FeatureCollection'), features: z.array(Feature) })

/** A line or area of a theatre's map in degrees (GeoJSON); `place` is whose area it is, absent of a mere line. */
export interface Outline {
  place?: string
  geometry: { type: 'Polygon' | 'MultiPolygon' | 'LineString' | 'MultiLineString'; coordinates: unknown[] }
}

/**
 * Reads `outlines.geojson`: finer outlines than the world's, and the areas of places, which a feature names by
 * `properties.place`. Faults are noted by the number of the feature, from 1.
 */
export function readOutlines(file: PackFile, places: ReadonlySet<string>, problems: Problems): Outline[] {
  const parsed = File.safeParse(json(file, problems))
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!
    const at = typeof path[1] === 'number' ? `feature ${path[1] + 1}: ` : ''
    const hint = 'a FeatureCollection of lines and areas; properties.place names whose area it is'
    problems.add('pack-value', `${at}${path.slice(at ? 2 : 0).join('.')}: ${message}`, { file: file.file }, hint)
    return []
  }
  return parsed.data.features.map(({ properties, geometry }, i) => {
    const place = properties?.place
    if (place !== undefined && !places.has(place)) {
      const message = `feature ${i + 1}: there is no row in places.csv with id '${place}'`
      problems.add('pack-reference', message, { file: file.file }, suggestion(place, places))
    }
    const { type, coordinates } = geometry
    return { ...(place === undefined ? {} : { place }), geometry: { type, coordinates } }
  })
}

function json(file: PackFile, problems: Problems): unknown {
  try {
    return JSON.parse(file.text)
  } catch (error) {
    problems.add('pack-value', `not JSON: ${(error as Error).message}`, { file: file.file })
    return { type: 'FeatureCollection', features: [] }
  }
}
