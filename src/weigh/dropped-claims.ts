import type { Contradiction } from '../model/index.js'
import type { LinkClaim } from '../resolve/index.js'
import type { WeighContext } from './context.js'
import { reasonedOnce } from './reasons.js'
import { versionsOf } from './same-address.js'

/**
 * What one version of an address says and the next one no longer does: nothing that the later text says belongs to the
 * incident. A text that was forgotten or is not read yet drops nothing.
 */
export function droppedClaims(claims: readonly LinkClaim[], context: WeighContext): Contradiction[] {
  const versions = versionsOf(claims, context)
  const telling = new Set(claims.map(({ document }) => document.id))
  const dropping = [...telling].filter((id) => {
    const next = versions.get(id)?.next
    return next !== undefined && !telling.has(next)
  })
  return dropping.sort().map((id): Contradiction => {
    const n = versions.get(id)!.number
    const own = claims.filter(({ document }) => document.id === id).map(({ claim }) => claim.id)
    const values = [
      { value: `version ${n}`, claims: own.sort() },
      { value: `not in version ${n + 1}`, claims: [] },
    ]
    return { kind: 'edit', field: 'claim', values, ...reasonedOnce(context.packs, 'edit-dropped', { n, m: n + 1 }) }
  })
}
