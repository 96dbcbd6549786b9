import type { DyadSummary } from './case.js'
import type { CaseContext } from './context.js'
import { dyadsInFull, listPairs } from './list-dyads.js'

/** Somebody who stands in a relationship with each of two actors. */
export interface CommonPartner {
  actor: string
  name: { en: string; ar: string }
  with: [DyadSummary, DyadSummary]
}

/** Who else appears with both of two actors, those with most incidents first. */
export async function commonPartners(context: CaseContext, a: string, b: string): Promise<CommonPartner[]> {
  const dyads = await listPairs(context)
  const of = (actor: string) =>
    new Map(
      dyads.flatMap((dyad) => {
        if (dyad.a === actor) return [[dyad.b, { dyad, name: dyad.bName }] as const]
        return dyad.b === actor ? [[dyad.a, { dyad, name: dyad.aName }] as const] : []
      }),
    )
  const [first, second] = [of(a), of(b)]
  const found = [...first].flatMap(([actor, { dyad, name }]) => {
    const other = second.get(actor)
    return other && actor !== a && actor !== b ? [{ actor, name, with: [dyad, other.dyad] as const }] : []
  })
  const weight = ({ with: [x, y] }: (typeof found)[number]) => x.incidents + y.incidents
  found.sort((x, y) => weight(y) - weight(x) || (x.actor < y.actor ? -1 : 1))
  const full = await dyadsInFull(
    context,
    found.flatMap((one) => one.with),
  )
  return found.map(({ actor, name }, i) => ({ actor, name, with: [full[2 * i]!, full[2 * i + 1]!] }))
}
