import { order } from '../model/index.js'
import { listPairDays, listPairsTold, type Scope } from '../store/index.js'
import { believed, type PairCounts, pairUp, type WeighContext, weighPair } from '../weigh/index.js'
import type { LeaveOut } from './case.js'
import type { CaseContext } from './context.js'
import { listRepublications } from './find-repeats.js'
import { identitiesOf, worldWith } from './identities.js'
import { counted, figuresOf, keptFigures } from './keep-pairs.js'
import { pairsIn } from './keep-tellings.js'
import { findLeftOut } from './left-out.js'
import { tellingsOfPairs } from './part-of-case.js'
import { claimsOf, lengthenPair, type ShortPair, type Told, type Wanted } from './short-pairs.js'

/** Which claims are counted: those that are not left out and, where a condition is given, fulfil it. */
export interface SomeClaims {
  leaveOut?: LeaveOut | undefined
  ofType?: ((type: Told['type']) => boolean) | undefined
  /** Pairs none of whose claims are in time are not even read. */
  inTime?: ((time: Told['time']) => boolean) | undefined
}

/** Pairs read at once: what their claims tell takes some room. */
const AT_ONCE = 1000

/**
 * The pairs that some of the claims of the case tell of, counted, the best supported first. Pairs of which no claim is missing
 * are as they are kept, and where nothing but leaving out is asked for they are not even read.
 */
export async function countPairs(
  context: CaseContext,
  { leaveOut, ofType, inTime }: SomeClaims,
): Promise<PairCounts[]> {
  const figures = new Map(await keptFigures(context))
  const lost = leaveOut ? (await findLeftOut(context, leaveOut)).lost : []
  const wanted = wantedOf({ ofType, inTime }, lost)
  await context.store.read(async (scope) => {
    if (inTime) for (const { pair, days } of await listPairDays(scope)) if (!days.some(inTime)) figures.delete(pair)
    const asked = wanted.counts ? [...figures.keys()] : [...pairsIn(lost)]
    const weighing = await weighingOf(context, scope)
    for await (const { pair, told } of toldOf(scope, asked)) {
      const claims = claimsOf(told, wanted)
      if (claims.size === 0) figures.delete(pair)
      else if (claims.size < told.claims.length) {
        // One claim alone rests on itself, whatever the others show; a short time has very many such pairs.
        const whole = lengthenPair(told, claims.size === 1 ? claims : undefined)
        const own = whole.filter(({ claim }) => claims.has(claim))
        figures.set(pair, figuresOf(pair, own, weighing, whole))
      }
    }
  })
  return counted(context, figures)
}

/** The pairs that some of the claims of the case tell of at all, in order of their ids: nothing of them is weighed. */
export async function findPairs(
  context: CaseContext,
  { leaveOut, ofType, inTime }: SomeClaims & { inTime: NonNullable<SomeClaims['inTime']> },
): Promise<Pick<PairCounts, 'a' | 'b'>[]> {
  await keptFigures(context)
  const lost = leaveOut ? (await findLeftOut(context, leaveOut)).lost : []
  const wanted = wantedOf({ ofType, inTime }, lost)
  const pairs = await context.store.read(async (scope) => {
    const found = (await listPairDays(scope)).flatMap(({ pair, days }) => (days.some(inTime) ? [pair] : []))
    if (!ofType && lost.length === 0) return found
    const kept: string[] = []
    for await (const { pair, told } of toldOf(scope, found)) if (claimsOf(told, wanted).size > 0) kept.push(pair)
    return kept
  })
  return pairs.sort(order).map((pair) => {
    const [a, b] = pair.split('|') as [string, string]
    return { a, b }
  })
}

/** What the claims of these pairs tell, read some pairs at a time. */
async function* toldOf(scope: Scope, pairs: readonly string[]) {
  for (let from = 0; from < pairs.length; from += AT_ONCE)
    yield* await listPairsTold<ShortPair>(scope, pairs.slice(from, from + AT_ONCE))
}

function wantedOf({ ofType, inTime }: SomeClaims, lost: readonly { claim: string }[]): Wanted {
  const counts =
    ofType || inTime ? ({ type, time }: Told) => (ofType?.(type) ?? true) && (inTime?.(time) ?? true) : undefined
  return { without: new Set(lost.map(({ claim }) => claim)), counts }
}

/** These pairs with who stands behind them, which nothing keeps: weighed from the documents that tell of them. */
export async function pairsInFull(
  context: CaseContext,
  pairs: readonly Pick<PairCounts, 'a' | 'b'>[],
  leaveOut?: LeaveOut,
) {
  const keys = pairs.map(({ a, b }) => `${a}|${b}`)
  const { tellings, ...weighing } = await tellingsOfPairs(context, keys)
  const paired = pairUp(tellings, new Set(keys))
  return keys.map((pair) => {
    const whole = paired.get(pair) ?? []
    return weighPair(pair, believed(whole, { ...weighing, leaveOut }), weighing, whole)
  })
}

async function weighingOf({ steps }: CaseContext, scope: Scope): Promise<WeighContext> {
  return {
    packs: await worldWith(scope, steps.world, await identitiesOf(scope, steps.world)),
    republications: await listRepublications(scope),
  }
}
