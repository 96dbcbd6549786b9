import type { Tlp } from '../model/index.js'
import { caseRow, listDocuments } from '../store/index.js'
import { leaveOut as leave } from '../weigh/index.js'
import type { CaseSummary, LeaveOut } from './case.js'
import type { CaseContext } from './context.js'
import { listDyads } from './list-dyads.js'
import { listCaseEntities } from './list-entities.js'
import { outletKey } from './show-claims.js'
import { weighCase } from './weigh-case.js'

/** The case in numbers. Rejected claims count nowhere; what is left out counts neither. */
export async function summariseCase(context: CaseContext, leaveOut?: LeaveOut): Promise<CaseSummary> {
  const { store, steps } = context
  const { incidents, claims: all, context: weighing } = await weighCase(context, leaveOut)
  const claims = leave(all, leaveOut, weighing)
  const documents = (await store.read((scope) => listDocuments(scope))).filter(({ forgotten }) => !forgotten)
  const { name, tlp } = await store.read(caseRow)
  const printers = documents.flatMap(({ document }) => document.outlet ?? document.restatedOutlet ?? [])
  const days = claims.flatMap(({ claim }) => [claim.time?.from ?? [], claim.time?.to ?? []].flat()).sort()
  const origins = claims.map(({ claim }) => claim.chain.at(-1))
  return {
    name,
    tlp: tlp as Tlp,
    documents: documents.length,
    languages: tally(documents.map(({ document }) => document.language)),
    outlets: new Set(printers.map((outlet) => outletKey(outlet, steps.world))).size,
    claims: claims.length,
    incidents: incidents.length,
    entities: (await listCaseEntities(context, {})).length,
    contradictions: incidents.reduce((sum, incident) => sum + incident.contradictions.length, 0),
    unnamedOriginClaims: origins.filter((hop) => hop?.kind === 'anonymous' || hop?.kind === 'witness').length,
    ownVoiceClaims: origins.filter((hop) => hop === undefined).length,
    byType: tally(claims.map(({ claim }) => claim.type)),
    byStatus: tally(claims.map(({ claim }) => claim.status)),
    firstDay: days[0] ?? null,
    lastDay: days.at(-1) ?? null,
    dyads: await listDyads(context, leaveOut),
  }
}

/** How often each value comes, by value. */
function tally(values: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
}
