import type { Claim, Document } from '../../model/index.js'
import { belongsTo, type KnownWorld, typeFacts } from '../known-world.js'
import { nameKey } from '../names/name-key.js'
import { nameParts } from '../names/name-parts.js'
import { briefOf, writeBrief } from './claim-brief.js'
import { type ClaimFacts, claimFacts, countNamed } from './claim-facts.js'
import { monthsBetween } from './days.js'
import { TIMELESS, UNDATED, YEARS } from './shared-blocks.js'

/** Days by which a stated time is widened, so that two reports a few days apart meet over the end of a month. */
const SLACK_DAYS = 7
/** Days before its report that an undated event is sought among dated ones. */
const NEWS_DAYS = 31
const YEAR_DAYS = 366
/** Numbers that single a happening out, and from what size on. */
const TELLING_COUNTS = ['freed', 'captured', 'items', 'amount', 'trained', 'targets', 'attacks']
const TELLING_FROM = 3
/** Words with less sound single no place out. */
const TELLING_MASS = 2
/** Tolls from this size on are few enough in a month to meet by. */
const RARE_TOLL = 5
/** Tolls so large may differ by this ratio and still be counts of one event. */
const LARGE_TOLL = 20
const TOLL_STEP = 1.34

/** Parties with all they belong to; a party nobody knows goes by the key of its name. */
function partyKeys(facts: ClaimFacts, world: KnownWorld): string[] {
  const ids = [...facts.doer.ids, ...facts.done.ids].flatMap((id) => [id, ...belongsTo(id, world)])
  if (ids.length > 0) return ids
  return [...facts.doer.words, ...facts.done.words].map((w) => `name:${nameKey(w)}`)
}

function placeKeys(facts: ClaimFacts, world: KnownWorld): string[] {
  const ids = facts.places.flatMap((id) => [id, ...world.ancestors(id)])
  const known = ids.filter((id) => world.entities.get(id)?.sort !== 'country').map((id) => `@${id}`)
  // A place that nobody knows goes by the words of its name: "Zawiya", «مدينة الزاوية».
  const words = facts.placeWords.flatMap(nameParts).filter((part) => part.mass >= TELLING_MASS)
  return [...known, ...words.map((part) => `@name:${nameKey(part.text)}`)]
}

/** Exact tolls: reports in two scripts of what no pack knows may share nothing else. */
function tollKeys({ counts }: ClaimFacts): string[] {
  return ['killed', 'injured'].flatMap((key) => {
    const count = countNamed(key, counts)
    const toll = count && count.min === count.max ? (count.min ?? 0) : 0
    if (toll < RARE_TOLL) return []
    // Tolls near each other share one of two overlapping steps.
    const step = Math.log(toll) / Math.log(TOLL_STEP)
    const near = toll >= LARGE_TOLL ? [`~${Math.floor(step)}`, `≈${Math.floor(step + 0.5)}`] : []
    return [`=${toll}`, ...near].map((what) => `#${key}${what}`)
  })
}

function times({ window, published }: ClaimFacts): string[] {
  const { from, to } = window
  if (window.stated && from !== null && to !== null) {
    if (window.span > YEAR_DAYS) return [YEARS]
    return monthsBetween(from - SLACK_DAYS, to + SLACK_DAYS)
  }
  if (from !== null && to !== null) return monthsBetween(from, to)
  const last = to ?? published
  return last === null ? [UNDATED] : monthsBetween(last - NEWS_DAYS, last + SLACK_DAYS)
}

/** What singles a happening out whenever it was: a telling number, a named person. */
function particulars(facts: ClaimFacts): string[] {
  const counts = TELLING_COUNTS.flatMap((key) => {
    const count = countNamed(key, facts.counts)
    return count && count.min !== null && count.min === count.max && count.min >= TELLING_FROM
      ? [`${key}=${count.min}`]
      : []
  })
  return [...counts, ...facts.persons].map((what) => `${TIMELESS}${what}`)
}

/** The keys of a claim whose facts are known. */
export function keysOf(facts: ClaimFacts, world: KnownWorld): string[] {
  if (!typeFacts(facts.claim.type, world).happening) return []
  const who = [...partyKeys(facts, world), ...placeKeys(facts, world), ...tollKeys(facts)]
  const when = [...times(facts), ...particulars(facts)]
  const keys = who.flatMap((w) => when.map((t) => `${facts.family}|${w}|${t}`))
  return [...new Set(keys)].sort()
}

/** By what a claim meets others: its blocks, and its brief, written. */
export interface Meeting {
  blocks: string[]
  brief: string
}

/** By what a claim meets others that counts nowhere, or forms no incident. */
export const MEETS_NONE: Meeting = { blocks: [], brief: '' }

/**
 * The blocks that a claim stands in: type family × party or place × month, and × each number or person that singles it
 * out in any month. Only claims that share a key are ever compared; `blockLimit` says which keys are too common to
 * count. Relations and states have none.
 */
export function meetingOf(claim: Claim, document: Document, world: KnownWorld): Meeting {
  if (!typeFacts(claim.type, world).happening) return MEETS_NONE
  const facts = claimFacts({ claim, document }, world)
  return { blocks: keysOf(facts, world), brief: writeBrief(briefOf(facts)) }
}
