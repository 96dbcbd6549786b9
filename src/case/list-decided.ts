import { IsnadError } from '../model/index.js'
import { incidentsByIds, listJudgements, type Scope, shownByIds } from '../store/index.js'
import type { Page } from './case.js'
import type { CaseContext } from './context.js'
import { pageSize } from './cursor.js'
import type { Decided, DecidedFilter } from './decided.js'
import { type Entry, fillDecided, fitsToday } from './fill-decided.js'
import { onlyTakesBack, reversals } from './fit-judgements.js'
import { identitiesOf, isEntityId } from './identities.js'
import { renewStandings } from './keep-standings.js'
import { renewTellings } from './keep-tellings.js'
import type { CaseWorld } from './steps.js'

/** What analysts decided, the newest first; of an incident or an entity only what still stands on it. */
export async function listDecided(context: CaseContext, filter: DecidedFilter): Promise<Page<Decided>> {
  await renewTellings(context)
  await renewStandings(context)
  const all = (await entries(context)).filter(({ row }) => !filter.by || row.judgement.by === filter.by)
  return context.store.read(async (scope) => {
    let fitting: readonly Entry[] = all
    if (filter.incident !== undefined) fitting = await onIncident(scope, filter.incident, fitting)
    if (filter.entity !== undefined) fitting = await onEntity(scope, filter.entity, fitting, context.steps.world)
    const size = pageSize(filter.limit)
    const from = filter.cursor === undefined ? 0 : placeAfter(fitting, filter.cursor)
    const page = fitting.slice(from, from + size)
    const more = from + page.length < fitting.length
    const items = await fillDecided(scope, page, context.steps.world)
    return { items, total: fitting.length, ...(more ? { next: page.at(-1)!.row.judgement.id } : {}) }
  })
}

/** The decisions of the log, the newest first; what only takes another back stands beside that. */
function entries(context: CaseContext): Promise<Entry[]> {
  return context.remember('decided', async () => {
    const rows = await context.store.read((scope) => listJudgements(scope))
    const byId = new Map(rows.map(({ judgement }) => [judgement.id, judgement]))
    const back = reversals(rows)
    return rows
      .filter(({ judgement }) => !onlyTakesBack(judgement, byId.get(judgement.reverses ?? '')))
      .map((row) => ({ row, takenBack: back.get(row.judgement.id) }))
      .reverse()
  })
}

function placeAfter(fitting: readonly Entry[], cursor: string): number {
  const place = fitting.findIndex(({ row }) => row.judgement.id === cursor)
  if (place >= 0) return place + 1
  throw new IsnadError('usage', `"${cursor}" is not the cursor of a page`, {
    hint: 'Give back the value of "next" as it came, or leave it out for the first page.',
  })
}

const stand = (all: readonly Entry[]) => all.filter(({ takenBack }) => takenBack === undefined)

async function onIncident(scope: Scope, id: string, all: readonly Entry[]): Promise<Entry[]> {
  const [found] = await incidentsByIds(scope, [id])
  const own = new Set(found?.incident.claims ?? [])
  const documents = new Set((await shownByIds(scope, [...own])).map(({ document }) => document))
  const near = stand(all).filter(
    ({ row: { judgement, anchors } }) =>
      judgement.target.kind !== 'claim' && anchors.some(({ document }) => documents.has(document)),
  )
  const fits = await fitsToday(scope, near)
  return near.filter(({ row }) => row.anchors.some((anchor) => own.has(fits(row, anchor) ?? '')))
}

async function onEntity(scope: Scope, id: string, all: readonly Entry[], world: CaseWorld): Promise<Entry[]> {
  const identities = await identitiesOf(scope, world)
  const own = new Set(identities.members(id))
  return stand(all).filter(({ row: { judgement } }) => {
    const { target } = judgement
    if (target.kind !== 'pair' || target.of !== 'entity') return false
    const sides = [target.a, target.b]
    if (sides.some((side) => own.has(side))) return true
    // A wording that was parted from somebody stands for an entity of its own.
    const words = sides.find((side) => !isEntityId(side, world))
    const other = sides.find((side) => side !== words)
    return words !== undefined && identities.meant(words, other) === id
  })
}
