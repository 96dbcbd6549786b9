import type { Tlp } from '../model/index.js'
import { caseRow, countStandings, listDocuments } from '../store/index.js'
import { leaveOut as leave } from '../weigh/index.js'
import type { CaseSummary, LeaveOut } from './case.js'
import type { CaseContext } from './context.js'
import { renewStandings } from './keep-standings.js'
import { pageEntities } from './page-entities.js'
import { outletKey } from './show-claims.js'
import { type WeighedCase, weighCase, wholeCase } from './weigh-case.js'

/** The case in numbers. Rejected claims count nowhere; what is left out counts neither. */
export async function summariseCase(context: CaseContext, leaveOut?: LeaveOut): Promise<CaseSummary> {
  const { store, steps } = context
  // With something left out nobody weighed the incidents before; else they stand as linking left them.
  const weighed = leaveOut && (await weighCase(context, leaveOut))
  const { claims: all, context: weighing } = weighed ?? (await wholeCase(context))
  const claims = leave(all, leaveOut, weighing)
  const standing = weighed ? standingOf(weighed) : await standingNow(context)
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
    incidents: standing.incidents,
    entities: (await pageEntities(context, { limit: 1 })).total,
    contradictions: standing.contradictions,
    unnamedOriginClaims: origins.filter((hop) => hop?.kind === 'anonymous' || hop?.kind === 'witness').length,
    ownVoiceClaims: origins.filter((hop) => hop === undefined).length,
    byType: tally(claims.map(({ claim }) => claim.type)),
    byStatus: tally(claims.map(({ claim }) => claim.status)),
    firstDay: days[0] ?? null,
    lastDay: days.at(-1) ?? null,
  }
}

/** Incidents and contradictions as linking left them. */
async function standingNow(context: CaseContext) {
  await renewStandings(context)
  return context.store.read(countStandings)
}

function standingOf({ incidents }: WeighedCase) {
  const contradictions = incidents.reduce((sum, incident) => sum + incident.contradictions.length, 0)
  return { incidents: incidents.length, contradictions }
}

/** How often each value comes, by value. */
function tally(values: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
}
