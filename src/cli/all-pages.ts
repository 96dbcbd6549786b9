import type { Page } from '../case/index.js'

/** Every item of a list that comes in pages, or the first `limit`. */
export async function allPages<T>(
  page: (cursor: string | undefined) => Promise<Page<T>>,
  limit = Number.POSITIVE_INFINITY,
): Promise<{ items: T[]; total: number }> {
  const items: T[] = []
  let cursor: string | undefined
  let total = 0
  do {
    const one = await page(cursor)
    items.push(...one.items)
    total = one.total
    cursor = one.next
  } while (cursor !== undefined && items.length < limit)
  return { items: items.slice(0, limit), total }
}
