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
import { documents } from '../fake-case/documents.js'
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
    const target = { kind: 'pair' as const, of: 'incident' as const, a: 'i-freed', b: 'i-clash' }
    await kase.judge({ kind: 'different', target, by: 'Huda' })
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
      await page.getByRole('link', { name: 'People', exact: true }).click()
      await page.getByLabel('Name', { exact: true }).fill('Nour')
      await page.locator('form select').selectOption('viewer')
      await page.getByRole('button', { name: 'Let in' }).click()
      const made = await page.locator('code').innerText()
      // Whoever may not look is told so before anything is asked.
      const other = await (await browser.newContext({ locale: 'en', reducedMotion: 'reduce' })).newPage()
      const refused: string[] = []
      other.on('response', (answer) => answer.status() === 403 && refused.push(answer.url()))
      await visit(other, `${served.url}claims`)
      await other.getByLabel('Name').fill('Nour')
      await other.getByLabel('Password').fill(made)
      await other.keyboard.press('Enter')
      await other.getByText('Coast Gazette').first().waitFor()
      for (const view of ['people', 'audit', 'review', 'add']) await visit(other, served.url + view)
      expect(refused).toEqual([])
      await page.getByLabel('Role: Nour').selectOption('analyst')
      await page.getByLabel('Role: Nour').selectOption('viewer')
      await page.getByRole('button', { name: /^Shut out.*Nour/ }).click()
      await page.getByRole('button', { name: /^Let in again.*Nour/ }).click()
      await page.getByRole('button', { name: /^Shut out.*Nour/ }).waitFor()
      expect(await page.getByRole('button', { name: /^Shut out.*Huda/ }).count()).toBe(0)
      expect(await seriousFaults(page)).toEqual([])
      await page.getByRole('link', { name: 'Who saw what' }).click()
      await page.getByRole('cell', { name: '/people/Nour/role/viewer' }).first().waitFor()
      await page.getByRole('cell', { name: '/claims?limit=50' }).first().waitFor()
      expect(await seriousFaults(page)).toEqual([])
      await page.getByRole('banner').getByRole('link', { name: 'Huda' }).click()
      await page.getByLabel('What for').fill('nightly export')
      await page.getByRole('button', { name: 'Make a token' }).click()
      const token = await page.locator('code').innerText()
      expect((await stored.people.whose(token))?.name).toBe('Huda')
      expect(await seriousFaults(page)).toEqual([])
      await page.getByRole('button', { name: /^Take away.*nightly export/ }).click()
      await page.getByText('No token holds now.').waitFor()
      await page.getByLabel('The old one').fill('not the old one')
      await page.getByLabel('The new one').fill('four words and a half')
      await page.getByRole('button', { name: 'Change it' }).click()
      await page.getByText('The old password does not fit.').waitFor()
      await page.getByRole('button', { name: 'Sign out' }).click()

      // A viewer is offered nothing that would be refused.
      await page.getByLabel('Name', { exact: true }).fill('Nour')
      await page.getByLabel('Password').fill(made)
      await page.keyboard.press('Enter')
      await page.getByRole('link', { name: 'Nour' }).waitFor()
      await page.getByRole('navigation').getByRole('link', { name: 'Work' }).click()
      await page.getByRole('heading', { name: 'Reports' }).waitFor()
      const nav = await page.getByRole('navigation').first().innerText()
      expect(['Review', 'Add', 'People'].filter((word) => nav.includes(word))).toEqual([])
      expect(await page.getByRole('button', { name: /Begin|Remove/ }).count()).toBe(0)
      for (const path of ['review', 'add', 'people', 'audit']) {
        await visit(page, served.url + path)
        expect(await page.locator('h1').innerText()).toBe('This is not for your role.')
      }
      for (const path of [
        'incidents/i-freed',
        'names/harbour-front',
        `documents/${encodeURIComponent(documents.clash.id)}`,
      ]) {
        await visit(page, served.url + path)
        if (!path.startsWith('doc')) await page.getByRole('list', { name: 'What was decided' }).waitFor()
        expect(
          await page
            .getByRole('button', { name: /^(Accept|Reject|Correct|Add a claim|Take back|Same as|Not the|Belongs)/ })
            .count(),
        ).toBe(0)
      }
      // By keys from anywhere; not to where he may not go.
      await page.keyboard.press('g')
      await page.keyboard.press('i')
      await page.getByRole('heading', { name: 'Incidents', level: 1 }).waitFor()
      await page.keyboard.press('g')
      await page.keyboard.press('v')
      expect(new URL(page.url()).pathname).toBe('/incidents')
    } finally {
      await browser.close()
      await served.close()
      await stored.close()
      rmSync(folder, { recursive: true })
    }
  }, 120_000)
})
