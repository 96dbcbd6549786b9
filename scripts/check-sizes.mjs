// A file holds one idea; one that has grown past the limit holds more.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesUnder } from './build.mjs'
import { root } from './run.mjs'

const LIMIT = 400

/** One line for each source file of more than 400 lines. */
export function sizeProblems() {
  return ['src', 'web', 'scripts', 'test']
    .flatMap(filesUnder)
    .filter((path) => /\.(ts|mjs|js|svelte|css)$/.test(path) && !path.includes('node_modules/'))
    .map((path) => [path, readFileSync(join(root, path), 'utf8').split('\n').length - 1])
    .filter(([, lines]) => lines > LIMIT)
    .map(([path, lines]) => `${path}: ${lines} lines, ${LIMIT} allowed; divide it by ideas`)
}
