import { z } from 'zod'
import type { LeaveOut } from '../case/index.js'
import { IsnadError } from '../model/index.js'
import type { LeaveOutQuery } from './contract/lists.js'

const NOTHING = z.strictObject({})

/**
 * Reads a query strictly: an unknown parameter or a wrong value is an error that names it and what is allowed. An empty
 * value counts as none; a parameter that is a list may be given several times.
 */
export function readQuery(schema: z.ZodObject | undefined, url: string): Record<string, unknown> {
  const { searchParams, pathname } = new URL(url)
  const known: z.ZodObject = schema ?? NOTHING
  const given: Record<string, string | string[]> = {}
  for (const name of new Set(searchParams.keys())) {
    const values = searchParams.getAll(name).filter((value) => value !== '')
    if (values.length > 0) given[name] = isList(known.shape[name]) ? values : values.at(-1)!
  }
  const result = known.safeParse(given)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  const unknown = issue?.code === 'unrecognized_keys'
  const names = unknown ? issue.keys : (issue?.path ?? [])
  throw new IsnadError('usage', `${names.join(', ')}: ${unknown ? 'no such parameter' : issue?.message}`, {
    where: { what: pathname },
    hint: unknown ? `Allowed: ${Object.keys(known.shape).join(', ') || 'none'}.` : 'Correct the value in the address.',
  })
}

function isList(schema: unknown): boolean {
  const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema
  return inner instanceof z.ZodArray
}

/** What to leave out, as the case takes it; undefined where nothing is. */
export function leaveOut(query: z.infer<typeof LeaveOutQuery>): LeaveOut | undefined {
  const { leaveOutlet: outlets, leaveCamp: camps, leaveOrigin: origins } = query
  if (!outlets && !camps && !origins) return undefined
  return { ...(outlets && { outlets }), ...(camps && { camps }), ...(origins && { origins }) }
}
