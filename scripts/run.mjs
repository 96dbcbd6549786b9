// Runs one command of the project in the foreground; the scripts beside this file are made of such runs.
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder, with no slash at the end. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Runs `node FILE …` (a JavaScript file under the project) and returns its exit code. */
export function runNode(file, args = [], options = {}) {
  return code(spawnSync(process.execPath, [join(root, file), ...args], { cwd: root, stdio: 'inherit', ...options }))
}

/** Runs npm with the given words and returns its exit code. */
export function runNpm(args) {
  // npm tells its scripts where its own JavaScript is; on Windows `npm` is a batch file that spawn would not find.
  const cli = process.env.npm_execpath
  const run =
    cli?.endsWith('.js') && /npm-cli/.test(cli)
      ? spawnSync(process.execPath, [cli, ...args], { cwd: root, stdio: 'inherit' })
      : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  return code(run)
}

function code(result) {
  if (result.error) console.error(String(result.error.message))
  return result.status ?? 1
}
