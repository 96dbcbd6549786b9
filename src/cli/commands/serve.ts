import type { Command } from 'commander'
import { DEFAULT_PORT, type Served, serve } from '../../api/index.js'
import type { Case } from '../../case/index.js'
import { IsnadError } from '../../model/index.js'
import { caseOption, command, type Session } from '../session.js'

/** `isnad serve`: the screens and the API on this machine. */
export function serveCommand(session: Session): Command {
  return command('serve', 'show a case in the browser, on this machine only')
    .addOption(caseOption())
    .option('--port <port>', `port; 0 takes any free one (default: ${DEFAULT_PORT}, or a free one)`, Number)
    .option(
      '--tiles <address>',
      'map tiles to fetch, with {z}, {x} and {y} (default: none; the map has its own outlines)',
    )
    .action((options: { case: string; port?: number; tiles?: string }) =>
      session.withCase(options.case, async (kase) => {
        const served = await serveCase(kase, session, options)
        session.io.out(`${served.url}\n`)
        session.io.err('Ctrl-C ends it.\n')
        await session.io.ended()
        await served.close()
      }),
    )
}

/** Serves a case; where no port is asked for and the usual one is in use, any free one is taken. */
export async function serveCase(
  kase: Case,
  session: Session,
  options: { port?: number; tiles?: string },
): Promise<Served> {
  const { tiles } = options
  const start = (port: number | undefined) =>
    serve(kase, session.packs, { ...(port === undefined ? {} : { port }), ...(tiles ? { tiles } : {}) })
  return start(options.port).catch((error) => {
    if (options.port === undefined && error instanceof IsnadError && error.code === 'usage') return start(0)
    throw error
  })
}
