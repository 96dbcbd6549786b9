import type { Claim, Count, Document, Filler } from '../../model/index.js'
import { type KnownWorld, type LinkClaim, typeFacts } from '../known-world.js'
import { dayNumber } from './days.js'
import { OneOfEach } from './one-of-each.js'
import { originKey } from './origin-key.js'

/** Fillers of one side: ids of known entities, and the words where none is known. */
export interface SideFacts {
  ids: readonly string[]
  words: readonly string[]
}

/**
 * When a claim's event may lie, in day numbers. `stated`: the text gives it; otherwise the window rests on the day of
 * publication (before it; of a plan, after it). Both bounds are null where nothing is known.
 */
export interface WindowFacts {
  from: number | null
  to: number | null
  stated: boolean
  /** Days that a stated range spans; Infinity where it is open or not stated. */
  span: number
}

/** A claim brought to the form in which two claims are compared. */
export interface ClaimFacts {
  claim: Claim
  document: Document
  family: string
  mutual: boolean
  /** Who acts, and to or with whom; an escape is turned round, so that the captor is the doer as in a release. */
  doer: SideFacts
  done: SideFacts
  objects: SideFacts
  persons: readonly string[]
  /** The most specific places. */
  places: readonly string[]
  placeWords: readonly string[]
  window: WindowFacts
  published: number | null
  /** The key of the named teller, where there is one. */
  teller: string | undefined
  /** By name, in the order of names. */
  counts: readonly NamedCount[]
}

/** A count under the name that it is compared by. */
export type NamedCount = readonly [name: string, count: Count]

/** The count of this name, where the claim gives one. */
export function countNamed(name: string, counts: readonly NamedCount[]): Count | undefined {
  for (const [own, count] of counts) if (own === name) return count
  return undefined
}

const NO_COUNTS: readonly NamedCount[] = []

function side(fillers: readonly Filler[], held: OneOfEach): SideFacts {
  const ids = held.list(fillers.flatMap((f) => (f.entity ? [f.entity] : [])))
  const words = held.list(fillers.flatMap((f) => (f.entity ? [] : [f.text])))
  return held.of(`side\n${ids.join('\n')}\n\n${words.join('\n')}`, () => ({ ids, words }))
}

/** Who takes part: a drone that strikes and a town that is hit are not parties. */
function partiesIn(fillers: readonly Filler[], world: KnownWorld, held: OneOfEach): SideFacts {
  return side(
    fillers.filter((f) => {
      const kind = f.entity === undefined ? 'actor' : (world.entities.get(f.entity)?.kind ?? 'actor')
      return kind === 'actor' || kind === 'person' || kind === 'outlet'
    }),
    held,
  )
}

/** Ids without those that contain another of them: `ye-lawdar-district` stays, `ye-abyan` goes. */
export function leaves(ids: readonly string[], world: KnownWorld): readonly string[] {
  if (ids.length < 2) return ids
  const containers = new Set(ids.flatMap((id) => world.ancestors(id)))
  return [...new Set(ids.filter((id) => !containers.has(id)))].sort()
}

/** A planned event is sought up to this many days after the report of the plan. */
const PLAN_DAYS = 60

function windowOf(claim: Claim, published: Document['published']): WindowFacts {
  const { time } = claim
  const from = time?.from ? dayNumber(time.from) : null
  const to = time?.to ? dayNumber(time.to) : null
  if (from !== null && to !== null) return { from, to, stated: true, span: to - from + 1 }
  const reported = published && published.basis !== 'none' ? published : undefined
  if (claim.status === 'planned' || claim.status === 'predicted') {
    const start = from ?? (reported ? dayNumber(reported.from) : null)
    return { from: start, to: start === null ? null : start + PLAN_DAYS, stated: false, span: Infinity }
  }
  const end = to ?? (reported ? dayNumber(reported.to) : null)
  // "Since March": a range up to the day of the report.
  if (from !== null && end !== null && end >= from) return { from, to: end, stated: true, span: end - from + 1 }
  return { from: null, to: end, stated: false, span: Infinity }
}

/** Counts of one family are compared under one name: 10 who escaped against 10 who were released. */
const COUNT_NAMES: Readonly<Record<string, string>> = {
  released: 'freed',
  exchanged: 'freed',
  escaped: 'freed',
  arrested: 'captured',
  abducted: 'captured',
}

function countsOf(claim: Claim): readonly NamedCount[] {
  const keys = Object.keys(claim.counts)
  if (keys.length === 0) return NO_COUNTS
  const counts: NamedCount[] = []
  for (const key of keys.sort()) {
    const name = COUNT_NAMES[key] ?? key
    const count = claim.counts[key as keyof typeof claim.counts]
    if (count && !countNamed(name, counts)) counts.push([name, count])
  }
  return counts
}

/** Reads off a claim what pairs are compared by. `held`: what the facts of the claims compared with it have in common with them. */
export function claimFacts({ claim, document }: LinkClaim, world: KnownWorld, held = new OneOfEach()): ClaimFacts {
  const agents = partiesIn(claim.agents, world, held)
  const counterparts = partiesIn(claim.counterparts, world, held)
  const type = typeFacts(claim.type, world)
  const mutual = type.mutual === true || (claim.agents.length > 1 && claim.counterparts.length === 0)
  const escaped = claim.type === 'escape'
  const everyone = [...claim.agents, ...claim.counterparts, ...claim.objects]
  const people = everyone.flatMap((f) =>
    f.entity && world.entities.get(f.entity)?.kind === 'person' ? [f.entity] : [],
  )
  const where = side([...claim.places, ...claim.destination], held)
  const all = mutual ? partiesIn([...claim.agents, ...claim.counterparts], world, held) : undefined
  const { from, to, stated, span } = windowOf(claim, document.published)
  const published = document.published && document.published.basis !== 'none' ? dayNumber(document.published.to) : null
  return {
    claim,
    document,
    family: type.family,
    mutual,
    doer: all ?? (escaped ? counterparts : agents),
    done: all ?? (escaped ? agents : counterparts),
    objects: side(claim.objects, held),
    persons: held.list(people),
    places: held.list(leaves(where.ids, world)),
    placeWords: where.words,
    window: held.of(`window\n${from}\n${to}\n${stated}\n${span}`, () => ({ from, to, stated, span })),
    published,
    teller: originKey(claim, world),
    counts: countsOf(claim),
  }
}
