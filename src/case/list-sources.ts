import type { Circle, HopKind, Passing, Teller } from '../model/index.js'
import type { KnownWorld } from '../resolve/index.js'
import { passingsAmong, type Telling, transmissionOf } from '../weigh/index.js'
import type { LeaveOut } from './case.js'
import type { CaseContext } from './context.js'
import { incidentTitle } from './incident-title.js'
import { keptAnswer } from './keep-answers.js'
import { neutralName } from './neutral-name.js'
import { incidentsWithIds } from './weigh-case.js'
import { type WholeCase, wholeCase } from './whole-case.js'

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

const order = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0)
const PEOPLE = new Set<HopKind>(['official', 'expert', 'witness', 'author'])

/** Who copies whom in this case, who tells first, and what goes round in a circle; kept, or remembered until the case changes. */
export function listSources(context: CaseContext, leaveOut?: LeaveOut): Promise<CaseSources> {
  if (!leaveOut) return keptAnswer(context, 'sources', () => makeSources(context))
  return context.remember(`sources ${JSON.stringify(leaveOut)}`, () => makeSources(context, leaveOut))
}

async function makeSources(context: CaseContext, leaveOut?: LeaveOut): Promise<CaseSources> {
  const whole = await wholeCase(context, leaveOut)
  const rows = tallySources(whole.tellings, context.steps.world)
  const circles: Round[] = []
  for (const [incident, own] of byIncident(whole)) {
    const transmission = transmissionOf(own, whole)
    for (const { id } of transmission.first.by) rows.get(id)!.first += 1
    for (const circle of transmission.circles) circles.push({ incident, circle })
  }
  const weight = (s: CaseSource) => s.claims + s.originOf
  const passings = passingsAmong(whole.tellings, whole.republications).map(
    ({ by, from, claims: own, ...rest }): CasePassing => ({ by: by.id, from: from.id, claims: own.length, ...rest }),
  )
  return {
    sources: [...rows.values()].sort((x, y) => weight(y) - weight(x) || order(x.id, y.id)),
    passings: passings.sort((x, y) => y.claims - x.claims || order(`${x.by} ${x.from}`, `${y.by} ${y.from}`)),
    circles: await titled(context, circles),
  }
}

type Round = Omit<CaseSources['circles'][number], 'title'>

/** What everyone prints, passes on and says, by id. */
function tallySources(tellings: readonly Telling[], world: KnownWorld): Map<string, CaseSource> {
  const rows = new Map<string, CaseSource>()
  const row = (teller: Teller, kind: HopKind) => {
    const known = rows.get(teller.id) ?? emptyRow(teller, kind, world)
    rows.set(teller.id, known)
    return known
  }
  const printed = new Map<string, Set<string>>()
  // By claim, so that of a name that is written in several ways always the same one is shown.
  const inOrder = [...tellings].sort((x, y) => order(x.claim, y.claim))
  // Whoever printed anything here is an outlet, whatever another text takes it for.
  for (const { tellers } of inOrder) row(tellers[0], 'outlet')
  for (const { tellers, document, kind, key } of inOrder) {
    const [printer, ...others] = tellers
    const own = row(printer, 'outlet')
    own.claims += 1
    printed.set(own.id, (printed.get(own.id) ?? new Set()).add(document))
    for (const other of others) row(other, other.kind)
    if (kind === 'voice' && key === own.id) own.ownVoice += 1
    else if (kind === 'voice' || kind === 'named') {
      const last = rows.get(key.replace(/^name:/, ''))
      if (last) last.originOf += 1
    }
  }
  for (const [id, documents] of printed) rows.get(id)!.documents = documents.size
  return rows
}

function byIncident({ tellings, incidentOf }: WholeCase): Map<string, Telling[]> {
  const groups = new Map<string, Telling[]>()
  for (const telling of tellings) {
    const incident = incidentOf(telling.claim)
    if (!incident) continue
    const own = groups.get(incident.id)
    own ? own.push(telling) : groups.set(incident.id, [telling])
  }
  return groups
}

/** Circles with the titles of their incidents, in the order of the list of incidents. */
function titled({ store, steps }: CaseContext, circles: readonly Round[]): Promise<CaseSources['circles']> {
  return store.read(async (scope) => {
    const incidents = await incidentsWithIds(scope, [...new Set(circles.map(({ incident }) => incident))])
    return incidents.flatMap((incident) => {
      const title = incidentTitle(incident, steps.world)
      return circles.flatMap(({ incident: id, circle }) =>
        id === incident.id ? [{ incident: id, title, circle }] : [],
      )
    })
  })
}

function emptyRow({ id, name }: Teller, kind: HopKind, world: KnownWorld): CaseSource {
  const entity = world.entities.get(id)
  const { camp, owner } = world.outlet(id) ?? {}
  const isPrivate = entity ? entity.kind === 'person' && entity.standing !== 'public-figure' : PEOPLE.has(kind)
  return {
    ...{ id, name: entity ? neutralName(entity) : { en: name, ar: name }, kind },
    ...(isPrivate ? { private: true as const } : {}),
    ...(camp === undefined ? {} : { camp }),
    ...(owner === undefined ? {} : { owner }),
    ...{ documents: 0, claims: 0, ownVoice: 0, originOf: 0, first: 0 },
  }
}
