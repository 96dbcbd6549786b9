#!/usr/bin/env node
import './engine.js'
import { processIo } from './io.js'
import { run } from './run.js'

// A reader that closes early (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
})
process.exitCode = await run(process.argv.slice(2), processIo())
