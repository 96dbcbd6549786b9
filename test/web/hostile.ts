import type { Page } from 'playwright-core'

/** What a hostile document may hold where words are expected. It ends what it stands in, if that is ever markup. */
export const MARKUP =
  `"'></title></textarea><img src="/gone" onerror="document.title='taken'"><svg onload="document.title='taken'">` +
  `<script>document.title='taken'</script><a href="javascript:document.title='taken'">x</a>`

/** Members of answers that hold words of documents, or words made from them. */
const WORDS = new Set(['title', 'text', 'name', 'label', 'outlet', 'path', 'evidence', 'reason', 'author', 'en', 'ar'])

/** Puts the markup behind every word that the page reads from the API; offsets into texts stay true. */
export async function spoilAnswers(page: Page): Promise<void> {
  await page.route('**/api/**', async (route) => {
    const response = await route.fetch()
    if (!response.headers()['content-type']?.includes('json')) return route.fulfill({ response })
    await route.fulfill({ response, json: spoil(await response.json(), '') })
  })
}

function spoil(value: unknown, key: string): unknown {
  if (typeof value === 'string') return WORDS.has(key) ? value + MARKUP : value
  if (Array.isArray(value)) return value.map((one) => spoil(one, key))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, spoil(inner, name)]))
}
