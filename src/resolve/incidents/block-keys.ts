import type { Claim, Document } from '../../model/index.js'
import { belongsTo, type KnownWorld, typeFacts } from '../known-world.js'
import { nameKey } from '../names/name-key.js'
import { type ClaimFacts, claimFacts } from './claim-facts.js'
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

/** Parties with all they belong to; a party nobody knows goes by the key of its name. */
function partyKeys(facts: ClaimFacts, world: KnownWorld): string[] {
  const ids = [...facts.doer.ids, ...facts.done.ids].flatMap((id) => [id, ...belongsTo(id, world)])
  if (ids.length > 0) return ids
  return [...facts.doer.words, ...facts.done.words].map((w) => `name:${nameKey(w)}`)
}

function placeKeys(facts: ClaimFacts, world: KnownWorld): string[] {
  const ids = facts.places.flatMap((id) => [id, ...world.ancestors(id)])
  return ids.filter((id) => world.entities.get(id)?.sort !== 'country').map((id) => `@${id}`)
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
    const count = facts.counts.get(key)
    return count && count.min !== null && count.min === count.max && count.min >= TELLING_FROM
      ? [`${key}=${count.min}`]
      : []
  })
  return [...counts, ...facts.persons].map((what) => `${TIMELESS}${what}`)
}

/** The keys of a claim whose facts are known. */
export function keysOf(facts: ClaimFacts, world: KnownWorld): string[] {
  if (!typeFacts(facts.claim.type, world).happening) return []
  const who = [...partyKeys(facts, world), ...placeKeys(facts, world)]
  const when = [...times(facts), ...particulars(facts)]
  const keys = who.flatMap((w) => when.map((t) => `${facts.family}|${w}|${t}`))
  return [...new Set(keys)].sort()
}

/**
 * The blocks that a claim stands in: type family × party or place × month, and × each number or person that singles it
 * out in any month. Only claims that share a key are ever compared; `blockLimit` says which keys are too common to
 * count. Relations and states have none.
 */
export function blockKeys(claim: Claim, document: Document, world: KnownWorld): string[] {
  return keysOf(claimFacts({ claim, document }, world), world)
}
