import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seriousFaults } from './web/axe.js'
import { chromiumPath, openPage, visit, type Watched } from './web/browser.js'
import { LATE, setWorkStage, type WorkStage } from './web/work-stage.js'

/** The views in which an analyst works, in both languages, light and dark. */
const PAGES = [
  '',
  'search',
  'search?q=harbour',
  'search?q=harbour&type=meeting',
  'search?q=zzz',
  'review',
  'review?kind=claim',
  'sources',
  'sources?show=origins',
  'add',
]

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

  describe('why', () => {
    /** Texts of a screen in Arabic, without what is set apart in them: names and words of reports in their own letters. */
    async function saidInArabic(path: string, where: string): Promise<string[]> {
      const { page, close } = await openPage(stage, { lang: 'ar' })
      await visit(page, stage.full.url + path)
      for (const summary of await page.locator('main details:not([open]) > summary').all()) await summary.click()
      const texts = await page.locator(where).allInnerTexts()
      await close()
      return texts.map((text) => text.replace(/\u2068[^\u2069]*\u2069/g, '').replace(/المصدر F/g, 'المصدر'))
    }

    it('an incident was joined, graded, and is disputed, is said in Arabic on the Arabic screen', async () => {
      const [incident] = (await stage.kase.incidents({ contradicted: true })).items
      expect(incident!.reasons).toHaveLength(1)
      const where = ['.joined li > span:not([dir])', '.groups .reason', '.one > p', '.grade li']
      const said = await saidInArabic(`incidents/${incident!.id}`, where.map((one) => `main ${one}`).join(', '))
      const all = said.join('\n')
      expect(all).toContain('النوع في الإفادتين: هجوم؛ الوقت: اليوم نفسه')
      expect(all).toContain('قتلى: 9 مقابل 4')
      expect(all).toContain('قتلى: لا يمكن أن تصح الأعداد كلها')
      expect(all).toContain('المعلومة 2: مصدران مستقلان على الأقل')
      expect(all).not.toMatch(/\p{Script=Latin}{2}/u)
    })

    it('two incidents may be one is said in Arabic where that is to be decided', async () => {
      const said = (await saidInArabic('review?kind=incidents', 'main .of')).join('\n')
      expect(said).toContain('الفاعل في الإفادتين: ')
      expect(said).not.toMatch(/\p{Script=Latin}{2}/u)
    })
  })

  describe('review', () => {
    it('asks the name once, decides by single keys, takes back, corrects, and joins two incidents', async () => {
      const { page, close } = await openPage(stage)
      await visit(page, `${stage.full.url}review?kind=claim`)
      await page.keyboard.press('a')
      await page.getByLabel('Your name').fill('N. Analyst')
      await page.keyboard.press('Enter')
      const card = page.getByRole('region', { name: 'Claims' })
      const decided = page.getByRole('list', { name: 'What was decided' })
      await card.getByText('independence is no longer established').waitFor()
      await page.locator('h1').click()
      await page.keyboard.press('r')
      await decided.getByText('Rejected', { exact: true }).waitFor()
      const [rejected] = (await stage.kase.claims({ decision: 'rejected' })).items
      expect(rejected?.type).toBe('attack')
      await page.keyboard.press('z')
      await decided.getByText('Taken back by').waitFor()
      expect((await stage.kase.claims({ decision: 'rejected' })).total).toBe(0)

      // The first claim again: its second side is emptied by keys, and the ledger no longer has it.
      await page.keyboard.press('c')
      await page.getByRole('heading', { name: 'Correct the claim' }).waitFor()
      await page.keyboard.press('2')
      await page.keyboard.press('Backspace')
      await page.keyboard.press('Control+Enter')
      await decided.getByText('Corrected', { exact: true }).waitFor()
      const [corrected] = (await stage.kase.claims({ decision: 'corrected' })).items
      expect(corrected?.counterparts).toEqual([])
      await page.keyboard.press('z')
      await expect.poll(() => decided.getByText('Taken back by').count()).toBe(2)
      expect((await stage.kase.claims({ decision: 'corrected' })).total).toBe(0)

      await page.keyboard.press('?')
      await page.getByRole('region', { name: 'Keys' }).waitFor()
      await page.reload()
      await card.waitFor()
      expect(await page.getByLabel('Your name').count()).toBe(0)
      await close()
    })

    it('a name is asked before anything is stored, and a failure says so', async () => {
      const { page, close } = await openPage(stage, { lang: 'ar' })
      await visit(page, `${stage.full.url}review`)
      expect(await page.getByRole('button', { name: 'اقبل' }).isDisabled()).toBe(true)
      await page.getByLabel('اسمك').fill('محللة')
      await page.keyboard.press('Enter')
      await page.route('**/api/judgements', (route) => route.abort())
      await page.getByRole('button', { name: 'اقبل' }).click()
      await page.getByText('لم يُحفظ هذا القرار.').waitFor()
      await close()
    })
  })

  describe('correcting where a claim stands', () => {
    it('days and numbers in the document: the ledger and the incident follow, both values are shown, and it is taken back', async () => {
      const { page, faults, close } = await openPage(stage)
      const [claim] = (await stage.kase.claims({ outlet: 'Rimal Post', type: 'attack' })).items
      const ledger = () => stage.kase.dyad('harbour-front', 'coast-army')
      expect((await ledger()).cells.map(({ month }) => month)).toEqual(['2024-02'])
      await visit(page, `${stage.full.url}documents/${claim!.document}?claim=${claim!.id}`)
      await page.getByRole('button', { name: 'Correct' }).click()
      await page.getByLabel('Your name').fill('N. Analyst')
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: 'Correct the claim' }).waitFor()
      await page.keyboard.press('8')
      await page.getByLabel('First day').fill('2024-01-01')
      await page.getByLabel('Last day').fill('2023-12-31')
      await page.getByText('The first day is after the last.').waitFor()
      expect(await page.getByRole('button', { name: 'Save the correction' }).isDisabled()).toBe(true)
      await page.getByLabel('Last day').fill('2024-01-31')
      await page.getByText('January 2024').first().waitFor()
      await page.getByRole('button', { name: 'how many' }).click()
      await page.locator('fieldset').getByLabel('How').selectOption('least')
      await page.getByLabel('Number').fill('5')
      expect(await seriousFaults(page)).toEqual([])
      await page.getByRole('button', { name: 'Save the correction' }).click()
      await page.getByText(/Corrected by .N\. Analyst/).waitFor()
      expect((await page.locator('.corrected dl').innerText()).split('\n')).toEqual([
        ...['when', 'before:', '3 Feb 2024', 'now:', 'January 2024'],
        ...['killed', 'before:', '4', 'now:', 'at least 5'],
      ])
      expect((await stage.kase.claim(claim!.id)).time).toMatchObject({ from: '2024-01-01', precision: 'month' })
      expect((await ledger()).cells.map(({ month }) => month)).toContain('2024-01')
      await page.getByRole('button', { name: /^Take back/ }).click()
      await page.getByText(/Corrected by .N\. Analyst/).waitFor({ state: 'detached' })
      expect((await ledger()).cells.map(({ month }) => month)).toEqual(['2024-02'])

      // The same from its incident.
      const incident = (await stage.kase.claim(claim!.id)).incident
      await visit(page, `${stage.full.url}incidents/${incident}`)
      const own = page.locator(`[id="${claim!.id}"]`)
      await own.getByRole('button', { name: 'Correct' }).click()
      await own.getByLabel('How it is put').selectOption('denied')
      await page.keyboard.press('Control+Enter')
      await own.getByText(/Corrected by .N\. Analyst/).waitFor()
      expect((await stage.kase.claim(claim!.id)).status).toBe('denied')
      await own.getByRole('button', { name: /^Take back/ }).click()
      await own.getByText(/Corrected by .N\. Analyst/).waitFor({ state: 'detached' })
      expect(faults).toEqual([])
      await close()
    })
  })

  describe('sources', () => {
    it('who prints, who is the origin, who takes over from whom', async () => {
      const { page, close } = await openPage(stage)
      await visit(page, `${stage.full.url}sources`)
      const row = page.getByRole('row', { name: /Sidra Times/ })
      expect(await row.innerText()).toMatch(/1\s+1\s/)
      await page.getByRole('button', { name: 'Origins' }).click()
      expect(page.url()).toContain('show=origins')
      // Officials whom nobody knows to be public figures stand by initials.
      await page.getByRole('row', { name: /C\. M\./ }).waitFor()
      expect(await page.getByRole('row', { name: /Hill Herald/ }).count()).toBe(0)
      // Who takes over stands first, and the arrow leads on in the direction in which the screen is read.
      const takes = page.locator('.takes p').first()
      expect(await takes.innerText()).toMatch(/ → /)
      await close()
      const arabic = await openPage(stage, { lang: 'ar' })
      await visit(arabic.page, `${stage.full.url}sources`)
      expect(await arabic.page.locator('.takes p').first().innerText()).toMatch(/ ← /)
      await arabic.close()
    })
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

    it.each([
      [
        'en',
        'harbour front harvest',
        'Names that hold some of these words',
        'No claim and no document holds all',
        'Harbour Front',
      ],
      ['ar', 'جبهة المرفأ المحصول', 'أسماء فيها بعض هذه الكلمات', 'لا إفادة ولا وثيقة', 'جبهة المرفأ'],
    ] as const)(
      'what only a part of the words names is found and said to be so (%s)',
      async (lang, q, names, none, name) => {
        const { page, close } = await openPage(stage, { lang })
        await visit(page, `${stage.full.url}search?q=${encodeURIComponent(q)}`)
        await page.getByRole('heading', { name: names }).waitFor()
        await page.getByRole('link', { name }).first().waitFor()
        await page.getByText(none).waitFor()
        expect(await page.locator('ol li').count()).toBeGreaterThan(0)
        await close()
      },
    )

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

  // Last, because it adds to the case.
  describe('add', () => {
    it('a file comes in with its claims, what fails says why in the reader’s language, and the state outlives a visit', async () => {
      const { page, close } = await openPage(stage, { lang: 'ar' })
      await visit(page, `${stage.full.url}add`)
      await page.locator('input[type=file]').setInputFiles([
        { name: 'late.txt', mimeType: 'text/plain', buffer: Buffer.from(LATE) },
        { name: 'nowhere.xyz', mimeType: 'text/plain', buffer: Buffer.from('?') },
      ])
      // A line that is no address fails by itself.
      await page.getByLabel('عناوين صفحات').fill('no address of a page')
      await page.getByRole('button', { name: 'أضف إلى الملف' }).click()
      await page.getByRole('link', { name: 'late.txt' }).waitFor()
      await page.getByText('هذه الصيغة لا تُقرأ.').waitFor()
      await page.getByText('هذا العنوان لا يُجلب.').waitFor()
      await page.getByText('اكتب العنوان كاملاً').waitFor()
      expect(await page.locator('main').innerText()).not.toContain('/incoming/')
      await page.reload()
      await page.getByRole('link', { name: 'late.txt' }).click()
      await page.getByText('The bridge held.').waitFor()
      const [added] = (await stage.kase.search({ query: 'bridge' })).documents.items
      expect(added?.document).toMatchObject({ path: 'late.txt', claims: 1 })
      await close()
    })

    it('an address that is none is refused with the next step', async () => {
      const { page, close } = await openPage(stage)
      await visit(page, `${stage.full.url}add`)
      await page.getByLabel('Addresses').fill('gazette.example')
      await page.getByRole('button', { name: 'Add to the case' }).click()
      expect(await page.getByRole('alert').innerText()).toMatch(/no address of a page[\s\S]*https:/)
      await close()
    })
  })
})
