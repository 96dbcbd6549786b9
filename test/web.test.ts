import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { claims } from './fake-case/claims.js'
import { documents } from './fake-case/documents.js'
import { seriousFaults } from './web/axe.js'
import { chromiumPath, openPage, type Stage, setStage, visit, type Watched } from './web/browser.js'
import { spoilAnswers } from './web/hostile.js'

const PAIR = 'relationships/harbour-front/highland-guard'
const reader = (key: keyof typeof documents) => `documents/${encodeURIComponent(documents[key].id)}`
const release = claims.find((claim) => claim.document === documents.freed.id)!
const releaseArabic = claims.find((claim) => claim.document === documents.freedArabic.id)!

const PAGES = [
  '',
  'relationships',
  PAIR,
  `${PAIR}?cell=violence.2023-06`,
  `${PAIR}?leaveOrigin=coast-army`,
  'incidents',
  'incidents/i-freed',
  'incidents/i-meeting',
  'claims',
  'documents',
  `${reader('freed')}?claim=${release.id}`,
  `${reader('freedArabic')}?claim=${releaseArabic.id}`,
  reader('panel'),
  'names',
  'names/harbour-front',
  'names/salim-ahmad',
]

/** What the element that has the keyboard says. */
const focused = (page: Watched['page']) => page.evaluate<string>('document.activeElement?.textContent')

