import { IsnadError } from '../model/index.js'
import type { PageQuery } from './contract/lists.js'

/** How many items of a whole list a page holds where nothing else is asked for. */
export const SIZE = 500

/** Cuts the page that was asked for out of a whole list, whose items are told apart by `key`. */
export function cutPage<T>(
  items: readonly T[],
  { limit = SIZE, cursor }: PageQuery,
  key: (item: T) => string,
): { items: T[]; total: number; next?: string } {
  const from = cursor === undefined ? 0 : items.findIndex((item) => toCursor(key(item)) === cursor) + 1
  if (cursor !== undefined && from === 0)
    throw new IsnadError('usage', `cursor: "${cursor}" is no place in this list any more.`, {
      hint: 'The list has changed since that page was given; begin again without a cursor.',
    })
  const page = items.slice(from, from + limit)
  const more = from + page.length < items.length
  return { items: page, total: items.length, ...(more && { next: toCursor(key(page.at(-1)!)) }) }
}

const toCursor = (key: string) => Buffer.from(key, 'utf8').toString('base64url')
