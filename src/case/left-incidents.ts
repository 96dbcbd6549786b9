import { countStandings, listContradictions, membersOfIncidents, type Scope, versionPlaces } from '../store/index.js'
import type { LeaveOut } from './case.js'
import type { CaseContext } from './context.js'
import { renewStandings } from './keep-standings.js'
import { findLeftOut } from './left-out.js'
import { countContradictions, incidentsWithIds } from './weigh-case.js'

/** How many contradictions each incident has that lost some of its claims, weighed again; remembered until the case changes. */
function contradictionsAgain(context: CaseContext, leaveOut: LeaveOut): Promise<Map<string, number>> {
  return context.remember(`contradictions left ${JSON.stringify(leaveOut)}`, async () => {
    const left = await findLeftOut(context, leaveOut)
    return context.store.read(async (scope) => {
      const none = new Map([...left.touched].map((id) => [id, 0]))
      const out = new Set(left.lost.map(({ claim }) => claim))
      const some = await incidentsWithIds(scope, await thatCanContradict(scope, left.touched, out))
      return new Map([...none, ...(await countContradictions(context, scope, some, out))])
    })
  })
}

/**
 * The incidents that lost some of their claims and can still contradict themselves: one claim alone does so only where another
 * version of its document does not have it.
 */
async function thatCanContradict(
  scope: Scope,
  touched: ReadonlySet<string>,
  out: ReadonlySet<string>,
): Promise<string[]> {
  const documents = new Map<string, string[]>([...touched].map((id) => [id, []]))
  for (const { incident, claim, document } of await membersOfIncidents(scope, [...touched]))
    if (!out.has(claim)) documents.get(incident)!.push(document)
  const alone = [...documents.values()].flatMap((own) => (own.length === 1 ? own : []))
  const versions = await versionPlaces(scope, [...new Set(alone)])
  return [...documents].flatMap(([id, own]) => (own.length > 1 || own.some((one) => versions.has(one)) ? [id] : []))
}

/** The incidents of which claims are left, and contradict one another or do not. */
export async function leftContradicted(
  context: CaseContext,
  leaveOut: LeaveOut,
  contradicted: boolean,
): Promise<(incident: string) => boolean> {
  await renewStandings(context)
  const again = await contradictionsAgain(context, leaveOut)
  const all = await context.store.read((scope) => listContradictions(scope))
  const counts = new Map(all.map(({ incident, contradictions }) => [incident, contradictions]))
  return (id) => (again.get(id) ?? counts.get(id) ?? 0) > 0 === contradicted
}

/** Incidents that are left, and contradictions among them all: as linking left them, but for those that lost a claim. */
export async function countLeft(context: CaseContext, leaveOut: LeaveOut) {
  const { touched, gone } = await findLeftOut(context, leaveOut)
  await renewStandings(context)
  const again = await contradictionsAgain(context, leaveOut)
  const [all, before] = await context.store.read(async (scope) => [
    await countStandings(scope),
    await listContradictions(scope, [...touched, ...gone]),
  ])
  const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, n) => total + n, 0)
  return {
    incidents: all.incidents - gone.size,
    contradictions: all.contradictions - sum(before.map((one) => one.contradictions)) + sum(again.values()),
  }
}
