import { createHash } from 'node:crypto'
import type { Claim } from './claim.js'

/** Hex SHA-256 of bytes or of a string's UTF-8. */
export function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex')
}

/** A short permanent id: a prefix and the first 16 hex digits of the hash of the parts. */
export function hashId(prefix: string, parts: readonly string[]): string {
  // Of the digest only what is kept: a slice would hold on to the whole.
  const digest = createHash('sha256').update(parts.join('\u0000')).digest()
  return `${prefix}-${digest.toString('hex', 0, 8)}`
}

/** Whether this is the id of an entity that reports brought in: an unnamed source, or one that no pack knows. */
export function isReported(id: string): boolean {
  return /^[eu]-[0-9a-f]{16}$/.test(id)
}

/** A claim's id: a hash of document, type, evidence span, parties and origin. Same input, same id. */
export function claimId(
  document: string,
  claim: Pick<Claim, 'type' | 'evidence' | 'agents' | 'counterparts' | 'objects' | 'chain'>,
): string {
  const party = (f: { start: number; end: number; entity?: string | undefined }) => f.entity ?? `${f.start}-${f.end}`
  const origin = claim.chain.at(-1)
  return hashId('c', [
    document,
    claim.type,
    `${claim.evidence.start}-${claim.evidence.end}`,
    claim.agents.map(party).sort().join(','),
    claim.counterparts.map(party).sort().join(','),
    claim.objects.map(party).sort().join(','),
    origin ? (origin.entity ?? origin.name) : '',
  ])
}
