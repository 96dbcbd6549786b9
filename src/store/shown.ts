import type { Claim } from '../model/index.js'
import { restoreClaim } from './claim-json.js'
import { gather } from './in-chunks.js'
import { insertRows } from './insert-rows.js'
import { canonical, fromJson, toJson } from './json.js'
import type { Scope } from './store.js'
import { markTellings } from './tellings.js'

/** A claim as the case shows it today, with the keys by which it is found. */
export interface ShownClaim {
  claim: Claim
  document: string
  /** The analyst's last word: accepted, rejected, corrected, added. */
  decision: string | null
  /** Sorts lists; unique in the case. */
  orderKey: string
  /** Normal forms: of the origin's name, the outlet's name, and of all words that a search should find. */
  originKey: string
  outletKey: string
  search: string
  /** First and last day on which it can have happened. */
  from: string | null
  to: string | null
  actors: { id: string; role: string }[]
  places: { id: string; role: string }[]
  /** Blocks in which it meets others; none for what forms no incident. */
  blocks: string[]
  /** What tells there of most others that they are not the same; empty where it meets none. */
  brief: string
}

/** What is read back: the claim and what lists need. */
export interface FoundClaim {
  claim: Claim
  document: string
  decision: string | null
  orderKey: string
}

/** The rows that a shown claim has in each of its tables. */
function tableRows(caseId: string, document: string, rows: readonly ShownClaim[]) {
  const key = (row: ShownClaim) => ({ case_id: caseId, claim_id: row.claim.id, document_id: document })
  return {
    shown: rows.map((row) => ({
      ...key(row),
      order_key: row.orderKey,
      type: row.claim.type,
      status: row.claim.status,
      time_from: row.from,
      time_to: row.to,
      origin_key: row.originKey,
      origin_entity: row.claim.chain.at(-1)?.entity ?? null,
      outlet_key: row.outletKey,
      decision: row.decision,
      search: row.search,
      brief: row.brief,
      json: toJson(row.claim),
    })),
    claim_actors: rows.flatMap((row) => unique(row.actors).map(({ id, role }) => ({ ...key(row), actor: id, role }))),
    claim_places: rows.flatMap((row) => unique(row.places).map(({ id, role }) => ({ ...key(row), place: id, role }))),
    claim_blocks: rows.flatMap((row) => [...new Set(row.blocks)].map((block) => ({ ...key(row), block }))),
  }
}

/** Replaces what is shown of a document. */
export async function replaceShown(scope: Scope, document: string, rows: readonly ShownClaim[]): Promise<void> {
  const { db, caseId } = scope
  await markTellings(scope, [document])
  for (const table of ['claim_actors', 'claim_places', 'claim_blocks', 'shown'] as const)
    await db.deleteFrom(table).where('case_id', '=', caseId).where('document_id', '=', document).execute()
  const { shown, claim_actors, claim_places, claim_blocks } = tableRows(caseId, document, rows)
  await insertRows(scope, 'shown', shown)
  await insertRows(scope, 'claim_actors', claim_actors)
  await insertRows(scope, 'claim_places', claim_places)
  await insertRows(scope, 'claim_blocks', claim_blocks)
}

/**
 * Whether the tables hold for a document what these rows would put there: exactly, or with `claimsOnly` the same claims
 * with the same decisions (the keys beside them depend on the packs of the day).
 */
export async function isShown(
  { db, caseId }: Scope,
  document: string,
  rows: readonly ShownClaim[],
  claimsOnly: boolean,
): Promise<boolean> {
  const due = tableRows(caseId, document, rows)
  for (const table of ['shown', 'claim_actors', 'claim_places', 'claim_blocks'] as const) {
    const stored = await db
      .selectFrom(table)
      .selectAll()
      .where('case_id', '=', caseId)
      .where('document_id', '=', document)
      .execute()
    if (claimsOnly) return asText(stored.map(bare)) === asText(due.shown.map(bare))
    if (asText(stored) !== asText(due[table])) return false
  }
  return true
}

/** Stores other decisions on claims that are shown; nothing of what they tell changes with them. */
export async function replaceDecisions(
  { db, caseId }: Scope,
  rows: readonly Pick<ShownClaim, 'claim' | 'decision'>[],
): Promise<void> {
  for (const { claim, decision } of rows) {
    const own = db.updateTable('shown').set({ decision }).where('case_id', '=', caseId)
    await own.where('claim_id', '=', claim.id).execute()
  }
}

function bare(row: object) {
  const { claim_id, decision, json } = row as Record<string, unknown>
  return { claim_id, decision, json }
}

function asText(rows: readonly object[]): string {
  const texts = rows.map((row) => canonical('json' in row ? { ...row, json: fromJson(row.json) } : row))
  return texts.sort().join('\n')
}

const SHOWN = ['shown.json', 'shown.document_id', 'shown.decision', 'shown.order_key'] as const

/** Claims by id. */
export async function shownByIds({ db, caseId }: Scope, ids: readonly string[]): Promise<FoundClaim[]> {
  const query = db.selectFrom('shown').select(SHOWN).where('shown.case_id', '=', caseId)
  return found(await gather(ids, (part) => query.where('shown.claim_id', 'in', part).execute()))
}

/** Briefs of claims by id, in no order; of one that was shown by an older program it is empty. */
export async function briefsByIds(
  { db, caseId }: Scope,
  ids: readonly string[],
): Promise<{ id: string; document: string; brief: string }[]> {
  const query = db.selectFrom('shown').select(['claim_id as id', 'document_id as document', 'brief'])
  const own = query.where('case_id', '=', caseId)
  return gather(ids, (part) => own.where('claim_id', 'in', part).execute())
}

/** All claims shown of these documents, in list order. */
export async function shownOfDocuments({ db, caseId }: Scope, documents: readonly string[]): Promise<FoundClaim[]> {
  const query = db.selectFrom('shown').select(SHOWN).where('shown.case_id', '=', caseId)
  const rows = await gather(documents, (part) => query.where('shown.document_id', 'in', part).execute())
  return found(rows)
}

export function found(
  rows: readonly { json: unknown; document_id: string; decision: string | null; order_key: string }[],
): FoundClaim[] {
  return rows
    .map((row) => ({
      claim: restoreClaim(row.json),
      document: row.document_id,
      decision: row.decision,
      orderKey: row.order_key,
    }))
    .sort((a, b) => (a.orderKey < b.orderKey ? -1 : 1))
}

function unique(fillers: readonly { id: string; role: string }[]): { id: string; role: string }[] {
  return [...new Map(fillers.map((filler) => [`${filler.id} ${filler.role}`, filler])).values()]
}
