import type { Republication } from '../model/index.js'
import { briefsOfClaims, countTellings, documentsByKeys, type IncidentBrief, incidentsInBrief } from '../store/index.js'
import type { LinkedTelling, Telling } from '../weigh/index.js'
import type { CaseContext } from './context.js'
import { listRepublications } from './find-repeats.js'
import { identitiesOf, worldWith } from './identities.js'
import { renewTellings, tellingsOf } from './keep-tellings.js'
import type { CaseWorld } from './steps.js'

/** Claims without their words, and what weighing them needs beside them. */
export interface PartOfCase {
  /** Claims that are not rejected, with the incidents that they went into. */
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

/** From this share of all documents on, the whole case is read at once. */
const MOST = 0.5

/** What the documents that tell of these pairs of actors tell: of these pairs everything, of others some. */
export async function tellingsOfPairs(context: CaseContext, pairs: readonly string[]): Promise<PartOfCase> {
  const { store, steps } = context
  await renewTellings(context)
  return store.read(async (scope) => {
    const documents = await documentsByKeys(scope, 'pair', pairs)
    const most = documents.length > MOST * (await countTellings(scope))
    const tellings = await tellingsOf(scope, most ? undefined : documents)
    const claims = tellings.map(({ claim }) => claim)
    return {
      tellings: linked(tellings, most ? await incidentsInBrief(scope) : await briefsOfClaims(scope, claims)),
      republications: await listRepublications(scope),
      packs: await worldWith(scope, steps.world, await identitiesOf(scope, steps.world)),
    }
  })
}
