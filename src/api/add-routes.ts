import { IsnadError, Tlp } from '../model/index.js'
import { ADD_LIMITS } from './add-jobs.js'
import { answers } from './answers.js'
import type { ApiContext } from './context.js'
import { ADD_ROUTES } from './contract/adds.js'

/** Adding files and addresses, and how far that is. */
export const addRoutes = ({ adds }: ApiContext) =>
  answers(ADD_ROUTES, {
    'GET /adds': () => ({ items: adds.list(), limits: ADD_LIMITS }),
    'POST /adds': async ({ body }) => {
      const files = body.getAll('files').filter((one) => typeof one !== 'string')
      const lines = body.getAll('addresses').flatMap((one) => (typeof one === 'string' ? one.split(/\r?\n/) : []))
      const marking = body.get('tlp')
      const tlp = marking ? Tlp.safeParse(marking) : undefined
      if (tlp && !tlp.success)
        throw new IsnadError('bad-request', `"${String(marking)}" is no marking.`, {
          hint: `Allowed: ${Tlp.options.join(', ')}.`,
        })
      return { job: await adds.give(files, lines.map((line) => line.trim()).filter(Boolean), tlp?.data) }
    },
  })
