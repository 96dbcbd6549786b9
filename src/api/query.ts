import { z } from 'zod'
import type { ClaimFilter, IncidentFilter, LeaveOut } from '../case/index.js'
import { ClaimStatus, ClaimType, ENTITY_KINDS, IsnadError, IsoDay } from '../model/index.js'

const limit = z.coerce.number().int().min(1).max(500)
const DECISIONS = ['accepted', 'rejected', 'corrected', 'added', 'none'] as const

const ClaimQuery = z.strictObject({
  document: z.string().optional(),
  incident: z.string().optional(),
  type: ClaimType.optional(),
  status: ClaimStatus.optional(),
  actor: z.string().optional(),
  place: z.string().optional(),
  origin: z.string().optional(),
  outlet: z.string().optional(),
  query: z.string().optional(),
  from: IsoDay.optional(),
  to: IsoDay.optional(),
  decision: z.enum(DECISIONS).optional(),
  limit: limit.optional(),
  cursor: z.string().optional(),
})

const IncidentQuery = z.strictObject({
  type: ClaimType.optional(),
  actor: z.string().optional(),
  place: z.string().optional(),
  from: IsoDay.optional(),
  to: IsoDay.optional(),
  contradicted: z.stringbool().optional(),
  limit: limit.optional(),
  cursor: z.string().optional(),
})

const EntityQuery = z.strictObject({ kind: z.enum(ENTITY_KINDS).optional(), query: z.string().optional() })

const LEAVE_OUT = { leaveOutlet: 'outlets', leaveCamp: 'camps', leaveOrigin: 'origins' } as const

/** The filters of the claims list from an address's query. */
export const claimFilter = (url: string): ClaimFilter => parse(ClaimQuery, url) as ClaimFilter
/** The filters of the incidents list, with what is left out. */
export const incidentFilter = (url: string): IncidentFilter => {
  const leave = leaveOut(url)
  return { ...(parse(IncidentQuery, url) as IncidentFilter), ...(leave && { leaveOut: leave }) }
}
/** The filters of the entities list. */
export const entityFilter = (url: string) => parse(EntityQuery, url) as { kind?: (typeof ENTITY_KINDS)[number] }

/** What to leave out: `leaveOutlet`, `leaveCamp` and `leaveOrigin`, each any number of times; undefined where none. */
export function leaveOut(url: string): LeaveOut | undefined {
  const params = new URL(url).searchParams
  const out: LeaveOut = {}
  for (const [name, field] of Object.entries(LEAVE_OUT)) {
    const values = params.getAll(name).filter(Boolean)
    if (values.length > 0) out[field] = values
  }
  return Object.keys(out).length > 0 ? out : undefined
}

/** Reads a query strictly: an unknown parameter or value is an error that names it and what is allowed. */
function parse<T extends z.ZodObject>(schema: T, url: string): z.infer<T> {
  const params = [...new URL(url).searchParams].filter(([name, value]) => value !== '' && !(name in LEAVE_OUT))
  const result = schema.safeParse(Object.fromEntries(params))
  if (result.success) return result.data
  const issue = result.error.issues[0]
  const unknown = issue?.code === 'unrecognized_keys'
  const names = unknown ? issue.keys : (issue?.path ?? [])
  throw new IsnadError('usage', `${names.join(', ')}: ${unknown ? 'no such parameter' : issue?.message}`, {
    where: { what: new URL(url).pathname },
    hint: unknown ? `Allowed: ${Object.keys(schema.shape).join(', ')}.` : 'Correct the value in the address.',
  })
}
