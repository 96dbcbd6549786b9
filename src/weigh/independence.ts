import { because, type Independence, type OriginGroup, order, type Reason } from '../model/index.js'
import type { KnownWorld, LinkClaim } from '../resolve/index.js'
import { campOf, isTold, speakingFor } from './camp.js'
import type { WeighContext } from './context.js'
import { type Lineage, traceLineage } from './lineage.js'
import { type Origin, originOf } from './origin.js'
import { reasoned } from './reasons.js'
import { fewestEnds } from './resting.js'
import type { Spoken } from './telling.js'
import type { UnionFind } from './union-find.js'

const list = (items: readonly string[]) => [...new Set(items)].sort(order)

/** Of origins that are one, the one that says most gives the name. */
const TELLING: readonly Origin['kind'][] = ['named', 'unnamed', 'voice', 'unknown']

/** One name for each origin that is shown to be distinct, and every claim that goes back to any of them. */
function describe(origins: readonly Origin[], members: readonly number[], shown: UnionFind) {
  const best = new Map<number, Origin>()
  for (const i of members) {
    const [root, origin] = [shown.find(i), origins[i]!]
    const known = best.get(root)
    if (!known || TELLING.indexOf(origin.kind) < TELLING.indexOf(known.kind)) best.set(root, origin)
  }
  const names = [...best.values()].map((o) => o.name).sort(order)
  return { origins: names, claims: list(members.map((i) => origins[i]!.claim)) }
}

/** Reasons as one sentence, and one by one. */
function joined(all: readonly Reason[], packs: KnownWorld): Pick<OriginGroup, 'reason' | 'because'> {
  const { reasons, because: codes } = reasoned(all, packs)
  return { reason: reasons.join('; '), because: codes }
}

/** Why members are one; nothing where there is nothing to join. */
const merges = (members: readonly number[], lineage: UnionFind): Reason[] =>
  new Set(members.map((i) => lineage.find(i))).size < members.length ? members.flatMap((i) => lineage.reasons(i)) : []

/** Claims that count as one for "at least", where they may all end: with each other's word, or with one that is left out. */
interface NamedGroup {
  end: number
  members: number[]
}

function namedGroup({ origins, ...lineage }: Lineage, { end, members }: NamedGroup, packs: KnownWorld): OriginGroup {
  const { shown, bodies, resting } = lineage
  const group = describe(origins, members, shown)
  const x = list(group.origins)
  const lead =
    group.claims.length > 1
      ? because('named-origin-many', { n: group.claims.length, x })
      : because('named-origin', { x })
  const parts = bodies.groups(members)
  const passed = parts.length > 1 ? resting.reasons(new Set(members.map((i) => bodies.find(i))), end) : []
  const one = parts.flatMap((part) => merges(part, bodies))
  return { ...group, ...joined([lead, ...one, ...passed, ...merges(members, shown)], packs) }
}

/**
 * How many independent origins stand behind these claims, as an interval. *At most* merges only what is shown to be one
 * origin. *At least* is the fewest that there can be: named origins that speak for different bodies, of which none may rest on
 * another whose word it passes on; unnamed sources are together one where nobody
 * is named, and otherwise, like an outlet's own voice, add to "at most" only. Denials support nothing and are left out.
 * Groups: one for each origin that counts for "at least", then one of what has no lineage; their `origins` add up to
 * `atMost`. Does not depend on the order of the claims.
 *
 * `whole`: all claims that show who rests on whom, where `claims` are those of them that are left: with fewer claims neither
 * bound rises, since whoever is not believed is still where others have it from.
 */
export function weighIndependence(
  claims: readonly LinkClaim[],
  context: WeighContext,
  whole: readonly LinkClaim[] = claims,
): Independence {
  const { packs } = context
  const spoken = new Map(
    whole.map((item): [LinkClaim, Spoken] => [
      item,
      { ...originOf(item, packs), status: item.claim.status, camp: campOf(item, packs) },
    ]),
  )
  const left = claims.map((item) => spoken.get(item)!)
  return weighSpoken([left], context, [...spoken.values()])[0]!
}

/**
 * The same of what is known of each claim's origin already, for parts of one whole (the cells of a ledger), each by all that
 * the whole shows of lineage: where a panel is seen in one cell to quote a government, the two are one origin in each.
 */
export function weighSpoken(
  parts: readonly (readonly Spoken[])[],
  context: WeighContext,
  whole: readonly Spoken[] = parts.flat(),
): Independence[] {
  return parts.map(originsWithin(whole, context).weigh)
}

/** What is counted of a part of a whole; `count`: without who the origins are and why they are one. */
export interface OriginsWithin {
  weigh(part: readonly Spoken[]): Independence
  count(part: readonly Spoken[]): OriginBounds
}

