// Made-up documents with claims, for benches. They come at one rate (27 a day), as they do to a newsroom: a case of ten
// times as many covers ten times the days. Actors and places of the packs by Zipf's law; six claims in ten tell of something
// that another document tells of too.
import type { Steps } from '../src/case/index.js'
import { type Claim, type ClaimType, type Document, type Filler, sha256 } from '../src/model/index.js'
import { loadPacks } from '../src/packs/index.js'

/** A document with what is claimed in it. */
export interface MadeUp {
  document: Document
  claims: Claim[]
}

const PER_DAY = 27
const CLAIMS = 10
const SHARED = 0.6
/** What happens, and how often. */
export const TYPES: readonly (readonly [ClaimType, number])[] = [
  ['attack', 30],
  ['armed-clash', 14],
  ['statement', 8],
  ['meeting', 9],
  ['arrest', 7],
  ['prisoner-release', 5],
  ['kidnapping', 5],
  ['arms-transfer', 5],
  ['deployment', 5],
  ['assassination', 4],
  ['agreement', 4],
  ['seizure', 4],
]

export const packs = loadPacks()
const actors = [...packs.entities.values()].filter((e) => e.kind === 'actor').map((e) => e.id)
const places = [...packs.entities.values()].filter((e) => e.kind === 'place' && e.sort !== 'country').map((e) => e.id)

/** Mulberry32: the same numbers from the same seed. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

interface Event {
  type: ClaimType
  agent: string
  other: string
  place: string
  day: number
  number: number
}

const iso = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10)
const FIRST_DAY = 16_436

/** Made-up documents with their claims, one after another; the same for the same seed. */
export function* documents(count: number, seed = 1): Generator<MadeUp> {
  const next = random(seed)
  const zipf = (n: number) => Math.min(n - 1, Math.floor(n ** next() - 1))
  const pick = <T>(list: readonly T[]) => list[zipf(list.length)]!
  const weight = TYPES.reduce((sum, [, w]) => sum + w, 0)
  const type = () => {
    let at = next() * weight
    return TYPES.find(([, w]) => {
      at -= w
      return at < 0
    })![0]
  }
  let recent: Event[] = []
  for (let i = 0; i < count; i++) {
    const day = FIRST_DAY + Math.floor(i / PER_DAY)
    if (i % PER_DAY === 0) recent = recent.filter((event) => event.day > day - 4)
    const outlet = `outlet-${zipf(200)}`
    const id = `sha256:${sha256(`${seed} ${i}`)}`
    const published = { from: iso(day), to: iso(day), basis: 'metadata' as const }
    const claims = Array.from({ length: 1 + Math.floor(next() * CLAIMS * 2) }, (_, n): Claim => {
      const known = next() < SHARED && recent.length > 0 ? recent[Math.floor(next() * recent.length)] : undefined
      const event = known ?? {
        ...{ type: type(), agent: pick(actors), other: pick(actors), place: pick(places) },
        ...{ day: day - Math.floor(next() * 2), number: 1 + Math.floor(30 * next() ** 3) },
      }
      if (!known) recent.push(event)
      return claimOf(event, n, next)
    })
    yield {
      document: { id, path: `${i}`, outlet, language: 'en', published, text: prose(next) },
      claims: claims.map((c) => ({ ...c, id: `c-${i}-${c.id}` })),
    }
  }
}

/** A text of its own, of 150 made-up words: two documents share runs of words only by chance. */
function prose(next: () => number): string {
  const word = () => `w${Math.floor(4000 * next() ** 2).toString(36)}`
  return Array.from({ length: 150 }, word).join(' ')
}

function claimOf(event: Event, n: number, next: () => number): Claim {
  const filler = (entity: string): Filler => ({ text: entity, start: n * 100, end: n * 100 + 9, entity })
  const at = { text: '', start: n * 100, end: n * 100 + 60 }
  const day = iso(event.day)
  const chain: Claim['chain'] =
    next() < 0.5
      ? []
      : [{ name: `Salim Source${Math.floor(next() * 40)}`, kind: next() < 0.6 ? 'anonymous' : 'official' }]
  const counted = event.type === 'prisoner-release' ? 'released' : event.type === 'arrest' ? 'arrested' : 'killed'
  return {
    id: String(n),
    ...{ type: event.type, status: 'asserted', rule: 'bench', confidence: 1, evidence: at },
    agents: next() < 0.85 ? [filler(event.agent)] : [],
    counterparts: next() < 0.85 ? [filler(event.other)] : [],
    ...{ objects: [], instruments: [], origin: [], destination: [], links: [], support: [] },
    places: next() < 0.7 ? [filler(event.place)] : [],
    time: next() < 0.6 ? { ...at, from: day, to: day, precision: 'day' } : null,
    counts: next() < 0.5 ? { [counted]: { ...at, min: event.number, max: event.number } } : {},
    chain,
  }
}

/** The steps of a case that reads these documents, named by their places in the list. */
export function stepsOf(made: readonly MadeUp[]): Steps {
  const claims = new Map(made.map(({ document, claims: own }) => [document.id, own]))
  return {
    world: packs,
    async *capture(paths) {
      for (const path of paths) {
        const { document } = made[Number(path)]!
        yield { ok: true, path, bytes: new TextEncoder().encode(`1 ${path}`), document }
      }
    },
    reader: {
      version: { version: 'bench', packs: 'bench' },
      read: (document) => ({
        document: { ...document, reader: { version: 'bench', packs: 'bench' } },
        claims: claims.get(made[Number(document.path)]!.document.id) ?? [],
        ...{ mentions: [], unread: [] },
      }),
    },
  }
}
