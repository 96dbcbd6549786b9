import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { around } from '../../web/src/network/around.js'
import { placeLabels, type Wanted } from '../../web/src/network/labels.js'
import { seriousFaults } from './axe.js'
import { chromiumPath, openPage, type Stage, setStage, visit } from './browser.js'

describe('a drawing of the network', () => {
  it('puts one actor in the middle and the others round it', () => {
    const spots = around('m', ['a', 'b', 'c', 'd'])
    expect(spots.get('m')).toEqual({ x: 0.5, y: 0.5 })
    expect(new Set(['a', 'b', 'c', 'd'].map((id) => JSON.stringify(spots.get(id)))).size).toBe(4)
  })

  describe('its names', () => {
    const frame = { width: 400, height: 300 }
    const label = (id: string, x: number, y: number, more: Partial<Wanted> = {}): Wanted => ({
      ...{ id, x, y, radius: 5, width: 60, height: 15 },
      ...more,
    })
    const covers = (name: { x: number; y: number }, dot: Wanted) =>
      Math.hypot(Math.max(0, Math.abs(dot.x - name.x) - 30), Math.max(0, Math.abs(dot.y - name.y) - 7.5)) < dot.radius

    it('stand below their dots where there is room, and within the drawing', () => {
      const [free, edge] = [label('free', 200, 100), label('edge', 2, 299)]
      const places = placeLabels([free, edge], [free, edge], frame)
      expect(places.get('free')!.x).toBe(200)
      expect(places.get('free')!.y).toBeGreaterThan(105)
      expect(places.get('edge')!.x).toBeGreaterThanOrEqual(30)
      expect(places.get('edge')!.y).toBeLessThan(299)
    })

    it('cover neither one another nor a dot, named or not', () => {
      const crowd = Array.from({ length: 60 }, (_, i) => label(`d${i}`, 20 + ((i * 83) % 360), 20 + ((i * 47) % 260)))
      const places = placeLabels(crowd.slice(0, 40), crowd, frame)
      expect(places.size).toBeGreaterThan(10)
      for (const [id, name] of places) {
        for (const dot of crowd) expect([id, dot.id, covers(name, dot)]).toEqual([id, dot.id, false])
        for (const [other, beside] of places)
          if (other !== id)
            expect(Math.abs(name.x - beside.x) >= 60 || Math.abs(name.y - beside.y) >= 15, `${id} ${other}`).toBe(true)
      }
    })

    it('give way to the strongest, unless one is pointed at', () => {
      const heap = Array.from({ length: 12 }, (_, i) => label(`d${i}`, 200 + i, 150, { width: 300 }))
      const last = (more: Partial<Wanted>) =>
        placeLabels([...heap, label('last', 205, 150, { width: 300, ...more })], heap, frame)
      expect(last({}).has('d0')).toBe(true)
      expect(last({}).has('last')).toBe(false)
      expect(last({ always: true }).has('last')).toBe(true)
    })
  })
})

let stage: Stage
describe.skipIf(!chromiumPath)('the network and two ledgers in a browser (skipped where no Chromium is found)', () => {
  beforeAll(async () => {
    stage = await setStage()
  }, 240_000)
  afterAll(() => stage?.close())

  const COMPARED = 'relationships/harbour-front/highland-guard?with=highland-guard~harbour-front'
  it.each([
    ['en', 'light'],
    ['ar', 'dark'],
  ] as const)('show without a fault (%s, %s)', async (lang, colorScheme) => {
    const { page, faults, close } = await openPage(stage, { lang, colorScheme })
    for (const path of ['network', 'network?actor=harbour-front', COMPARED]) {
      await visit(page, stage.full.url + path)
      expect([path, await seriousFaults(page)]).toEqual([path, []])
    }
    expect(faults).toEqual([])
    await close()
  })

  it('channel, time and actor are chosen by keyboard, and stand in the address', async () => {
    const { page, close } = await openPage(stage)
    await visit(page, `${stage.full.url}network`)
    await page.getByLabel('Channel').selectOption('arms')
    expect(page.url()).toContain('channel=arms')
    await page.getByLabel('First month').focus()
    await page.keyboard.press('ArrowRight')
    expect(page.url()).toContain('from=2023-04-01')
    // What no day is given for is not dropped in silence.
    await page.getByLabel('Channel').selectOption('')
    await page.waitForURL((url) => !url.search.includes('channel'))
    await expect.poll(() => page.locator('main [aria-busy=true]').count()).toBe(0)
    const rows = page.locator('tbody')
    const dated = await rows.innerText()
    await page.getByLabel(/also what no day is given for/).check()
    await expect.poll(() => rows.innerText()).not.toBe(dated)
    await page.getByRole('button', { name: 'All time' }).click()
    expect(page.url()).not.toContain('undated')
    await page.getByLabel('Around').selectOption('harbour-front')
    expect(await page.locator('tbody tr').count()).toBe(1)
    await page.getByRole('link', { name: /Harbour Front.*Highland Guard/ }).click()
    await page.waitForURL(/relationships\/harbour-front/)
    await close()
  })

  it('two ledgers run over the same months, and each opens its own cells', async () => {
    const { page, close } = await openPage(stage)
    await visit(page, stage.full.url + COMPARED)
    const [first, second] = [page.locator('table').nth(0), page.locator('table').nth(1)]
    const edges = (of: typeof first) =>
      of.locator('.axis th').evaluateAll((cells) => cells.map((cell) => Math.round(cell.getBoundingClientRect().x)))
    expect(await edges(second)).toEqual(await edges(first))
    const months = (table: typeof first) => table.locator('.axis th').allInnerTexts()
    expect(await months(second)).toEqual(await months(first))
    await second.locator('button.cell').first().click()
    await page.locator('#opened-cell2').waitFor()
    expect(page.url()).toContain('cell2=')
    expect(await page.locator('#opened-cell').count()).toBe(0)
    await close()
  })
})
