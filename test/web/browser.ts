import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { expect } from 'vitest'
import { type Served, serve } from '../../src/api/index.js'
import { fakeCase } from '../fake-case/fake-case.js'
import { packs } from '../fake-case/packs.js'

// The scripts are plain JavaScript without types.
const { findChromium } = await import(new URL('../../scripts/find-tools.mjs', import.meta.url).href)
const { filesUnder } = await import(new URL('../../scripts/build.mjs', import.meta.url).href)

/** Path of a Chromium on this machine; undefined where there is none, and the browser tests are then skipped. */
export const chromiumPath: string | undefined = findChromium()

/** The screens of today's sources, served over a full and an empty case, and a browser to look at them. */
export interface Browsing {
  browser: Browser
  full: Served
  empty: Served
  close(): Promise<void>
}
export type Stage = Browsing

/** The screens over the invented case. */
export function setStage(): Promise<Stage> {
  return browse(
    (webRoot) => serve(fakeCase(), packs, { port: 0, webRoot }),
    (webRoot) => serve(fakeCase({ empty: true }), packs, { port: 0, webRoot }),
  )
}

type ServeScreens = (webRoot: string) => Promise<Served>

/**
 * The screens of today's sources. The folder is named by what they are built from, so that a test never looks at
 * yesterday's build, and several test files build them once.
 */
async function builtScreens(): Promise<string> {
  const root = fileURLToPath(new URL('../../', import.meta.url))
  const hash = createHash('sha256')
  for (const path of [...filesUnder('web'), ...filesUnder('src/model'), 'package-lock.json'])
    hash.update(path).update(readFileSync(join(root, path)))
  const folder = join(tmpdir(), 'isnad-screens')
  const built = join(folder, hash.digest('hex').slice(0, 16))
  if (existsSync(built)) return built
  mkdirSync(folder, { recursive: true })
  const making = `${built}-${process.pid}`
  const configFile = join(root, 'web/vite.config.ts')
  await build({ configFile, logLevel: 'error', build: { outDir: making, emptyOutDir: true } })
  // Two workers may have built the same; the first one's stays.
  if (existsSync(built)) rmSync(making, { recursive: true })
  else renameSync(making, built)
  return built
}

/** Serves today's screens over two cases, and opens a browser to look at them. */
export async function browse(serveFull: ServeScreens, serveEmpty: ServeScreens): Promise<Browsing> {
  const webRoot = await builtScreens()
  const full = await serveFull(webRoot)
  const empty = await serveEmpty(webRoot)
  const browser = await chromium.launch({
    executablePath: chromiumPath!,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  })
  return {
    browser,
    full,
    empty,
    async close() {
      await browser.close()
      await Promise.all([full.close(), empty.close()])
    },
  }
}

/** A page that remembers everything it should not have done. */
export interface Watched {
  page: Page
  /** Console errors, uncaught errors, and requests to anywhere but the server. */
  faults: string[]
  close(): Promise<void>
}

export async function openPage(
  stage: Stage,
  options: { lang?: 'en' | 'ar'; colorScheme?: 'light' | 'dark'; width?: number } = {},
): Promise<Watched> {
  const { lang = 'en', colorScheme = 'light', width = 1280 } = options
  const context = await stage.browser.newContext({
    viewport: { width, height: 900 },
    locale: lang,
    colorScheme,
    reducedMotion: 'reduce',
  })
  // What opening the printed address does in a browser.
  for (const { opening } of [stage.full, stage.empty]) await context.request.get(opening)
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  const faults: string[] = []
  page.on('console', (message) => {
    // A driver that draws without a graphics card says that it is slow; that is no fault of the page.
    const driver = message.text().includes('GL Driver Message')
    if (!driver && ['error', 'warning'].includes(message.type())) faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('request', (request) => {
    if (![stage.full.url, stage.empty.url].some((own) => request.url().startsWith(own))) faults.push(request.url())
  })
  return { page, faults, close: () => context.close() }
}

/** Goes to an address and waits until nothing is being read any more. */
export async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.locator('main h1, main [role="alert"]').first().waitFor()
  // Asked from here: the page's own policy lets no string be run in it, however often a test would like to look.
  const waiting = page.locator('main .waiting, main [aria-busy=true]')
  await expect.poll(() => waiting.count(), { timeout: 15_000 }).toBe(0)
}
