import type { Feature, FeatureCollection, Geometry } from 'geojson'
import { type GeoJSONSource, Map as GlMap, LngLatBounds, type StyleSpecification } from 'maplibre-gl'
import type { MapAnswer } from '../answers.js'
import { withoutFar } from './far.js'
import { areaOf, readWorld, type World } from './shapes.js'
import type { Tally } from './tally.js'
import { allowWorker } from './worker.js'

/** Colours of the page, as the map takes them. */
export type Colours = Record<
  'sea' | 'land' | 'coast' | 'border' | 'ink' | 'paper' | 'cooperation' | 'violence' | 'other',
  string
>

/** A place with what is drawn of it now. */
export interface Shown extends Tally {
  label: string
  dim: boolean
}

export interface MapHandle {
  show(shown: readonly Shown[]): void
  point(places: ReadonlySet<string>): void
  /** Looks at all places, or at where most of the incidents are. */
  fit(most?: boolean): void
  zoom(by: number): void
  colour(colours: Colours): void
  /** The map as it stands, in these colours, at once: a printer does not wait. */
  picture(colours: Colours): HTMLCanvasElement
  remove(): void
}

interface Options {
  container: HTMLElement
  map: MapAnswer
  colours: Colours
  name: string
  onpoint(place: string | undefined): void
  onchoose(place: string): void
}

const FONTS = ['Plex', 'Plex Arabic']
const EMPTY: FeatureCollection = { type: 'FeatureCollection', features: [] }

