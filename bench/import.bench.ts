// npm run bench -- import: how long a case takes to take in made-up documents that are read already: stored, indexed for
// search, compared with one another, linked into incidents and weighed. What reading them would cost is not in it.
// Options: --documents N (1000), several with commas; --keep DIR (the case stays there).
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createCase } from '../src/case/index.js'
import { documents, type MadeUp, stepsOf } from './made-up-claims.js'

/** What an import took: processor and clock seconds, of these the processor's after the last document was stored. */
interface Imported {
  claims: number
  processor: number
  clock: number
  bytes: number
}

async function importInto(folder: string, made: readonly MadeUp[]): Promise<Imported> {
  const kase = await createCase(folder, { name: 'bench', tlp: 'clear' }, { steps: stepsOf(made) })
  const [before, start] = [process.cpuUsage(), performance.now()]
  const { failed } = await kase.add(made.map(({ document }) => document.path))
  if (failed.length > 0) throw new Error(`${failed.length} documents failed: ${failed[0]!.message}`)
  const { user, system } = process.cpuUsage(before)
  const clock = (performance.now() - start) / 1000
  await kase.close()
  const claims = made.reduce((sum, { claims: own }) => sum + own.length, 0)
  return { claims, processor: (user + system) / 1e6, clock, bytes: statSync(join(folder, 'case.sqlite')).size }
}

export default async function bench(options: readonly string[]): Promise<void> {
  const at = options.indexOf('--documents')
  const sizes = (at < 0 ? '1000' : options[at + 1]!).split(',').map(Number)
  console.log('| documents | claims | processor s | clock s | claims a processor second | file, MB | peak MB |')
  console.log('|---|---|---|---|---|---|---|')
  for (const size of sizes) {
    const keep = options.indexOf('--keep')
    const folder = keep < 0 ? mkdtempSync(join(tmpdir(), 'isnad-bench-')) : join(options[keep + 1]!, `${size}`)
    try {
      const { claims, processor, clock, bytes } = await importInto(join(folder, 'case'), [...documents(size)])
      const peak = Math.round(process.resourceUsage().maxRSS / 1024)
      const rate = Math.round(claims / processor)
      console.log(
        `| ${size} | ${claims} | ${processor.toFixed(1)} | ${clock.toFixed(1)} | ${rate} | ${Math.round(bytes / 1e6)} | ${peak} |`,
      )
    } finally {
      if (keep < 0) rmSync(folder, { recursive: true, force: true })
    }
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await bench(process.argv.slice(2))
