// npm run bench -- views: how long each of the twelve views takes in a Chromium until it can be used (its heading is there and
// nothing is being read any more), from the moment at which its address is entered: over a made-up case that was opened a
// moment ago, and once more after that. Beside it, of the first visit, what the processor did for the answers and for the page.
// Options: --claims N (20000), --case DIR (kept there, and used again), --only TEXT (the views whose address holds it).
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core'
import type { Served } from '../src/api/index.js'
import { numberOption, textOption } from './timing.js'
import { withMadeUpCase } from './with-made-up-case.js'

const { findChromium } = await import(new URL('../scripts/find-tools.mjs', import.meta.url).href)
const webRoot = fileURLToPath(new URL('../dist/web', import.meta.url))
const PATIENCE = 60_000

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
    ...['review', 'review?kind=incidents', 'reports', `search?q=${dyad.a}`, 'add'],
  ]
}

/** Notes in the page when it came to rest: the last moment at which it was drawn with nothing being read any more. */
const NOTE_REST = `
  let busy = true
  window.rest = () => (busy ? null : window.rested)
  new MutationObserver(() => {
    const was = busy
    busy = !document.querySelector('main h1') || document.querySelector('main .waiting, main [aria-busy=true]') !== null
    if (was && !busy) requestAnimationFrame(() => setTimeout(() => { window.rested = performance.now() }))
  }).observe(document, { subtree: true, childList: true, attributes: true })`

/** Milliseconds until the page at this address can be used. */
async function visit(page: Page, address: string): Promise<number> {
  await page.goto(address)
  for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
    await page.waitForLoadState('networkidle')
    const rested = await page.evaluate<number | null | undefined>('window.rest()')
    if (typeof rested === 'number') return rested
  }
  throw new Error(`${address} is not there after ${PATIENCE / 1000} seconds`)
}

/** Seconds of the processor that a page took up to now. */
async function taken(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration')!.value
}

async function measure(browser: Browser, served: Served, address: string): Promise<string> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' })
  await context.request.get(served.opening)
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE)
  await page.addInitScript({ content: NOTE_REST })
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable')
  const before = process.cpuUsage()
  const first = await visit(page, served.url + address)
  const { user, system } = process.cpuUsage(before)
  const own = (await taken(session)) * 1000
  const again = await visit(page, served.url + address)
  await context.close()
  const ms = (value: number) => value.toFixed(0)
  return `| /${address} | ${ms(first)} | ${ms((user + system) / 1000)} | ${ms(own)} | ${ms(again)} |`
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
      await context.close()
      console.log(
        `${claims} claims\n\n| view | first, ms | of it answers, processor | the page, processor | again, ms |\n|---|---|---|---|---|`,
      )
      for (const address of all.filter((one) => one.includes(textOption(options, '--only') ?? '')))
        console.log(await withServer((served) => measure(browser, served, address)))
    })
  } finally {
    await browser.close()
  }
}
