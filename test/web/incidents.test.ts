import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { density, gatherEnds, lanes } from '../../web/src/incidents/lanes.js'
import { extent, isChosen, standing, withoutDays } from '../../web/src/incidents/marks.js'
import { contains, ring } from '../../web/src/map/rings.js'
import { seriousFaults } from './axe.js'
import { chromiumPath, openPage, type Stage, setStage, visit } from './browser.js'

type Mark = Parameters<typeof isChosen>[0]
const mark = (id: string, from: string | null, to: string | null, places: string[] = []): Mark => ({
  id,
  type: 'attack',
  title: { en: id, ar: id },
  time: { from, to, basis: 'stated' },
  places,
  claims: 1,
  independence: { atLeast: 1, atMost: 1, camps: 1 },
  contradicted: false,
})

describe('marks in time', () => {
  it('are as long as what is known', () => {
    const days = (one: Mark) => {
      const at = standing(one)
      return at.kind === 'dated' ? (at.to - at.from) / 86_400_000 : at.kind
    }
    expect(days(mark('day', '2023-03-10', '2023-03-10'))).toBe(1)
    expect(days(mark('month', '2023-03-01', '2023-03-31'))).toBe(31)
    expect(days(mark('by', null, '2023-03-31'))).toBe('by')
    expect(days(mark('never', null, null))).toBe('undated')
  })

  it('span what is known, and nothing where nothing is', () => {
    const known = [mark('a', '2023-03-10', '2023-03-10'), mark('b', null, '2023-05-01'), mark('c', null, null)]
    expect(extent(known)?.map((at) => new Date(at).toISOString().slice(0, 10))).toEqual(['2023-03-10', '2023-05-02'])
    expect(extent([mark('c', null, null)])).toBeUndefined()
  })

  it.each([
    [
      'a month whose days may be among those chosen',
      mark('m', '2023-03-01', '2023-03-31'),
      { from: '2023-03-20' },
      true,
    ],
    ['a month before', mark('m', '2023-03-01', '2023-03-31'), { from: '2023-04-01' }, false],
    ['a day after', mark('d', '2023-03-10', '2023-03-10'), { to: '2023-03-09' }, false],
    ['no day at all, once days are chosen', mark('n', null, null), { to: '2023-03-09' }, false],
    ['no day at all, where none are', mark('n', null, null), {}, true],
    ['a town in the governorate chosen', mark('t', null, null, ['mill']), { place: 'north' }, true],
    ['a town elsewhere', mark('t', null, null, ['port']), { place: 'north' }, false],
  ])('are chosen or not: %s', (_, one, chosen, expected) => {
    const at = { name: { en: '', ar: '' }, lat: 0, lon: 0, reach: 0 }
    const places = { mill: { ...at, id: 'mill', within: ['north'] }, port: { ...at, id: 'port', within: ['south'] } }
    expect(isChosen(one, chosen, places)).toBe(expected)
  })

  it('are told without their days where the line tells them', () => {
    expect(withoutDays('meeting · A, B · Qanat · 2023-10-01 – 2023-10-31')).toBe('meeting · A, B · Qanat')
    expect(withoutDays('meeting · A, B · by 2023-10-01')).toBe('meeting · A, B')
    expect(withoutDays('attack · Brigade 2023')).toBe('attack · Brigade 2023')
  })

  it('stand in lanes without touching, in as few as they need', () => {
    const bars = [
      { left: 0, right: 10 },
      { left: 5, right: 15 },
      { left: 12, right: 20 },
      { left: 13, right: 14 },
    ]
    expect(lanes(bars)).toEqual({ of: [0, 1, 0, 2], count: 3 })
  })

  it('known only to be not later than a day are told together where their last days are close', () => {
    expect(gatherEnds([100, 10, 95, 41, 96], 60)).toEqual([
      { right: 10, of: [1] },
      { right: 100, of: [0, 4, 2, 3] },
    ])
    expect(gatherEnds([100, 40], 60)).toEqual([
      { right: 40, of: [1] },
      { right: 100, of: [0] },
    ])
    expect(gatherEnds([], 60)).toEqual([])
  })

  it('are spread over the time they may lie in', () => {
    const tall = density(
      [
        { from: 0, to: 10 },
        { from: 0, to: 1 },
      ],
      0,
      10,
      10,
    )
    expect(tall.map((n) => Number(n.toFixed(3)))).toEqual([1.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1])
  })
})

