import type { Contradiction, Count } from '../model/index.js'
import { belongsTo, countsCompatible, type LinkClaim } from '../resolve/index.js'
import { edited, isEdit } from './clash.js'
import type { WeighContext } from './context.js'
import { gather } from './field-values.js'
import { originOf } from './origin.js'
import { reasonedOnce } from './reasons.js'
import { versionsOf } from './same-address.js'

/** Counts that can only grow as more becomes known. */
const GROWING = new Set(['killed', 'injured', 'casualties', 'missing'])

interface StatedCount {
  item: LinkClaim
  count: Count
  day: number | null
  /** Who counts: the entity or key of the origin, and the bodies that it belongs to. */
  origins: readonly string[]
}

/** A number as it is compared: "12", "14+", "up to 20", "10–20". */
export function showCount({ min, max }: Count): string {
  if (min !== null && max !== null) return min === max ? String(min) : `${min}–${max}`
  return min !== null ? `${min}+` : `up to ${max ?? '?'}`
}

const isLater = (a: StatedCount, b: StatedCount) => a.day !== null && b.day !== null && a.day > b.day
const exceeds = (a: Count, b: Count) => (a.min ?? 0) > (b.max ?? Infinity)

/** The later of two reports gives the higher toll. */
function grows(a: StatedCount, b: StatedCount): boolean {
  return (isLater(a, b) && exceeds(a.count, b.count)) || (isLater(b, a) && exceeds(b.count, a.count))
}

const oneLineage = (a: StatedCount, b: StatedCount) => a.origins.some((o) => b.origins.includes(o))

function stated(claims: readonly LinkClaim[], key: string, { packs }: WeighContext): StatedCount[] {
  return claims.flatMap((item) => {
    const count = item.claim.counts[key as keyof typeof item.claim.counts]
    if (!count) return []
    const { kind, key: origin, entity, day } = originOf(item, packs)
    const known = kind === 'unknown' ? [] : [origin]
    return [{ item, count, day, origins: entity ? [...known, ...belongsTo(entity, packs)] : known }]
  })
}

/**
 * Numbers of one kind that cannot all be true. «عشرات» and 31, or "more than 26" and 30, can. A higher toll given later by
 * the same origin is an update; by another origin it stays a contradiction, with a word that it may be an update. Two versions
 * of one address that differ are an edit, whether the number grew or not.
 */
export function contradictingCounts(claims: readonly LinkClaim[], context: WeighContext): Contradiction[] {
  const versions = versionsOf(claims, context)
  const keys = [...new Set(claims.flatMap((c) => Object.keys(c.claim.counts)))].sort()
  return keys.flatMap((key) => {
    const counts = stated(claims, key, context)
    if (new Set(counts.map((c) => showCount(c.count))).size < 2) return []
    const pairs = counts.flatMap((a, i) => counts.slice(i + 1).map((b) => [a, b] as const))
    const clashing = pairs.filter(([a, b]) => !countsCompatible(a.count, b.count))
    const isUpdate = ([a, b]: readonly [StatedCount, StatedCount]) =>
      GROWING.has(key) && grows(a, b) && oneLineage(a, b)
    const edits = clashing.filter(([a, b]) => isEdit(a.item, b.item, versions))
    const between = clashing.filter(([a, b]) => !isEdit(a.item, b.item, versions))
    const updates = between.filter(isUpdate)
    const open = between.filter((p) => !isUpdate(p))
    const shown = new Map(counts.map((c) => [c.item, showCount(c.count)]))
    const show = (item: LinkClaim) => shown.get(item)
    const rows: Contradiction[] = []
    for (const [kind, found] of [
      ['value', open],
      ['update', updates],
    ] as const) {
      if (found.length === 0) continue
      const items = new Set(found.flat().map((c) => c.item))
      const values = gather([...items], show)
      const later = GROWING.has(key) && found.every(([a, b]) => grows(a, b))
      const code = kind === 'update' ? 'later-toll' : later ? 'later-toll-unsure' : 'counts-differ'
      rows.push({ kind, field: key, values, ...reasonedOnce(context.packs, code, { x: key }) })
    }
    if (edits.length > 0) rows.push(edited(key, [...new Set(edits.flat().map((c) => c.item))], show, versions, context))
    return rows
  })
}
