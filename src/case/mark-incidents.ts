import type { ClaimType } from '../model/index.js'
import {
  ALL_MONTHS,
  findKept,
  findKeptParts,
  incidentsNaming,
  keepAnswer,
  MARKS_OF,
  monthsOfStandings,
  orderKeyOf,
  standingsOfMonth,
} from '../store/index.js'
import { type CaseContext, keptKey, revisionOf } from './context.js'
import { type IncidentMark, renewStandings } from './keep-standings.js'
import { joinMarks, type MarkColumns, markColumns, pickMarks } from './mark-columns.js'

/** Conditions on marks; the time is chosen on the timeline itself. */
export interface MarkFilter {
  type?: ClaimType
  actor?: string
  /** Another actor, whom claims of the incident name as well. */
  with?: string
  /** A place, with all that lies in it. */
  place?: string
  contradicted?: boolean
}

/** Every incident that fits, in order of time: picked from those of the whole case, which are kept as they are sent. */
export async function markIncidents(context: CaseContext, filter: MarkFilter): Promise<MarkColumns> {
  const { type, contradicted, place } = filter
  const actors = [filter.actor, filter.with].flatMap((actor) => actor ?? [])
  const all = await allMarks(context)
  if (type === undefined && contradicted === undefined && actors.length === 0 && place === undefined) return all
  const naming =
    (actors.length > 0 || place !== undefined) &&
    (await context.store.read((scope) => incidentsNaming(scope, actors, place)))
  const { columns, types } = all
  const [typePlace, mark] = [type && types.indexOf(type), Number(contradicted)]
  return pickMarks(
    all,
    (i) =>
      (!naming || naming.has(columns.id[i]!)) &&
      (type === undefined || columns.type[i] === typePlace) &&
      (contradicted === undefined || columns.contradicted[i] === mark),
  )
}

/** The marks of the whole case, as they are kept. */
function allMarks(context: CaseContext): Promise<MarkColumns> {
  return context.remember('marks', async () => {
    await renewStandings(context)
    const kept = await context.store.read((scope) => findKept<MarkColumns>(scope, MARKS_OF + ALL_MONTHS))
    return kept?.state === keptKey(context) ? kept.answer : joinMonths(context)
  })
}

/** The same from what is kept of each month: only those in which an incident changed are made anew. */
async function joinMonths(context: CaseContext): Promise<MarkColumns> {
  const { store } = context
  const [packs, state] = [keptKey(context), await context.revision()]
  const [months, kept] = await store.read(async (scope) => [
    await monthsOfStandings(scope),
    await findKeptParts<MarkColumns>(scope, MARKS_OF),
  ])
  const made = new Map<string, MarkColumns>()
  for (const month of months) if (kept.get(month)?.state !== packs) made.set(month, await makeMonth(context, month))
  const all = joinMarks(months.map((month) => made.get(month) ?? kept.get(month)!.answer))
  await store.write(async (tx) => {
    // Somebody changed the case meanwhile: what was read may be of before.
    if ((await revisionOf(tx)) !== state) return
    for (const [part, answer] of [...made, [ALL_MONTHS, all] as const])
      await keepAnswer(tx, MARKS_OF + part, { state: packs, answer })
  })
  return all
}

async function makeMonth({ store }: CaseContext, month: string): Promise<MarkColumns> {
  const own = await store.read((scope) => standingsOfMonth<IncidentMark>(scope, month))
  const keyed = own.map((mark) => ({ mark, key: orderKeyOf(mark.time, mark.id) }))
  return markColumns(keyed.sort((x, y) => (x.key < y.key ? -1 : 1)).map(({ mark }) => mark))
}
