// Installs what is missing: compares the lock file with what npm noted that it installed, package by package.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, runNpm } from './run.mjs'

/** True where every package of the lock file that this machine needs is installed in the locked version. */
export function isInstalled(folder = root) {
  const noted = join(folder, 'node_modules/.package-lock.json')
  if (!existsSync(noted)) return false
  const wanted = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')).packages
  const present = JSON.parse(readFileSync(noted, 'utf8')).packages
  return Object.entries(wanted).every(
    ([path, { version, optional, peer }]) =>
      path === '' || optional || (peer && !present[path]) || present[path]?.version === version,
  )
}

/** Installs with `npm ci` where something is missing; throws where that fails. */
export function install() {
  if (isInstalled()) return
  console.error('Installing what is missing (npm ci) …')
  // Development packages are needed even where NODE_ENV says production: the build is one of them.
  if (runNpm(['ci', '--include=dev', '--no-audit', '--no-fund']) !== 0)
    throw new Error('npm ci failed; its output above says why. Is the package registry reachable?')
}
