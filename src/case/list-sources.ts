import {
  type Circle,
  type HopKind,
  order,
  type Passing,
  type Republication,
  type Transmission,
} from '../model/index.js'
import type { KnownWorld } from '../resolve/index.js'
import { countFirstTellers, listCircles, listSourceParts, membersOfIncidents, type Scope } from '../store/index.js'
import { isLeftOut, passingsAmong, type Telling, transmissionOf, type WeighContext } from '../weigh/index.js'
import type { LeaveOut } from './case.js'
import type { CaseContext } from './context.js'
import { listRepublications } from './find-repeats.js'
import { identitiesOf, worldWith } from './identities.js'
import { incidentTitle } from './incident-title.js'
import { keptAnswer } from './keep-answers.js'
import { renewStandings } from './keep-standings.js'
import { renewTellings, tellingsOf } from './keep-tellings.js'
import { findLeftOut, type LeftOut } from './left-out.js'
import { neutralName } from './neutral-name.js'
import { isPrivateTeller } from './private-teller.js'
import { addSourceParts, type SourcePart, type SourceRow, sourcePart } from './source-part.js'
import { incidentsWithIds, weighIncidents } from './weigh-case.js'

/** One who prints, passes on or says what the case's claims tell. Unnamed sources are not among them. */
export interface CaseSource {
  /** Of an outlet or entity that the packs know its id, else a key of the name. */
  id: string
  name: { en: string; ar: string }
  /** What its reports make of it; `outlet` also for a document whose outlet is not known. */
  kind: HopKind
  /** A person of whom nobody knows that he is a public figure: faces print initials. */
  private?: true
  camp?: string
  owner?: string
  /** Documents and claims that it printed; of the claims those for which it gives no source. */
  documents: number
  claims: number
  ownVoice: number
  /** Claims, in whatever outlet, that go back to it. */
  originOf: number
  /** Incidents that nobody in the case reported earlier; of one day there may be several. */
  first: number
}

/** One takes over from another, by ids; `claims` counts. */
export interface CasePassing extends Pick<Passing, 'how' | 'credited' | 'documents' | 'day'> {
  by: string
  from: string
  claims: number
}

/** Who takes over from whom in the whole case, most claims first, and the incidents that go round in a circle. */
export interface CaseSources {
  sources: CaseSource[]
  passings: CasePassing[]
  circles: { incident: string; title: { en: string; ar: string }; circle: Circle }[]
}

/** Who copies whom in this case, who tells first, and what goes round in a circle; kept, or remembered until the case changes. */
export function listSources(context: CaseContext, leaveOut?: LeaveOut): Promise<CaseSources> {
  if (!leaveOut) return keptAnswer(context, 'sources', () => makeSources(context))
  return context.remember(`sources ${JSON.stringify(leaveOut)}`, () => makeSources(context, leaveOut))
}

/** Adds up what documents and incidents were kept to add; of those that lose a claim it is made anew. */
async function makeSources(context: CaseContext, leaveOut?: LeaveOut): Promise<CaseSources> {
  await renewTellings(context)
  await renewStandings(context)
  const left = leaveOut && (await findLeftOut(context, leaveOut))
  return context.store.read(async (scope) => {
    const world = await worldWith(scope, context.steps.world, await identitiesOf(scope, context.steps.world))
    const isLeft = leaveOut ? not(isLeftOut(leaveOut, world)) : () => true
    const parts = await listSourceParts<SourcePart>(scope)
    for (const [document, tellings] of left?.remaining ?? []) {
      const part = sourcePart(tellings)
      part ? parts.set(document, part) : parts.delete(document)
    }
    const republications = await listRepublications(scope)
    const weighing = { packs: world, republications }
    const again = left ? await tellAgain(scope, left, isLeft, weighing) : new Map<string, Transmission>()
    const first = await countFirst(scope, left, again)
    const sources = [...addSourceParts(parts.values()).values()].map((row) =>
      toSource(row, first.get(row.id) ?? 0, context.steps.world),
    )
    const weight = (s: CaseSource) => s.claims + s.originOf
    const passings = [...addQuoted(parts.values()), ...(await repeated(scope, isLeft, republications))]
    const key = ({ by, from, how }: CasePassing) => `${by} ${from} ${how}`
    return {
      sources: sources.sort((x, y) => weight(y) - weight(x) || order(x.id, y.id)),
      passings: passings.sort((x, y) => y.claims - x.claims || order(key(x), key(y))),
      circles: await titled(context, scope, await circlesOf(scope, left, again), leaveOut),
    }
  })
}

type IsLeft = (telling: Telling) => boolean

const not =
  (leftOut: ReturnType<typeof isLeftOut>): IsLeft =>
  ({ leave, camp }) =>
    !leftOut(leave, camp)

