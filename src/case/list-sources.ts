import type { Circle, HopKind, Passing, Teller } from '../model/index.js'
import type { KnownWorld } from '../resolve/index.js'
import { findPassings, leaveOut as leave, originOf, tellersOf } from '../weigh/index.js'
import type { LeaveOut } from './case.js'
import type { CaseContext } from './context.js'
import { incidentTitle } from './incident-title.js'
import { neutralName } from './neutral-name.js'
import { weighCase } from './weigh-case.js'

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

/** Who copies whom in this case, who tells first, and what goes round in a circle; remembered until the case changes. */
export function listSources(context: CaseContext, leaveOut?: LeaveOut): Promise<CaseSources> {
  const { world } = context.steps
  return context.remember(`sources ${JSON.stringify(leaveOut ?? null)}`, async () => {
    const { incidents, claims: all, context: weighing } = await weighCase(context, leaveOut)
    const claims = leave(all, leaveOut, weighing)
    const rows = new Map<string, CaseSource>()
    const row = (teller: Teller, kind: HopKind) => {
      const known = rows.get(teller.id) ?? emptyRow(teller, kind, world)
      rows.set(teller.id, known)
      return known
    }
    const printed = new Map<string, Set<string>>()
    for (const item of claims) {
      const [printer, ...others] = tellersOf(item, world)
      const own = row(printer!, 'outlet')
      own.claims += 1
      printed.set(own.id, (printed.get(own.id) ?? new Set()).add(item.document.id))
      for (const other of others) row(other, other.kind)
      const origin = originOf(item, world)
      if (origin.kind === 'voice' && origin.key === own.id) own.ownVoice += 1
      else if (origin.kind === 'voice' || origin.kind === 'named') {
        const last = rows.get(origin.key.replace(/^name:/, ''))
        if (last) last.originOf += 1
      }
    }
    for (const [id, documents] of printed) rows.get(id)!.documents = documents.size
    for (const { transmission } of incidents) for (const by of transmission.first.by) row(by, 'outlet').first += 1
    const weight = (s: CaseSource) => s.claims + s.originOf
    const passings = findPassings(claims, weighing).map(
      ({ by, from, claims: own, ...rest }): CasePassing => ({ by: by.id, from: from.id, claims: own.length, ...rest }),
    )
    return {
      sources: [...rows.values()].sort((x, y) => weight(y) - weight(x) || order(x.id, y.id)),
      passings: passings.sort((x, y) => y.claims - x.claims || order(`${x.by} ${x.from}`, `${y.by} ${y.from}`)),
      circles: incidents.flatMap((incident) => {
        const title = incidentTitle(incident, world)
        return incident.transmission.circles.map((circle) => ({ incident: incident.id, title, circle }))
      }),
    }
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
