// Refuses a dependency whose licence would bind this project's users: GPL, AGPL, LGPL, BSL, or one that is not known.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './run.mjs'

const ALLOWED = new Set(
  (
    'MIT MIT-0 ISC 0BSD BSD-2-Clause BSD-3-Clause Apache-2.0 BlueOak-1.0.0 CC0-1.0 CC-BY-4.0 CC-BY-3.0 Unlicense ' +
    'Python-2.0 OFL-1.1 MPL-2.0 Zlib Artistic-2.0 WTFPL'
  ).split(' '),
)

/** Packages whose manifest names no SPDX licence, with the one whose text they ship; read by a person, version by version. */
const READ = new Map([['duck@0.1.12', 'BSD-2-Clause']])

/** Whether an SPDX expression allows use: one allowed part of an OR is enough, of an AND all are needed. */
export function isAllowed(expression) {
  const inner = expression.trim().replace(/^\((.*)\)$/, '$1')
  if (/\sOR\s/.test(inner)) return inner.split(/\sOR\s/).some(isAllowed)
  if (/\sAND\s/.test(inner)) return inner.split(/\sAND\s/).every(isAllowed)
  return ALLOWED.has(inner.split(/\sWITH\s/)[0].trim())
}

/** The licence a package states, in any of the spellings that package.json has had; '' where it states none. */
export function statedLicence({ license, licenses }) {
  if (typeof license === 'string') return license
  if (license?.type) return license.type
  return (licenses ?? []).map((one) => one.type ?? one).join(' OR ')
}

function packages(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const at = join(folder, entry.name)
    if (!entry.isDirectory() || entry.name.startsWith('.')) return []
    if (entry.name.startsWith('@')) return packages(at)
    return [at, ...packages(join(at, 'node_modules'))]
  })
}

/** One line for each installed package that may not be used. */
export function licenceProblems() {
  return packages(join(root, 'node_modules')).flatMap((at) => {
    const file = join(at, 'package.json')
    if (!existsSync(file)) return []
    const manifest = JSON.parse(readFileSync(file, 'utf8'))
    const licence = READ.get(`${manifest.name}@${manifest.version}`) ?? statedLicence(manifest)
    return isAllowed(licence) ? [] : [`${manifest.name}@${manifest.version}: licence "${licence || 'not stated'}"`]
  })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const problems = licenceProblems()
  for (const problem of problems) console.error(problem)
  process.exitCode = problems.length ? 1 : 0
}