/** How many origins there are, without who they are. */
export type OriginBounds = Pick<Independence, 'atLeast' | 'atMost' | 'camps'>

/** Traces lineage through a whole once, to count the origins of many parts of it. */
export function originsWithin(whole: readonly Spoken[], context: WeighContext): OriginsWithin {
  const lineage = traceLineage(thatTell(whole), context)
  const at = new Map(lineage.origins.map((o, i) => [o.claim, i]))
  const find = (part: readonly Spoken[]) => {
    const said = speakingFor(part, ({ status }) => status)
    return { members: said.map(({ claim }) => at.get(claim)!).sort((i, j) => i - j), camps: countCamps(said) }
  }
  return {
    weigh(part) {
      const { members, camps } = find(part)
      return { ...describeOrigins(lineage, members, context.packs), camps }
    },
    count(part) {
      const { members, camps } = find(part)
      return { ...countOrigins(lineage, members), camps }
    },
  }
}

/** Each claim once, but for denials. */
function thatTell(whole: readonly Spoken[]): Spoken[] {
  const once = new Map<string, Spoken>()
  for (const one of whole) if (isTold(one.status)) once.set(one.claim, one)
  return [...once.values()]
}

function countCamps(said: readonly Spoken[]): number {
  const camps = new Set<string>()
  for (const { camp } of said) if (camp !== undefined) camps.add(camp)
  return camps.size
}

/** The same interval without who the origins are and why they are one: for lists of very many. */
export function countSpoken(
  spoken: readonly Spoken[],
  context: WeighContext,
  whole: readonly Spoken[] = spoken,
): OriginBounds {
  const said = speakingFor(spoken, ({ status }) => status)
  // Of one claim there is nothing to join; of thousands of pairs a short time knows one claim each.
  if (said.length === 1) return { atLeast: 1, atMost: 1, camps: countCamps(said) }
  const lineage = traceLineage(thatTell(whole), context, false)
  const speaking = new Set(said.map(({ claim }) => claim))
  const members = lineage.origins.flatMap(({ claim }, i) => (speaking.has(claim) ? [i] : []))
  return { ...countOrigins(lineage, members), camps: countCamps(said) }
}

function countOrigins(lineage: Lineage, members: readonly number[]): Pick<Independence, 'atLeast' | 'atMost'> {
  const atLeast = members.length === 0 ? 0 : Math.max(1, namedEnds(lineage, members).length)
  return { atLeast, atMost: new Set(members.map((i) => lineage.shown.find(i))).size }
}

/** The fewest origins in which the named ones among these can end. */
function namedEnds({ origins, bodies, resting }: Lineage, members: readonly number[]): number[] {
  const named = new Set(members.flatMap((i) => (origins[i]!.kind === 'named' ? [bodies.find(i)] : [])))
  return fewestEnds([...named].sort((x, y) => x - y).map((one) => resting.ends(one)))
}

/** The claims that go back to a named origin, by where they end; and the others. */
function byEnd(lineage: Lineage, members: readonly number[]) {
  const { origins, bodies, resting } = lineage
  const ends = namedEnds(lineage, members)
  const named = new Map(ends.map((end): [number, NamedGroup] => [end, { end, members: [] }]))
  const others: number[] = []
  for (const part of bodies.groups(members)) {
    const own = resting.ends(bodies.find(part[0]!))
    const end = ends.find((one) => own.includes(one)) ?? ends[0]
    if (end !== undefined && part.some((i) => origins[i]!.kind === 'named')) named.get(end)!.members.push(...part)
    else others.push(...part)
  }
  return { named: [...named.values()], others }
}

function describeOrigins(
  lineage: Lineage,
  members: readonly number[],
  packs: KnownWorld,
): Pick<Independence, 'atLeast' | 'atMost' | 'groups'> {
  const { origins, shown } = lineage
  const { named, others } = byEnd(lineage, members)
  const groups = named.map((group) => namedGroup(lineage, group, packs))
  const nameless = new Set(others.filter((i) => origins[i]!.kind === 'unnamed').map((i) => shown.find(i)))
  const countsTogether = (i: number) => named.length === 0 && nameless.has(shown.find(i))
  const unnamed = others.filter(countsTogether)
  const rest = others.filter((i) => !countsTogether(i))
  for (const [together, code] of [
    [unnamed, 'unnamed-together'],
    [rest, 'no-lineage'],
  ] as const) {
    if (together.length === 0) continue
    const group = describe(origins, together, shown)
    const lead = because(code, { x: list(group.origins) })
    groups.push({ ...group, ...joined([lead, ...merges(together, shown)], packs) })
  }
  const atLeast = members.length === 0 ? 0 : Math.max(1, named.length)
  return { atLeast, atMost: shown.groups(members).length, groups }
}
