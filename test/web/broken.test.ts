import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, openPage, type Stage, setStage } from './browser.js'

let stage: Stage
describe.skipIf(!chromiumPath)('a view that fails (skipped where no Chromium is found)', () => {
  beforeAll(async () => {
    stage = await setStage()
  }, 240_000)
  afterAll(() => stage?.close())

  it.each<['en' | 'ar', string, string, string]>([
    ['en', 'This could not be shown.', 'Try again', 'Incidents'],
    ['ar', 'تعذّر عرض هذه الصفحة.', 'أعد المحاولة', 'الوقائع'],
  ])('says so where it would stand, and all else goes on: %s', async (lang, failed, again, elsewhere) => {
    const { page, close } = await openPage(stage, { lang })
    let broken = true
    // An answer with something twice that may stand there once: nothing the program gives, and nothing a view can draw.
    await page.route('**/api/dyad/harbour-front/highland-guard', async (route) => {
      const answer = await (await route.fetch()).json()
      if (broken) answer.outlets = [answer.outlets[0], answer.outlets[0]]
      await route.fulfill({ json: answer })
    })
    await page.goto(`${stage.full.url}relationships/harbour-front/highland-guard`)
    const notice = page.getByRole('alert')
    await notice.getByRole('heading', { name: failed }).waitFor()
    expect(await page.locator('main .waiting').count()).toBe(0)
    await page.getByRole('link', { name: elsewhere }).first().click()
    await notice.waitFor({ state: 'detached' })
    await page.locator('main h1').first().waitFor()
    await page.goBack()
    await notice.waitFor()
    broken = false
    await notice.getByRole('button', { name: again }).click()
    await page.locator('button.cell').first().waitFor()
    expect(await notice.count()).toBe(0)
    await close()
  })
})
