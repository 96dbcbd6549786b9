import { mkdtempSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { capture } from '../src/capture/index.js'
import { docxOf, epubOf, pdfOf, zipOf } from '../src/capture/testing.js'
import { captureKnowledge, createCase, defaultSteps } from '../src/case/index.js'
import { loadPacks } from '../src/packs/index.js'
import { LAYOUTS } from '../test/arabic-pages/layouts.js'
import { REPORTS } from '../test/arabic-pages/reports.js'

/**
 * Speed of capture: files a second of each format; the whole way from HTML to stored claims beside Readability over
 * linkedom alone, in this run; memory over many files. Options (environment): ISNAD_BENCH_FILES, files of each format
 * (default 120); ISNAD_BENCH_MANY, files of the memory run (default 3,000; the whole is 100,000).
 */
const FILES = Number(process.env.ISNAD_BENCH_FILES ?? 120)
const MANY = Number(process.env.ISNAD_BENCH_MANY ?? 3_000)

const layouts = Object.values(LAYOUTS)
/** Pages that are all different, as long as news pages are: a report with others' paragraphs after it. */
function page(n: number): string {
  const report = REPORTS[n % REPORTS.length]!
  const more = REPORTS[(n + 3) % REPORTS.length]!
  const paragraphs = [
    `التقرير رقم ${n} من رمال. ${report.paragraphs[0]}`,
    ...report.paragraphs.slice(1),
    ...more.paragraphs,
  ]
  return layouts[n % layouts.length]!({ ...report, paragraphs }, n)
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
  console.log(`${name.padEnd(28)}${String(files).padStart(8)} files${(files / took).toFixed(0).padStart(8)} a second`)

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
    await wholeWay(folder, packs)
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

async function wholeWay(folder: string, packs: ReturnType<typeof loadPacks>): Promise<void> {
  const pages = Array.from({ length: FILES }, (_, n) => page(n + 10_000))
  // The rival takes the article out and stops there; ours goes on to claims on the disk. Once each for warmth.
  for (const html of pages.slice(0, 10)) rival(html)
  const began = performance.now()
  for (const html of pages) rival(html)
  const alone = seconds(began)
  row('Readability on linkedom', FILES, alone)
  const paths: string[] = []
  for (const [n, html] of pages.entries()) paths.push(await written(folder, 'whole', n, html))
  const kase = await createCase(join(folder, 'case'), { name: 'bench', tlp: 'clear' }, { steps: defaultSteps(packs) })
  await kase.add([await written(folder, 'warm', 1, page(1))])
  const start = performance.now()
  const { added } = await kase.add(paths)
  const whole = seconds(start)
  await kase.close()
  row('HTML to stored claims', added.length, whole)
  console.log(`  ${(alone / whole).toFixed(2)} of the rate of Readability on linkedom alone (wanted: 0.40)`)
}

function rival(html: string): number {
  const { document } = parseHTML(html)
  return (
    new Readability(document as unknown as ConstructorParameters<typeof Readability>[0]).parse()?.textContent?.length ??
    0
  )
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
