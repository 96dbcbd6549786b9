import { IsnadError } from '../model/index.js'

/** How many rows a page has when nothing else is asked for, and at most. */
export const PAGE = 50
const MOST = 1000

/** An opaque cursor for the place after this order key. */
export function toCursor(orderKey: string): string {
  return Buffer.from(orderKey, 'utf8').toString('base64url')
}

/** The order key of a cursor. Throws `usage` where it is none of ours. */
export function fromCursor(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined
  const key = Buffer.from(cursor, 'base64url').toString('utf8')
  if (/^[0-9-]+\/./.test(key)) return key
  throw new IsnadError('usage', `"${cursor}" is not the cursor of a page`, {
    hint: 'Give back the value of "next" as it came, or leave it out for the first page.',
  })
}

/** A page size within bounds. */
export function pageSize(limit: number | undefined): number {
  return Math.min(MOST, Math.max(1, Math.floor(limit ?? PAGE)))
}

/** One page, given one row more than it holds. */
export function pageOf<R extends { orderKey: string }, T>(
  rows: readonly R[],
  size: number,
  total: number,
  items: readonly T[],
): { items: T[]; total: number; next?: string } {
  const more = rows.length > size
  return { items: items.slice(0, size), total, ...(more ? { next: toCursor(rows[size - 1]!.orderKey) } : {}) }
}
