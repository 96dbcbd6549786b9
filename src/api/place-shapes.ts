import type { Entity } from '../model/index.js'
import type { Packs } from '../packs/index.js'
import { bothNames } from './case-world.js'
import type { MapPlaceAnswer } from './contract/map.js'

/** So many parts at least tell how far a place reaches better than its kind does. */
const ENOUGH_PARTS = 3
/** One far exclave or a slip in a table must not make the ring of a place too wide: this share of its parts lies inside. */
const SHARE_INSIDE = 0.8
const EARTH_KM = 6371

/** Finds where places are and how far they reach. */
export class PlaceShapes {
  private readonly parts = new Map<string, Entity[]>()

  constructor(private readonly packs: Pick<Packs, 'ontology' | 'entities' | 'titles'>) {
    for (const entity of packs.entities.values()) {
      if (entity.kind !== 'place' || entity.parent === undefined || !isSited(entity)) continue
      this.parts.set(entity.parent, [...(this.parts.get(entity.parent) ?? []), entity])
    }
  }

  /** The shape of a place, or of the nearest place around it that has coordinates; undefined where none has. */
  find(place: Entity, entity: (id: string) => Entity | undefined): MapPlaceAnswer | undefined {
    const within = ancestors(place, entity)
    const at = [place, ...within].find(isSited)
    if (!at) return undefined
    const sort = place.sort === undefined ? undefined : this.packs.ontology.kinds.places[place.sort]?.title
    return {
      id: place.id,
      name: bothNames(place, this.packs.titles),
      ...(sort ? { sort: { en: sort.en, ar: sort.ar } } : {}),
      lat: at.lat!,
      lon: at.lon!,
      // A place without coordinates is somewhere in the one around it, and drawn as wide as that.
      reach: this.reach(at),
      within: within.map(({ id }) => id),
    }
  }

  private reach(place: Entity): number {
    const kind = place.sort === undefined ? undefined : this.packs.ontology.kinds.places[place.sort]?.reach
    if (kind === undefined) return 0
    const distances = (this.parts.get(place.id) ?? []).map((part) => kilometres(place, part)).sort((a, b) => a - b)
    if (distances.length < ENOUGH_PARTS) return kind
    return Math.max(1, Math.round(distances[Math.floor((distances.length - 1) * SHARE_INSIDE)]!))
  }
}

const isSited = (entity: Entity) => entity.lat !== undefined && entity.lon !== undefined

function ancestors(place: Entity, entity: (id: string) => Entity | undefined): Entity[] {
  const out: Entity[] = []
  for (let id = place.parent; id !== undefined && !out.some((one) => one.id === id); ) {
    const parent = entity(id)
    if (!parent) break
    out.push(parent)
    id = parent.parent
  }
  return out
}

/** The distance over the sphere (haversine). */
function kilometres(a: Entity, b: Entity): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180
  const half = (x: number) => Math.sin(x / 2) ** 2
  const [p, q] = [rad(a.lat!), rad(b.lat!)]
  const h = half(q - p) + Math.cos(p) * Math.cos(q) * half(rad(b.lon! - a.lon!))
  return 2 * EARTH_KM * Math.asin(Math.sqrt(h))
}
