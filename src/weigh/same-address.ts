import type { LinkClaim } from '../resolve/index.js'
import type { WeighContext } from './context.js'

/** Where a document stands among the texts that one address gave. */
export interface AddressVersion {
  /** The first document of the address; it stands for the address. */
  address: string
  /** 1 for the first text. */
  number: number
  /** The document of the next text, where there is one that was read. */
  next?: string | undefined
}

/** Versions of one address, by document: as the case knows them, else as far as these documents name the ones before them. */
export function versionsOf(
  claims: readonly LinkClaim[],
  { versions }: Pick<WeighContext, 'versions'>,
): ReadonlyMap<string, AddressVersion> {
  if (versions) return versions
  const documents = new Map(claims.map(({ document }) => [document.id, document]))
  const previous = (id: string) => documents.get(id)?.version?.previous
  const found = new Map<string, AddressVersion>()
  for (const [id, { version }] of documents) {
    let address = id
    const seen = new Set<string>()
    for (let at = previous(id); at !== undefined && !seen.has(at); at = previous(at)) {
      seen.add(at)
      address = at
    }
    found.set(id, { address, number: version?.number ?? 1 })
  }
  for (const [id, { version }] of documents) {
    const before = version && found.get(version.previous)
    if (before) before.next = id
  }
  return found
}
