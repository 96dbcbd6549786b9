import type { ClaimType } from '../model/index.js'
import { listStandings, orderKeyOf } from '../store/index.js'
import type { CaseContext } from './context.js'
import { keptAnswer } from './keep-answers.js'
import { type IncidentMark, renewStandings } from './keep-standings.js'
import { type MarkColumns, markColumns, pickMarks } from './mark-columns.js'

/** Conditions on marks; time and place are chosen on the timeline and map themselves. */
export interface MarkFilter {
  type?: ClaimType
  actor?: string
  /** Another actor, whom claims of the incident name as well. */
  with?: string
  contradicted?: boolean
}

/**
 * Every incident that fits, in order of time. Those of the whole case are kept as they are sent; of the incidents of an actor
 * what stands beside each is read.
 */
export async function markIncidents(context: CaseContext, filter: MarkFilter): Promise<MarkColumns> {
  const { type, contradicted } = filter
  const actors = [filter.actor, filter.with].flatMap((actor) => actor ?? [])
  const all =
    actors.length > 0
      ? await readMarks(context, actors)
      : await keptAnswer(context, 'marks', () => readMarks(context, []))
  if (type === undefined && contradicted === undefined) return all
  const { columns, types } = all
  const [typePlace, mark] = [type && types.indexOf(type), Number(contradicted)]
  return pickMarks(
    all,
    (i) =>
      (type === undefined || columns.type[i] === typePlace) &&
      (contradicted === undefined || columns.contradicted[i] === mark),
  )
}

async function readMarks(context: CaseContext, actors: readonly string[]): Promise<MarkColumns> {
  await renewStandings(context)
  const kept = await context.store.read((scope) => listStandings<IncidentMark>(scope, { actors }))
  const keyed = kept.map((mark) => ({ mark, key: orderKeyOf(mark.time, mark.id) }))
  return markColumns(keyed.sort((x, y) => (x.key < y.key ? -1 : 1)).map(({ mark }) => mark))
}
