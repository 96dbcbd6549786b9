import { Hono } from 'hono'
import type { Case } from '../case/index.js'
import { IsnadError } from '../model/index.js'
import { AddJobs } from './add-jobs.js'
import { addRoutes } from './add-routes.js'
import type { Answering } from './answers.js'
import { caseRoutes } from './case-routes.js'
import { type ApiPacks, CaseWorld } from './case-world.js'
import { claimRoutes } from './claim-routes.js'
import type { ApiContext } from './context.js'
import { CONTRACT } from './contract/index.js'
import { decidedRoutes } from './decided-routes.js'
import { documentRoutes } from './document-routes.js'
import { type Door, guard, OPEN_DOOR } from './door.js'
import { dyadRoutes } from './dyad-routes.js'
import { entityRoutes } from './entity-routes.js'
import { headers } from './headers.js'
import { incidentRoutes } from './incident-routes.js'
import { judgementRoutes } from './judgement-routes.js'
import { LOCAL_HOSTNAMES, localOnly } from './local-only.js'
import { mapRoutes } from './map-routes.js'
import { type ApiEnv, mount } from './mount.js'
import { networkRoutes } from './network-routes.js'
import { openapi } from './openapi.js'
import { peopleRoutes } from './people-routes.js'
import { problem } from './problem.js'
import { reportRoutes } from './report-routes.js'
import { reviewRoutes } from './review-routes.js'
import { searchRoutes } from './search-routes.js'
import { sessionRoutes } from './session-routes.js'
import { sourceRoutes } from './source-routes.js'
import { Speaker } from './speaker.js'
import { titlesOf } from './titles.js'
import { findWebRoot, webFiles } from './web-files.js'

export interface ApiOptions {
  /** Host names that the server answers to; by default those of the machine itself. */
  hostnames?: readonly string[]
  /** The folder of the built screens; by default the project's own build. */
  webRoot?: string
  /** Address of map tiles with `{z}`, `{x}` and `{y}`; browsers then fetch from its host, and from no other. */
  tiles?: string
  /** The address under which people reach the server, where a proxy stands before it. */
  publicAddress?: URL
  /** How one comes in; by default everything is open, for programs that guard it themselves. */
  door?: Door
}

/** Every route with what answers it; a route of the contract that nothing here answers fails a test. */
export const answering = (context: ApiContext): Answering[] => [
  ...caseRoutes(context),
  ...claimRoutes(context),
  ...incidentRoutes(context),
  ...dyadRoutes(context),
  ...documentRoutes(context),
  ...entityRoutes(context),
  ...judgementRoutes(context),
  ...decidedRoutes(context),
  ...mapRoutes(context),
  ...reviewRoutes(context),
  ...searchRoutes(context),
  ...sessionRoutes(context),
  ...networkRoutes(context),
  ...peopleRoutes(context),
  ...reportRoutes(context),
  ...sourceRoutes(context),
  ...addRoutes(context),
]

/** The case over HTTP: JSON under `/api`, problems as RFC 9457, and the screens everywhere else. */
export function createApi(kase: Case, packs: ApiPacks, options: ApiOptions = {}): Hono<ApiEnv> {
  const { tiles } = options
  const door = options.door ?? OPEN_DOOR
  const speaker = new Speaker(new CaseWorld(kase, packs))
  const context: ApiContext = {
    kase,
    door,
    titles: titlesOf(packs),
    speaker,
    adds: new AddJobs(kase),
    ...(tiles ? { tiles } : {}),
  }
  const api = new Hono<ApiEnv>()
  api.use('*', async (c, next) => {
    await next()
    // Reports can be sensitive; a browser must not keep them on disk. The screens keep what they may in memory, and ask
    // with its tag whether it still holds.
    c.header('cache-control', 'no-store')
  })
  const description = openapi(CONTRACT)
  api.get('/openapi.json', (c) => c.json(description))
  // Packs and program may change between two starts while the case does not.
  const start = crypto.randomUUID().slice(0, 8)
  mount(api, answering(context), { door, revision: async () => `${start}-${await kase.revision()}` })

  const app = new Hono<ApiEnv>()
  app.use('*', headers(tiles ? [tileHost(tiles)] : []))
  app.use('*', localOnly(options.hostnames ?? LOCAL_HOSTNAMES, options.publicAddress))
  app.use('*', guard(door))
  app.onError((error, c) => problem(c, error))
  app.route('/api', api)
  app.route('/', webFiles(options.webRoot ?? findWebRoot()))
  return app
}

/** The origin of an address of tiles; throws `usage` where it is no address of tiles. */
function tileHost(tiles: string): string {
  const address = URL.canParse(tiles) ? new URL(tiles) : undefined
  const complete = ['{z}', '{x}', '{y}'].every((part) => tiles.includes(part))
  if (address && /^https?:$/.test(address.protocol) && complete) return address.origin
  throw new IsnadError('usage', `"${tiles}" is no address of map tiles`, {
    hint: 'Write an https address that has {z}, {x} and {y} where level, column and row stand.',
  })
}