/** Draws the map into an element; resolves when it can be looked at. Throws where there is no WebGL. */
export async function drawMap(options: Options): Promise<MapHandle> {
  allowWorker()
  const world = await readWorld()
  const map = new GlMap({
    container: options.container,
    style: style(world, options),
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    maxPitch: 0,
    fadeDuration: 0,
    localIdeographFontFamily: false,
    renderWorldCopies: false,
    locale: { 'Map.Title': options.name },
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  await map.once('load')

  let shown: readonly Shown[] = []
  let pointed: ReadonlySet<string> = new Set()
  const placeAt = (point: { x: number; y: number }) => {
    // The smallest that lies there: a town before its governorate before its country.
    const found = map.queryRenderedFeatures([point.x, point.y], { layers: ['points', 'areas'] })
    const ids = found.map(({ properties }) => String(properties.id))
    return shown.filter(({ place }) => ids.includes(place.id)).sort((a, b) => a.place.reach - b.place.reach)[0]?.place
      .id
  }
  map.on('mousemove', ({ point }) => {
    const place = placeAt(point)
    map.getCanvas().style.cursor = place ? 'pointer' : ''
    options.onpoint(place)
  })
  map.on('mouseout', () => options.onpoint(undefined))
  map.on('click', ({ point }) => {
    const place = placeAt(point)
    if (place) options.onchoose(place)
  })

  const source = (id: string) => map.getSource<GeoJSONSource>(id)
  const handle: MapHandle = {
    show(next) {
      shown = next
      const features = next.map((one) => ({ one, area: areaOf(one.place, options.map.outlines, world) }))
      source('areas')?.setData(collection(features.flatMap(({ one, area }) => (area ? [featureOf(one, area)] : []))))
      source('points')?.setData(collection(features.map(({ one, area }) => featureOf(one, middle(one), !area))))
      handle.point(pointed)
    },
    point(places) {
      for (const of of ['areas', 'points'])
        for (const id of new Set([...pointed, ...places]))
          map.setFeatureState({ source: of, id }, { pointed: places.has(id) })
      pointed = places
    },
    fit(most = false) {
      const bounds = new LngLatBounds()
      for (const { place } of most ? withoutFar(shown) : shown) {
        const far = place.reach / 111
        bounds.extend([place.lon - far, place.lat - far]).extend([place.lon + far, place.lat + far])
      }
      if (!bounds.isEmpty()) map.fitBounds(bounds, { padding: 36, maxZoom: 9, animate: false })
    },
    zoom: (by) => map.zoomTo(map.getZoom() + by, { animate: false }),
    picture(colours) {
      handle.colour(colours)
      map.redraw()
      const drawn = map.getCanvas()
      const copy = document.createElement('canvas')
      copy.width = drawn.width
      copy.height = drawn.height
      copy.getContext('2d')!.drawImage(drawn, 0, 0)
      return copy
    },
    colour(colours) {
      for (const { id, paint } of layers(colours))
        for (const [name, value] of Object.entries(paint)) map.setPaintProperty(id, name as never, value as never)
    },
    remove: () => map.remove(),
  }
  return handle
}

const collection = (features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features })
const middle = ({ place }: Shown): Geometry => ({ type: 'Point', coordinates: [place.lon, place.lat] })
const featureOf = (one: Shown, geometry: Geometry, dot = false): Feature => ({
  type: 'Feature',
  properties: {
    id: one.place.id,
    n: one.n,
    tone: one.tone,
    firm: one.firm,
    dim: one.dim,
    label: one.label,
    dot,
    reach: one.place.reach,
  },
  geometry,
})

function style(world: World, { map, colours }: Options): StyleSpecification {
  const features = (data: unknown, rest: object = {}) => ({
    type: 'geojson' as const,
    data: data as FeatureCollection,
    ...rest,
  })
  return {
    version: 8,
    // A picture for the printer is taken at once.
    transition: { duration: 0, delay: 0 },
    sources: {
      land: features(world.land),
      borders: features(world.borders),
      outlines: features(map.outlines),
      areas: features(EMPTY, { promoteId: 'id' }),
      points: features(EMPTY, { promoteId: 'id' }),
      ...(map.tiles ? { tiles: { type: 'raster' as const, tiles: [map.tiles], tileSize: 256 } } : {}),
    },
    layers: layers(colours, map.tiles !== undefined) as StyleSpecification['layers'],
  }
}

interface Layer {
  id: string
  type: string
  source?: string
  paint: Record<string, unknown>
  [more: string]: unknown
}

/** The layers from the ground up. Only what happened has colour. */
function layers(colours: Colours, tiles = false): Layer[] {
  const tone = [
    'match',
    ['get', 'tone'],
    'cooperation',
    colours.cooperation,
    'violence',
    colours.violence,
    colours.other,
  ]
  const strength = (full: number) => ['case', ['get', 'dim'], full * 0.3, full]
  const pointed = ['boolean', ['feature-state', 'pointed'], false]
  const ground: Layer[] = tiles
    ? [{ id: 'tiles', type: 'raster', source: 'tiles', paint: {} }]
    : [
        { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': colours.land, 'fill-antialias': false } },
        { id: 'coast', type: 'line', source: 'land', paint: { 'line-color': colours.coast, 'line-width': 0.8 } },
        { id: 'borders', type: 'line', source: 'borders', paint: { 'line-color': colours.border, 'line-width': 1 } },
      ]
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': colours.sea } },
    ...ground,
    { id: 'outlines', type: 'line', source: 'outlines', paint: { 'line-color': colours.border, 'line-width': 0.6 } },
    {
      id: 'areas',
      type: 'fill',
      source: 'areas',
      layout: { 'fill-sort-key': ['-', ['get', 'reach']] },
      paint: { 'fill-color': tone, 'fill-opacity': ['case', pointed, 0.32, ['get', 'dim'], 0.03, 0.12] },
    },
    {
      id: 'edges',
      type: 'line',
      source: 'areas',
      paint: {
        'line-color': tone,
        'line-width': ['case', pointed, 3, 1.4],
        'line-opacity': strength(0.9),
        'line-dasharray': [3, 2],
      },
    },
    {
      id: 'points',
      type: 'circle',
      source: 'points',
      filter: ['get', 'dot'],
      paint: {
        'circle-radius': ['+', 4, ['*', 2, ['sqrt', ['get', 'n']]]],
        'circle-color': ['case', ['get', 'firm'], tone, colours.paper],
        'circle-opacity': strength(1),
        'circle-stroke-color': tone,
        'circle-stroke-opacity': strength(1),
        'circle-stroke-width': ['case', pointed, 4, 2],
      },
    },
    {
      id: 'names',
      type: 'symbol',
      source: 'points',
      layout: {
        'text-field': ['get', 'label'],
        'text-font': FONTS,
        'text-size': 12,
        'text-variable-anchor': ['top', 'bottom', 'right', 'left'],
        'text-radial-offset': ['case', ['get', 'dot'], 0.9, 0.1],
        'text-justify': 'auto',
        'text-max-width': 9,
        'symbol-sort-key': ['-', ['get', 'n']],
      },
      paint: {
        'text-color': colours.ink,
        'text-opacity': strength(1),
        'text-halo-color': colours.paper,
        'text-halo-width': 1.6,
      },
    },
  ]
}
