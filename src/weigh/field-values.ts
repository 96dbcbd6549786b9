import { type Contradiction, order } from '../model/index.js'
import type { LinkClaim } from '../resolve/index.js'

/** One stated value and the claims that state it. */
export type Stated = Contradiction['values'][number]

/** Groups claims by the words of a value, in a fixed order; claims that state none are left out. */
export function gather(claims: readonly LinkClaim[], value: (item: LinkClaim) => string | undefined): Stated[] {
  const groups = new Map<string, string[]>()
  for (const item of claims) {
    const v = value(item)
    if (v !== undefined) groups.set(v, [...(groups.get(v) ?? []), item.claim.id])
  }
  return [...groups.keys()].sort(order).map((v) => ({ value: v, claims: groups.get(v)!.sort(order) }))
}
