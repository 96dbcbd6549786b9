import { IsnadError } from '../model/index.js'
import { answers } from './answers.js'
import type { ApiContext } from './context.js'
import { SESSION_ROUTES } from './contract/session.js'

/** Who asks; coming in and going out; what was done. */
export const sessionRoutes = ({ door, kase }: ApiContext) => {
  const { mode } = door
  const nobodySignsIn = new IsnadError('usage', 'Nobody signs in here.', {
    hint: 'Signing in is for a case that has people: isnad user add NAME --role administrator',
  })
  return answers(SESSION_ROUTES, {
    'GET /session': ({ who }) => ({ mode, user: who ?? null }),
    'POST /session': async ({ body, http }) => {
      if (!door.signIn) throw nobodySignsIn
      const user = await door.signIn(http, body)
      http.set('who', user)
      return { mode, user }
    },
    'DELETE /session': async ({ http }) => {
      await door.signOut?.(http)
      return { mode, user: null }
    },
    'PUT /session/password': async ({ body, who, http }) => {
      if (!door.setPassword) throw nobodySignsIn
      await door.setPassword(who, body.old, body.password)
      await door.signOut?.(http)
      return { mode, user: null }
    },
    'GET /audit': ({ query }) => kase.people.audit(query),
  })
}
