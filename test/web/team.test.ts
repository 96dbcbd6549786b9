import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { build } from 'vite'
import { describe, expect, it } from 'vitest'
import { serve, teamDoor } from '../../src/api/index.js'
import { createCase } from '../../src/case/index.js'
import { testSteps } from '../case-steps.js'
import { fakeCase } from '../fake-case/fake-case.js'
import { packs } from '../fake-case/packs.js'
import { seriousFaults } from './axe.js'
import { chromiumPath, visit } from './browser.js'

describe.skipIf(!chromiumPath)('a case of a team in a browser (skipped where no Chromium is found)', () => {
  it('asks who looks, in both languages; shows an administrator who saw what; and lets one go out', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'isnad-team-web-'))
    const webRoot = join(folder, 'web')
    const configFile = fileURLToPath(new URL('../../web/vite.config.ts', import.meta.url))
    await build({ configFile, logLevel: 'error', build: { outDir: webRoot, emptyOutDir: true } })
    const stored = await createCase(join(folder, 'case'), { name: 'x', tlp: 'amber' }, { steps: testSteps() })
    const password = await stored.people.add('Huda', 'administrator')
    const kase = { ...fakeCase(), people: stored.people }
    const served = await serve(kase, packs, { port: 0, webRoot, door: teamDoor(stored.people) })
    const browser = await chromium.launch({ executablePath: chromiumPath!, args: ['--no-sandbox', '--disable-gpu'] })
    try {
      const page = await (await browser.newContext({ locale: 'en', reducedMotion: 'reduce' })).newPage()
      await visit(page, `${served.url}claims?lang=ar`)
      expect(await page.locator('h1').innerText()).toBe('الدخول')
      expect(await seriousFaults(page)).toEqual([])
      await visit(page, `${served.url}claims?lang=en`)
      expect(await page.locator('main').innerText()).not.toContain('Coast Gazette')
      await page.getByLabel('Name').fill('Huda')
      await page.getByLabel('Password').fill('not the password')
      await page.keyboard.press('Enter')
      await page.getByRole('alert').waitFor()
      expect(await page.getByRole('alert').innerText()).toBe('Name and password do not fit.')
      await page.getByLabel('Password').fill(password)
      await page.keyboard.press('Enter')
      await page.getByText('Coast Gazette').first().waitFor()
      await page.getByRole('link', { name: 'Who saw what' }).click()
      await page.getByRole('cell', { name: '/claims?limit=50' }).first().waitFor()
      expect(await seriousFaults(page)).toEqual([])
      await page.getByRole('button', { name: 'Sign out' }).click()
      await page.getByLabel('Password').waitFor()
    } finally {
      await browser.close()
      await served.close()
      await stored.close()
      rmSync(folder, { recursive: true })
    }
  }, 120_000)
})
