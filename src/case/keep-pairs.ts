import { createHash } from 'node:crypto'
import { type KeptPair, keepPairs, listPairs } from '../store/index.js'
import {
  bestFirst,
  countPair,
  type DyadOverview,
  type PairCounts,
  pairUp,
  type Telling,
  weighPair,
} from '../weigh/index.js'
import type { LeaveOut } from './case.js'
import { type CaseContext, keptKey } from './context.js'
import { keptAnswer } from './keep-answers.js'
import { type WholeCase, wholeCase } from './whole-case.js'

/**
 * Every pair of actors that claims tell of, counted, the best supported first. They are kept: only those of which some
 * claim, incident or repeated text is another than before are weighed again.
 */
export function allPairs(context: CaseContext, leaveOut?: LeaveOut): Promise<PairCounts[]> {
  if (!leaveOut) return keptAnswer(context, 'pairs', () => renew(context))
  return context.remember(`pairs ${JSON.stringify(leaveOut)}`, async () =>
    countPairs(context, await wholeCase(context, leaveOut)),
  )
}

/** The pairs that some of the claims of the case tell of, counted; of which no claim is missing is as it is kept. */
export async function countPairs(context: CaseContext, part: WholeCase): Promise<PairCounts[]> {
  const kept = new Map((await allPairs(context)).map((one) => [keyOf(one), one]))
  const whole = await pairedUp(context)
  const counted = [...pairUp(part.tellings, part.packs)].map(([pair, own]) => {
    const complete = whole.get(pair)?.length === own.length
    return (complete && kept.get(pair)) || countPair(pair, own, part.incidentOf, part)
  })
  return counted.sort(bestFirst)
}

/** These pairs with who stands behind them. */
export async function pairsInFull(
  context: CaseContext,
  pairs: readonly Pick<PairCounts, 'a' | 'b'>[],
  leaveOut?: LeaveOut,
): Promise<DyadOverview[]> {
  const keys = pairs.map(keyOf)
  const rows = leaveOut ? [] : await context.store.read((scope) => listPairs<DyadOverview>(scope, keys))
  const kept = new Map(rows.map(({ pair, row }) => [pair, row]))
  if (keys.every((pair) => kept.has(pair))) return keys.map((pair) => kept.get(pair)!)
  const [whole, paired] = [await wholeCase(context, leaveOut), await pairedUp(context, leaveOut)]
  return keys.map((pair) => kept.get(pair) ?? weighPair(pair, paired.get(pair) ?? [], whole.incidentOf, whole))
}

const keyOf = ({ a, b }: Pick<PairCounts, 'a' | 'b'>) => `${a}|${b}`

/** The claims of each pair; remembered until the case changes. */
function pairedUp(context: CaseContext, leaveOut?: LeaveOut): Promise<Map<string, Telling[]>> {
  return context.remember(`paired up ${JSON.stringify(leaveOut ?? null)}`, async () => {
    const { tellings, packs } = await wholeCase(context, leaveOut)
    return pairUp(tellings, packs)
  })
}

/** Weighs the pairs that are another than they were. */
async function renew(context: CaseContext): Promise<PairCounts[]> {
  const whole = await wholeCase(context)
  const known = await context.store.read((scope) => listPairs<DyadOverview>(scope))
  const before = new Map(known.map((one) => [one.pair, one]))
  const hashes = hashesOf(whole, keptKey(context))
  const all = [...(await pairedUp(context))].map(([pair, own]): KeptPair<DyadOverview> => {
    const madeFrom = hashes(own)
    const old = before.get(pair)
    if (old?.madeFrom === madeFrom) return old
    return { pair, madeFrom, row: weighPair(pair, own, whole.incidentOf, whole) }
  })
  const now = new Set(all.map(({ pair }) => pair))
  const made = all.filter((one) => before.get(one.pair) !== one)
  const gone = known.flatMap(({ pair }) => (now.has(pair) ? [] : [pair]))
  await context.store.write((tx) => keepPairs(tx, { made, gone }))
  return all.map(({ row }) => counts(row)).sort(bestFirst)
}

function counts({ independence: { atLeast, atMost, camps }, ...row }: DyadOverview): PairCounts {
  return { ...row, independence: { atLeast, atMost, camps } }
}

/** A hash of all that the weight of a pair rests on: its claims, their incidents, and what repeats their documents. */
function hashesOf(whole: WholeCase, packs: string): (own: readonly Telling[]) => string {
  const texts = new Map<string, string>()
  for (const { kind, documents } of whole.republications) {
    const group = documents.map(({ id }) => id).join(' ')
    for (const { id } of documents) texts.set(id, `${texts.get(id) ?? ''} ${kind} ${group}`)
  }
  const lines = new Map<Telling, string>()
  const lineOf = (one: Telling) => {
    const known = lines.get(one)
    if (known !== undefined) return known
    const { id, type } = whole.incidentOf(one.claim) ?? {}
    const line = `${JSON.stringify(one)} ${id} ${type} ${texts.get(one.document) ?? ''}\n`
    lines.set(one, line)
    return line
  }
  return (own) => {
    const hash = createHash('sha256').update(`${packs}\n`)
    for (const one of own) hash.update(lineOf(one))
    return hash.digest('hex')
  }
}
