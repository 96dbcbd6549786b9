// npm run bench -- import: how long a case takes to take in made-up documents that are read already: stored, indexed for
// search, compared with one another, linked into incidents and weighed. What reading them would cost is not in it.
// Options: --documents N,M,… (1000): the case grows to each of these sizes; a line for each.
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createCase } from '../src/case/index.js'
import { documents, stepsOf } from './made-up-claims.js'

export default async function bench(options: readonly string[]): Promise<void> {
  const at = options.indexOf('--documents')
  const sizes = (at < 0 ? '1000' : options[at + 1]!).split(',').map(Number)
  const folder = mkdtempSync(join(tmpdir(), 'isnad-bench-'))
  try {
    const made = [...documents(Math.max(...sizes))]
    const kase = await createCase(join(folder, 'case'), { name: 'bench', tlp: 'clear' }, { steps: stepsOf(made) })
    console.log(
      '| documents | claims | these came in, processor s | clock s | claims a processor second | file, MB | peak MB |',
    )
    console.log('|---|---|---|---|---|---|---|')
    let from = 0
    for (const to of sizes) {
      const [before, start] = [process.cpuUsage(), performance.now()]
      const { failed } = await kase.add(made.slice(from, to).map(({ document }) => document.path))
      if (failed.length > 0) throw new Error(`${failed.length} documents failed: ${failed[0]!.message}`)
      const { user, system } = process.cpuUsage(before)
      const [processor, clock] = [(user + system) / 1e6, (performance.now() - start) / 1000]
      const count = (some: typeof made) => some.reduce((sum, { claims }) => sum + claims.length, 0)
      const rate = Math.round(count(made.slice(from, to)) / processor)
      const size = Math.round(statSync(join(folder, 'case', 'case.sqlite')).size / 1e6)
      const peak = Math.round(process.resourceUsage().maxRSS / 1024)
      const times = `${processor.toFixed(1)} | ${clock.toFixed(1)}`
      console.log(`| ${to} | ${count(made.slice(0, to))} | ${times} | ${rate} | ${size} | ${peak} |`)
      from = to
    }
    await kase.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await bench(process.argv.slice(2))
