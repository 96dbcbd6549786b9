import type { Incident } from '../model/index.js'
import type { LinkClaim } from '../resolve/index.js'
import type { StoredJudgement } from '../store/index.js'
import { fitAnchors } from './fit-judgements.js'

/** Two claims that an analyst judged to tell of one happening, or of two. */
export interface JudgedPair {
  same: boolean
  a: string
  b: string
  by: string
}

/** The pairs of claims that standing judgements on claims or incidents speak of, as they stand in `claims` today. */
export function judgedPairs(judgements: readonly StoredJudgement[], claims: readonly LinkClaim[]): JudgedPair[] {
  const pool = claims.map(({ claim, document }) => ({ claim, document: document.id }))
  return judgements.flatMap(({ judgement, anchors }): JudgedPair[] => {
    const { kind, target, by } = judgement
    if (target.kind !== 'pair' || target.of === 'entity' || (kind !== 'same' && kind !== 'different')) return []
    const fits = fitAnchors(anchors, pool)
    const side = (name: 'a' | 'b') =>
      anchors.flatMap((anchor) => (anchor.side === name ? (fits.get(anchor) ?? []) : []))
    // Of two incidents that are one, one claim each is enough; of two that are two, none may join another.
    if (kind === 'same')
      return side('a')
        .slice(0, 1)
        .flatMap((a) =>
          side('b')
            .slice(0, 1)
            .map((b) => ({ same: true, a, b, by })),
        )
    return side('a').flatMap((a) => side('b').map((b) => ({ same: false, a, b, by })))
  })
}

/**
 * Splits and joins incidents as the analysts judged; later judgements have the last word. `relink`: makes incidents
 * of some of the claims as it made these.
 */
export function applyPairs(
  incidents: readonly Incident[],
  pairs: readonly JudgedPair[],
  claims: readonly LinkClaim[],
  relink: (claims: readonly LinkClaim[]) => Incident[],
): Incident[] {
  let now = [...incidents]
  const holding = (claim: string) => now.find((incident) => incident.claims.includes(claim))
  for (const pair of pairs) {
    const [first, second] = [holding(pair.a), holding(pair.b)]
    if (!first || !second || (first === second) === pair.same) continue
    const rest = now.filter((incident) => incident !== first && incident !== second)
    now = [...rest, ...(pair.same ? [joined(first, second, pair)] : split(first, pair, claims, relink))]
  }
  return now.sort((x, y) => (x.id < y.id ? -1 : 1))
}

function joined(a: Incident, b: Incident, pair: JudgedPair): Incident {
  const rows = <T extends { id: string; role: string }>(list: readonly T[]) => [
    ...new Map(list.map((one) => [`${one.role} ${one.id}`, one])).values(),
  ]
  const time = a.time.basis === 'stated' || b.time.basis !== 'stated' ? a.time : b.time
  return {
    ...a,
    statuses: [...new Set([...a.statuses, ...b.statuses])],
    time,
    parties: rows([...a.parties, ...b.parties]),
    places: rows([...a.places, ...b.places]),
    claims: [...a.claims, ...b.claims].sort(),
    reasons: [...a.reasons, ...b.reasons, { a: pair.a, b: pair.b, score: 1, reason: `judged the same by ${pair.by}` }],
  }
}

/** Divides an incident along its links, the strongest kept first, so that the two claims part. */
function split(
  incident: Incident,
  pair: JudgedPair,
  claims: readonly LinkClaim[],
  relink: (claims: readonly LinkClaim[]) => Incident[],
): Incident[] {
  const group = new Map(incident.claims.map((id) => [id, new Set([id])]))
  for (const link of [...incident.reasons].sort((x, y) => y.score - x.score)) {
    const [one, other] = [group.get(link.a), group.get(link.b)]
    if (!one || !other || one === other) continue
    const both = new Set([...one, ...other])
    if (both.has(pair.a) && both.has(pair.b)) continue
    for (const id of both) group.set(id, both)
  }
  return [...new Set(group.values())].flatMap((ids) => relink(claims.filter(({ claim }) => ids.has(claim.id))))
}
