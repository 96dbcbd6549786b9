import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seriousFaults } from './web/axe.js'
import { chromiumPath, openPage, visit, type Watched } from './web/browser.js'
import { setWorkStage, type WorkStage } from './web/work-stage.js'

/** The views in which an analyst works, in both languages, light and dark. */
const PAGES = ['search', 'search?q=harbour', 'search?q=harbour&type=meeting', 'search?q=zzz']

let stage: WorkStage
describe.skipIf(!chromiumPath)('working in a stored case (skipped where no Chromium is found)', () => {
  beforeAll(async () => {
    stage = await setWorkStage()
  }, 120_000)
  afterAll(() => stage?.close())

  describe.each([
    ['en', 'light'],
    ['ar', 'dark'],
  ] as const)('in %s, %s', (lang, colorScheme) => {
    let watched: Watched
    beforeAll(async () => {
      watched = await openPage(stage, { lang, colorScheme })
    })
    afterAll(() => watched.close())

    it.each(PAGES)('/%s shows without a fault, full and empty, and axe finds nothing serious', async (path) => {
      const { page, faults } = watched
      await visit(page, stage.empty.url + path)
      expect(await page.locator('main [role="alert"]').count()).toBe(0)
      await visit(page, stage.full.url + path)
      expect(await page.locator('main h1').innerText()).not.toBe('')
      expect(await page.locator('main [role="alert"]').count()).toBe(0)
      expect(await seriousFaults(page)).toEqual([])
      expect(faults.splice(0)).toEqual([])
    })
  })

  it('on a narrow screen no page is wider than the screen', async () => {
    const { page, close } = await openPage(stage, { width: 390 })
    for (const path of PAGES) {
      await visit(page, stage.full.url + path)
      expect([path, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([path, 390])
    }
    await close()
  })

  describe('search', () => {
    it('is reached by "/", follows the typing, walks by arrows and opens the sentence', async () => {
      const { page, close } = await openPage(stage)
      await visit(page, `${stage.full.url}documents`)
      await page.keyboard.press('/')
      await page.keyboard.type('رمال')
      await page.keyboard.press('Enter')
      // The Arabic name finds the reports in Latin letters beside the one in Arabic.
      await page.getByRole('heading', { name: /^Documents/ }).waitFor()
      expect(await page.getByRole('heading', { name: /^Documents/ }).innerText()).toMatch(/3$/)
      expect(await page.locator('ol [lang] mark, ol .quote mark').allInnerTexts()).toEqual(
        expect.arrayContaining(['Rimal', 'رمال']),
      )
      expect(decodeURIComponent(page.url())).toContain('/search?q=رمال')
      await page.keyboard.press('Control+A')
      await page.keyboard.type('harv')
      await page.getByText('harvest', { exact: true }).waitFor()
      expect(await page.locator('main b').count()).toBe(0)
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await page.getByText('was good this year').waitFor()
      expect(page.url()).toContain('/documents/')
      await page.goBack()
      expect(page.url()).toContain('q=harv')
      await close()
    })

    it('filters are in the address', async () => {
      const { page, close } = await openPage(stage)
      await visit(page, `${stage.full.url}search?q=harbour`)
      await page.getByRole('button', { name: 'Filters' }).click()
      await page.getByLabel('Type').selectOption('meeting')
      await page.getByRole('heading', { name: /^Claims.*1$/ }).waitFor()
      expect(page.url()).toContain('type=meeting')
      await page.getByLabel('Outlet').fill('Sidra Times')
      await page.getByLabel('Outlet').press('Enter')
      await page.getByText('without the filters').waitFor({ state: 'detached' })
      await page.getByRole('button', { name: 'Clear the filters' }).click()
      await page.getByRole('heading', { name: /^Claims.*5$/ }).waitFor()
      await close()
    })
  })
})
