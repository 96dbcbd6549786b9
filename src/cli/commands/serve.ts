import type { Command } from 'commander'
import { DEFAULT_PORT, LOCAL_HOSTNAMES, type Served, type ServeOptions, serve, teamDoor } from '../../api/index.js'
import type { Case } from '../../case/index.js'
import { IsnadError } from '../../model/index.js'
import { caseOption, command, type Session } from '../session.js'

/** What `isnad serve` takes. */
interface Options {
  port?: number
  host?: string
  public?: URL
  tiles?: string
}

/** `isnad serve`: the screens and the API; on this machine only, or, where the case has people, for a team that signs in. */
export function serveCommand(session: Session): Command {
  return command('serve', 'show a case in the browser: on this machine, or to people who sign in (isnad user)')
    .addOption(caseOption())
    .option('--port <port>', `port; 0 takes any free one (default: ${DEFAULT_PORT}, or a free one)`, Number)
    .option(
      '--tiles <address>',
      'map tiles to fetch, with {z}, {x} and {y} (default: none; the map has its own outlines)',
    )
    .option('--host <address>', 'network address to listen on (default: 127.0.0.1, this machine only)')
    .option('--public <address>', 'address under which people reach it through a proxy on this machine', publicAddress)
    .action((options: Options & { case: string }) =>
      session.withCase(options.case, async (kase) => {
        const served = await serveCase(kase, session, options)
        session.io.out(`${served.opening}\n`)
        session.io.err('Ctrl-C ends it.\n')
        await session.io.ended()
        await served.close()
      }),
    )
}

/** Serves a case; where no port is asked for and the usual one is in use, any free one is taken. */
export async function serveCase(kase: Case, session: Session, options: Options): Promise<Served> {
  const { host, public: publicAddress, tiles } = options
  const team = (await kase.people.list()).length > 0
  if (!team && (publicAddress || (host !== undefined && !LOOPBACK.has(host))))
    throw new IsnadError('usage', 'this would show the case to others, and nobody can sign in to it yet', {
      hint: 'First: isnad user add NAME --role administrator',
    })
  const more: ServeOptions = {
    ...(host !== undefined && { host }),
    ...(host !== undefined && !LOOPBACK.has(host) && { hostnames: [...LOCAL_HOSTNAMES, host] }),
    ...(publicAddress && { publicAddress }),
    ...(tiles !== undefined && { tiles }),
    ...(team && { door: teamDoor(kase.people, { publicAddress }) }),
  }
  const start = (port: number | undefined) =>
    serve(kase, session.packs, { ...more, ...(port !== undefined && { port }) })
  return start(options.port).catch((error) => {
    if (options.port === undefined && error instanceof IsnadError && error.code === 'usage') return start(0)
    throw error
  })
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost'])

function publicAddress(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/') return url
  throw new IsnadError('usage', `--public: "${text}" is not the address of a site`, {
    hint: 'For example --public https://isnad.example.org',
  })
}
