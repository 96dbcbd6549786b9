import { z } from 'zod'

/** A name or a sentence in each language of the screens. */
export const Both = z.object({ en: z.string(), ar: z.string() })
export type Both = z.infer<typeof Both>

/** Printable names by id. */
export const Names = z.record(z.string(), Both)
export type Names = z.infer<typeof Names>

/** Parameters of every list: how many, and from where on. */
export const PAGE_QUERY = {
  limit: z.coerce.number().int().min(1).max(1000).optional().describe('How many at most'),
  cursor: z.string().optional().describe('`next` of the page before'),
}
/** The parameters of a list that has no filters. */
export const PageQuery = z.strictObject(PAGE_QUERY)
export type PageQuery = z.infer<typeof PageQuery>

/** What every page of a list has beside its items. */
export const PAGE = {
  total: z.int().min(0).describe('How many there are on all pages'),
  next: z.string().optional().describe('The cursor of the page after; absent on the last'),
}
/** One page of a list. */
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), ...PAGE })
/** One page of a list, with the names of all that it mentions. */
export const namedPageOf = <T extends z.ZodType>(item: T) => pageOf(item).extend({ names: Names })

/** Whose word is left out before anything is weighed: each any number of times. */
export const LEAVE_OUT_QUERY = {
  leaveOutlet: z.array(z.string()).optional().describe('Outlets and agencies to leave out'),
  leaveCamp: z.array(z.string()).optional().describe('Camps to leave out'),
  leaveOrigin: z.array(z.string()).optional().describe('Origins to leave out, by name or id'),
}
export const LeaveOutQuery = z.strictObject(LEAVE_OUT_QUERY)
