import { z } from 'zod'

/**
 * A reason as the code of its sentence and what it is about: numbers, words of reports, ids of entities, keys of fields.
 * The sentences, in every language: `src/weigh/reasons.ts`.
 */
export const Reason = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
})
export type Reason = z.infer<typeof Reason>
