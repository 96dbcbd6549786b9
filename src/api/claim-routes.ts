import { answers } from './answers.js'
import type { ApiContext } from './context.js'
import { CLAIM_ROUTES } from './contract/claims.js'

/** Claims: the filtered list, page by page, and one claim. */
export const claimRoutes = ({ kase, speaker }: ApiContext) =>
  answers(CLAIM_ROUTES, {
    'GET /claims': async ({ query }) => {
      const page = await kase.claims(query)
      return { ...page, items: await speaker.claims(page.items), names: await speaker.names(page.items) }
    },
    'GET /claims/{id}': async ({ params }) => {
      const claim = await kase.claim(params.id)
      const [view] = await speaker.claims([claim])
      return { claim: view!, around: await kase.aroundClaim(params.id), names: await speaker.names([claim]) }
    },
  })
