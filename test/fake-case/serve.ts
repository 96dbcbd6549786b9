/** Serves the invented case for looking at the screens: `npx tsx test/fake-case/serve.ts [port] [empty]`. */
import { serve } from '../../src/api/index.js'
import { fakeCase } from './fake-case.js'
import { packs } from './packs.js'

const [port = '7357', mode] = process.argv.slice(2)
const served = await serve(fakeCase({ empty: mode === 'empty' }), packs, { port: Number(port) })
console.log(served.opening)
