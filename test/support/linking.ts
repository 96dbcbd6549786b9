import type { Channel, Claim, ClaimType, Count, Document, Entity, Filler, Hop } from '../../src/model/index.js'
import { CLAIM_TYPES, sha256 } from '../../src/model/index.js'
import type { KnownWorld, LinkClaim, OutletFacts } from '../../src/resolve/index.js'
import { SAYINGS } from './sayings.js'

/** Builders for tests of linking and weighing: a small made-up world, and claims in one line. */

interface Place {
  sort: string
  parent?: string
}
const PLACES: Record<string, Place> = {
  yemen: { sort: 'country' },
  'ye-abyan': { sort: 'governorate', parent: 'yemen' },
  'ye-shabwa': { sort: 'governorate', parent: 'yemen' },
  'ye-hadramawt': { sort: 'governorate', parent: 'yemen' },
  'ye-al-bayda': { sort: 'governorate', parent: 'yemen' },
  'ye-mudiyah-district': { sort: 'district', parent: 'ye-abyan' },
  'ye-lawdar-district': { sort: 'district', parent: 'ye-abyan' },
  'ye-seiyun-city': { sort: 'city', parent: 'ye-hadramawt' },
  'ye-sanaa-city': { sort: 'city', parent: 'yemen' },
}
const ACTORS: Record<string, string | undefined> = {
  houthis: undefined,
  aqap: undefined,
  stc: undefined,
  giants: 'stc',
  un: undefined,
  'un-poe': 'un',
  'yemen-government': undefined,
  'yemen-army': 'yemen-government',
}
const PERSONS: Record<string, string> = { 'salim-named': 'aqap', 'hadi-named': 'aqap', 'stc-spokesman': 'stc' }
const NOT_HAPPENING = new Set<ClaimType>(['coordination', 'membership', 'possession', 'designation'])
const MUTUAL = new Set<ClaimType>([
  'meeting',
  'agreement',
  'coordination',
  'prisoner-exchange',
  'armed-clash',
  'joint-operation',
])
const CHANNEL: Partial<Record<ClaimType, Channel>> = {
  meeting: 'talks',
  agreement: 'agreements',
  'prisoner-release': 'prisoners',
  'prisoner-exchange': 'prisoners',
  escape: 'prisoners',
  'arms-transfer': 'arms',
  attack: 'violence',
  'armed-clash': 'violence',
}
const DISCREDITS: Partial<Record<ClaimType, ('agents' | 'counterparts')[]>> = {
  'arms-transfer': ['agents', 'counterparts'],
  escape: ['counterparts'],
}
const OUTLETS: Record<string, OutletFacts> = {
  'north-news': { id: 'north-news', camp: 'houthis', owner: 'north-media' },
  'north-tv': { id: 'north-tv', camp: 'houthis', owner: 'north-media' },
  'south-post': { id: 'south-post', camp: 'stc' },
  'gulf-wire': { id: 'gulf-wire' },
}

function entity(id: string, kind: Entity['kind'], sort?: string, parent?: string): Entity {
  return {
    id,
    kind,
    names: [{ name: id, lang: 'en', kind: 'full' }],
    from: 'pack',
    ...(sort && { sort }),
    ...(parent && { parent }),
  }
}

const ENTITIES = new Map<string, Entity>([
  ...Object.entries(PLACES).map(([id, p]) => [id, entity(id, 'place', p.sort, p.parent)] as const),
  ...Object.entries(ACTORS).map(([id, parent]) => [id, entity(id, 'actor', 'armed-group', parent)] as const),
  ...Object.keys(PERSONS).map((id) => [id, entity(id, 'person')] as const),
])

/** Types that may be one happening told differently; the others stand alone. */
const FAMILIES: Partial<Record<ClaimType, string>> = {
  'prisoner-release': 'freeing',
  'prisoner-exchange': 'freeing',
  escape: 'freeing',
  attack: 'violence',
  'armed-clash': 'violence',
  assassination: 'violence',
}

