import type { Incident, WeighedIncident } from '../model/index.js'
import type { LinkClaim } from '../resolve/index.js'
import {
  gradeJudgements,
  incidentsByIds,
  type Scope,
  type StoredJudgement,
  shownByIds,
  versionPlaces,
} from '../store/index.js'
import { findContradictions, pairKeysOf, type WeighContext, weighIncident } from '../weigh/index.js'
import type { LeaveOut } from './case.js'
import { type CaseContext, withDocuments } from './context.js'
import { repeatsAround } from './find-repeats.js'
import { standing } from './fit-judgements.js'
import { identitiesOf, worldWith } from './identities.js'

/** What weighing these claims needs beside them: who repeats whom among their documents. */
export async function weighContext(
  { steps }: CaseContext,
  scope: Scope,
  claims: readonly LinkClaim[],
  leaveOut?: LeaveOut,
): Promise<WeighContext> {
  const documents = new Set(claims.map(({ document }) => document.id))
  const republications = await repeatsAround(scope, [...documents])
  const packs = await worldWith(scope, steps.world, await identitiesOf(scope, steps.world))
  const versions = await versionPlaces(scope, [...documents])
  return { packs, republications, versions, ...(leaveOut ? { leaveOut } : {}) }
}

/** Weighs these incidents; one of which nothing is left is left out. */
export async function weighIncidents(
  context: CaseContext,
  scope: Scope,
  incidents: readonly Incident[],
  leaveOut?: LeaveOut,
): Promise<WeighedIncident[]> {
  return (await weighWithPairs(context, scope, incidents, leaveOut)).weighed
}

/** The same, and the pairs of actors that their claims tell of, asked for where they are needed. */
export async function weighWithPairs(
  context: CaseContext,
  scope: Scope,
  incidents: readonly Incident[],
  leaveOut?: LeaveOut,
): Promise<{ weighed: WeighedIncident[]; pairs: () => Set<string> }> {
  const { items, claims, weighing } = await toWeigh(context, scope, incidents, leaveOut)
  const grades = standing(await gradeJudgements(scope)).filter(({ judgement }) => judgement.kind === 'grade')
  const pairs = () => new Set(items.flatMap(({ claim }) => pairKeysOf(claim, weighing.packs)))
  const weighed = incidents.flatMap((incident) => {
    const own = incident.claims.flatMap((id) => claims.get(id) ?? [])
    const weighed = weighIncident(incident, own, weighing)
    return weighed.claims.length === 0 ? [] : [withGrade(weighed, incident, grades)]
  })
  return { weighed, pairs }
}

/** How many contradictions each of these incidents has without some claims; those of which nothing is left have none. */
export async function countContradictions(
  context: CaseContext,
  scope: Scope,
  incidents: readonly Incident[],
  without: ReadonlySet<string>,
): Promise<Map<string, number>> {
  const left = incidents.map((one) => ({ ...one, claims: one.claims.filter((id) => !without.has(id)) }))
  const { claims, weighing } = await toWeigh(context, scope, left)
  const of = (incident: Incident) => incident.claims.flatMap((id) => claims.get(id) ?? [])
  return new Map(left.map((one) => [one.id, findContradictions(of(one), weighing).length]))
}

/** The claims of these incidents, and what weighing them needs beside them. */
async function toWeigh(context: CaseContext, scope: Scope, incidents: readonly Incident[], leaveOut?: LeaveOut) {
  const ids = incidents.flatMap((incident) => incident.claims)
  const items = await withDocuments(scope, await shownByIds(scope, ids))
  const weighing = await weighContext(context, scope, items, leaveOut)
  return { items, weighing, claims: new Map(items.map((item) => [item.claim.id, item])) }
}

/** The analyst's grade in place of the proposed one, where he graded an incident of mostly these claims. */
function withGrade(weighed: WeighedIncident, incident: Incident, grades: readonly StoredJudgement[]): WeighedIncident {
  const last = grades.findLast(({ anchors }) => {
    const here = anchors.filter(({ claim }) => incident.claims.includes(claim)).length
    return here * 2 > anchors.length
  })
  if (!last?.judgement.grade) return weighed
  return { ...weighed, grade: { ...last.judgement.grade, decidedBy: last.judgement.by } }
}

/** Incidents by id, in list order. */
export async function incidentsWithIds(scope: Scope, ids: readonly string[]): Promise<Incident[]> {
  return (await incidentsByIds(scope, ids)).map(({ incident }) => incident)
}
