import { answers } from './answers.js'
import type { ApiContext } from './context.js'
import { CASE_ROUTES } from './contract/case.js'
import { cutPage } from './cut-page.js'
import { leaveOut } from './query.js'

/** What is in the case as a whole. */
export const caseRoutes = ({ kase, titles, speaker }: ApiContext) =>
  answers(CASE_ROUTES, {
    'GET /summary': async ({ query }) => {
      const summary = await kase.summary(leaveOut(query))
      return { ...summary, dyads: await speaker.dyads(summary.dyads) }
    },
    'GET /republications': async ({ query }) =>
      cutPage(
        await kase.republications(),
        query,
        (one) => `${one.kind} ${one.documents.map(({ id }) => id).join(' ')}`,
      ),
    'GET /unread': async ({ query }) =>
      cutPage(await kase.unread(), query, (one) => `${one.document} ${one.start}-${one.end}`),
    'GET /ontology': () => titles,
  })
