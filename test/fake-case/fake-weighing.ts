import type { CaseClaim, DyadVoices, VoiceOf } from '../../src/case/case.js'
import type { Independence } from '../../src/model/index.js'

/** The origin of a claim under every name that "leave out" may use for it. */
export function originOf(claim: CaseClaim): Set<string> {
  const origin = claim.chain.at(-1)
  return new Set(origin ? [origin.entity ?? origin.name, origin.name] : [])
}

/** A plain count for tests: one group an origin; an outlet's own voice adds to "at most" only. */
export function independence(claims: CaseClaim[]): Independence {
  const groups = new Map<string, { origins: Set<string>; claims: string[]; own: boolean }>()
  for (const claim of claims) {
    const origin = claim.chain.at(-1)
    const key = origin ? (origin.entity ?? origin.name) : `own voice of ${claim.outlet}`
    const one = groups.get(key) ?? { origins: new Set(), claims: [], own: !origin }
    one.origins.add(origin?.name ?? claim.outlet ?? '')
    one.claims.push(claim.id)
    groups.set(key, one)
  }
  const known = [...groups.values()].filter((one) => !one.own).length
  return {
    atLeast: Math.max(1, known),
    atMost: groups.size,
    camps: Math.max(1, known),
    groups: [...groups.values()].map((one) => ({
      origins: [...one.origins],
      claims: one.claims,
      reason: one.own
        ? 'the outlet says it in its own voice; what it rests on is not known'
        : one.claims.length > 1
          ? 'the same origin, reached by more than one chain'
          : 'an origin of its own',
    })),
  }
}

/** The same without who the origins are. */
export function bounds(claims: CaseClaim[]): Pick<Independence, 'atLeast' | 'atMost' | 'camps'> {
  const { atLeast, atMost, camps } = independence(claims)
  return { atLeast, atMost, camps }
}

/** Whose word on these claims can be left out: who printed them, who passed them on, who is their origin. */
export function voicesOf(claims: CaseClaim[]): DyadVoices {
  const count = (named: (claim: CaseClaim) => (readonly [string, string])[]) => {
    const found = new Map<string, VoiceOf>()
    for (const claim of claims)
      for (const [value, label] of new Map(named(claim))) {
        const one = found.get(value) ?? { value, label, claims: 0 }
        found.set(value, { ...one, claims: one.claims + 1 })
      }
    return [...found.values()].sort((x, y) => y.claims - x.claims)
  }
  const hop = ({ entity, name }: CaseClaim['chain'][number]) => [entity ?? name, name] as const
  const prints = ({ kind }: CaseClaim['chain'][number]) => kind === 'outlet' || kind === 'agency'
  return {
    outlets: count(({ outlet, chain }) => [
      ...(outlet ? [[outlet, outlet] as const] : []),
      ...chain.filter(prints).map(hop),
    ]),
    // Nobody knows whose camp an unnamed source is.
    camps: count(({ chain }) =>
      chain
        .slice(-1)
        .flatMap(({ entity, kind }) => (entity && kind !== 'anonymous' ? [[entity, entity] as const] : [])),
    ),
    origins: count(({ chain }) => chain.slice(-1).map(hop)),
  }
}
