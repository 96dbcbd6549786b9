import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, openPage, type Stage, setStage, visit } from './browser.js'

/** A4 less margins of 15 mm, in CSS pixels. */
const PAPER = { width: 680, height: 1009 }

let stage: Stage
describe.skipIf(!chromiumPath)('on paper (skipped where no Chromium is found)', () => {
  beforeAll(async () => {
    stage = await setStage()
  }, 240_000)
  afterAll(() => stage?.close())

  it.each(['en', 'ar'] as const)(
    'a relationship is as wide as the sheet, and its opened cell shows its sentences (%s)',
    async (lang) => {
      const { page, close } = await openPage(stage, { lang })
      await visit(page, `${stage.full.url}relationships/harbour-front/highland-guard`)
      await page.locator('button.cell').first().click()
      await page.locator('.opened blockquote').first().waitFor({ state: 'attached' })
      await page.locator('.opened details').evaluateAll((all) => {
        for (const one of all) (one as unknown as { open: boolean }).open = false
      })
      await page.setViewportSize(PAPER)
      await page.emulateMedia({ media: 'print' })
      const cells = await page.locator('button.cell, .axis th').evaluateAll((all) =>
        all.map((one) => {
          const { left, right, width } = one.getBoundingClientRect()
          return { left, right, width }
        }),
      )
      for (const { left, right } of cells) {
        expect(left).toBeGreaterThanOrEqual(0)
        expect(right).toBeLessThanOrEqual(PAPER.width)
      }
      for (const sentence of await page.locator('.opened blockquote').all())
        expect((await sentence.boundingBox())!.height).toBeGreaterThan(10)
      await close()
    },
  )
})
