import { createHash } from 'node:crypto'
import { type KeptPair, keepPairs, listPairs, stateOfPairs } from '../store/index.js'
import { bestFirst, type DyadOverview, pairUp, type Telling, weighPair } from '../weigh/index.js'
import type { LeaveOut } from './case.js'
import { type CaseContext, keptKey } from './context.js'
import { type WholeCase, wholeCase } from './whole-case.js'

/**
 * Every pair of actors that claims tell of, weighed, the best supported first. They are kept: only those of which some claim,
 * incident or repeated text is another than before are weighed again. What is left out leaves nothing that was kept.
 */
export function allPairs(context: CaseContext, leaveOut?: LeaveOut): Promise<DyadOverview[]> {
  return context.remember(`pairs ${JSON.stringify(leaveOut ?? null)}`, async () => {
    if (leaveOut) return weighPairs(await wholeCase(context, leaveOut))
    const { store } = context
    // Asked before anything is read: what changes meanwhile is another state.
    const state = `${keptKey(context)} ${await context.revision()}`
    const [before, known] = await store.read(async (scope) => [
      await stateOfPairs(scope),
      await listPairs<DyadOverview>(scope),
    ])
    if (before === state) return known.map(({ row }) => row).sort(bestFirst)
    return renew(context, state, known)
  })
}

/** Pairs of these claims, weighed. */
export function weighPairs(whole: WholeCase): DyadOverview[] {
  const pairs = pairUp(whole.tellings, whole.packs)
  return [...pairs].map(([pair, own]) => weighPair(pair, own, whole.incidentOf, whole)).sort(bestFirst)
}

async function renew(
  context: CaseContext,
  state: string,
  known: readonly KeptPair<DyadOverview>[],
): Promise<DyadOverview[]> {
  const whole = await wholeCase(context)
  const before = new Map(known.map((one) => [one.pair, one]))
  const hashes = hashesOf(whole, keptKey(context))
  const all = [...pairUp(whole.tellings, whole.packs)].map(([pair, own]): KeptPair<DyadOverview> => {
    const madeFrom = hashes(own)
    const old = before.get(pair)
    if (old?.madeFrom === madeFrom) return old
    return { pair, madeFrom, row: weighPair(pair, own, whole.incidentOf, whole) }
  })
  const now = new Set(all.map(({ pair }) => pair))
  const made = all.filter((one) => before.get(one.pair) !== one)
  const gone = known.flatMap(({ pair }) => (now.has(pair) ? [] : [pair]))
  await context.store.write((tx) => keepPairs(tx, state, { made, gone }))
  return all.map(({ row }) => row).sort(bestFirst)
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
