// npm start [-- FILE|FOLDER|URL …]: installs what is missing, builds what changed, makes a case of the given reports
// (or of the bundled samples), prints its summary and serves it.
import { build } from './build.mjs'
import { install } from './install.mjs'
import { root, runNode } from './run.mjs'

try {
  install()
  build()
  // Paths that the user gives are relative to where he stands, which npm puts aside in INIT_CWD.
  process.exitCode = runNode('dist/cli/main.js', ['start', ...process.argv.slice(2)], {
    cwd: process.env.INIT_CWD ?? root,
  })
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
