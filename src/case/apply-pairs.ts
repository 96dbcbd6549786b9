import { because, type Incident } from '../model/index.js'
import type { LinkClaim } from '../resolve/index.js'
import type { StoredJudgement } from '../store/index.js'
import { fitAnchors } from './fit-judgements.js'

/** Claims that an analyst judged to tell of one happening, or of two: all of one side, and all of the other. */
export interface JudgedPair {
  same: boolean
  a: readonly string[]
  b: readonly string[]
  by: string
}

/** What standing judgements on claims or incidents speak of, as it stands in `claims` today; sides of which nothing is left are none. */
export function judgedPairs(judgements: readonly StoredJudgement[], claims: readonly LinkClaim[]): JudgedPair[] {
  const pool = claims.map(({ claim, document }) => ({ claim, document: document.id }))
  return judgements.flatMap(({ judgement, anchors }): JudgedPair[] => {
    const { kind, target, by } = judgement
    if (target.kind !== 'pair' || target.of === 'entity' || (kind !== 'same' && kind !== 'different')) return []
    const fits = fitAnchors(anchors, pool)
    const side = (name: 'a' | 'b') =>
      anchors.flatMap((anchor) => (anchor.side === name ? (fits.get(anchor) ?? []) : []))
    const [a, b] = [side('a'), side('b')]
    return a.length > 0 && b.length > 0 ? [{ same: kind === 'same', a, b, by }] : []
  })
}

type Relink = (claims: readonly LinkClaim[]) => Incident[]

/**
 * Splits and joins incidents as the analysts judged; later judgements have the last word. `relink`: makes incidents
 * of some of the claims as it made these.
 */
export function applyPairs(
  incidents: readonly Incident[],
  pairs: readonly JudgedPair[],
  claims: readonly LinkClaim[],
  relink: Relink,
): Incident[] {
  let now = [...incidents]
  pairs.forEach((pair, i) => {
    if (pair.same) now = join(now, pair)
    else {
      const before = pairs.slice(0, i).filter(({ same }) => same)
      now = now.flatMap((one) => (holdsBoth(one.claims, pair) ? split(one, pair, { claims, relink, before }) : [one]))
    }
  })
  return now.sort((x, y) => (x.id < y.id ? -1 : 1))
}

const holdsBoth = (claims: readonly string[], { a, b }: JudgedPair) =>
  claims.some((id) => a.includes(id)) && claims.some((id) => b.includes(id))

/** Of two incidents that are one, one claim each is enough. */
function join(incidents: readonly Incident[], pair: JudgedPair): Incident[] {
  const holding = (claim: string | undefined) => incidents.find(({ claims }) => claims.includes(claim ?? ''))
  const [first, second] = [holding(pair.a[0]), holding(pair.b[0])]
  if (!first || !second || first === second) return [...incidents]
  return [...incidents.filter((one) => one !== first && one !== second), joined(first, second, pair)]
}

/** The two as one. Each claim of one side is linked with the other side, so that they stay one when some of them leave. */
function joined(a: Incident, b: Incident, pair: JudgedPair): Incident {
  const rows = <T extends { id: string; role: string }>(list: readonly T[]) => [
    ...new Map(list.map((one) => [`${one.role} ${one.id}`, one])).values(),
  ]
  const time = a.time.basis === 'stated' || b.time.basis !== 'stated' ? a.time : b.time
  const reason = { score: 1, because: [because('judged-same', { x: pair.by })] }
  const across = links(pair).filter((link) => holdsAcross(link, a, b))
  return {
    ...a,
    statuses: [...new Set([...a.statuses, ...b.statuses])],
    time,
    parties: rows([...a.parties, ...b.parties]),
    places: rows([...a.places, ...b.places]),
    claims: [...a.claims, ...b.claims].sort(),
    reasons: [...a.reasons, ...b.reasons, ...across.map((link) => ({ ...link, ...reason }))],
  }
}

interface Link {
  a: string
  b: string
}

/** So many links between two sides that they hang together without any one claim of either. */
function links({ a, b }: JudgedPair): Link[] {
  const found = new Map<string, Link>()
  const put = (x: string | undefined, y: string | undefined) => {
    if (x !== undefined && y !== undefined) found.set(`${x} ${y}`, { a: x, b: y })
  }
  for (const claim of a) put(claim, b[0])
  for (const claim of b) put(a[0], claim)
  for (let i = 1; i < Math.max(a.length, b.length); i++) put(a[Math.min(i, a.length - 1)], b[Math.min(i, b.length - 1)])
  return [...found.values()]
}

const holdsAcross = (link: Link, one: Incident, other: Incident) =>
  [one, other].some(({ claims }) => claims.includes(link.a)) &&
  [one, other].some(({ claims }) => claims.includes(link.b)) &&
  one.claims.includes(link.a) !== one.claims.includes(link.b)

/** Divides an incident along its links, the strongest kept first, so that the two sides part. What was joined before stays joined. */
function split(
  incident: Incident,
  pair: JudgedPair,
  { claims, relink, before }: { claims: readonly LinkClaim[]; relink: Relink; before: readonly JudgedPair[] },
): Incident[] {
  const group = new Map(incident.claims.map((id) => [id, new Set([id])]))
  for (const link of [...incident.reasons].sort((x, y) => y.score - x.score)) {
    const [one, other] = [group.get(link.a), group.get(link.b)]
    if (!one || !other || one === other) continue
    const both = new Set([...one, ...other])
    if (holdsBoth([...both], pair)) continue
    for (const id of both) group.set(id, both)
  }
  return [...new Set(group.values())].flatMap((ids) => {
    const own = (side: readonly string[]) => side.filter((id) => ids.has(id))
    const judged = before.map((one) => ({ ...one, a: own(one.a), b: own(one.b) }))
    return judged.reduce(join, relink(claims.filter(({ claim }) => ids.has(claim.id))))
  })
}
