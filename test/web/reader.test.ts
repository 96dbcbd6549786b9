import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findWords, roughSentences, trimmed, wholeWords } from '../../web/src/reader/selected.js'
import { documents } from '../fake-case/documents.js'
import { seriousFaults } from './axe.js'
import { chromiumPath, openPage, type Stage, setStage, visit } from './browser.js'

describe('words of a document', () => {
  const text = 'The Front met the Guard. Later the Front left.'
  it.each([
    ['the Front', undefined, 31],
    ['Front', { start: 25, end: 46, text: text.slice(25) }, 35],
    ['Front', undefined, 4],
    ['the Fronts', undefined, undefined],
    [' ', undefined, undefined],
  ] as const)('%j are found where they stand, inside the sentence first', (words, within, start) => {
    expect(findWords(text, words, within)?.start).toBe(start)
  })
  it('are taken without the spaces round them', () => {
    expect(trimmed(text, 24, 30)).toEqual({ start: 25, end: 30, text: 'Later' })
    expect(trimmed(text, 24, 25)).toBeUndefined()
    expect(wholeWords(text, { start: 26, end: 28 }).text).toBe('Later')
    expect(wholeWords('على مقربة، ثم', { start: 2, end: 6 }).text).toBe('على مقربة')
  })
  it('are walked through sentence by sentence, with their places', () => {
    expect(roughSentences(text, 'en').map(({ start, text }) => [start, text])).toEqual([
      [0, 'The Front met the Guard.'],
      [25, 'Later the Front left.'],
    ])
  })
})

const reader = (key: keyof typeof documents) => `documents/${encodeURIComponent(documents[key].id)}`
let stage: Stage
describe.skipIf(!chromiumPath)('the reader in a browser (skipped where no Chromium is found)', () => {
  beforeAll(async () => {
    stage = await setStage()
  }, 240_000)
  afterAll(() => stage?.close())

  it.each([
    ['en', 'dark', 'clash'],
    ['ar', 'light', 'freedArabic'],
  ] as const)('history and form show without a fault (%s, %s)', async (lang, colorScheme, key) => {
    const { page, faults, close } = await openPage(stage, { lang, colorScheme })
    await visit(page, `${stage.full.url}${reader(key)}?history=open`)
    await page.locator('.history code').first().waitFor()
    expect(await page.locator('.history code').first().innerText()).toBe(documents[key].id.replace('sha256:', ''))
    await page.keyboard.press('a')
    await page.locator('form h2').waitFor()
    expect(await seriousFaults(page)).toEqual([])
    expect(faults).toEqual([])
    await close()
  })

  it('versions are told with what came and what went', async () => {
    const { page, close } = await openPage(stage)
    await visit(page, stage.full.url + reader('clash'))
    await page.getByText('Custody, versions').click()
    const edited = page.locator('.history .edited')
    expect(await edited.locator('del').innerText()).toBe('Four')
    expect(await edited.locator('ins').innerText()).toBe('Five')
    expect(await edited.innerText()).toContain('were killed.')
    expect(await page.getByRole('link', { name: 'Version 2' }).getAttribute('href')).toContain('documents/')
    await close()
  })

  it('what is marked stands in the address', async () => {
    const { page, close } = await openPage(stage)
    await visit(page, `${stage.full.url}${reader('clash')}?parts=off&others=on`)
    const [parts, others] = [page.getByLabel('Label the parts'), page.getByLabel('Mark all claims')]
    expect([await parts.isChecked(), await others.isChecked()]).toEqual([false, true])
    await parts.check()
    await others.uncheck()
    expect(new URL(page.url()).search).toBe('')
    await page.getByText('Custody, versions').click()
    await page.waitForURL(/history=open/)
    await close()
  })

  it('a claim is added by hand from the words of the document, by keyboard alone, and is marked so', async () => {
    const { page, faults, close } = await openPage(stage)
    await visit(page, stage.full.url + reader('clash'))
    const before = await page.locator('aside ol > li').count()
    await page.keyboard.press('a')
    await page.keyboard.press('s')
    const sentence = await page.locator('form blockquote').innerText()
    expect(documents.clash.text).toContain(sentence)
    expect(await page.locator('mark.made').first().innerText()).toContain(sentence.slice(0, 12))
    await page.locator('form select').first().selectOption('armed-clash')
    await page.getByLabel('who acts', { exact: true }).fill('Nobody of this name')
    await page.keyboard.press('Enter')
    await page.getByText('do not stand in the document').waitFor()
    const word = sentence.split(' ')[0]!
    await page.getByLabel('who acts', { exact: true }).fill(word)
    await page.keyboard.press('Enter')
    await page.locator('form .chip').getByText(word).waitFor()
    await page.getByLabel('Your name').fill('R. Reader')
    await page.getByRole('button', { name: 'Add the claim' }).click()
    await page.getByText('added by hand').first().waitFor()
    await page.locator('aside ol > li').nth(before).waitFor()
    expect(await page.locator('aside ol > li').count()).toBe(before + 1)
    const log = await page.request.get(`${stage.full.url}api/judgements`)
    const { items } = (await log.json()) as { items: { kind: string; by: string; claim: { evidence: object } }[] }
    const { start } = { start: documents.clash.text.indexOf(sentence) }
    expect(items.at(-1)).toMatchObject({
      kind: 'add',
      by: 'R. Reader',
      claim: { evidence: { start, end: start + sentence.length, text: sentence } },
    })
    expect(faults).toEqual([])
    await close()
  })

  it('words selected with the pointer are taken with their places, labels left out', async () => {
    const { page, close } = await openPage(stage)
    await visit(page, stage.full.url + reader('freed'))
    await page.keyboard.press('j')
    await page.locator('.tag, rt').first().waitFor()
    // From the middle of one paragraph into its end, across labels.
    const words = await page.evaluate<string>(`(() => {
      const p = document.querySelectorAll('.text p')[0]
      const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT)
      const nodes = []
      for (let n = walker.nextNode(); n; n = walker.nextNode()) if (!n.parentElement.closest('.tag, rt')) nodes.push(n)
      const range = document.createRange()
      range.setStart(nodes[0], 0)
      range.setEnd(nodes.at(-1), nodes.at(-1).length)
      getSelection().removeAllRanges()
      getSelection().addRange(range)
      return nodes.map((n) => n.textContent).join('').trim()
    })()`)
    await page.getByRole('button', { name: 'Add a claim by hand' }).click()
    expect(await page.locator('form blockquote').innerText()).toBe(words)
    expect(documents.freed.text).toContain(words)
    await close()
  })
})
