import { type Independence, type OriginGroup, order, type Reason } from '../model/index.js'
import type { KnownWorld, LinkClaim } from '../resolve/index.js'
import { campOf, speakingFor } from './camp.js'
import type { WeighContext } from './context.js'
import { type Origin, originOf } from './origin.js'
import { because, reasoned } from './reasons.js'
import { joinShown } from './shown-lineage.js'
import type { Spoken } from './telling.js'
import { UnionFind } from './union-find.js'

const list = (items: readonly string[]) => [...new Set(items)].sort(order)

/**
 * Named origins that speak for one body (it itself, its spokesman, an official of it) could rest on one statement: at least
 * one of them is independent, no more.
 */
function joinBodies(origins: readonly Origin[], bodies: UnionFind, { packs }: WeighContext): void {
  const first = new Map<string, number>()
  origins.forEach((o, i) => {
    if (o.bodies.length > 0 && !first.has(`${o.key} ${o.bodies}`)) first.set(`${o.key} ${o.bodies}`, i)
  })
  const isPlace = (id: string) => packs.entities.get(id)?.kind === 'place'
  const known = [...first.keys()].sort(order).map((key) => first.get(key)!)
  for (const [n, i] of known.entries()) {
    for (const j of known.slice(n + 1)) {
      const common = origins[i]!.bodies.find((id) => origins[j]!.bodies.includes(id) && !isPlace(id))
      if (common === undefined || origins[i]!.key === origins[j]!.key) continue
      const both = [origins[i]!.name, origins[j]!.name].sort(order)
      bodies.join(i, j, because('same-body', { x: both, y: common }))
    }
  }
}

/**
 * Whoever is seen to pass on another's word may rest on it elsewhere too: a panel that quotes a government. What is quoted
 * from "the report", and nobody says whose, may be from the report of anyone else who is named.
 */
function joinPassedOn(origins: readonly Origin[], bodies: UnionFind): void {
  const named = new Map<string, number>()
  for (const [i, o] of origins.entries()) if (o.kind === 'named' && !named.has(o.key)) named.set(o.key, i)
  for (const [i, o] of origins.entries()) {
    if (o.kind === 'named' && o.throughReport) {
      for (const j of named.values()) {
        if (origins[j]!.key !== o.key) bodies.join(j, i, because('whose-report', { x: o.name }))
      }
    }
    for (const key of o.through) {
      const passer = named.get(key)
      if (passer === undefined || o.kind !== 'named' || o.key === key) continue
      bodies.join(passer, i, because('passes-on', { x: origins[passer]!.name, y: o.name }))
    }
  }
}

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

/** The merges of claims, each with why: what is shown to be one origin, and what could rest on one. */
interface Lineage {
  origins: readonly Origin[]
  shown: UnionFind
  bodies: UnionFind
}

/** `why`: whether the reasons of merges are asked for. */
function traceLineage(spoken: readonly Spoken[], context: WeighContext, why = true): Lineage {
  const origins = [...spoken].sort((x, y) => order(x.claim, y.claim))
  const shown = new UnionFind(origins.length, why)
  joinShown(origins, context.republications, shown)
  const bodies = new UnionFind(origins.length, why)
  for (const i of origins.keys()) bodies.join(i, shown.find(i))
  joinBodies(origins, bodies, context)
  joinPassedOn(origins, bodies)
  return { origins, shown, bodies }
}

/** Why members are one; nothing where there is nothing to join. */
const merges = (members: readonly number[], lineage: UnionFind): Reason[] =>
  new Set(members.map((i) => lineage.find(i))).size < members.length ? members.flatMap((i) => lineage.reasons(i)) : []

function namedGroup({ origins, shown, bodies }: Lineage, members: readonly number[], packs: KnownWorld): OriginGroup {
  const group = describe(origins, members, shown)
  const x = list(group.origins)
  const lead =
    group.claims.length > 1
      ? because('named-origin-many', { n: group.claims.length, x })
      : because('named-origin', { x })
  return { ...group, ...joined([lead, ...merges(members, bodies), ...merges(members, shown)], packs) }
}

/**
 * How many independent origins stand behind these claims, as an interval. *At most* merges only what is shown to be one
 * origin. *At least* counts named origins that speak for different bodies and do
 * not pass on one another's word; unnamed sources are together one where nobody
 * is named, and otherwise, like an outlet's own voice, add to "at most" only. Denials support nothing and are left out.
 * Groups: one for each origin that counts for "at least", then one of what has no lineage; their `origins` add up to
 * `atMost`. Does not depend on the order of the claims.
 */
export function weighIndependence(claims: readonly LinkClaim[], context: WeighContext): Independence {
  return weighParts([claims], context)[0]!
}

/**
 * The same for parts of one whole (the cells of a ledger), each by all that the whole shows of lineage: where a panel is
 * seen in one cell to quote a government, the two are one origin in each.
 */
export function weighParts(parts: readonly (readonly LinkClaim[])[], context: WeighContext): Independence[] {
  const { packs } = context
  const spoken = new Map<LinkClaim, Spoken>()
  for (const item of parts.flat())
    if (!spoken.has(item))
      spoken.set(item, { ...originOf(item, packs), status: item.claim.status, camp: campOf(item, packs) })
  return weighSpoken(
    parts.map((part) => part.map((item) => spoken.get(item)!)),
    context,
  )
}

/** The same of what is known of each claim's origin already. */
export function weighSpoken(parts: readonly (readonly Spoken[])[], context: WeighContext): Independence[] {
  const all = parts.map((part) => speakingFor(part, ({ status }) => status))
  const lineage = traceLineage([...new Set(all.flat())], context)
  const at = new Map(lineage.origins.map((o, i) => [o.claim, i]))
  return all.map((said) => {
    const members = said.map(({ claim }) => at.get(claim)!).sort((i, j) => i - j)
    return { ...countOrigins(lineage, members, context.packs), camps: countCamps(said) }
  })
}

const countCamps = (said: readonly Spoken[]) => new Set(said.flatMap(({ camp }) => camp ?? [])).size

/** The same interval without who the origins are and why they are one: for lists of very many. */
export function countSpoken(
  spoken: readonly Spoken[],
  context: WeighContext,
): Pick<Independence, 'atLeast' | 'atMost' | 'camps'> {
  const said = speakingFor(spoken, ({ status }) => status)
  // Of one claim there is nothing to join; of thousands of pairs a short time knows one claim each.
  if (said.length === 1) return { atLeast: 1, atMost: 1, camps: countCamps(said) }
  const { origins, shown, bodies } = traceLineage(said, context, false)
  const named = new Set(origins.flatMap(({ kind }, i) => (kind === 'named' ? [bodies.find(i)] : [])))
  const atLeast = said.length === 0 ? 0 : Math.max(1, named.size)
  return { atLeast, atMost: shown.count, camps: countCamps(said) }
}

function countOrigins(
  lineage: Lineage,
  members: readonly number[],
  packs: KnownWorld,
): Pick<Independence, 'atLeast' | 'atMost' | 'groups'> {
  const { origins, shown, bodies } = lineage
  const hasNamed = (group: readonly number[]) => group.some((i) => origins[i]!.kind === 'named')
  const all = bodies.groups(members)
  const named = all.filter(hasNamed)
  const groups = named.map((group) => namedGroup(lineage, group, packs))
  const others = all.filter((m) => !hasNamed(m)).flat()
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
