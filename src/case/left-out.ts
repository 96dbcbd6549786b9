import { documentsByKeys, incidentsOfClaims, sizesOfIncidents } from '../store/index.js'
import { isLeftOut, leftOutKeys, type Telling } from '../weigh/index.js'
import type { LeaveOut } from './case.js'
import type { CaseContext } from './context.js'
import { identitiesOf, worldWith } from './identities.js'
import { renewTellings, tellingsOf } from './keep-tellings.js'

/** What leaving something out takes from a case; all else stands as it is. */
export interface LeftOut {
  /** The claims that are left out. */
  lost: readonly Telling[]
  /** Of every document of which a claim is left out, the claims that are left. */
  remaining: ReadonlyMap<string, readonly Telling[]>
  /** Incidents that lost some of their claims, and those that lost all. */
  touched: ReadonlySet<string>
  gone: ReadonlySet<string>
}

/** What leaving this out takes from the case, found by keys: no other document is read. Remembered until the case changes. */
export function findLeftOut(context: CaseContext, leaveOut: LeaveOut): Promise<LeftOut> {
  const { store, steps } = context
  return context.remember(`left out ${JSON.stringify(leaveOut)}`, async () => {
    await renewTellings(context)
    return store.read(async (scope) => {
      const world = await worldWith(scope, steps.world, await identitiesOf(scope, steps.world))
      const keys = leftOutKeys(leaveOut, world)
      const documents = new Set<string>()
      for (const kind of ['outlet', 'camp', 'origin'] as const)
        for (const id of await documentsByKeys(scope, kind, [...keys[kind]])) documents.add(id)
      const leftOut = isLeftOut(leaveOut, world)
      const lost: Telling[] = []
      const remaining = new Map<string, Telling[]>([...documents].map((id) => [id, []]))
      for (const one of await tellingsOf(scope, [...documents]))
        (leftOut(one.leave, one.camp) ? lost : remaining.get(one.document)!).push(one)
      const incidents = await incidentsOfClaims(
        scope,
        lost.map(({ claim }) => claim),
      )
      const losses = new Map<string, number>()
      for (const id of incidents.values()) losses.set(id, (losses.get(id) ?? 0) + 1)
      const sizes = await sizesOfIncidents(scope, [...losses.keys()])
      const isGone = (id: string) => losses.get(id) === sizes.get(id)
      const [gone, touched] = [new Set<string>(), new Set<string>()]
      for (const id of losses.keys()) (isGone(id) ? gone : touched).add(id)
      return { lost, remaining, touched, gone }
    })
  })
}
