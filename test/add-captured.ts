import { writeSync } from 'node:fs'
import { capture, NO_KNOWLEDGE } from '../src/capture/index.js'
import { openCase, type Steps } from '../src/case/index.js'
import { reader, world } from './case-steps.js'

const knowledge = { ...NO_KNOWLEDGE }
/** The real capture with the reader of a made-up world. */
export const capturingSteps: Steps = {
  world,
  reader: reader(),
  capture: (inputs, options) => capture(inputs, { knowledge, ...options }),
}

/** A program to be killed: adds a folder to a case and prints a line when an input is acknowledged. */
const [location, folder] = process.argv.slice(2)
if (location && folder && process.argv[1]?.includes('add-captured')) {
  const kase = await openCase(location, { steps: capturingSteps })
  await kase.add([folder], { onProgress: (_, __, path) => writeSync(1, `${path}\n`) })
  writeSync(1, 'done\n')
  await kase.close()
}
