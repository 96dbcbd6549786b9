// Compiles src to dist and web to dist/web. A part whose files have not changed since its last build is left alone.
import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { install } from './install.mjs'
import { root, runNode } from './run.mjs'

const stampFile = join(root, 'dist/.built.json')

/** Every file under a folder, sorted, as paths relative to the project; nothing where the folder is missing. */
export function filesUnder(folder) {
  const at = join(root, folder)
  if (!existsSync(at)) return []
  return readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
}

function fingerprint(paths) {
  const hash = createHash('sha256')
  for (const path of paths)
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0')
  return hash.digest('hex')
}

/** Output of a source that was removed or renamed would otherwise stay importable. */
function removeStale() {
  for (const path of filesUnder('dist')) {
    if (path.startsWith('dist/web/') || !/\.(js|js\.map|d\.ts)$/.test(path)) continue
    const source = path.replace(/^dist\//, 'src/').replace(/\.(js|js\.map|d\.ts)$/, '.ts')
    if (!existsSync(join(root, source))) rmSync(join(root, path))
  }
}

function buildProgram() {
  if (runNode('node_modules/typescript/bin/tsc', ['-p', 'tsconfig.build.json']) !== 0) throw new Error('tsc failed')
  removeStale()
  if (existsSync(join(root, 'dist/cli/main.js'))) chmodSync(join(root, 'dist/cli/main.js'), 0o755)
}

/** `npx isnad` in the checkout runs what was built here: npm links the commands of dependencies only, never its own. */
function linkCommand() {
  const link = join(root, 'node_modules/.bin/isnad')
  if (existsSync(link)) return
  rmSync(link, { force: true })
  try {
    symlinkSync('../../dist/cli/main.js', link)
  } catch {
    // Where links are not allowed, `node dist/cli/main.js` does the same.
  }
}

function buildPacks() {
  if (runNode('scripts/parse-packs.mjs') !== 0) throw new Error('the packs could not be parsed')
}

function buildWeb(config) {
  if (runNode('node_modules/vite/bin/vite.js', ['build', '--config', config, '--logLevel', 'error']) !== 0)
    throw new Error('vite build failed')
  // Beside each file what is sent of it, so that nobody compresses it at every visit; fonts are compressed already.
  for (const path of filesUnder('dist/web').filter((one) => /\.(m?js|css|json)$/.test(one)))
    writeFileSync(join(root, `${path}.gz`), gzipSync(readFileSync(join(root, path)), { level: 9 }))
}

/** Builds what changed; throws with one line where a step fails. */
export function build() {
  const built = existsSync(stampFile) ? JSON.parse(readFileSync(stampFile, 'utf8')) : {}
  const config = ['ts', 'js', 'mjs'].map((end) => `web/vite.config.${end}`).find((path) => existsSync(join(root, path)))
  const model = filesUnder('src/model')
  const source = filesUnder('src').filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
  const parts = [
    {
      name: 'program',
      inputs: [...source, 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'],
      output: 'dist/cli/main.js',
      run: buildProgram,
    },
    {
      name: 'packs',
      inputs: [...filesUnder('packs').filter((path) => path.endsWith('.yml')), ...source, 'package-lock.json'],
      output: 'dist/packs.yaml.json',
      run: buildPacks,
    },
    config && {
      name: 'web',
      inputs: [...filesUnder('web').filter((path) => !path.includes('node_modules')), ...model, 'package-lock.json'],
      output: 'dist/web/index.html',
      run: () => buildWeb(config),
    },
  ]
  for (const part of parts.filter(Boolean)) {
    const print = fingerprint(part.inputs)
    if (built[part.name] === print && existsSync(join(root, part.output))) continue
    console.error(`Building ${part.name} …`)
    part.run()
    built[part.name] = print
    mkdirSync(join(root, 'dist'), { recursive: true })
    writeFileSync(stampFile, JSON.stringify(built))
  }
  linkCommand()
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    install()
    build()
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
