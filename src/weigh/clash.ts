import type { BareCode, Contradiction } from '../model/index.js'
import type { LinkClaim } from '../resolve/index.js'
import type { WeighContext } from './context.js'
import { gather } from './field-values.js'
import { reasonedOnce } from './reasons.js'
import { type AddressVersion, versionsOf } from './same-address.js'

/** What a contradiction is about. */
export interface ClashOf {
  kind?: Contradiction['kind']
  field: string
  reason: BareCode
}

/** Two claims of two versions of one address. */
export function isEdit(a: LinkClaim, b: LinkClaim, versions: ReadonlyMap<string, AddressVersion>): boolean {
  const [x, y] = [versions.get(a.document.id), versions.get(b.document.id)]
  return x !== undefined && y !== undefined && x.address === y.address && x.number !== y.number
}

/** A row for values that differ between versions of one address. */
export function edited(
  field: string,
  items: readonly LinkClaim[],
  show: (item: LinkClaim) => string | undefined,
  versions: ReadonlyMap<string, AddressVersion>,
  { packs }: WeighContext,
): Contradiction {
  const numbers = items.flatMap(({ document }) => versions.get(document.id)?.number ?? [])
  const [n, m] = [Math.min(...numbers), Math.max(...numbers)]
  return {
    kind: 'edit',
    field,
    values: gather(items, show),
    ...reasonedOnce(packs, 'edit-differs', { x: field, n, m }),
  }
}

/**
 * Values of a field, of which at least two cannot both be true; nothing where all go together. What differs between two
 * versions of one address is an edit. Claims that state the same are compared once, so that it stays quick where hundreds
 * repeat one value.
 */
export function clash(
  claims: readonly LinkClaim[],
  context: WeighContext,
  { kind = 'value', field, reason }: ClashOf,
  show: (item: LinkClaim) => string | undefined,
  compatible: (a: LinkClaim, b: LinkClaim) => boolean,
): Contradiction[] {
  const byValue = new Map<string, LinkClaim[]>()
  for (const item of claims) {
    const value = show(item)
    if (value === undefined) continue
    const own = byValue.get(value)
    own ? own.push(item) : byValue.set(value, [item])
  }
  if (byValue.size < 2) return []
  const versions = versionsOf(claims, context)
  const groups = [...byValue.values()]
  const [open, edits] = [new Set<LinkClaim>(), new Set<LinkClaim>()]
  for (const [i, one] of groups.entries())
    for (const other of groups.slice(i + 1)) {
      if (compatible(one[0]!, other[0]!)) continue
      for (const a of one)
        for (const b of other) for (const item of [a, b]) (isEdit(a, b, versions) ? edits : open).add(item)
    }
  const inOrder = (found: ReadonlySet<LinkClaim>) => claims.filter((item) => found.has(item))
  const rows: Contradiction[] = []
  if (open.size > 0)
    rows.push({ kind, field, values: gather(inOrder(open), show), ...reasonedOnce(context.packs, reason) })
  if (edits.size > 0) rows.push(edited(field, inOrder(edits), show, versions, context))
  return rows
}
