import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '../../src/api/contract/index.js'
import { seriousFaults } from './axe.js'
import { chromiumPath, openPage, type Stage, setStage, visit, type Watched } from './browser.js'

const TOTAL = 1000
const LIMIT = 50

/** Answers the list of claims with a thousand of them, page by page. */
async function lengthen({ page }: Watched): Promise<void> {
  await page.route('**/api/claims?**', async (route) => {
    const cursor = Number(new URL(route.request().url()).searchParams.get('cursor') ?? 0)
    const first = route
      .request()
      .url()
      .replace(/&cursor=\d+/, '')
    const answer = (await (await route.fetch({ url: first })).json()) as Answer<'GET /claims'>
    const items = Array.from({ length: LIMIT }, (_, i) => ({
      ...answer.items[(cursor + i) % answer.items.length]!,
      id: `c-${cursor + i}`,
    }))
    const next = cursor + LIMIT < TOTAL ? { next: String(cursor + LIMIT) } : {}
    await route.fulfill({ json: { ...answer, items, total: TOTAL, ...next } })
  })
}

let stage: Stage
describe.skipIf(!chromiumPath)('a long list in a browser (skipped where no Chromium is found)', () => {
  beforeAll(async () => {
    stage = await setStage()
  }, 60_000)
  afterAll(() => stage?.close())

  it('holds the rows that are near, keeps the focus, says where each row stands, and is printed whole', async () => {
    const watched = await openPage(stage)
    const { page, faults } = watched
    await lengthen(watched)
    await visit(page, `${stage.full.url}claims`)
    const rows = page.locator('main tbody tr[aria-rowindex]')
    const last = page.locator(`main tbody tr[aria-rowindex="${TOTAL + 1}"]`)
    // Whoever works by keyboard stands on a row that is far off in the end.
    await page.locator('main tbody tr[aria-rowindex="2"] a').first().focus()
    await expect
      .poll(
        async () => {
          await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)')
          return last.count()
        },
        { timeout: 30_000 },
      )
      .toBe(1)
    expect(await page.locator('main table').getAttribute('aria-rowcount')).toBe(String(TOTAL + 1))
    await expect.poll(() => rows.count()).toBeLessThan(TOTAL / 2)
    expect(await page.evaluate('document.activeElement.closest("tr").ariaRowIndex')).toBe('2')
    expect(await seriousFaults(page)).toEqual([])
    // On the way back the rows are where they were.
    await page.evaluate('document.activeElement.blur(); scrollTo(0, document.documentElement.scrollHeight / 2)')
    await expect.poll(() => page.locator('main tbody tr[aria-rowindex="501"]').count()).toBe(1)
    await expect.poll(() => page.locator('main tbody tr[aria-rowindex="2"]').count()).toBe(0)
    await page.evaluate('dispatchEvent(new Event("beforeprint"))')
    expect(await rows.count()).toBe(TOTAL)
    expect(faults).toEqual([])
    await watched.close()
  }, 60_000)
})
