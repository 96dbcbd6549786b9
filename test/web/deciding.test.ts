import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seriousFaults } from './axe.js'
import { chromiumPath, openPage, visit } from './browser.js'
import { setWorkStage, type WorkStage } from './work-stage.js'

/** What an analyst decides where it stands, and takes back after the page was left: by keyboard, in both languages. */

let stage: WorkStage
const claim = async (path: string, type = 'attack') =>
  (await stage.kase.claims({ limit: 50 })).items.find((one) => one.path === path && one.type === type)!
const incidentOf = async (path: string, type = 'attack') => (await claim(path, type)).incident!
/** Where the incident of a report is looked at. */
const at = async (path: string, type = 'attack') => `${stage.full.url}incidents/${await incidentOf(path, type)}`

describe.skipIf(!chromiumPath)('deciding where it stands (skipped where no Chromium is found)', () => {
  beforeAll(async () => {
    stage = await setWorkStage()
  }, 120_000)
  afterAll(() => stage?.close())

  it('an incident is the same as another: looked for, joined with a reason, taken back after a reload', async () => {
    const { page, faults, close } = await openPage(stage)
    await visit(page, await at('near.txt'))
    const opener = page.getByRole('button', { name: 'Same as another incident …' })
    await opener.focus()
    await page.keyboard.press('Enter')
    await page.getByLabel('Your name').fill('N. Analyst')
    await page.keyboard.press('Enter')
    // Escape leads back to the button.
    await page.getByLabel('Words of its claims').waitFor()
    await page.keyboard.press('Escape')
    expect(await opener.evaluate((it: { matches(s: string): boolean }) => it.matches(':focus'))).toBe(true)
    await page.keyboard.press('Enter')
    // Before anything is typed what is near is offered, and never the incident itself.
    await page.getByText('Nearest in kind, parties and days:').waitFor()
    const choices = page.locator('.choice')
    expect((await choices.allInnerTexts()).join()).not.toContain('Hill Herald')
    await page.keyboard.type('killing رمال')
    await expect.poll(() => choices.count()).toBe(1)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await seriousFaults(page)).toEqual([])
    await page.keyboard.type('the place is given wrongly')
    await page.keyboard.press('Enter')
    await page.getByText(/^Joined: /).waitFor()
    expect((await stage.kase.incident(await incidentOf('near.txt'))).claims).toHaveLength(3)
    // The address is that of what it is now, and all is there after a reload.
    await expect.poll(() => page.url()).toContain(await incidentOf('near.txt'))
    await page.reload()
    const decided = page.getByRole('list', { name: 'What was decided' })
    const entry = decided.getByRole('listitem')
    expect(await entry.innerText()).toMatch(/One and the same[\s\S]*Hill Herald[\s\S]*N\. Analyst[\s\S]*given wrongly/)
    expect(await seriousFaults(page)).toEqual([])
    await entry.getByRole('button', { name: /^Take back/ }).click()
    await expect.poll(async () => (await stage.kase.incident(await incidentOf('near.txt'))).claims).toHaveLength(1)
    await expect.poll(() => page.getByText('Nobody has joined or parted anything here').count()).toBe(1)
    expect(faults).toEqual([])
    await close()
  })

  it('a claim belongs to another incident: parted and joined by two entries of the log, and back by one press', async () => {
    const { page, faults, close } = await openPage(stage)
    await visit(page, await at('one.txt'))
    const one = await claim('one.txt')
    const ledger = async () =>
      (await stage.kase.dyad('harbour-front', 'coast-army')).cells.map((cell) => cell.incidents.length)
    // Both asked each time: taken back, the incident of the other has another identifier too.
    const together = async () => (await incidentOf('one.txt')) === (await incidentOf('two.txt'))
    const before = await ledger()
    const own = page.locator(`[id="${one.id}"]`)
    await own.getByRole('button', { name: 'Belongs to another incident …' }).click()
    await page.getByLabel('Your name').fill('N. Analyst')
    await page.keyboard.press('Enter')
    await own.getByText('Nearest in kind').waitFor()
    await own.getByRole('button', { name: /Attack.*Sidra/ }).click()
    await own.getByRole('button', { name: 'Move the claim' }).click()
    await page.getByText('The claim was moved to another incident.').waitFor()
    expect(await incidentOf('one.txt')).toBe(await incidentOf('near.txt'))
    expect(await incidentOf('one.txt')).not.toBe(await incidentOf('two.txt'))
    // The page stays with what was left.
    await expect.poll(() => page.url()).toContain(await incidentOf('two.txt'))
    expect((await stage.kase.judgements()).slice(-2).map(({ kind }) => kind)).toEqual(['different', 'same'])
    await page.getByRole('status').getByRole('button', { name: 'Take back' }).click()
    await expect.poll(together).toBe(true)
    await expect.poll(ledger).toEqual(before)
    // By itself, found in the log of the review and taken back there, by somebody who comes later.
    await visit(page, await at('one.txt'))
    await own.getByRole('button', { name: 'Belongs to another incident …' }).click()
    await own.getByRole('button', { name: 'By itself' }).click()
    await page.keyboard.press('Enter')
    await page.getByText('stands by itself').waitFor()
    expect((await stage.kase.incident(await incidentOf('one.txt'))).claims).toEqual([one.id])
    expect(await ledger()).not.toEqual(before)
    await visit(page, `${stage.full.url}review`)
    const log = page.getByRole('list', { name: 'What was decided' }).getByRole('listitem')
    expect(await log.first().innerText()).toMatch(/^Two[\s\S]*≠/)
    expect(await log.nth(1).innerText()).toContain('Taken back by')
    await page.keyboard.press('z')
    await expect.poll(together).toBe(true)
    // A claim alone has nothing to be parted from.
    await visit(page, await at('near.txt'))
    expect(await page.getByRole('button', { name: 'Correct', exact: true }).count()).toBe(1)
    expect(await page.getByRole('button', { name: 'Belongs to another incident …' }).count()).toBe(0)
    expect(faults).toEqual([])
    await close()
  })

  it('a claim that was rejected leaves its incident, and comes back from the notice or from its document', async () => {
    const { page, close } = await openPage(stage)
    const { id, document } = await claim('two.txt')
    await visit(page, await at('two.txt'))
    await page.locator(`[id="${id}"]`).getByRole('button', { name: 'Reject' }).click()
    await page.getByLabel('Your name').fill('N. Analyst')
    await page.keyboard.press('Enter')
    await page.getByText('Stored:').waitFor()
    expect((await stage.kase.claim(id)).incident).toBeUndefined()
    await visit(page, `${stage.full.url}documents/${document}?claim=${id}`)
    await page
      .getByRole('list', { name: 'What was decided' })
      .getByRole('button', { name: /^Take back/ })
      .click()
    await expect.poll(async () => (await stage.kase.claim(id)).decision).toBeUndefined()
    await visit(page, await at('two.txt'))
    await page.locator(`[id="${id}"]`).getByRole('button', { name: 'Reject' }).click()
    await page.getByRole('status').getByRole('button', { name: 'Take back' }).click()
    await page.locator(`[id="${id}"]`).waitFor()
    expect((await stage.kase.claim(id)).decision).toBeUndefined()
    await close()
  })

  it('a name is the same as another, found in the other script, and another than one of its spellings', async () => {
    const { page, faults, close } = await openPage(stage, { lang: 'ar' })
    await visit(page, `${stage.full.url}names/valley-union`)
    await page.getByRole('button', { name: 'هو نفسه اسم آخر …' }).click()
    await page.getByLabel('اسمك').fill('محللة')
    await page.keyboard.press('Enter')
    await page.getByLabel('اسمه بأي من الخطين').fill('Coast Army')
    await page.locator('.choice').first().click()
    expect(await seriousFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'هما واحد' }).click()
    await page.getByText(/^ضُمّ: /).waitFor()
    expect((await stage.kase.entity('valley-union')).id).toBe('coast-army')
    await expect.poll(() => page.url()).toContain('names/coast-army')
    const decided = page.getByRole('list', { name: 'ما تقرر' }).getByRole('listitem')
    expect(await decided.innerText()).toMatch(/هما واحد[\s\S]*اتحاد الوادي[\s\S]*محللة/)
    // What was joined is offered first where something is parted.
    await page.getByRole('button', { name: 'ليس هو نفسه …' }).click()
    await page.locator('.choice').first().getByText('ضمّه محلّل').waitFor()
    await page.locator('.choice').first().click()
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await stage.kase.entity('valley-union')).id).toBe('valley-union')
    await page.getByRole('list', { name: 'ما تقرر' }).getByText('هما اثنان').first().waitFor()
    for (const _ of [1, 2]) {
      const count = await page.getByRole('button', { name: /^تراجع/ }).count()
      await page
        .getByRole('list', { name: 'ما تقرر' })
        .getByRole('button', { name: /^تراجع/ })
        .first()
        .click()
      await expect.poll(() => page.getByRole('button', { name: /^تراجع/ }).count()).toBeLessThan(count)
    }
    // A spelling stands for somebody else, and back.
    await visit(page, `${stage.full.url}names/harbour-front`)
    await page.getByRole('button', { name: 'ليس هو نفسه …' }).click()
    await page.locator('.choice').getByText('Harbour Front').click()
    await page.keyboard.press('Enter')
    await page.getByText(/^فُصل: /).waitFor()
    expect((await claim('one.txt')).agents[0]!.entity).not.toBe('harbour-front')
    await page.reload()
    await page
      .getByRole('list', { name: 'ما تقرر' })
      .getByRole('button', { name: /^تراجع/ })
      .click()
    await expect.poll(async () => (await claim('one.txt')).agents[0]!.entity).toBe('harbour-front')
    expect(faults).toEqual([])
    await close()
  })

  it('Escape out of a correction leads the keyboard back to where it was', async () => {
    const { page, close } = await openPage(stage)
    await visit(page, `${stage.full.url}review?kind=claim`)
    await page.getByLabel('Your name').fill('N. Analyst')
    await page.keyboard.press('Enter')
    const card = page.getByRole('region', { name: 'Claims' })
    const focused = () => page.evaluate('document.activeElement.className')
    for (const leave of ['Escape', 'Cancel']) {
      await page.keyboard.press('c')
      await page.getByRole('heading', { name: 'Correct the claim' }).waitFor()
      if (leave === 'Escape') await page.keyboard.press('Escape')
      else await page.getByRole('button', { name: 'Cancel' }).click()
      await page.getByRole('heading', { name: 'Correct the claim' }).waitFor({ state: 'detached' })
      expect(await focused()).toContain('card')
      await card.getByText('1 of').waitFor()
      await page.keyboard.press('j')
      await card.getByText('2 of').waitFor()
      await page.keyboard.press('k')
      await card.getByText('1 of').waitFor()
    }
    await visit(page, await at('one.txt'))
    const correct = page.getByRole('button', { name: 'Correct', exact: true }).first()
    await correct.click()
    await page.getByRole('heading', { name: 'Correct the claim' }).waitFor()
    await page.keyboard.press('Escape')
    expect(await correct.evaluate((it: { matches(s: string): boolean }) => it.matches(':focus'))).toBe(true)
    await close()
  })

  it('what waits is counted with every decision, and a key that has nothing to take back does nothing', async () => {
    const { page, close } = await openPage(stage)
    await visit(page, `${stage.full.url}review?kind=claim`)
    await page.getByLabel('Your name').fill('T. Counter')
    await page.keyboard.press('Enter')
    const card = page.getByRole('region', { name: 'Claims' })
    const counts = async () =>
      (await page.getByRole('navigation', { name: 'What to decide' }).locator('a span').allInnerTexts()).map(Number)
    await card.getByText('1 of').waitFor()
    const [all = 0, , ...others] = await counts()
    const claims = (await counts())[1]!
    await page.keyboard.press('a')
    await card.getByText('2 of').waitFor()
    expect(await counts()).toEqual([all - 1, claims - 1, ...others])
    await page.keyboard.press('z')
    await page.getByText('Taken back: ').first().waitFor({ state: 'attached' })
    await expect.poll(counts).toEqual([all, claims, ...others])
    const decided = (await stage.kase.decided({ limit: 50 })).items.length
    await page.keyboard.press('z')
    await expect.poll(() => page.locator('p[role=status]').first().innerText()).toBe('')
    expect((await stage.kase.decided({ limit: 50 })).items.length).toBe(decided)
    await close()
  })

  it('a second coder sees only the own decisions', async () => {
    const { page, close } = await openPage(stage)
    const one = await claim('one.txt')
    const { document, evidence, type, id } = one
    const span = { start: evidence.start, end: evidence.end }
    const made = await stage.kase.judge({
      kind: 'reject',
      target: { kind: 'claim', document, type, span, claim: id },
      by: 'First',
    })
    await visit(page, `${stage.full.url}review?again=true`)
    await page.getByLabel('Your name').fill('Second')
    await page.keyboard.press('Enter')
    await page.getByText('Second word wanted').waitFor()
    expect(await page.getByRole('list', { name: 'What was decided' }).count()).toBe(0)
    expect(await page.locator('main').innerText()).not.toMatch(/Rejected|First/)
    await stage.kase.takeBack(made.id, 'First')
    await close()
  })

  it('what no screen can do is said with its command, all else by what the screen offers', async () => {
    const { page, close } = await openPage(stage)
    await visit(page, `${stage.full.url}incidents/i-nowhere`)
    expect(await page.getByRole('alert').innerText()).toMatch(/Search for it/)
    expect(await page.getByRole('alert').innerText()).not.toMatch(/isnad |--/)
    await visit(page, `${stage.full.url}names/nobody`)
    expect(await page.getByRole('alert').innerText()).not.toMatch(/isnad |--/)
    await close()
  })
})
