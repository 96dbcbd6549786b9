import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backbone } from '../../web/src/network/backbone.js'
import { around, type Label, layout, uncovered } from '../../web/src/network/layout.js'
import { seriousFaults } from './axe.js'
import { chromiumPath, openPage, type Stage, setStage, visit } from './browser.js'

const many = Array.from({ length: 300 }, (_, i) => `a-${String(i).padStart(3, '0')}`)
const pairs = many.flatMap((a, i) =>
  [1, 7, 40].map((step) => ({ a, b: many[(i * step + step) % many.length]!, independence: { atLeast: 1 + (i % 4) } })),
)

describe('the layout of a network', () => {
  it('is the same whenever and in whatever order it is asked for', () => {
    const spots = [...layout(many, pairs)]
    expect(spots).toHaveLength(300)
    expect(spots.every(([, { x, y }]) => x >= 0 && x <= 1 && y >= 0 && y <= 1)).toBe(true)
    expect([...layout([...many].reverse(), pairs)]).toEqual(spots)
  })

  it('sets apart what has nothing to do with each other', () => {
    const two = [
      ...['a', 'b', 'c'].flatMap((x, i, all) => all.slice(i + 1).map((y) => [x, y])),
      ...['p', 'q', 'r'].flatMap((x, i, all) => all.slice(i + 1).map((y) => [x, y])),
    ].map(([a, b]) => ({ a: a!, b: b!, independence: { atLeast: 1 } }))
    const spots = layout(['a', 'b', 'c', 'p', 'q', 'r'], two)
    const far = (m: string, n: string) =>
      Math.hypot(spots.get(m)!.x - spots.get(n)!.x, spots.get(m)!.y - spots.get(n)!.y)
    expect(far('a', 'b') + far('a', 'c')).toBeLessThan(far('a', 'p') + far('a', 'q'))
  })

  it('puts one actor in the middle and the others round it', () => {
    const spots = around('m', ['a', 'b', 'c', 'd'])
    expect(spots.get('m')).toEqual({ x: 0.5, y: 0.5 })
    expect(new Set(['a', 'b', 'c', 'd'].map((id) => JSON.stringify(spots.get(id)))).size).toBe(4)
  })

  it('keeps of many pairs the best two of each actor, and leaves nobody out', () => {
    const list = [
      ['a', 'b'],
      ['a', 'c'],
      ['b', 'c'],
      ['a', 'd'],
      ['b', 'd'],
      ['c', 'd'],
    ].map(([a, b]) => ({ a: a!, b: b! }))
    // c – d is the third of both.
    expect(backbone(list).map(({ a, b }) => a + b)).toEqual(['ab', 'ac', 'bc', 'ad', 'bd'])
    const kept = backbone(pairs)
    expect(kept.length).toBeLessThanOrEqual(2 * many.length)
    expect(new Set(kept.flatMap(({ a, b }) => [a, b])).size).toBe(new Set(pairs.flatMap(({ a, b }) => [a, b])).size)
  })

  it('shows no label over another; the strongest have the right of way', () => {
    const label = (id: string, x: number): Label => ({ id, x, y: 0, width: 40, height: 15 })
    expect([...uncovered([label('strong', 0), label('under', 20), label('beside', 41)])]).toEqual(['strong', 'beside'])
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
    await page.getByRole('button', { name: 'All time' }).click()
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
    const months = (table: typeof first) => table.locator('.axis th').allInnerTexts()
    expect(await months(second)).toEqual(await months(first))
    await second.locator('button.cell').first().click()
    await page.locator('#opened-cell2').waitFor()
    expect(page.url()).toContain('cell2=')
    expect(await page.locator('#opened-cell').count()).toBe(0)
    await close()
  })
})
