import type { Republication } from '../model/index.js'
import { briefsOfClaims, countTellings, documentsByKeys, type IncidentBrief, incidentsInBrief } from '../store/index.js'
import { isLeftOut, type LinkedTelling, type Telling } from '../weigh/index.js'
import type { LeaveOut } from './case.js'
import type { CaseContext } from './context.js'
import { listRepublications } from './find-repeats.js'
import { identitiesOf, worldWith } from './identities.js'
import { renewTellings, tellingsOf } from './keep-tellings.js'
import type { CaseWorld } from './steps.js'

/** The whole case without its words: what figures, pairs and sources are counted from. */
export interface WholeCase {
  /** All claims that are neither rejected nor left out, with the incidents that they went into. */
  tellings: readonly CaseTelling[]
  republications: readonly Republication[]
  packs: CaseWorld
}

export interface CaseTelling extends LinkedTelling {
  incident: IncidentBrief | undefined
}

/** Puts beside each claim its incident: once, and not for each pair that it tells of. */
export function linked(tellings: readonly Telling[], incidents: ReadonlyMap<string, IncidentBrief>): CaseTelling[] {
  // Put in where they stand: there are very many.
  for (const one of tellings) (one as CaseTelling).incident = incidents.get(one.claim)
  return tellings as CaseTelling[]
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
    return {
      tellings: linked(await tellingsOf(scope), await incidentsInBrief(scope)),
      republications: await listRepublications(scope),
      packs: await worldWith(scope, steps.world, await identitiesOf(scope, steps.world)),
    }
  })
}

/** From this share of all documents on, the whole case is read at once. */
const MOST = 0.5

/** The documents that tell of these pairs of actors, or what is left of them. */
export async function partOfCase(
  context: CaseContext,
  pairs: readonly string[],
  leaveOut?: LeaveOut,
): Promise<WholeCase> {
  const { store, steps } = context
  if (await context.recall('whole')) return wholeCase(context, leaveOut)
  await renewTellings(context)
  const documents = await store.read((scope) => documentsByKeys(scope, 'pair', pairs))
  if (documents.length > MOST * (await store.read(countTellings))) return wholeCase(context, leaveOut)
  return store.read(async (scope) => {
    const packs = await worldWith(scope, steps.world, await identitiesOf(scope, steps.world))
    const all = await tellingsOf(scope, documents)
    const leftOut = leaveOut && isLeftOut(leaveOut, packs)
    const tellings = leftOut ? all.filter(({ leave, camp }) => !leftOut(leave, camp)) : all
    const incidents = await briefsOfClaims(
      scope,
      tellings.map(({ claim }) => claim),
    )
    return {
      tellings: linked(tellings, incidents),
      republications: await listRepublications(scope),
      packs,
    }
  })
}
