// npm run bench -- views: how long each of the twelve views takes in a Chromium until it can be used: its heading is there and
// nothing is being read any more. Columns, in milliseconds:
// - first: from the moment at which its address is entered, over a made-up case that was opened a moment ago, by a browser that
//   has nothing of it yet; of that, what the processor did for the answers (this process) and for the page (its main thread);
// - again: the same address entered once more, so that the whole page is loaded again;
// - by a link: from a click on a link to it on the page of another view (`add`), as whoever works in the case goes to and fro;
//   the page has been there before.
// All but the processor's columns are by the clock.
// Options: --claims N (20000), --case DIR (kept there, and used again), --only TEXT (the views whose address holds it).
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core'
import type { Served } from '../src/api/index.js'
import { numberOption, textOption } from './timing.js'
import { withMadeUpCase } from './with-made-up-case.js'

const { findChromium } = await import(new URL('../scripts/find-tools.mjs', import.meta.url).href)
const webRoot = fileURLToPath(new URL('../dist/web', import.meta.url))
const PATIENCE = 60_000
/** Milliseconds in which nothing happens any more in a page that is at rest. */
const QUIET = 300
/** Milliseconds that a browser takes for its own start. */
const STARTING = 5000

/** The twelve views, and the forms of them that ask for more. */
async function addresses(served: Served, context: BrowserContext): Promise<string[]> {
  await context.request.get(served.opening)
  const first = async (path: string): Promise<Record<string, string>> =>
    (await (await context.request.get(`${served.url}api${path}?limit=1`)).json()).items[0]
  const [dyad, incident, claim] = [await first('/dyads'), await first('/incidents'), await first('/claims')]
  const pair = `relationships/${dyad.a}/${dyad.b}`
  return [
    ...['', 'relationships', 'relationships?leaveOutlet=outlet-9', pair, `${pair}?leaveOutlet=outlet-9`],
    ...['incidents', `incidents/${incident.id}`, 'network', 'network?from=2015-03-01&to=2015-06-30', 'sources'],
    ...[`documents/${encodeURIComponent(claim.document!)}`, 'documents', 'claims', 'names', `names/${dyad.a}`],
    ...['review', 'review?kind=incidents', 'report', `search?q=${dyad.a}`, 'add'],
  ]
}

/**
 * Notes in the page when it came to rest: the last moment at which it was drawn with nothing being read any more, from when its
 * address was entered or a link was followed.
 */
const NOTE_REST = `
  let busy = true
  let began = 0
  window.rest = () => (busy ? null : window.rested)
  window.follow = (href) => {
    const link = document.body.appendChild(Object.assign(document.createElement('a'), { href }))
    busy = true
    window.rested = null
    began = performance.now()
    link.click()
    link.remove()
  }
  new MutationObserver(() => {
    const was = busy
    busy = !document.querySelector('main h1') || document.querySelector('main .waiting, main [aria-busy=true]') !== null
    if (was && !busy) requestAnimationFrame(() => setTimeout(() => { window.rested = performance.now() - began }))
  }).observe(document, { subtree: true, childList: true, attributes: true })`

/** Milliseconds until the page at this address can be used. */
async function visit(page: Page, address: string): Promise<number> {
  await page.goto(address)
  await page.waitForLoadState('networkidle')
  return rested(page, address)
}

/** The same from a click on a link to it. */
async function follow(page: Page, address: string): Promise<number> {
  await page.evaluate(`window.follow(${JSON.stringify(address)})`)
  return rested(page, address)
}

/** Waits until the page has been at rest for a while; gives the moment at which it came to it. */
async function rested(page: Page, address: string): Promise<number> {
  let before: number | null | undefined
  for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
    await page.waitForTimeout(QUIET)
    const now = await page.evaluate<number | null | undefined>('window.rest()')
    if (typeof now === 'number' && now === before) return now
    before = now
  }
  throw new Error(`${address} is not there after ${PATIENCE / 1000} seconds`)
}

/** Seconds of the processor that a page took up to now. */
async function taken(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  // Of the thread, not of the clock: so it was asked for.
  return metrics.find(({ name }) => name === 'TaskDuration')!.value
}

async function measure(browser: Browser, served: Served, address: string): Promise<string> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' })
  await context.request.get(served.opening)
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE)
  await page.addInitScript({ content: NOTE_REST })
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const before = process.cpuUsage()
  const first = await visit(page, served.url + address)
  const { user, system } = process.cpuUsage(before)
  const own = (await taken(session)) * 1000
  const again = await visit(page, served.url + address)
  await follow(page, '/add')
  const byLink = await follow(page, `/${address}`)
  await context.close()
  const ms = (value: number) => value.toFixed(0)
  return `| /${address} | ${ms(first)} | ${ms((user + system) / 1000)} | ${ms(own)} | ${ms(again)} | ${ms(byLink)} |`
}

export default async function bench(options: readonly string[]): Promise<void> {
  const claims = numberOption(options, '--claims', 20_000)
  const executablePath: string | undefined = findChromium()
  if (!executablePath) return console.log('No Chromium is found. Next: set ISNAD_CHROMIUM to the path of one.')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    await withMadeUpCase(claims, textOption(options, '--case'), webRoot, async (withServer) => {
      const context = await browser.newContext()
      const all = await withServer((served) => addresses(served, context))
      // A browser is busy with itself at first, and so is its first page.
      const page = await context.newPage()
      await page.waitForTimeout(STARTING)
      await context.close()
      console.log(
        `${claims} claims\n\n| view | first, ms | of it answers, processor | the page, processor | again, ms | by a link, ms |\n|---|---|---|---|---|---|`,
      )
      for (const address of all.filter((one) => one.includes(textOption(options, '--only') ?? '')))
        console.log(await withServer((served) => measure(browser, served, address)))
    })
  } finally {
    await browser.close()
  }
}
