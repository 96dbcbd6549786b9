import { answers } from './answers.js'
import type { ApiContext } from './context.js'
import { DECIDED_ROUTES } from './contract/decided.js'
import { sayDecided } from './say-decided.js'

/** What analysts decided, from the log. */
export const decidedRoutes = ({ kase, speaker }: ApiContext) =>
  answers(DECIDED_ROUTES, {
    'GET /review/decided': async ({ query }) => {
      const page = await kase.decided(query)
      return { ...page, items: await sayDecided(page.items, speaker) }
    },
  })
