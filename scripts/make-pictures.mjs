// node scripts/make-pictures.mjs [NAME…]: makes docs/pictures anew from the bundled samples, with the Chromium of this
// machine, so that the pictures in README.md and docs/tour.md show what the program shows today. With names, only those.
import { spawn } from 'node:child_process'
import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { build } from './build.mjs'
import { findChromium } from './find-tools.mjs'
import { install } from './install.mjs'
import { root } from './run.mjs'

const FOLDER = join(root, 'docs/pictures')
/** A README that loads slowly is not read. */
const LARGEST = 250_000

/** Starts the program on its samples; gives its address once it is served. */
function serveSamples() {
  const program = spawn(process.execPath, [join(root, 'dist/cli/main.js'), 'start', '--port', '0'], { cwd: root })
  program.stderr.pipe(process.stderr)
  return new Promise((resolve, reject) => {
    let said = ''
    program.stdout.on('data', (text) => {
      said += text
      const address = /Open (http:\S+)/.exec(said)?.[1]
      if (address) resolve({ address, end: () => program.kill('SIGINT') })
    })
    program.on('exit', (code) => reject(new Error(`isnad start ended with ${code}`)))
  })
}

async function json(address, path) {
  const token = new URL(address).searchParams.get('token')
  const response = await fetch(new URL(path, address), { headers: { authorization: `Bearer ${token}` } })
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return response.json()
}

/** The views of the pictures: chosen by what the case holds today, never by an id that a new reading changes. */
async function views(address) {
  const { items: incidents } = await json(address, 'api/incidents?limit=200')
  const { items: claims } = await json(address, 'api/claims?actor=houthis&limit=200')
  // What the page is for: several reports of one origin beside another origin, between few parties.
  const worth = ({ independence: { groups }, parties }) =>
    Math.max(0, ...groups.map((one) => one.claims.length)) +
    (groups.length > 1 ? 3 : 0) -
    Math.max(0, parties.length - 3)
  const told = incidents.reduce((best, one) => (worth(one) > worth(best) ? one : best))
  const filled = (claim) => claim.agents.length && claim.counterparts.length && claim.chain.length
  const inScript = (script) => {
    const found = claims.filter((claim) => script.test(claim.evidence.text) && filled(claim))
    return found.find(({ type }) => type === 'arms-transfer') ?? found[0]
  }
  const reader = (claim) => `documents/${encodeURIComponent(claim.document)}?claim=${encodeURIComponent(claim.id)}`
  return [
    { name: 'relationship-en', lang: 'en', path: 'relationships/houthis/aqap' },
    { name: 'relationship-ar', lang: 'ar', path: 'relationships/houthis/aqap' },
    { name: 'incident-en', lang: 'en', path: `incidents/${told.id}` },
    { name: 'reader-en', lang: 'en', path: reader(inScript(/^\P{Script=Arabic}+$/u)) },
    { name: 'reader-ar', lang: 'ar', path: reader(inScript(/\p{Script=Arabic}/u)) },
  ]
}

/** Every view of the tour, by the name of its picture. */
function tour(readme) {
  const incident = readme.find(({ name }) => name === 'incident-en').path
  const document = readme.find(({ name }) => name === 'reader-ar').path
  const places = {
    case: '',
    relationship: 'relationships/houthis/aqap',
    incidents: 'incidents',
    timeline: 'incidents?view=timeline',
    map: 'incidents?view=map',
    incident,
    network: 'network',
    sources: 'sources',
    document,
    entity: 'names/aqap',
    review: 'review',
    report: 'report',
    search: 'search?q=al-qaeda',
    add: 'add',
  }
  return Object.entries(places).flatMap(([name, path]) => [
    { name: `tour/${name}-en`, lang: 'en', path, format: 'webp' },
    { name: `tour/${name}-ar`, lang: 'ar', path, colours: 'dark', format: 'webp' },
  ])
}

async function takePicture(browser, address, { name, lang, path, colours = 'light', format = 'png' }) {
  const context = await browser.newContext({
    viewport: { width: 1180, height: 760 },
    locale: lang,
    colorScheme: colours,
    reducedMotion: 'reduce',
  })
  await context.request.get(address)
  const page = await context.newPage()
  await page.goto(new URL(path, address).href)
  await page.locator('main h1').first().waitFor()
  // By polling: the page's own policy forbids the evaluated strings of a wait inside it.
  while (await page.locator('main .waiting, main [aria-busy=true]').count()) await page.waitForTimeout(100)
  await page.evaluate('document.fonts.ready')
  // A map draws after it has loaded. A reader scrolls to its claim, and the picture begins at the head of the page.
  await page.waitForTimeout(1500)
  await page.evaluate('scrollTo(0, 0)')
  const file = join(FOLDER, `${name}.${format}`)
  const session = await context.newCDPSession(page)
  const { data } = await session.send('Page.captureScreenshot', {
    format,
    ...(format === 'webp' ? { quality: 82 } : {}),
  })
  writeFileSync(file, Buffer.from(data, 'base64'))
  await context.close()
  const size = statSync(file).size
  console.log(`${name}.${format} ${Math.round(size / 1000)} kB`)
  if (size > LARGEST) throw new Error(`${name}.${format} is larger than ${LARGEST / 1000} kB`)
}

install()
build()
const executablePath = findChromium()
if (!executablePath) throw new Error('no Chromium found: install chromium, or set ISNAD_CHROMIUM to its path')
mkdirSync(join(FOLDER, 'tour'), { recursive: true })
const asked = process.argv.slice(2)
const served = await serveSamples()
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
try {
  const readme = await views(served.address)
  for (const view of [...readme, ...tour(readme)])
    if (asked.length === 0 || asked.some((name) => view.name.includes(name)))
      await takePicture(browser, served.address, view)
} finally {
  await browser.close()
  served.end()
}