let stage: Stage
describe.skipIf(!chromiumPath)('the screens in a browser (skipped where no Chromium is found)', () => {
  beforeAll(async () => {
    stage = await setStage()
  }, 60_000)
  afterAll(() => stage?.close())

  describe.each([
    ['en', 'ltr', 'light'],
    ['en', 'ltr', 'dark'],
    ['ar', 'rtl', 'light'],
    ['ar', 'rtl', 'dark'],
  ] as const)('in %s, %s, %s', (lang, dir, colorScheme) => {
    let watched: Watched
    beforeAll(async () => {
      watched = await openPage(stage, { lang, colorScheme })
    })
    afterAll(() => watched.close())

    it.each(PAGES)('/%s shows without a fault, and axe finds nothing serious', async (path) => {
      const { page, faults } = watched
      await visit(page, stage.full.url + path)
      expect(await page.locator('html').getAttribute('lang')).toBe(lang)
      expect(await page.locator('html').getAttribute('dir')).toBe(dir)
      expect(await page.locator('main h1').innerText()).not.toBe('')
      expect(await page.locator('main [role="alert"]').count()).toBe(0)
      expect(await seriousFaults(page, colorScheme === 'dark' ? ['color-contrast'] : undefined)).toEqual([])
      expect(faults.splice(0)).toEqual([])
    })
  })

  it('a cell of the ledger opens, by keyboard alone, down to the sentence and on to the document', async () => {
    const { page, close } = await openPage(stage)
    await visit(page, stage.full.url + PAIR)
    const cell = page.getByRole('button', { name: /prisoners.*March 2023.*1 incident.*2 established/i })
    await cell.focus()
    await page.keyboard.press('Enter')
    await page.getByText(release.evidence.text).waitFor()
    expect(page.url()).toContain('cell=prisoners.2023-03')
    await page.keyboard.press('Escape')
    await page.getByText(release.evidence.text).waitFor({ state: 'detached' })
    expect(await focused(page)).toMatch(/prisoners.*March 2023/i)

    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'Open in the document' }).first().click()
    await page.locator('mark.chosen').first().waitFor()
    await page.goBack()
    await page.getByText(release.evidence.text).waitFor()
    await close()
  })

  it('arrow keys walk from cell to cell', async () => {
    const { page, close } = await openPage(stage)
    await visit(page, stage.full.url + PAIR)
    await page.getByRole('button', { name: /violence.*June 2023/i }).focus()
    await page.keyboard.press('ArrowRight')
    expect(await focused(page)).toMatch(/Violence.*February 2024/i)
    await page.keyboard.press('ArrowLeft')
    expect(await focused(page)).toMatch(/Violence.*June 2023/i)
    await close()
  })

  it.each(['en', 'ar'] as const)(
    'a ledger wider than the screen opens at its last months, or at the opened cell (%s)',
    async (lang) => {
      const { page, close } = await openPage(stage, { lang, width: 560 })
      const isSeen = async (cell: string) => {
        const frame = (await page.locator('.frame').boundingBox())!
        const box = (await page.locator(cell).boundingBox())!
        return box.x >= frame.x && box.x + box.width <= frame.x + frame.width
      }
      await visit(page, stage.full.url + PAIR)
      const months = page.locator('.axis th.in-month')
      expect(await months.count()).toBeGreaterThan(4)
      await expect.poll(() => isSeen('.axis th.in-month >> nth=-1')).toBe(true)
      expect(await isSeen('.axis th.in-month >> nth=0')).toBe(false)
      await visit(page, `${stage.full.url}${PAIR}?cell=prisoners.2023-03`)
      await expect.poll(() => isSeen('button.cell[aria-expanded=true]')).toBe(true)
      await close()
    },
  )

  it('leaving out an origin weighs everything again, and taking it in restores it', async () => {
    const { page, close } = await openPage(stage)
    await visit(page, stage.full.url + PAIR)
    const prisoners = (state: string) =>
      page.getByRole('button', { name: new RegExp(`prisoners.*March.*${state}`, 'i') })
    await prisoners('2 established').waitFor()
    await page.getByText('Leave out …').click()
    await page.getByRole('checkbox', { name: /security source in Qanat/ }).check()
    await prisoners('not established').waitFor()
    expect(await page.getByRole('status').innerText()).toMatch(
      /Without .*security source.*13.* of .*16 claims.* remain/s,
    )
    expect(page.url()).toContain('leaveOrigin=source-qanat')
    await page.getByRole('button', { name: 'Take all in again' }).click()
    await prisoners('2 established').waitFor()
    // A camp by its name, and with nobody's.
    const camps = page.getByRole('group', { name: 'Camps' })
    await camps.getByRole('checkbox', { name: /Coast Army/ }).check()
    await page.getByText(/^Without .*Coast Army/).waitFor()
    expect(page.url()).toContain('leaveCamp=coast-army')
    await camps.getByRole('checkbox', { name: /Coast Army/ }).uncheck()
    await prisoners('2 established').waitFor()
    await close()
  })

  it.each([
    ['freed', release, 'en', 'ltr'],
    ['freed', release, 'ar', 'ltr'],
    ['freedArabic', releaseArabic, 'en', 'rtl'],
    ['freedArabic', releaseArabic, 'ar', 'rtl'],
  ] as const)(
    'the reader marks the sentence of %s in its own direction (screen: %3$s)',
    async (key, claim, lang, dir) => {
      const { page, close } = await openPage(stage, { lang })
      await visit(page, `${stage.full.url}${reader(key)}?claim=${claim.id}`)
      // What is marked, without the labels above it.
      const words = (selector: string) =>
        page.evaluate<string>(`[...document.querySelectorAll('${selector}')].map((found) => {
        const copy = found.cloneNode(true)
        for (const label of copy.querySelectorAll('rt, .tag')) label.remove()
        return copy.textContent
      }).join('')`)
      expect(await words('mark.chosen')).toBe(claim.evidence.text)
      expect(await words('[data-part=agents]')).toBe(claim.agents[0]!.text)
      expect(await page.evaluate(`getComputedStyle(document.querySelector('.text')).direction`)).toBe(dir)
      // Without labels the page holds the document's words and nothing else.
      await page.keyboard.press('p')
      await page.locator('rt, .tag').first().waitFor({ state: 'detached' })
      expect((await page.locator('.text').innerText()).replace(/\s+/g, ' ')).toBe(
        documents[key].text.replace(/\s+/g, ' '),
      )
      await close()
    },
  )

  it('time runs from left to right on an Arabic screen too', async () => {
    const { page, close } = await openPage(stage, { lang: 'ar' })
    await visit(page, stage.full.url + PAIR)
    const x = async (month: string) => (await page.getByText(month, { exact: true }).first().boundingBox())!.x
    expect(await x('مارس')).toBeLessThan(await x('يونيو'))
    const channel = await page.getByRole('rowheader', { name: 'محادثات' }).boundingBox()
    expect(channel!.x).toBeGreaterThan(await x('فبراير'))
    await close()
  })

  it('the language changes in place and is remembered', async () => {
    const { page, close } = await openPage(stage)
    await visit(page, `${stage.full.url}claims?type=arms-transfer`)
    await page.getByRole('button', { name: 'العربية' }).click()
    await page.getByRole('heading', { name: 'الإفادات' }).waitFor()
    expect(page.url()).toContain('claims?type=arms-transfer')
    await visit(page, `${stage.full.url}incidents`)
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
    await close()
  })

  it('days are told in the calendar that is asked for, which is remembered', async () => {
    const { page, close } = await openPage(stage)
    await visit(page, `${stage.full.url}claims?type=arms-transfer`)
    expect(await page.locator('main').innerText()).not.toMatch(/\sAH/)
    await page.getByLabel('Calendar').selectOption('hijri')
    await page
      .getByText(/144[45]\sAH/)
      .first()
      .waitFor()
    await page.getByRole('button', { name: 'العربية' }).click()
    await visit(page, `${stage.full.url}claims?type=arms-transfer`)
    await page
      .getByText(/144[45]\sهـ/)
      .first()
      .waitFor()
    await page.getByLabel('التقويم').selectOption('gregorian')
    await page
      .getByText(/202[234]/)
      .first()
      .waitFor()
    expect(await page.locator('main').innerText()).not.toMatch(/\sهـ/)
    await close()
  })

  it('names stand from the right to the left where their language does, on either screen', async () => {
    for (const lang of ['en', 'ar'] as const) {
      const { page, close } = await openPage(stage, { lang })
      await visit(page, `${stage.full.url}names/harbour-front`)
      const lists = (words: string, direction: string) =>
        page.locator(`dd:dir(${direction})`, { hasText: words }).count()
      expect([lang, await lists('جبهة المرفأ', 'rtl'), await lists('جبهة المرفأ', 'ltr')]).toEqual([lang, 1, 0])
      expect([lang, await lists('Harbour Front', 'ltr'), await lists('Harbour Front', 'rtl')]).toEqual([lang, 1, 0])
      await close()
    }
  })

  it('filters are in the address and the address is a filter', async () => {
    const { page, close } = await openPage(stage)
    await visit(page, `${stage.full.url}claims`)
    await page.getByLabel('How it is put').selectOption('denied')
    await page.getByText(/2.*of.*2 claims/).waitFor()
    expect(page.url()).toContain('status=denied')
    await visit(page, `${stage.full.url}claims?actor=highland-guard&type=arms-transfer`)
    expect(await page.locator('tbody tr').count()).toBe(3)
    await close()
  })

  it('a browser without the key of this start is told what to do', async () => {
    const { page, faults, close } = await openPage(stage)
    await page.context().clearCookies()
    await visit(page, `${stage.full.url}claims`)
    expect(await page.locator('h1').innerText()).toContain('does not know the case yet')
    await visit(page, stage.full.opening)
    expect(page.url()).toBe(stage.full.url)
    expect(await page.locator('h1').innerText()).toBe('Wadi Rimal')
    expect(faults.filter((fault) => !fault.includes('401'))).toEqual([])
    await close()
  })

  it('what a document says never becomes markup', async () => {
    const { page, faults, close } = await openPage(stage)
    await visit(page, stage.full.url + reader('weather'))
    expect(await page.locator('.text').innerText()).toContain('<b>thanks</b>')
    expect(await page.locator('.text img, .text b').count()).toBe(0)
    expect(await page.title()).not.toBe('taken')
    expect(faults).toEqual([])
    await close()
  })

  it.each(PAGES)('/%s shows words that are markup as words', async (path) => {
    const { page, faults, close } = await openPage(stage, { lang: path.length % 2 ? 'ar' : 'en' })
    await spoilAnswers(page)
    await visit(page, stage.full.url + path)
    expect(await page.locator('main').innerText()).toContain('<img src="/gone"')
    expect(await page.locator('[src="/gone"], [onload], [onerror], a[href^="javascript:"]').count()).toBe(0)
    expect(await page.locator('body script:not([src])').count()).toBe(0)
    expect(await page.title()).not.toBe('taken')
    expect(faults).toEqual([])
    await close()
  })

  it('persons who are no public figures appear as initials; hostile names appear nowhere', async () => {
    const { page, close } = await openPage(stage)
    await visit(page, `${stage.full.url}names/salim-ahmad`)
    expect(await page.locator('h1').innerText()).toBe('S. A.')
    // Initials tell nobody from another: beside them stands who prints the name.
    await visit(page, `${stage.full.url}names?kind=person`)
    expect(await page.getByRole('row', { name: /^S\. A\./ }).innerText()).toMatch(/^S\. A\.\s+named by .{3,}/)
    expect(await page.getByRole('row', { name: /Nabil Sarhan/ }).innerText()).not.toContain('named by')
    await visit(page, `${stage.full.url}names/harbour-front`)
    expect(await page.locator('main').innerText()).not.toContain('dock rats')
    await close()
  })

  it('words in another script stand beside what they mean, in the reader’s language alone', async () => {
    for (const [lang, shown] of [
      ['en', true],
      ['ar', false],
    ] as const) {
      const { page, close } = await openPage(stage, { lang })
      await visit(page, `${stage.full.url}incidents/i-freed`)
      expect((await page.locator('main').innerText()).includes('= a tribal sheikh')).toBe(shown)
      await close()
    }
  })

  it('what is printed bears its marking and the name of its case, and none of the ways on', async () => {
    const { page, close } = await openPage(stage)
    await visit(page, `${stage.full.url}incidents`)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('header .tlp').innerText()).toBe('TLP:AMBER')
    expect(await page.locator('header .case').isVisible()).toBe(true)
    for (const hidden of ['header nav', 'header form', 'header .choices'])
      expect(await page.locator(hidden).first().isVisible()).toBe(false)
    await close()
  })

  it('a queue about one name says so, and stays so from kind to kind', async () => {
    const { page, close } = await openPage(stage)
    await visit(page, `${stage.full.url}review?entity=harbour-front`)
    expect(await page.locator('main .about').innerText()).toMatch(/Only what concerns\s+Harbour Front/)
    await page.locator('nav.kinds a').nth(1).click()
    expect(page.url()).toMatch(/kind=claim&entity=harbour-front$/)
    await page.locator('main .about a').last().click()
    expect(page.url()).toMatch(/review\?kind=claim$/)
    await close()
  })

  it('a restated text says so', async () => {
    const { page, close } = await openPage(stage)
    await visit(page, stage.full.url + reader('panel'))
    expect(await page.getByRole('note').innerText()).toMatch(/It is not that report\.[\s\S]*Meridian/)
    await visit(page, stage.full.url + reader('freed'))
    expect(await page.getByRole('note').count()).toBe(0)
    await close()
  })

  it('an empty case, an unknown address and a program that has stopped each say what to do', async () => {
    const { page, close } = await openPage(stage)
    await visit(page, stage.empty.url)
    await page.getByText('Give files, folders or addresses').waitFor()
    for (const path of ['claims', 'incidents', 'documents', 'relationships', 'names'])
      await visit(page, stage.empty.url + path)
    await visit(page, `${stage.full.url}incidents/none`)
    expect(await page.getByRole('alert').innerText()).toContain('There is nothing at this address.')
    await visit(page, `${stage.full.url}somewhere/else`)
    await page.getByRole('link', { name: 'To the case' }).waitFor()
    await page.route('**/api/claims*', (route) => route.abort())
    await page.getByRole('navigation').getByRole('link', { name: 'Material' }).click()
    await page.getByRole('heading', { name: 'Claims', level: 1 }).waitFor()
    await page.getByText('The program does not answer.').waitFor()
    await page.unroute('**/api/claims*')
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByText(/17.*of.*17 claims/).waitFor()
    await close()
  })

  it('on a narrow screen no page is wider than the screen', async () => {
    const { page, close } = await openPage(stage, { width: 390 })
    for (const path of PAGES.filter((one) => !one.includes('leave'))) {
      await visit(page, stage.full.url + path)
      expect([path, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([path, 390])
    }
    await close()
  })

  it('on paper the navigation is gone and the sentences stay', async () => {
    const { page, close } = await openPage(stage, { colorScheme: 'dark' })
    await visit(page, `${stage.full.url}incidents/i-freed`)
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    expect(await page.getByRole('navigation').isVisible()).toBe(false)
    expect(await page.getByText(release.evidence.text).last().isVisible()).toBe(true)
    expect(await page.evaluate('getComputedStyle(document.documentElement).colorScheme')).toBe('light')
    await close()
  })
})
