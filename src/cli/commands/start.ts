import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import { command, type Session } from '../session.js'
import { summaryText } from '../summary-text.js'
import { addTo } from './add.js'
import { serveCase } from './serve.js'

/** The sample reports, seen from the sources or from the build. */
const SAMPLES = fileURLToPath(new URL('../../../samples', import.meta.url))

interface StartOptions {
  case?: string
  port?: number
  serve: boolean
}

/** `isnad start [PATH…]`: a case of these reports, or of the samples; its summary; its screens. */
export function startCommand(session: Session): Command {
  return command('start', 'make a case of reports (or of the bundled samples), print its summary and serve it')
    .argument('[path...]', 'files, folders or addresses')
    .option('--case <dir>', 'keep the case in this folder (default: gone when the program ends)')
    .option('--port <port>', 'port; 0 takes any free one', Number)
    .option('--no-serve', 'only print the summary')
    .action(async (paths: string[], options: StartOptions) => {
      const folder = options.case ?? mkdtempSync(join(tmpdir(), 'isnad-'))
      try {
        await start(paths, options.case ?? join(folder, 'case'), options, session)
      } finally {
        if (!options.case) rmSync(folder, { recursive: true, force: true })
      }
    })
}

async function start(paths: string[], location: string, options: StartOptions, session: Session): Promise<void> {
  const { io } = session
  const given = paths.length ? paths : [SAMPLES]
  const name = paths.length ? paths.join(' ') : 'samples'
  await session.withNewCase(location, { name, tlp: 'clear' }, async (kase) => {
    await addTo(kase, given, undefined, session)
    io.out(summaryText(await kase.summary(), await kase.pairs(), io.width))
    if (!paths.length) io.out('\nThe samples are restated from published reports: teaching material, not evidence.\n')
    if (!options.serve) return
    const served = await serveCase(kase, session, options)
    io.out(`\nOpen ${served.opening}   (Ctrl-C ends it)\n`)
    await io.ended()
    await served.close()
  })
}
