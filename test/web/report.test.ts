import mammoth from 'mammoth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seriousFaults } from './axe.js'
import { chromiumPath, openPage, type Stage, setStage, visit } from './browser.js'

let stage: Stage
describe.skipIf(!chromiumPath)('a report in a browser (skipped where no Chromium is found)', () => {
  beforeAll(async () => {
    stage = await setStage()
  }, 240_000)
  afterAll(() => stage?.close())

  it.each([
    ['en', 'light'],
    ['ar', 'dark'],
  ] as const)('list, editor and preview show without a fault (%s, %s)', async (lang, colorScheme) => {
    const { page, faults, close } = await openPage(stage, { lang, colorScheme })
    for (const path of ['report', 'report/r-sample', 'report/r-sample/preview']) {
      await visit(page, stage.full.url + path)
      expect([path, await seriousFaults(page)]).toEqual([path, []])
    }
    // The report's own language and direction, whatever the screen's.
    expect(await page.locator('article').getAttribute('dir')).toBe('ltr')
    expect(faults).toEqual([])
    await close()
  })

  it('is begun, filled, refused while a sentence is unsourced, and built', async () => {
    const { page, faults, close } = await openPage(stage)
    await visit(page, `${stage.full.url}report`)
    await page.getByLabel('Title').fill('The valley in 2023')
    await page.getByRole('button', { name: 'Begin a report' }).click()
    await page.getByText('Choose incidents from the list').waitFor()
    await page.getByRole('button', { name: /release of nine.*Add to the report/i }).click()
    await page.locator('[data-kind=incident] li').first().waitFor()
    await page.getByText('Every sentence has its source.').waitFor()

    // A sentence of one's own keeps it from being built until it rests on a claim.
    await page.getByRole('button', { name: 'Write below' }).click()
    await page.getByLabel('One sentence').fill('The two sides traded prisoners, reports say.')
    await page.getByText('1 thing', { exact: false }).waitFor()
    await page.locator('[data-kind=text] .wrong').waitFor()
    const address = page.url().replace('/report/', '/api/reports/')
    const refused = await page.request.get(`${address}/built`)
    expect([refused.status(), ((await refused.json()) as { code: string }).code]).toEqual([422, 'unsourced-statement'])
    await page.getByLabel('Rests on …').selectOption({ index: 1 })
    await page.getByText('Every sentence has its source.').waitFor()

    // Order, by keyboard: the focus goes along.
    await page.locator('#part-1 [data-move="-1"]').focus()
    await page.keyboard.press('Enter')
    await page.locator('#part-0[data-kind=text]').waitFor()
    await page.getByText(/Saved at/).waitFor()

    // Nothing is lost when the page is left.
    await visit(page, page.url())
    expect(await page.getByLabel('One sentence').inputValue()).toBe('The two sides traded prisoners, reports say.')
    await page.getByRole('link', { name: 'Preview and print' }).click()
    await page.locator('article sup a').first().waitFor()
    expect(await page.locator('article').innerText()).toContain('The two sides traded prisoners, reports say.')
    expect(await page.locator('article h1').innerText()).toBe('The valley in 2023')
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button', { name: /Print/ }).isVisible()).toBe(false)

    const file = await page.request.get(`${address}/file?format=docx`)
    const word = await mammoth.extractRawText({ buffer: await file.body() })
    expect(word.value).toContain('The two sides traded prisoners, reports say.')
    expect(file.headers()['content-disposition']).toContain('The-valley-in-2023.docx')
    expect(faults).toEqual([])
    await close()
  })

  it('a report for readers who may not have the material is refused, and says so', async () => {
    const { page, close } = await openPage(stage)
    await visit(page, `${stage.full.url}report/r-sample`)
    await page.getByText('Every sentence has its source.').waitFor()
    await page.getByLabel('Readers may have at most').selectOption('clear')
    await page.getByText('material that these readers may not have').waitFor()
    expect(await page.getByRole('link', { name: 'DOCX' }).count()).toBe(0)
    await page.getByLabel('Readers may have at most').selectOption('amber')
    await page.getByRole('link', { name: 'DOCX' }).waitFor()
    await close()
  })

  it('who saves over another is told, and keeps what was written', async () => {
    const { page, close } = await openPage(stage)
    await visit(page, `${stage.full.url}report/r-sample`)
    const elsewhere = await page.request.get(`${stage.full.url}api/reports/r-sample`)
    const { id, at: _, ...draft } = ((await elsewhere.json()) as { draft: Record<string, unknown> }).draft
    await page.request.put(`${stage.full.url}api/reports/${id}`, { data: draft })
    await page.getByLabel('Title').fill('Written here')
    expect(await page.getByRole('alert').innerText()).toContain('saved elsewhere')
    expect(await page.getByLabel('Title').inputValue()).toBe('Written here')
    await close()
  })
})
