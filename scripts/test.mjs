// npm test: installs what is missing, builds, checks, and runs all tests. Words after `--` go to Vitest.
import { build } from './build.mjs'
import { check } from './check.mjs'
import { findChromium, findPostgres } from './find-tools.mjs'
import { install } from './install.mjs'
import { runNode } from './run.mjs'

/** What this machine cannot run, each with its reason; said before and after the tests. */
function skipped(chromium, postgres) {
  const list = []
  if (!chromium) list.push('browser tests: no Chromium found (install chromium, or set ISNAD_CHROMIUM to its path)')
  if (!postgres && !process.env.ISNAD_TEST_POSTGRES)
    list.push('PostgreSQL tests: no server found (install postgresql, or set ISNAD_TEST_POSTGRES to an address)')
  return list
}

try {
  install()
  build()
  const failed = check()
  const chromium = findChromium()
  const postgres = findPostgres()
  const env = { ...process.env }
  if (chromium) env.ISNAD_CHROMIUM = chromium
  if (postgres) env.ISNAD_POSTGRES_BIN = postgres
  const tests = runNode('node_modules/vitest/vitest.mjs', ['run', ...process.argv.slice(2)], { env })
  const missing = skipped(chromium, postgres)
  console.log(missing.length ? missing.map((line) => `Skipped ${line}`).join('\n') : 'Nothing was skipped.')
  if (failed.length) console.error(`Checks that failed: ${failed.join(', ')}`)
  process.exitCode = tests || (failed.length ? 1 : 0)
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
