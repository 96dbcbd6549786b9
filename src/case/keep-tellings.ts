import {
  canonical,
  insertWaiting,
  keepTellings,
  listDocuments,
  listTellings,
  type Scope,
  type StoredDocument,
  shownOfDocuments,
  staleKeys,
  type TellingKey,
  takeWaitingOf,
} from '../store/index.js'
import { type Telling, tellingOf } from '../weigh/index.js'
import { type CaseContext, keptKey, withDocuments } from './context.js'
import { identitiesOf, worldWith } from './identities.js'
import { markOtherPacks } from './mark-other-packs.js'
import type { QueueReason } from './queue.js'
import { toWaiting } from './rank-claims.js'
import { lengthen, type ShortTellings, shorten } from './short-tellings.js'
import { outletKey } from './show-claims.js'
import { sourcePart } from './source-part.js'
import type { CaseWorld } from './steps.js'
import { type Tally, tallyOf } from './tally.js'

/** What is kept of a document, for figures; one that was forgotten counts as none. */
export interface DocumentTally {
  claims: Tally
  document: { language: string; outlet: string | null } | null
}

/** Documents whose tellings are made in one transaction. */
const AT_ONCE = 200

/**
 * Keeps, of each document whose claims were shown anew, what they tell without their words, and puts in the queue those on
 * which nobody decided. Linking does this at its end, and a view once more, for what another program left.
 */
export async function renewTellings(context: CaseContext): Promise<void> {
  const { store, steps } = context
  const packs = keptKey(context)
  await markOtherPacks(context, 'tellings')
  const waiting = () => store.read((scope) => staleKeys(scope, 'tellings', AT_ONCE))
  for (let ids = await waiting(); ids.length > 0; ids = await waiting())
    await store.write(async (tx) => {
      const world = await worldWith(tx, steps.world, await identitiesOf(tx, steps.world))
      const shown = (await shownOfDocuments(tx, ids)).filter(({ decision }) => decision !== 'rejected')
      const items = await withDocuments(tx, shown)
      const own = new Map<string, Telling[]>(ids.map((id) => [id, []]))
      for (const item of items) own.get(item.document.id)!.push(tellingOf(item, world))
      const kept = (await listDocuments(tx, ids)).map((row) => {
        const tellings = own.get(row.document.id)!
        const tally: DocumentTally = { claims: tallyOf(tellings), document: aboutDocument(row, world) }
        const parts = { tally, sources: sourcePart(tellings), keys: keysOf(tellings) }
        return { document: row.document.id, tellings: shorten(tellings), ...parts }
      })
      const changed = pairsOfChanged(await tellingsOf(tx, ids), [...own.values()].flat())
      await keepTellings(tx, packs, kept, [...changed])
      const undecided = new Set(shown.flatMap(({ claim, decision }) => (decision === null ? [claim.id] : [])))
      // What rests on a claim is known from its incident, which may be as it was.
      const before = new Map((await takeWaitingOf<QueueReason>(tx, ids)).map(({ claim, reasons }) => [claim, reasons]))
      const waiting = [...own.values()].flat().filter(({ claim }) => undecided.has(claim))
      await insertWaiting(
        tx,
        waiting.map((one) => toWaiting(one, before.get(one.claim))),
      )
    })
}

function aboutDocument({ document, forgotten }: StoredDocument, world: CaseWorld): DocumentTally['document'] {
  if (forgotten) return null
  const printer = document.outlet ?? document.restatedOutlet
  return { language: document.language, outlet: printer === undefined ? null : outletKey(printer, world) }
}

/** The pairs of actors of claims that are told otherwise than before, or not any more. */
function pairsOfChanged(before: readonly Telling[], now: readonly Telling[]): Set<string> {
  const told = new Map(before.map((one) => [one.claim, one]))
  const changed: Telling[] = []
  for (const one of now) {
    const old = told.get(one.claim)
    told.delete(one.claim)
    if (!old) changed.push(one)
    else if (canonical(old) !== canonical(one)) changed.push(old, one)
  }
  return pairsIn([...changed, ...told.values()])
}

/** The pairs of actors that these tell of, by `a|b`. */
export const pairsIn = (tellings: readonly Telling[]) => new Set(tellings.flatMap(({ pairs }) => pairs))

/** By what these are found: the pairs that they tell of, and what they can be left out by. */
function keysOf(tellings: readonly Telling[]): TellingKey[] {
  const keys = new Map<string, TellingKey>()
  const put = (kind: TellingKey['kind'], key: string) => keys.set(`${kind} ${key}`, { kind, key })
  for (const { pairs, leave, camp } of tellings) {
    for (const pair of pairs) put('pair', pair)
    for (const id of leave.outlets) put('outlet', id)
    for (const id of leave.origins) put('origin', id)
    if (camp !== undefined) put('camp', camp)
  }
  return [...keys.values()]
}

/** Every claim of the case, or of these documents, that is not rejected, without its words. */
export async function tellingsOf(scope: Scope, documents?: readonly string[]): Promise<Telling[]> {
  const all: Telling[] = []
  for (const { document, tellings } of await listTellings<ShortTellings>(scope, documents))
    lengthen(document, tellings, all)
  return all
}
