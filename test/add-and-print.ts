import { writeSync } from 'node:fs'
import { openCase } from '../src/case/open-case.js'
import { testSteps } from './case-steps.js'

/**
 * A program to be killed: adds files to a case and prints a line when a document is acknowledged.
 * `tsx add-and-print.ts LOCATION FILE…`
 */
const [location, ...files] = process.argv.slice(2)
const kase = await openCase(location!, { steps: testSteps() })
writeSync(1, 'ready\n')
// Written at once and unbuffered: a line that the test reads was printed after the document was acknowledged.
await kase.add(files, { onProgress: (_, __, path) => writeSync(1, `${path}\n`) })
writeSync(1, 'done\n')
await kase.close()
