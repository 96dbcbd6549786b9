import { answers } from './answers.js'
import type { ApiContext } from './context.js'
import { JUDGEMENT_ROUTES } from './contract/judgements.js'
import { cutPage } from './cut-page.js'

/** The log of judgements: read it, add to it. */
export const judgementRoutes = ({ kase }: ApiContext) =>
  answers(JUDGEMENT_ROUTES, {
    'GET /judgements': async ({ query }) => cutPage(await kase.judgements(), query, ({ id }) => id),
    'POST /judgements': async ({ body, who }) => ({
      judgement: await kase.judge({ ...body, by: who.name ?? body.by }),
    }),
  })
