import { z } from 'zod'
import { ClaimType } from '../../model/index.js'
import { defineRoutes } from './define.js'
import { Both } from './lists.js'

/**
 * Incidents as marks of a timeline or map (when, where and how well supported, without their claims), column by column, for
 * there may be very many: the values at one position make one mark. What comes often (types, parts of titles, places) is
 * named once and meant by its position.
 */
export const MarksAnswer = z.object({
  types: z.array(ClaimType),
  words: z.array(Both).describe('Parts of titles'),
  places: z.array(z.string()).describe('Ids of places'),
  columns: z.object({
    id: z.array(z.string()),
    type: z.array(z.int()).describe('Position in `types`'),
    title: z.array(z.array(z.int())).describe('Positions in `words`; parts are joined by " · "'),
    from: z.array(z.int().nullable()).describe('First day, in days since 1970-01-01'),
    to: z.array(z.int().nullable()).describe('Last day'),
    basis: z.array(z.int()).describe('Of the days: 0 stated, 1 published, 2 none'),
    places: z.array(z.array(z.int())).describe('Positions in `places`, without those that another of them lies in'),
    claims: z.array(z.int()),
    atLeast: z.array(z.int()),
    atMost: z.array(z.int()),
    camps: z.array(z.int()),
    contradicted: z.array(z.int()).describe('1: yes'),
  }),
})
export type MarksAnswer = z.infer<typeof MarksAnswer>

/** A place as a map draws it: no more exactly than it is known. */
export const MapPlaceAnswer = z.object({
  id: z.string(),
  name: Both,
  sort: Both.optional().describe('The kind of place: governorate, town …'),
  lat: z.number(),
  lon: z.number(),
  reach: z.number().min(0).describe('Kilometres that it reaches from its middle; 0: a point'),
  within: z.array(z.string()).describe('What it lies in, nearest first'),
})
export type MapPlaceAnswer = z.infer<typeof MapPlaceAnswer>

const Outline = z.object({
  type: z.literal('Feature'),
  properties: z.object({ place: z.string().optional().describe('The place whose area it is; absent of a mere line') }),
  geometry: z.object({
    type: z.enum(['Polygon', 'MultiPolygon', 'LineString', 'MultiLineString']),
    coordinates: z.array(z.unknown()),
  }),
})

/** What maps are drawn on. */
export const MapAnswer = z.object({
  outlines: z
    .object({ type: z.literal('FeatureCollection'), features: z.array(Outline) })
    .describe('GeoJSON that theatres bring, in degrees'),
  tiles: z.string().optional().describe('Address of tiles with {z}, {x} and {y}, where the user named one'),
})
export type MapAnswer = z.infer<typeof MapAnswer>

export const MAP_ROUTES = defineRoutes({
  'GET /map': {
    about: 'What maps are drawn on: outlines of theatres, and tiles where the user named an address',
    answer: MapAnswer,
  },
})
