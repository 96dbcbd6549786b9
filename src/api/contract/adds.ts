import { z } from 'zod'
import { Tlp } from '../../model/index.js'
import { defineRoutes } from './define.js'

const Failure = z.object({
  path: z.string(),
  code: z.string(),
  message: z.string(),
  hint: z.string().optional().describe('The next step'),
})

/** How much is done, of how much. */
const HowFar = z.object({ done: z.int(), total: z.int() })

/** One lot of files and addresses that somebody gave, and what became of each. */
export const AddJobAnswer = z.object({
  id: z.string(),
  at: z.string().describe('When it was given'),
  state: z
    .enum(['waiting', 'running', 'done', 'failed'])
    .describe('Waiting and running ones go on when the program is started again'),
  inputs: z.array(z.string()).describe('Names of files, and addresses'),
  tlp: Tlp.optional(),
  done: z.int(),
  total: z.int(),
  current: z.string().optional().describe('What was read last'),
  linking: HowFar.optional().describe('Documents whose claims are being linked with those of the case'),
  preparing: HowFar.optional().describe('Answers about the whole case that are being made'),
  added: z.array(z.object({ id: z.string(), path: z.string(), claims: z.int(), version: z.int().optional() })),
  unchanged: z.array(z.object({ id: z.string(), path: z.string() })).describe('Was there already'),
  failed: z.array(Failure),
  files: z.array(z.object({ path: z.string(), format: z.string(), notes: z.array(z.string()) })),
  problem: z.object({ code: z.string(), message: z.string() }).optional().describe('Why the whole of it ended'),
})
export type AddJobAnswer = z.infer<typeof AddJobAnswer>

export const ADD_ROUTES = defineRoutes({
  'GET /adds': {
    about: 'What was given to be added, the last first, and how far it is',
    answer: z.object({
      items: z.array(AddJobAnswer),
      limits: z.object({ files: z.int(), bytes: z.int() }).describe('Of one lot'),
    }),
    etag: false,
  },
  'POST /adds': {
    about:
      'Takes files (`files`, any number) and addresses (`addresses`, one a line) of a form; `tlp` marks them. They are captured and read after the answer',
    body: 'form',
    answer: z.object({ job: AddJobAnswer }),
    status: 202,
  },
})
