import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, openPage, type Stage, setStage, visit } from './browser.js'

let stage: Stage
describe.skipIf(!chromiumPath)('the history of a browser (skipped where no Chromium is found)', () => {
  beforeAll(async () => {
    stage = await setStage()
  }, 240_000)
  afterAll(() => stage?.close())

  it('Back undoes a filter, then an opened cell, and does not leave the view', async () => {
    const { page, close } = await openPage(stage)
    await visit(page, `${stage.full.url}incidents`)
    await page.getByLabel('Type').selectOption('arrest')
    await page.waitForURL(/type=arrest/)
    await page.goBack()
    expect(page.url()).toBe(`${stage.full.url}incidents`)
    expect(await page.getByLabel('Type').inputValue()).toBe('')

    await visit(page, `${stage.full.url}relationships/harbour-front/highland-guard`)
    await page.locator('button.cell').first().click()
    await page.waitForURL(/cell=/)
    await page.goBack()
    expect(page.url()).toMatch(/highland-guard$/)
    await page.locator('button.cell[aria-expanded=true]').waitFor({ state: 'detached' })
    await close()
  })

  it('a slider that is pulled over many months is one step', async () => {
    const { page, close } = await openPage(stage)
    await visit(page, `${stage.full.url}network`)
    await page.getByLabel('First month').focus()
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight')
    await page.waitForURL(/from=2023-06/)
    await page.goBack()
    expect(page.url()).toBe(`${stage.full.url}network`)
    await close()
  })

  it('who comes back stands where he was', async () => {
    const { page, close } = await openPage(stage)
    await page.setViewportSize({ width: 1280, height: 300 })
    await visit(page, `${stage.full.url}incidents`)
    const link = page.locator('main li h2 a').last()
    await link.scrollIntoViewIfNeeded()
    const before = Number(await page.evaluate('scrollY'))
    expect(before).toBeGreaterThan(100)
    await link.click()
    await page.waitForURL(/incidents\/i-/)
    await expect.poll(() => page.evaluate('scrollY')).toBe(0)
    await page.goBack()
    await expect.poll(() => page.evaluate('scrollY')).toBe(before)
    await close()
  })

  it('the address of an incident that was joined into another becomes the address of that one', async () => {
    const { page, close } = await openPage(stage)
    // What the API answers of an id that it once gave.
    await page.route('**/api/incidents/i-before', async (route) =>
      route.fulfill({ json: await (await route.fetch({ url: `${stage.full.url}api/incidents/i-freed` })).json() }),
    )
    await visit(page, `${stage.full.url}incidents/i-before`)
    await page.waitForURL(/incidents\/i-freed$/)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await close()
  })
})
