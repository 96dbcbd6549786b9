import { z } from 'zod'

const pair = z.tuple([z.string(), z.string()])

/** `grammar/clitics.yml`: the table that `splitClitics` of `text` takes; see there for what each key means. */
export const CliticsFile = z.strictObject({
  proclitics: z.array(z.array(z.string())),
  fusions: z.array(z.strictObject({ form: z.string(), parts: pair, stem: z.string().optional() })).optional(),
  never: z.array(pair).optional(),
  enclitics: z.array(z.string()),
  notWithEnclitic: z.array(z.string()).optional(),
  endings: z.array(z.strictObject({ joined: z.string(), alone: z.string() })).optional(),
  minStem: z.int().positive().optional(),
})
export type CliticsFile = z.infer<typeof CliticsFile>
