import type { Republication } from '../../src/model/index.js'
import type { LinkClaim } from '../../src/resolve/index.js'
import type { WeighContext } from '../../src/weigh/context.js'
import { doc, told, world } from './linking.js'

export const context: WeighContext = { packs: world, republications: [] }
/** What all of them tell of. */
export const strike = { by: ['aqap'], to: ['stc'], at: ['ye-abyan'], when: '2024-08-16' }
/** A claim of that strike, as a document tells it. */
export const said = (path: string, chain: string[], options: Parameters<typeof doc>[1] = {}, more: object = {}) =>
  told(doc(path, { day: '2024-08-16', ...options }), 'attack', { ...strike, chain, ...more })
/** Documents of which one repeats the other. */
export const repeat = (kind: Republication['kind'], ...claims: LinkClaim[]): Republication => ({
  kind,
  documents: claims.map((c) => ({ id: c.document.id, path: c.document.path })),
  evidence: 'test',
})
