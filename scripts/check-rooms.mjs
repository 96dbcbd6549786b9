// What a room may import: rooms listed earlier, through their index only; the web page only types, from the model and the
// API's contract; the contract knows the model alone.
import { readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { pathToFileURL } from 'node:url'
import { filesUnder } from './build.mjs'
import { root } from './run.mjs'

/** From low to high. */
export const ROOMS = 'model text packs capture read resolve weigh store case export api cli'.split(' ')

const IMPORT =
  /(?:^|\n)\s*(import|export)\s+(type\s)?[^'"`;]*?from\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)import\s*['"]([^'"]+)['"]/g

/** Every module that a text imports: the specifier, and whether it is a type-only import. */
export function importsOf(text) {
  // Comments show imports too; examples are not rules.
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
  return [...code.matchAll(IMPORT)].map((m) => ({ from: m[3] ?? m[4] ?? m[5], typeOnly: Boolean(m[2]) }))
}

/** The problems of one file: `path` as `src/room/…` or `web/…`, `text` its content. */
export function problemsOf(path, text) {
  return importsOf(text)
    .filter(({ from }) => from.startsWith('.'))
    .flatMap(({ from, typeOnly }) => {
      const target = posix.normalize(posix.join(dirname(path), from))
      const problem = path.startsWith('web/') ? webProblem(target, typeOnly) : roomProblem(path, target)
      return problem ? [`${path} imports ${from}: ${problem}`] : []
    })
}

function roomProblem(path, target) {
  const [, room, inner] = path.split('/')
  const [top, to, ...rest] = target.split('/')
  if (top !== 'src') return /\.(?:test|contract)\.ts$/.test(path) ? null : 'src imports only from src'
  if (!inner) return null // src/index.ts, the package's door
  if (room === 'api' && inner === 'contract' && !/^(src\/api\/contract\/|src\/model\/index\.js$)/.test(target))
    return 'the contract of the API imports only the model'
  if (to === room) return null
  if (!ROOMS.includes(room)) return `"${room}" is no room`
  if (!ROOMS.includes(to)) return `"${to}" is no room`
  if (ROOMS.indexOf(to) > ROOMS.indexOf(room)) return `${room} stands before ${to}`
  return rest.join('/') === 'index.js' ? null : `only ${to}/index.js is a door`
}

const OPEN_TO_WEB = ['src/model/index.js', 'src/api/contract/index.js']

function webProblem(target, typeOnly) {
  if (target.startsWith('web/')) return null
  if (!OPEN_TO_WEB.includes(target)) return `web imports only ${OPEN_TO_WEB.join(' and ')}`
  return typeOnly ? null : 'web imports only types (import type)'
}

/** The problems of the whole project, one line each. */
export function roomProblems() {
  return ['src', 'web']
    .flatMap(filesUnder)
    .filter((path) => /\.(ts|svelte|js)$/.test(path) && !/node_modules\/|vite\.config/.test(path))
    .flatMap((path) => problemsOf(path, readFileSync(join(root, path), 'utf8')))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const problems = roomProblems()
  for (const problem of problems) console.error(problem)
  process.exitCode = problems.length ? 1 : 0
}
