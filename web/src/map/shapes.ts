import type { Feature, GeoJSON, Geometry, MultiPolygon, Polygon } from 'geojson'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import worldUrl from 'world-atlas/countries-50m.json?url'
import type { MapAnswer, MapPlaceAnswer } from '../answers.js'
import { goingOn } from './across.js'
import { contains, ring } from './rings.js'

/** What reaches so far and lies in nothing is taken for a country, and drawn by its borders. */
const COUNTRY_KM = 200

/** Coasts, borders and countries of the world: Natural Earth at 1:50 million, in the public domain. */
export interface World {
  land: GeoJSON
  borders: GeoJSON
  countries: Feature<Polygon | MultiPolygon>[]
}

let world: Promise<World> | undefined

/** The world's outlines, from this server; read once. */
export function readWorld(): Promise<World> {
  world ??= fetch(worldUrl)
    .then((response) => response.json())
    .then((topology: Topology<{ countries: GeometryCollection; land: GeometryCollection }>) => ({
      land: goingOn(feature(topology, topology.objects.land) as GeoJSON),
      borders: mesh(topology, topology.objects.countries, (a, b) => a !== b),
      countries: feature(topology, topology.objects.countries).features.map(goingOn) as Feature<
        Polygon | MultiPolygon
      >[],
    }))
  world.catch(() => {
    world = undefined
  })
  return world
}

/** The area of a place: as its theatre outlines it, else its country's borders, else a ring; undefined for a point. */
export function areaOf(
  place: MapPlaceAnswer,
  outlines: MapAnswer['outlines'],
  { countries }: World,
): Geometry | undefined {
  const own = outlines.features.find(
    (one) => one.properties.place === place.id && one.geometry.type.endsWith('Polygon'),
  )
  if (own) return own.geometry as Geometry
  if (place.reach === 0) return undefined
  if (place.within.length === 0 && place.reach >= COUNTRY_KM) {
    // A country that crosses the 180th meridian goes on beyond it.
    const country = countries.find((one) =>
      [0, 360, -360].some((turn) => contains(one.geometry, [place.lon + turn, place.lat])),
    )
    if (country) return country.geometry
  }
  return ring(place.lat, place.lon, place.reach)
}
