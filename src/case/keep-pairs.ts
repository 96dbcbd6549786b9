import { CHANNELS, type Channel } from '../model/index.js'
import {
  type KeptPair,
  keepPairs,
  listPairFigures,
  listPairFiguresIn,
  type PairFigures,
  pairRows,
  unweighedPairs,
} from '../store/index.js'
import {
  bestFirst,
  channelOf,
  claimsHash,
  countPair,
  type DyadOverview,
  type LinkedTelling,
  type PairCounts,
  pairUp,
  weighPair,
  withoutEchoes,
} from '../weigh/index.js'
import type { LeaveOut } from './case.js'
import { type CaseContext, keptKey, revisionOf } from './context.js'
import { renewStandings } from './keep-standings.js'
import { pairsIn, renewTellings } from './keep-tellings.js'
import { findLeftOut } from './left-out.js'
import { partOfCase, type WholeCase } from './whole-case.js'

/** Pairs stored in one transaction. */
const AT_ONCE = 2000

/** Every pair of actors that claims tell of, counted, the best supported first. */
export async function allPairs(context: CaseContext, leaveOut?: LeaveOut): Promise<PairCounts[]> {
  if (leaveOut) return context.remember(`pairs ${JSON.stringify(leaveOut)}`, () => pairsLeft(context, leaveOut))
  return context.remember('pairs', async () => counted(context, await keptFigures(context)))
}

/** The same of one channel, as it was counted when each pair was weighed. */
export async function pairsInChannel(context: CaseContext, channel: Channel): Promise<PairCounts[]> {
  await renewPairs(context)
  const figures = await context.store.read((scope) => listPairFiguresIn(scope, channel))
  return counted(context, new Map(figures.map((one) => [one.pair, one])))
}

/** The pairs that some of the claims of the case tell of, counted; of which no claim is missing is as it is kept. */
export async function countPairs(context: CaseContext, part: WholeCase): Promise<PairCounts[]> {
  const kept = await keptFigures(context)
  const figures = new Map<string, PairFigures>()
  for (const [pair, own] of pairUp(part.tellings)) {
    const known = kept.get(pair)
    figures.set(pair, known?.claims === own.length ? known : figuresOf(pair, own, part))
  }
  return counted(context, figures)
}

/** These pairs with who stands behind them. */
export async function pairsInFull(
  context: CaseContext,
  pairs: readonly Pick<PairCounts, 'a' | 'b'>[],
  leaveOut?: LeaveOut,
): Promise<DyadOverview[]> {
  await renewPairs(context)
  const keys = pairs.map(({ a, b }) => `${a}|${b}`)
  const touched = leaveOut ? pairsIn((await findLeftOut(context, leaveOut)).lost) : new Set<string>()
  const kept = await context.store.read((scope) =>
    pairRows<DyadOverview>(
      scope,
      keys.filter((pair) => !touched.has(pair)),
    ),
  )
  const missing = keys.filter((pair) => !kept.has(pair))
  if (missing.length > 0) {
    const part = await partOfCase(context, missing, leaveOut)
    const paired = pairUp(part.tellings, new Set(missing))
    for (const pair of missing) kept.set(pair, weighPair(pair, paired.get(pair) ?? [], part))
  }
  return keys.map((pair) => kept.get(pair)!)
}

/**
 * Weighs the pairs of which a claim, an incident or a repeated text is another than before: they are marked where these are
 * stored.
 */
async function renewPairs(context: CaseContext): Promise<void> {
  const { store } = context
  await renewTellings(context)
  await renewStandings(context)
  const packs = keptKey(context)
  const marked = await store.read((scope) => unweighedPairs(scope, packs))
  if (marked.length === 0) return
  const state = await context.revision()
  const part = await partOfCase(context, marked)
  const paired = pairUp(part.tellings, new Set(marked))
  for (let from = 0; from < marked.length; from += AT_ONCE) {
    const own = marked.slice(from, from + AT_ONCE)
    const made = own.flatMap((pair): KeptPair<DyadOverview>[] => {
      const tellings = paired.get(pair)
      if (!tellings) return []
      const row = weighPair(pair, tellings, part)
      return [{ ...asFigures(row, claimsHash(tellings)), byChannel: figuresByChannel(pair, tellings, part), row }]
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
function keptFigures(context: CaseContext): Promise<Map<string, PairFigures>> {
  return context.remember('figures of pairs', async () => {
    await renewPairs(context)
    return new Map((await context.store.read((scope) => listPairFigures(scope))).map((one) => [one.pair, one]))
  })
}

/** All pairs, of which those that lost a claim are counted again. */
async function pairsLeft(context: CaseContext, leaveOut: LeaveOut): Promise<PairCounts[]> {
  const figures = new Map(await keptFigures(context))
  const touched = pairsIn((await findLeftOut(context, leaveOut)).lost)
  const part = await partOfCase(context, [...touched], leaveOut)
  const paired = pairUp(part.tellings, touched)
  for (const pair of touched) {
    const own = paired.get(pair)
    own ? figures.set(pair, figuresOf(pair, own, part)) : figures.delete(pair)
  }
  return counted(context, figures)
}

function figuresOf(pair: string, own: readonly LinkedTelling[], part: WholeCase): PairFigures {
  return asFigures(countPair(pair, own, part), claimsHash(own))
}

/** The figures of a pair in each channel; null where all its claims are of one. */
function figuresByChannel(
  pair: string,
  tellings: readonly LinkedTelling[],
  part: WholeCase,
): KeptPair<never>['byChannel'] {
  const channels = new Map<Channel, LinkedTelling[]>()
  for (const one of tellings) {
    const channel = channelOf(one.type, one.incident, part.packs)
    const own = channels.get(channel)
    own ? own.push(one) : channels.set(channel, [one])
  }
  const figures = (own: readonly LinkedTelling[]) => {
    const { pair: _, ...rest } = figuresOf(pair, own, part)
    return rest
  }
  return Object.fromEntries([...channels].map(([channel, own]) => [channel, channels.size === 1 ? null : figures(own)]))
}

function asFigures({ a, b, independence, ...row }: PairCounts, hash: string): PairFigures {
  const { claims, incidents, channels } = row
  const { atLeast, atMost, camps } = independence
  return { pair: `${a}|${b}`, claimsHash: hash, claims, incidents, channels, atLeast, atMost, camps }
}

/** Pairs without echoes, the best supported first. */
function counted({ steps: { world } }: CaseContext, figures: ReadonlyMap<string, PairFigures>): PairCounts[] {
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
