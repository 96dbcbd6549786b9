import { z } from 'zod'
import { Judgement } from '../../model/index.js'
import { defineRoutes } from './define.js'
import { PageQuery, pageOf } from './lists.js'

/** A judgement as it is sent; the program gives it an id and a time. */
export const NewJudgement = Judgement.omit({ id: true, at: true })
export type NewJudgement = z.infer<typeof NewJudgement>

export const JUDGEMENT_ROUTES = defineRoutes({
  'GET /judgements': {
    about: 'The log of judgements, oldest first, page by page',
    query: PageQuery,
    answer: pageOf(Judgement),
  },
  'POST /judgements': {
    about: 'Adds a judgement. In server mode `by` is who is signed in',
    body: NewJudgement,
    answer: z.object({ judgement: Judgement }),
    status: 201,
  },
})
