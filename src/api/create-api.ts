import { Hono } from 'hono'
import type { Case } from '../case/index.js'
import { IsnadError } from '../model/index.js'
import { caseRoutes } from './case-routes.js'
import { type ApiPacks, CaseWorld } from './case-world.js'
import { claimRoutes } from './claim-routes.js'
import type { ApiContext } from './context.js'
import { documentRoutes } from './document-routes.js'
import { dyadRoutes } from './dyad-routes.js'
import { entityRoutes } from './entity-routes.js'
import { headers } from './headers.js'
import { incidentRoutes } from './incident-routes.js'
import { judgementRoutes } from './judgement-routes.js'
import { LOCAL_HOSTNAMES, localOnly } from './local-only.js'
import { problem } from './problem.js'
import { Speaker } from './speaker.js'
import { titlesOf } from './titles.js'
import { findWebRoot, webFiles } from './web-files.js'

export interface ApiOptions {
  /** Host names that the server answers to; by default those of the machine itself. */
  hostnames?: readonly string[]
  /** The folder of the built screens; by default the project's own build. */
  webRoot?: string
}

/** The case over HTTP: JSON under `/api`, problems as RFC 9457, and the screens everywhere else. */
export function createApi(kase: Case, packs: ApiPacks, options: ApiOptions = {}): Hono {
  const context: ApiContext = { kase, titles: titlesOf(packs), speaker: new Speaker(new CaseWorld(kase, packs)) }
  const api = new Hono()
  api.use('*', async (c, next) => {
    await next()
    // Reports can be sensitive; a browser must not keep them on disk.
    c.header('cache-control', 'no-store')
  })
  const rooms = [caseRoutes, claimRoutes, incidentRoutes, dyadRoutes, documentRoutes, entityRoutes, judgementRoutes]
  for (const routes of rooms) api.route('/', routes(context))
  api.all('*', (c) => problem(c, new IsnadError('not-found', `There is no ${c.req.method} ${c.req.path}.`)))

  const app = new Hono()
  app.use('*', headers())
  app.use('*', localOnly(options.hostnames ?? LOCAL_HOSTNAMES))
  app.onError((error, c) => problem(c, error))
  app.route('/api', api)
  app.route('/', webFiles(options.webRoot ?? findWebRoot()))
  return app
}
