import { CHANNELS, type Channel } from '../model/index.js'
import {
  type KeptPair,
  keepPairs,
  listPairFigures,
  listPairFiguresIn,
  type PairFigures,
  uncountedPairs,
} from '../store/index.js'
import {
  bestFirst,
  type CountedTelling,
  channelOf,
  claimsHash,
  countPair,
  type PairCounts,
  pairUp,
  type WeighContext,
  withoutEchoes,
} from '../weigh/index.js'
import { type CaseContext, keptKey, revisionOf } from './context.js'
import { keptAnswer } from './keep-answers.js'
import { renewStandings } from './keep-standings.js'
import { renewTellings } from './keep-tellings.js'
import { tellingsOfPairs } from './part-of-case.js'
import { daysOf, type ShortPair, shortenPair } from './short-pairs.js'

/** Pairs stored in one transaction. */
const AT_ONCE = 2000

/** Every pair of actors that claims tell of, counted, the best supported first; kept. */
export function allPairs(context: CaseContext): Promise<PairCounts[]> {
  return keptAnswer(context, 'pairs', async () => counted(context, await keptFigures(context)))
}

/** The same of one channel, as it was counted with each pair. */
export async function pairsInChannel(context: CaseContext, channel: Channel): Promise<PairCounts[]> {
  await renewPairs(context)
  const figures = await context.store.read((scope) => listPairFiguresIn(scope, channel))
  return counted(context, new Map(figures.map((one) => [one.pair, one])))
}

/**
 * Counts the pairs of which a claim, an incident or a repeated text is another than before: they are marked where these are
 * stored.
 */
export async function renewPairs(context: CaseContext): Promise<void> {
  const { store } = context
  await renewTellings(context)
  await renewStandings(context)
  const packs = keptKey(context)
  const marked = await store.read((scope) => uncountedPairs(scope, packs))
  if (marked.length === 0) return
  const state = await context.revision()
  const part = await tellingsOfPairs(context, marked)
  const paired = pairUp(part.tellings, new Set(marked))
  const repeated = new Set(part.republications.flatMap(({ documents }) => documents.map(({ id }) => id)))
  for (let from = 0; from < marked.length; from += AT_ONCE) {
    const own = marked.slice(from, from + AT_ONCE)
    const made = own.flatMap((pair): KeptPair<ShortPair>[] => {
      const tellings = paired.get(pair)
      if (!tellings) return []
      const byChannel = figuresByChannel(pair, tellings, part)
      const told = shortenPair(tellings, repeated)
      return [{ ...figuresOf(pair, tellings, part, tellings), byChannel, told, days: daysOf(told) }]
    })
    const gone = own.filter((pair) => !paired.has(pair))
    const kept = await store.write(async (tx) => {
      if ((await revisionOf(tx)) !== state) return false
      await keepPairs(tx, packs, { made, gone })
      return true
    })
    // Somebody changed the case meanwhile: what was read may be of before.
    if (!kept) return renewPairs(context)
  }
}

/** The figures of every pair, echoes too; remembered until the case changes. */
export function keptFigures(context: CaseContext): Promise<Map<string, PairFigures>> {
  return context.remember('figures of pairs', async () => {
    await renewPairs(context)
    return new Map((await context.store.read((scope) => listPairFigures(scope))).map((one) => [one.pair, one]))
  })
}

/** The figures of a pair by some of its claims; `whole`: all of them. */
export function figuresOf(
  pair: string,
  own: readonly CountedTelling[],
  weighing: WeighContext,
  whole: readonly CountedTelling[],
): PairFigures {
  const { claims, incidents, channels, independence } = countPair(pair, own, weighing, whole)
  const { atLeast, atMost, camps } = independence
  return { pair, claimsHash: claimsHash(own), claims, incidents, channels, atLeast, atMost, camps }
}

/** The figures of a pair in each channel; null where all its claims are of one. */
function figuresByChannel(
  pair: string,
  tellings: readonly CountedTelling[],
  weighing: WeighContext,
): KeptPair<never>['byChannel'] {
  const channels = new Map<Channel, CountedTelling[]>()
  for (const one of tellings) {
    const channel = channelOf(one.type, one.incident, weighing.packs)
    const own = channels.get(channel)
    own ? own.push(one) : channels.set(channel, [one])
  }
  const figures = (own: readonly CountedTelling[]) => {
    const { pair: _, ...rest } = figuresOf(pair, own, weighing, tellings)
    return rest
  }
  return Object.fromEntries([...channels].map(([channel, own]) => [channel, channels.size === 1 ? null : figures(own)]))
}

/** Pairs without echoes, the best supported first. */
export function counted({ steps: { world } }: CaseContext, figures: ReadonlyMap<string, PairFigures>): PairCounts[] {
  const own = withoutEchoes(figures, (one) => one.claimsHash, world)
  return [...own.values()]
    .map(({ pair, claims, incidents, channels, atLeast, atMost, camps }): PairCounts => {
      const [a, b] = pair.split('|') as [string, string]
      const known = new Set<string>(channels)
      const independence = { atLeast, atMost, camps }
      return { a, b, incidents, claims, channels: CHANNELS.filter((one) => known.has(one)), independence }
    })
    .sort(bestFirst)
}