/** The world of these tests: a few actors, places and outlets, two outlets with one owner. */
export const world: KnownWorld = {
  entities: ENTITIES,
  ontology: {
    sayings: SAYINGS,
    types: new Map(
      CLAIM_TYPES.map((type) => [
        type,
        {
          happening: !NOT_HAPPENING.has(type),
          family: FAMILIES[type] ?? type,
          mutual: MUTUAL.has(type),
          channel: CHANNEL[type] ?? 'other',
          discredits: DISCREDITS[type],
        },
      ]),
    ),
  },
  roles: new Map(Object.entries(PERSONS).map(([id, actor]) => [id, [{ actor }]])),
  titles: new Set(['mr', 'colonel', 'brigadier', 'general', 'sheikh', 'العقيد', 'السيد']),
  ancestors(id) {
    const chain: string[] = []
    for (let p = ENTITIES.get(id)?.parent; p; p = ENTITIES.get(p)?.parent) chain.push(p)
    return chain
  },
  outlet: (name) => OUTLETS[name],
}

/** A document named by its path; `day` is the day of publication. */
export function doc(
  path: string,
  options: { day?: string; outlet?: string; credit?: string; language?: string; text?: string } = {},
): Document {
  const { day, language = 'en', text = path, ...rest } = options
  return {
    id: `sha256:${sha256(path)}`,
    path,
    language,
    text,
    ...rest,
    ...(day && { published: { from: day, to: day, basis: 'metadata' as const } }),
  }
}

const filler = (what: string): Filler => ({
  text: what,
  start: 0,
  end: what.length,
  ...(ENTITIES.has(what) && { entity: what }),
})

/** A number: 12, [20, null] for "dozens". */
export function count(value: number | [number | null, number | null]): Count {
  const [min, max] = typeof value === 'number' ? [value, value] : value
  return { text: typeof value === 'number' ? String(value) : `${min ?? ''}–${max ?? ''}`, start: 0, end: 1, min, max }
}

/** "un-poe", "anonymous: a security source": a hop; the kind stands before the colon, `organization` where there is none. */
function hop(text: string): Hop {
  const [kind, name] = text.includes(': ') ? text.split(': ') : ['organization', text]
  return { name: name!, kind: kind as Hop['kind'], ...(ENTITIES.has(name!) && { entity: name! }) }
}

export interface ClaimOptions {
  by?: string[]
  to?: string[]
  what?: string[]
  at?: string[]
  /** A day, a month, a year, or two days. */
  when?: string | [string, string]
  counts?: Record<string, number | [number | null, number | null]>
  chain?: string[]
  status?: Claim['status']
  mode?: Claim['mode']
  links?: Claim['links']
  id?: string
}

function time(when: string | [string, string]): NonNullable<Claim['time']> {
  const text = typeof when === 'string' ? when : when.join('/')
  const at = { text, start: 0, end: text.length }
  if (typeof when !== 'string') return { ...at, from: when[0], to: when[1], precision: 'range' }
  if (when.length === 10) return { ...at, from: when, to: when, precision: 'day' }
  if (when.length === 4) return { ...at, from: `${when}-01-01`, to: `${when}-12-31`, precision: 'year' }
  const last = new Date(Date.UTC(Number(when.slice(0, 4)), Number(when.slice(5)), 0)).getUTCDate()
  return { ...at, from: `${when}-01`, to: `${when}-${last}`, precision: 'month' }
}

let serial = 0

/** A claim of a document. Ids run on; give one where a test names it. */
export function told(document: Document, type: ClaimType, options: ClaimOptions = {}): LinkClaim {
  serial += 1
  const claim: Claim = {
    id: options.id ?? `c-${document.path}-${serial}`,
    type,
    ...(options.mode && { mode: options.mode }),
    status: options.status ?? 'asserted',
    agents: (options.by ?? []).map(filler),
    counterparts: (options.to ?? []).map(filler),
    objects: (options.what ?? []).map(filler),
    instruments: [],
    places: (options.at ?? []).map(filler),
    origin: [],
    destination: [],
    time: options.when ? time(options.when) : null,
    counts: Object.fromEntries(Object.entries(options.counts ?? {}).map(([k, v]) => [k, count(v)])),
    chain: (options.chain ?? []).map(hop),
    links: options.links ?? [],
    evidence: { text: type, start: 0, end: type.length },
    support: [],
    rule: 'test',
    confidence: 1,
  }
  return { claim, document }
}