/** How the incidents that lost some of their claims are told by those that are left. */
async function tellAgain(
  scope: Scope,
  { touched }: LeftOut,
  isLeft: IsLeft,
  weighing: Pick<WeighContext, 'packs' | 'republications'>,
): Promise<Map<string, Transmission>> {
  const members = await membersOfIncidents(scope, [...touched])
  const incidentOf = new Map(members.map(({ incident, claim }) => [claim, incident]))
  const groups = new Map<string, Telling[]>()
  for (const one of await tellingsOf(scope, [...new Set(members.map(({ document }) => document))])) {
    const incident = incidentOf.get(one.claim)
    if (incident === undefined || !isLeft(one)) continue
    const own = groups.get(incident)
    own ? own.push(one) : groups.set(incident, [one])
  }
  return new Map([...groups].map(([incident, own]) => [incident, transmissionOf(own, weighing)]))
}

/** How many incidents each one told first, by id. */
async function countFirst(scope: Scope, left: LeftOut | undefined, again: ReadonlyMap<string, Transmission>) {
  const counts = new Map<string, number>()
  const add = (ids: readonly string[], n: number) => {
    for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + n)
  }
  for (const { first, incidents } of await countFirstTellers(scope)) add(first, incidents)
  if (left)
    for (const { first, incidents } of await countFirstTellers(scope, [...left.touched, ...left.gone]))
      add(first, -incidents)
  for (const { first } of again.values())
    add(
      first.by.map(({ id }) => id),
      1,
    )
  return counts
}

/** What goes round in a circle, by incident. */
async function circlesOf(scope: Scope, left: LeftOut | undefined, again: ReadonlyMap<string, Transmission>) {
  const circles = await listCircles<Circle>(scope)
  for (const id of left?.gone ?? []) circles.delete(id)
  for (const [id, transmission] of again) circles.set(id, transmission.circles)
  return circles
}

/** Who quotes whom in all these documents. */
function addQuoted(parts: Iterable<SourcePart>): CasePassing[] {
  const all = new Map<
    string,
    { by: string; from: string; claims: number; in: Pick<SourcePart, 'document' | 'day'>[] }
  >()
  for (const { document, day, quoted } of parts)
    for (const [by, from, claims] of quoted) {
      const key = `${by}\u0000${from}`
      const own = all.get(key) ?? { by, from, claims: 0, in: [] }
      all.set(key, own)
      own.claims += claims
      own.in.push({ document, day })
    }
  return [...all.values()].map(({ by, from, claims, in: documents }) => {
    documents.sort((x, y) => order(x.day ?? '~', y.day ?? '~') || order(x.document, y.document))
    const about = { how: 'quoted' as const, credited: true, day: documents[0]!.day }
    return { ...{ by, from, claims }, ...about, documents: documents.map(({ document }) => document) }
  })
}

/** Whose texts repeat whose: only the documents of repeated texts are read. */
async function repeated(
  scope: Scope,
  isLeft: IsLeft,
  republications: readonly Republication[],
): Promise<CasePassing[]> {
  const documents = new Set(republications.flatMap((one) => one.documents.map(({ id }) => id)))
  const tellings = (await tellingsOf(scope, [...documents])).filter(isLeft)
  return passingsAmong(tellings, republications).flatMap(({ by, from, claims, ...rest }) =>
    rest.how === 'quoted' ? [] : [{ by: by.id, from: from.id, claims: claims.length, ...rest }],
  )
}

/** Circles with the titles of their incidents, in the order of the list of incidents. */
async function titled(
  context: CaseContext,
  scope: Scope,
  circles: ReadonlyMap<string, readonly Circle[]>,
  leaveOut: LeaveOut | undefined,
): Promise<CaseSources['circles']> {
  const incidents = await incidentsWithIds(
    scope,
    [...circles].flatMap(([id, own]) => (own.length > 0 ? [id] : [])),
  )
  return (await weighIncidents(context, scope, incidents, leaveOut)).flatMap((incident) => {
    const title = incidentTitle(incident, context.steps.world)
    return circles.get(incident.id)!.map((circle) => ({ incident: incident.id, title, circle }))
  })
}

function toSource(row: SourceRow, first: number, world: KnownWorld): CaseSource {
  const { id, name, kind, documents, claims, ownVoice, originOf } = row
  const entity = world.entities.get(id)
  const { camp, owner } = world.outlet(id) ?? {}
  return {
    ...{ id, name: entity ? neutralName(entity) : { en: name, ar: name }, kind },
    ...(isPrivateTeller(kind, entity) ? { private: true as const } : {}),
    ...(camp === undefined ? {} : { camp }),
    ...(owner === undefined ? {} : { owner }),
    ...{ documents, claims, ownVoice, originOf, first },
  }
}
