// npm run bench: runs every bench of this folder, or those named: `npm run bench -- reading`. Options reach the bench
// as they are: `npm run bench -- reading --documents 100000`. Each bench says what it measured beside a peer in the same
// run; read the ratios, not the figures, since machines differ and are busy.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** What a file `NAME.bench.ts` exports by default: measures, prints its tables, and ends. */
export type Bench = (options: readonly string[]) => Promise<void> | void

const words = process.argv.slice(2)
const firstOption = words.findIndex((word) => word.startsWith('--'))
const named = firstOption < 0 ? words : words.slice(0, firstOption)
const options = firstOption < 0 ? [] : words.slice(firstOption)

const names = readdirSync(import.meta.dirname)
  .flatMap((file) => (file.endsWith('.bench.ts') ? [file.replace('.bench.ts', '')] : []))
  .sort()
const unknown = named.find((name) => !names.includes(name))
if (unknown) {
  console.error(`No bench "${unknown}". There are: ${names.join(', ')}. Next: npm run bench -- ${names[0]}`)
  process.exitCode = 2
} else {
  for (const name of named.length ? named : names) {
    console.log(`\n# ${name}\n`)
    const { default: bench } = (await import(pathToFileURL(join(import.meta.dirname, `${name}.bench.ts`)).href)) as {
      default: Bench
    }
    await bench(options)
  }
}
