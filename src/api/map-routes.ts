import { answers } from './answers.js'
import type { ApiContext } from './context.js'
import { MAP_ROUTES } from './contract/map.js'

/** What maps are drawn on: the outlines that theatres bring, as GeoJSON; and the tiles that the user asked for, if any. */
export const mapRoutes = ({ speaker, tiles }: ApiContext) => {
  const theatres = [...speaker.world.packs.theatres.values()]
  const features = theatres.flatMap(({ outlines }) =>
    outlines.map(({ place, geometry }) => ({
      type: 'Feature' as const,
      properties: { ...(place === undefined ? {} : { place }) },
      geometry,
    })),
  )
  return answers(MAP_ROUTES, {
    'GET /map': () => ({ outlines: { type: 'FeatureCollection' as const, features }, ...(tiles ? { tiles } : {}) }),
  })
}