describe('places', () => {
  it('that are areas have a ring of the right width, also far from the equator', () => {
    const [points] = ring(60, 10, 111.19).coordinates as [[number, number][]]
    const ys = points.map(([, y]) => y)
    const xs = points.map(([x]) => x)
    expect(Math.max(...ys) - Math.min(...ys)).toBeCloseTo(2, 2)
    expect(Math.max(...xs) - Math.min(...xs)).toBeGreaterThan(3.9)
  })

  it('lie in an area or beside it, or in its hole', () => {
    const square = (from: number, to: number) => [
      [from, from],
      [to, from],
      [to, to],
      [from, to],
      [from, from],
    ]
    const area = { type: 'Polygon' as const, coordinates: [square(0, 10), square(4, 6)] }
    expect([contains(area, [2, 2]), contains(area, [12, 2]), contains(area, [5, 5])]).toEqual([true, false, false])
  })
})

let stage: Stage
describe.skipIf(!chromiumPath)('incidents in a browser (skipped where no Chromium is found)', () => {
  beforeAll(async () => {
    stage = await setStage()
  }, 240_000)
  afterAll(() => stage?.close())

  it.each([
    ['timeline', 'en', 'light'],
    ['timeline', 'ar', 'dark'],
    ['map', 'en', 'dark'],
    ['map', 'ar', 'light'],
  ] as const)('the %s shows without a fault (%s, %s)', async (view, lang, colorScheme) => {
    const { page, faults, close } = await openPage(stage, { lang, colorScheme })
    await visit(page, `${stage.full.url}incidents?view=${view}`)
    // Drawn under the strict policy, from this server alone.
    if (view === 'map') expect(await page.locator('.frame.ready canvas').getAttribute('aria-label')).toBeTruthy()
    expect(await seriousFaults(page)).toEqual([])
    expect(faults).toEqual([])
    await close()
  })

  it.each(['incidents', 'claims'])('%s are filtered by actors that have any', async (list) => {
    const { page, close } = await openPage(stage)
    await visit(page, `${stage.full.url}${list}`)
    const actors = page.getByLabel('Actor')
    await actors.locator('option[value="harbour-front"]').waitFor({ state: 'attached' })
    expect(await actors.locator('option[value="monitoring-group"]').count()).toBe(0)
    // Whom the address names is shown all the same.
    await visit(page, `${stage.full.url}${list}?actor=monitoring-group`)
    await expect.poll(() => actors.inputValue()).toBe('monitoring-group')
    await close()
  })

  it.each([
    'incidents',
    'incidents?view=timeline',
    'incidents?view=map',
    'claims',
    'relationships/harbour-front/coast-army',
  ])('no view is wider than a narrow screen, however long a name is: %s', async (path) => {
    for (const lang of ['en', 'ar'] as const) {
      const { page, close } = await openPage(stage, { lang, width: 390 })
      await page.route(/api\/(entities|dyads)\?/, async (route) => {
        const text = await (await route.fetch()).text()
        await route.fulfill({
          body: text
            .replaceAll('Harbour Front', 'Harbour Front of the Whole Coast and of Each Valley Behind it'.repeat(2))
            .replaceAll('جبهة المرفأ', 'جبهة المرفأ في الساحل كله وفي كل واد من خلفه'.repeat(3)),
          contentType: 'application/json',
        })
      })
      await visit(page, `${stage.full.url}${path}`)
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
      await close()
    }
  })

  it('a month is drawn as long as a month, time runs to the right in Arabic too', async () => {
    for (const lang of ['en', 'ar'] as const) {
      const { page, close } = await openPage(stage, { lang })
      await visit(page, `${stage.full.url}incidents?view=timeline`)
      const box = async (id: string) => (await page.locator(`[data-mark="${id}"]`).boundingBox())!
      const [day, month] = [await box('i-freed'), await box('i-meeting')]
      expect(month.width).toBeGreaterThan(day.width * 4)
      expect(day.x).toBeLessThan(month.x)
      await close()
    }
  })

  it('what is dragged over is chosen, in the address, in the list', async () => {
    const { page, close } = await openPage(stage)
    await visit(page, `${stage.full.url}incidents?view=timeline`)
    await page.getByText(/5 incidents.*chosen/).waitFor()
    const plot = (await page.locator('.plot').boundingBox())!
    await page.mouse.move(plot.x + 2, plot.y + 8)
    await page.mouse.down()
    await page.mouse.move(plot.x + plot.width * 0.4, plot.y + 8, { steps: 4 })
    await page.mouse.up()
    await page.getByText(/2 incidents.*chosen/).waitFor()
    expect(page.url()).toMatch(/from=2023-0\d-\d\d&to=2023-0\d-\d\d/)
    await page.getByRole('button', { name: 'Any time' }).click()
    await page.getByText(/5 incidents.*chosen/).waitFor()
    await close()
  })

  it('by keyboard alone: walk, zoom down to hours, open', async () => {
    const { page, close } = await openPage(stage)
    await visit(page, `${stage.full.url}incidents?view=timeline`)
    // From anywhere on the page the first key goes to the first mark.
    await page.keyboard.press('ArrowRight')
    expect(await page.evaluate('document.activeElement.dataset.mark')).toBe('i-freed')
    await page.keyboard.press('ArrowRight')
    expect(await page.evaluate('document.activeElement.dataset.mark')).toBe('i-clash')
    // Pointed at on the line, marked in the list.
    expect(await page.locator('li.pointed').innerText()).toContain('clash')
    for (let i = 0; i < 14; i++) await page.keyboard.press('+')
    expect(page.url()).toMatch(/zoom=2023-06-\d\d/)
    expect(await page.locator('.axis').innerText()).toMatch(/\d\d:\d\d/)
    await page.keyboard.press('0')
    await page.locator('[data-mark="i-clash"]').focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/incidents\/i-clash/)
    await close()
  })

  it('the list of places filters list and timeline as the map does', async () => {
    const { page, close } = await openPage(stage)
    await visit(page, `${stage.full.url}incidents?view=map`)
    await page.getByRole('button', { name: /Qanat city/ }).click()
    expect(page.url()).toContain('place=qanat')
    await page.getByText(/2 incidents.*chosen/).waitFor()
    await page.getByLabel('Place').selectOption({ label: 'everywhere' })
    await page.getByText(/5 incidents.*chosen/).waitFor()
    await close()
  })

  it.each(['en', 'ar'] as const)('a place is chosen from a list, with all that lies in it (%s)', async (lang) => {
    const { page, close } = await openPage(stage, { lang })
    await visit(page, `${stage.full.url}incidents`)
    const places = page.getByLabel(lang === 'en' ? 'Place' : 'المكان')
    await places.locator('option[value=qanat]').waitFor({ state: 'attached' })
    const texts = await places.locator('option').allInnerTexts()
    expect(texts.map((text) => text.replace(/\s+/g, ' ').trim())).toEqual(
      lang === 'en'
        ? ['everywhere', 'Sahil (governorate) · 4', 'Qanat (city) · 2', 'Wadi Rimal (valley) · 2']
        : ['كل الأماكن', 'الساحل (محافظة) · 4', 'قنات (مدينة) · 2', 'وادي رمال (وادٍ) · 2'],
    )
    await places.selectOption('qanat')
    await expect.poll(() => page.locator('ol > li').count()).toBe(2)
    expect(page.url()).toContain('place=qanat')
    // The same address on the line of time.
    await page
      .getByRole('navigation')
      .getByRole('link', { name: lang === 'en' ? 'Timeline' : 'خط زمني' })
      .click()
    await page.locator('[data-mark]').first().waitFor()
    expect(await page.locator('[data-mark]').count()).toBe(2)
    expect(await places.inputValue()).toBe('qanat')
    await close()
  })

  it('the map is printed on white paper from a dark screen', async () => {
    const { page, close } = await openPage(stage, { colorScheme: 'dark' })
    await visit(page, `${stage.full.url}incidents?view=map`)
    await page.locator('.frame.ready').waitFor()
    await page.evaluate("dispatchEvent(new Event('beforeprint'))")
    const brightness = (await page.evaluate(`{
      const canvas = document.querySelector('.map .paper canvas')
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
      data.reduce((sum, value) => sum + value, 0) / data.length
    }`)) as number
    expect(brightness).toBeGreaterThan(200)
    await page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(await page.locator('.map .paper').count()).toBe(0)
    await close()
  })

  it('without WebGL the map says so and the list of places does its work', async () => {
    const { page, close } = await openPage(stage)
    await page.addInitScript('HTMLCanvasElement.prototype.getContext = () => null')
    await visit(page, `${stage.full.url}incidents?view=map`)
    expect(await page.getByRole('note').innerText()).toContain('WebGL')
    expect(await page.getByRole('button', { name: /Wadi Rimal/ }).count()).toBe(1)
    await close()
  })
})
