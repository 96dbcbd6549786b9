// node --import ./bench/as-built.mjs: what benches import from src/ comes from dist/, so that they measure the program as it
// is built and not as it is compiled on the fly, which makes it several times slower; and the engine is set as the command
// line sets it, for us and for what stands beside us.
import '../dist/cli/engine.js'
import { register } from 'node:module'

register('./resolve-built.mjs', import.meta.url)
