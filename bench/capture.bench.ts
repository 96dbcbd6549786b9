import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { capture } from '../src/capture/index.js'
import { docxOf, epubOf, pdfOf, zipOf } from '../src/capture/testing.js'
import { captureKnowledge, createCase, defaultSteps } from '../src/case/index.js'
import { loadPacks, type Packs } from '../src/packs/index.js'
import { LAYOUTS } from '../test/arabic-pages/layouts.js'
import { REPORTS } from '../test/arabic-pages/reports.js'
import { furnished } from './page-furniture.js'

/**
 * Speed of capture: files a second of each format; the whole way from HTML to stored claims beside Readability over
 * linkedom alone, in this run; memory over many files. Options (environment): ISNAD_BENCH_FILES, files of each format
 * (default 120); ISNAD_BENCH_MANY, files of the memory run (default 3,000; the whole is 100,000); ISNAD_BENCH_PAGES, a folder
 * of HTML pages (gzip or not) to go the whole way with as well: made-up pages are full of claims and copies of one another.
 */
const FILES = Number(process.env.ISNAD_BENCH_FILES ?? 120)
const MANY = Number(process.env.ISNAD_BENCH_MANY ?? 3_000)

const layouts = Object.values(LAYOUTS)
/** Pages that are all different, as long and as heavy as news pages are: a report with others' paragraphs after it. */
function page(n: number): string {
  const report = REPORTS[n % REPORTS.length]!
  const more = REPORTS[(n + 3) % REPORTS.length]!
  const paragraphs = [
    `التقرير رقم ${n} من رمال. ${report.paragraphs[0]}`,
    ...report.paragraphs.slice(1),
    ...more.paragraphs,
  ]
  return furnished(layouts[n % layouts.length]!({ ...report, paragraphs }, n), n)
}
const text = (n: number) => `Report ${n}.\n${REPORTS[n % REPORTS.length]!.paragraphs.join('\n')}`
const lines = (n: number) =>
  Array.from({ length: 40 }, (_, i) => ({
    x: 50,
    y: 780 - i * 14,
    text: `Line ${i} of report ${n} tells what was seen that day.`,
  }))

const FORMATS: Record<string, (n: number) => string | Buffer | Promise<Buffer>> = {
  html: page,
  text,
  markdown: (n) => `# Report ${n}\n\n${text(n)}\n\n[a](https://a.example) [b](https://b.example)`,
  pdf: (n) => pdfOf([lines(n), lines(n + 1)]),
  docx: (n) => docxOf(text(n).split('\n')),
  epub: (n) => epubOf([`<p>${text(n)}</p>`]),
  mail: (n) => `From: a@b.example\nTo: c@d.example\nSubject: ${n}\nDate: Sun, 11 Feb 2024 09:00:00 +0300\n\n${text(n)}`,
  zip: async (n) => zipOf({ 'a.txt': text(n), 'b.html': page(n) }),
}

const seconds = (began: number) => (performance.now() - began) / 1000
const row = (name: string, files: number, took: number) =>
  console.log(`${name.padEnd(34)}${String(files).padStart(8)} files${(files / took).toFixed(0).padStart(8)} a second`)

/** Prints the table. */
export default async function captureBench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'isnad-bench-'))
  const packs = loadPacks()
  const knowledge = captureKnowledge(packs)
  try {
    for await (const _ of capture([await written(folder, 'warm', 0, page(0))], { knowledge }));
    for (const [name, make] of Object.entries(FORMATS)) {
      const paths: string[] = []
      for (let n = 0; n < FILES; n++) paths.push(await written(folder, name, n, await make(n)))
      const began = performance.now()
      let documents = 0
      for await (const one of capture(paths, { knowledge })) documents += one.ok && 'document' in one ? 1 : 0
      row(name, FILES, seconds(began))
      if (documents < FILES) console.log(`  only ${documents} of ${FILES} gave a document`)
    }
    const madeUp = (n: number) => page(n + 10_000)
    await wholeWay(
      folder,
      packs,
      'made up',
      Array.from({ length: FILES }, (_, n) => madeUp(n)),
    )
    if (process.env.ISNAD_BENCH_PAGES) await wholeWay(folder, packs, 'given', pagesIn(process.env.ISNAD_BENCH_PAGES))
    await memory(folder, knowledge)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function written(folder: string, kind: string, n: number, content: string | Buffer): Promise<string> {
  const path = join(folder, `${kind}-${n}`)
  await writeFile(path, content)
  return path
}

/** The files right in a folder, as text; those packed with gzip unpacked. */
function pagesIn(folder: string): string[] {
  const files = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isFile())
  if (files.length === 0) throw new Error(`no files in "${folder}": give the folder that holds the pages themselves`)
  return files.map(({ name }) => {
    const bytes = readFileSync(join(folder, name))
    return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8')
  })
}

