import type { DyadSummary } from './case.js'
import type { CaseContext } from './context.js'
import { listDyads } from './list-dyads.js'

/** Somebody who stands in a relationship with each of two actors. */
export interface CommonPartner {
  actor: string
  name: { en: string; ar: string }
  with: [DyadSummary, DyadSummary]
}

/** Who else appears with both of two actors, those with most incidents first. */
export async function commonPartners(context: CaseContext, a: string, b: string): Promise<CommonPartner[]> {
  const dyads = await listDyads(context)
  const of = (actor: string) =>
    new Map(
      dyads.flatMap((dyad) => {
        if (dyad.a === actor) return [[dyad.b, { dyad, name: dyad.bName }] as const]
        return dyad.b === actor ? [[dyad.a, { dyad, name: dyad.aName }] as const] : []
      }),
    )
  const [first, second] = [of(a), of(b)]
  const found = [...first].flatMap(([actor, { dyad, name }]): CommonPartner[] => {
    const other = second.get(actor)
    return other && actor !== a && actor !== b ? [{ actor, name, with: [dyad, other.dyad] }] : []
  })
  const weight = ({ with: [x, y] }: CommonPartner) => x.incidents + y.incidents
  return found.sort((x, y) => weight(y) - weight(x) || (x.actor < y.actor ? -1 : 1))
}
