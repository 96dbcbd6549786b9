// npm run check: types, lint and format, what rooms may import, file sizes, licences. Every check runs; all must pass.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { licenceProblems } from './check-licences.mjs'
import { roomProblems } from './check-rooms.mjs'
import { sizeProblems } from './check-sizes.mjs'
import { install } from './install.mjs'
import { root, runNode } from './run.mjs'

function listed(problems) {
  for (const problem of problems) console.error(`  ${problem}`)
  return problems.length === 0
}

const CHECKS = [
  ['types', () => runNode('node_modules/typescript/bin/tsc', ['--noEmit', '-p', 'tsconfig.json']) === 0],
  [
    'lint and format',
    () => runNode('node_modules/@biomejs/biome/bin/biome', ['check', '--log-level=error', '.']) === 0,
  ],
  [
    'web',
    () => runNode('node_modules/svelte-check/bin/svelte-check', ['--tsconfig', 'web/tsconfig.json']) === 0,
    'web/tsconfig.json',
  ],
  ['rooms', () => listed(roomProblems())],
  ['file sizes', () => listed(sizeProblems())],
  ['licences', () => listed(licenceProblems())],
]

/** Runs every check, prints one line each, and returns the names of those that failed. */
export function check() {
  const failed = []
  for (const [name, run, needs] of CHECKS) {
    if (needs && !existsSync(join(root, needs))) continue
    const ok = run()
    console.error(`${ok ? 'ok    ' : 'FAILED'} ${name}`)
    if (!ok) failed.push(name)
  }
  return failed
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  install()
  process.exitCode = check().length ? 1 : 0
}
