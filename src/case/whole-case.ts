import type { Republication } from '../model/index.js'
import { type IncidentBrief, incidentsInBrief } from '../store/index.js'
import { isLeftOut, type Telling } from '../weigh/index.js'
import type { LeaveOut } from './case.js'
import type { CaseContext } from './context.js'
import { listRepublications } from './find-repeats.js'
import { identitiesOf, worldWith } from './identities.js'
import { allTellings, renewTellings } from './keep-tellings.js'
import type { CaseWorld } from './steps.js'

/** The whole case without its words: what figures, pairs and sources are counted from. */
export interface WholeCase {
  /** All claims that are neither rejected nor left out. */
  tellings: readonly Telling[]
  /** The incident that a claim went into. */
  incidentOf(claim: string): IncidentBrief | undefined
  republications: readonly Republication[]
  packs: CaseWorld
}

/** The whole case, or what is left of it; remembered until the case changes. */
export async function wholeCase(context: CaseContext, leaveOut?: LeaveOut): Promise<WholeCase> {
  const whole = await context.remember('whole', () => readWhole(context))
  if (!leaveOut) return whole
  return context.remember(`whole ${JSON.stringify(leaveOut)}`, async () => {
    const leftOut = isLeftOut(leaveOut, whole.packs)
    return { ...whole, tellings: whole.tellings.filter(({ leave, camp }) => !leftOut(leave, camp)) }
  })
}

async function readWhole(context: CaseContext): Promise<WholeCase> {
  const { store, steps } = context
  await renewTellings(context)
  return store.read(async (scope) => {
    const incidents = await incidentsInBrief(scope)
    return {
      tellings: await allTellings(scope),
      incidentOf: (claim) => incidents.get(claim),
      republications: await listRepublications(scope),
      packs: await worldWith(scope, steps.world, await identitiesOf(scope, steps.world)),
    }
  })
}
