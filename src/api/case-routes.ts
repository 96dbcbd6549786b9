import type { Republication } from '../model/index.js'
import { answers } from './answers.js'
import type { ApiContext } from './context.js'
import { CASE_ROUTES } from './contract/case.js'
import { cutPage } from './cut-page.js'
import { leaveOut } from './query.js'

/** What is in the case as a whole. */
export const caseRoutes = ({ kase, speaker, titles }: ApiContext) =>
  answers(CASE_ROUTES, {
    'GET /case': async () => ({ ...(await kase.about()), strictest: await kase.strictestMarking() }),
    'GET /summary': async ({ query }) => {
      const summary = await kase.summary(leaveOut(query))
      return {
        ...summary,
        names: await speaker.names(
          [],
          summary.byCamp.flatMap(({ camp }) => camp ?? []),
        ),
      }
    },
    'GET /republications': async ({ query }) => {
      const key = ({ kind, documents }: Republication) => `${kind} ${documents.map(({ id }) => id).join(' ')}`
      const page = cutPage(await kase.republications(), query, key)
      const ids = page.items.flatMap(({ documents }) => documents.map(({ id }) => id))
      const about = new Map((await kase.documentsWithIds([...new Set(ids)])).map((one) => [one.id, one]))
      const called = ({ id, path }: { id: string; path: string }) => {
        const { title, outlet } = about.get(id) ?? {}
        return { id, path, ...(title === undefined ? {} : { title }), ...(outlet === undefined ? {} : { outlet }) }
      }
      return { ...page, items: page.items.map((one) => ({ ...one, documents: one.documents.map(called) })) }
    },
    'GET /unread': async ({ query }) =>
      cutPage(await kase.unread(), query, (one) => `${one.document} ${one.start}-${one.end}`),
    'GET /ontology': () => titles,
  })
