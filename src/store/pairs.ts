import { eachChunk, gather, rowChunks } from './in-chunks.js'
import { insertRows } from './insert-rows.js'
import { fromJson, toJson } from './json.js'
import type { Scope } from './store.js'

/** The figures of a pair of actors; `claimsHash` is equal where two pairs have the same claims. */
export interface PairFigures {
  pair: string
  claimsHash: string
  claims: number
  incidents: number
  channels: string[]
  atLeast: number
  atMost: number
  camps: number
}

/** The figures of a pair in one channel; null where they are those of the whole. */
type ChannelFigures = Omit<PairFigures, 'pair'> | null

/** A pair of actors as it was counted, its figures in each channel that its claims are of, and what these tell. */
export interface KeptPair<Told> extends PairFigures {
  byChannel: Readonly<Record<string, ChannelFigures>>
  told: Told
  /** The stated days of it: each stretch once, null for what has none. */
  days: readonly Stretch[]
}

/** Days, inclusive, each of which may be unknown; null where both are. */
export type Stretch = { from: string | null; to: string | null } | null

const BLANK = { packs: '', told: '', days: '' }
const NOTHING = {
  claims_hash: '',
  channels: '[]',
  claims: 0,
  incidents: 0,
  at_least: 0,
  at_most: 0,
  camps: 0,
  by_channel: '{}',
}

/** Marks pairs to be counted again; what was kept of them is gone, also words that may be forgotten. */
export async function markPairs({ db, caseId }: Scope, pairs: readonly string[]): Promise<void> {
  const rows = pairs.map((pair) => ({ case_id: caseId, pair, ...BLANK, ...NOTHING }))
  for (const part of rowChunks(rows))
    await db
      .insertInto('pairs')
      .values(part)
      .onConflict((c) => c.columns(['case_id', 'pair']).doUpdateSet(BLANK))
      .execute()
}

/** The pairs that must be counted, by the packs of the day. */
export async function uncountedPairs({ db, caseId }: Scope, packs: string): Promise<string[]> {
  const query = db.selectFrom('pairs').select('pair').where('case_id', '=', caseId).where('packs', '!=', packs)
  return (await query.orderBy('pair').execute()).map((row) => row.pair)
}

/** The figures of all pairs, in no order. */
export async function listPairFigures({ db, caseId }: Scope): Promise<PairFigures[]> {
  const columns = ['pair', 'claims_hash', 'claims', 'incidents', 'channels', 'at_least', 'at_most', 'camps'] as const
  const rows = await db.selectFrom('pairs').select(columns).where('case_id', '=', caseId).execute()
  return rows.map(({ pair, claims_hash, channels, at_least, at_most, ...row }) => ({
    ...{ pair, claimsHash: claims_hash, channels: fromJson<string[]>(channels), atLeast: at_least, atMost: at_most },
    ...{ claims: row.claims, incidents: row.incidents, camps: row.camps },
  }))
}

/** The figures of all pairs that have claims of this channel, in it alone; in no order. */
export async function listPairFiguresIn(scope: Scope, channel: string): Promise<PairFigures[]> {
  const query = scope.db.selectFrom('pairs').select(['pair', 'by_channel']).where('case_id', '=', scope.caseId)
  const rows = await query.where('by_channel', 'like', `%"${channel}":%`).execute()
  const whole = new Map((await listPairFigures(scope)).map((one) => [one.pair, one]))
  return rows.flatMap(({ pair, by_channel }) => {
    const own = fromJson<Record<string, ChannelFigures>>(by_channel)[channel]
    if (own === undefined) return []
    return own === null ? (whole.get(pair) ?? []) : { pair, ...own }
  })
}

/** The days of what the claims of each pair tell; of those that must be counted nothing is there. */
export async function listPairDays({ db, caseId }: Scope): Promise<{ pair: string; days: Stretch[] }[]> {
  const query = db.selectFrom('pairs').select(['pair', 'days']).where('case_id', '=', caseId).where('days', '!=', '')
  return (await query.execute()).map(({ pair, days }) => ({ pair, days: days.split(',').map(toStretch) }))
}

const fromStretch = (days: Stretch) => `${days?.from ?? ''}/${days?.to ?? ''}`

function toStretch(text: string): Stretch {
  const [from, to] = text.split('/')
  return from || to ? { from: from || null, to: to || null } : null
}

/** What the claims of these pairs tell; of those that must be counted nothing is there. */
export async function listPairsTold<Told>(
  { db, caseId }: Scope,
  pairs: readonly string[],
): Promise<{ pair: string; told: Told }[]> {
  const query = db.selectFrom('pairs').select(['pair', 'told']).where('case_id', '=', caseId).where('told', '!=', '')
  const rows = await gather(pairs, (part) => query.where('pair', 'in', part).execute())
  return rows.map(({ pair, told }) => ({ pair, told: fromJson<Told>(told) }))
}

/** Puts pairs in place of what was kept of them, and takes out those that are `gone`. */
export async function keepPairs<Told>(
  scope: Scope,
  packs: string,
  { made, gone }: { made: readonly KeptPair<Told>[]; gone: readonly string[] },
): Promise<void> {
  const { db, caseId } = scope
  const old = db.deleteFrom('pairs').where('case_id', '=', caseId)
  await eachChunk([...gone, ...made.map(({ pair }) => pair)], (part) => old.where('pair', 'in', part).execute())
  const rows = made.map(
    ({ pair, claimsHash, claims, incidents, channels, atLeast, atMost, camps, byChannel, told, days }) => ({
      ...{ case_id: caseId, pair, packs, claims_hash: claimsHash, claims, incidents, channels: toJson(channels) },
      ...{ at_least: atLeast, at_most: atMost, camps, by_channel: toJson(byChannel), told: toJson(told) },
      days: days.map(fromStretch).join(','),
    }),
  )
  await insertRows(scope, 'pairs', rows)
}