/** Rounds of the same pages; the first is cold, and of the last three the best counts as warm. */
const ROUNDS = 6

/**
 * The rival takes the article out and stops there; ours goes on to claims on the disk. Each round of ours has a case of its
 * own. The program is met cold by whoever adds a folder of a few dozen pages, and warm from some hundreds on.
 */
async function wholeWay(folder: string, packs: Packs, kind: string, pages: readonly string[]): Promise<void> {
  const steps = defaultSteps(packs)
  const alone: Taken[] = []
  const whole: Taken[] = []
  let stored = 0
  for (let round = 0; round < ROUNDS; round++) {
    alone.push(
      await taking(() => {
        for (const html of pages) rival(html)
      }),
    )
    const paths: string[] = []
    for (const [n, html] of pages.entries()) paths.push(await written(folder, `whole-${kind}-${round}`, n, html))
    const location = join(folder, `case-${kind}-${round}`)
    const kase = await createCase(location, { name: 'bench', tlp: 'clear' }, { steps })
    whole.push(
      await taking(async () => {
        const { added, unchanged } = await kase.add(paths)
        stored = added.length + unchanged.length
      }),
    )
    await kase.close()
  }
  const warm = (taken: readonly Taken[]): Taken => ({
    clock: Math.min(...taken.slice(-3).map(({ clock }) => clock)),
    processor: Math.min(...taken.slice(-3).map(({ processor }) => processor)),
  })
  for (const [state, ours, theirs] of [
    ['cold', whole[0]!, alone[0]!],
    ['warm', warm(whole), warm(alone)],
  ] as const) {
    row(`Readability, ${kind}, ${state}`, pages.length, theirs.clock)
    row(`to stored claims, ${kind}, ${state}`, stored, ours.clock)
    const [clock, processor] = [theirs.clock / ours.clock, theirs.processor / ours.processor]
    console.log(
      `  ${clock.toFixed(2)} by the clock, ${processor.toFixed(2)} by the processor of the rate of Readability on linkedom alone (wanted: 0.40)`,
    )
  }
}

/** Seconds by the clock, and of the processor in all threads. */
interface Taken {
  clock: number
  processor: number
}

async function taking(work: () => void | Promise<void>): Promise<Taken> {
  const [began, before] = [performance.now(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(before)
  return { clock: seconds(began), processor: (user + system) / 1e6 }
}

function rival(html: string): number {
  const { document } = parseHTML(html)
  try {
    const article = new Readability(document as unknown as ConstructorParameters<typeof Readability>[0]).parse()
    return article?.textContent?.length ?? 0
  } catch {
    // It gives up on some pages.
    return 0
  }
}

/** Resident memory as files go by: the same few are captured again and again, each a file of its own. */
async function memory(folder: string, knowledge: ReturnType<typeof captureKnowledge>): Promise<void> {
  const paths: string[] = []
  for (let n = 0; n < 100; n++) paths.push(await written(folder, 'many', n, page(n + 50_000)))
  const marks: number[] = []
  const began = performance.now()
  for (let done = 0; done < MANY; done += paths.length) {
    for await (const _ of capture(paths, { knowledge }));
    if (done % Math.max(100, Math.round(MANY / 10 / 100) * 100) === 0)
      marks.push(Math.round(process.memoryUsage().rss / 1e6))
  }
  row('memory run', MANY, seconds(began))
  console.log(`  resident megabytes on the way: ${marks.join(' ')}`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await captureBench()
