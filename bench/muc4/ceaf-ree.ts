// CEAF-REE, the entity measure for role fillers of Du, Rush and Cardie (2021, "GRIT"): per document and role, entities read are
// paired one-to-one with annotated ones; a pair counts where every name read is a name of the annotated entity.

export const ROLES = ['PerpInd', 'PerpOrg', 'Target', 'Victim', 'Weapon'] as const
export type Role = (typeof ROLES)[number]

/** An entity by its names in the document. */
export type Entity = readonly string[]
export type Fillers = Record<Role, Entity[]>

export interface Figures {
  right: number
  read: number
  wanted: number
}

const PUNCTUATION = /[!"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~]/g

/** Names are compared in lower case, without punctuation and articles. */
export function normal(name: string): string {
  const bare = name.toLowerCase().replace(PUNCTUATION, '')
  return bare
    .split(/\s+/)
    .filter((w) => w !== '' && w !== 'a' && w !== 'an' && w !== 'the')
    .join(' ')
}

/** Adds the figures of one document and role to a sum. */
export function addRole(sum: Figures, wanted: readonly Entity[], read: readonly Entity[]): void {
  const gold = wanted.map((e) => new Set(e.map(normal)))
  const fits = read.map((e) => gold.flatMap((names, i) => (e.every((n) => names.has(normal(n))) ? [i] : [])))
  sum.right += largestMatching(fits)
  sum.read += read.length
  sum.wanted += wanted.length
}

/** How many can be paired at most, each once: augmenting paths (Kuhn 1955). `fits` lists the partners each may take. */
export function largestMatching(fits: readonly (readonly number[])[]): number {
  const partner = new Map<number, number>()
  const place = (i: number, seen: Set<number>): boolean => {
    for (const j of fits[i]!) {
      if (seen.has(j)) continue
      seen.add(j)
      const holder = partner.get(j)
      if (holder === undefined || place(holder, seen)) {
        partner.set(j, i)
        return true
      }
    }
    return false
  }
  return fits.filter((_, i) => place(i, new Set())).length
}

/** Precision, recall and F1 in percent. */
export function percent({ right, read, wanted }: Figures): [number, number, number] {
  const p = read ? (100 * right) / read : 0
  const r = wanted ? (100 * right) / wanted : 0
  return [p, r, p + r ? (2 * p * r) / (p + r) : 0]
}
