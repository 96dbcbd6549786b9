import { type ClaimType, Judgement, type Span, sha256 } from '../model/index.js'
import { gather } from './in-chunks.js'
import { insertRows } from './insert-rows.js'
import { canonical, fromJson, toJson } from './json.js'
import type { Scope } from './store.js'

/**
 * A claim that a judgement's target stood for when it was made, named so that it can be found again after a
 * re-reading. `side` tells the two of a pair apart; `origin` and `parties` tell claims with one span and type apart.
 */
export interface Anchor {
  side: 'a' | 'b'
  claim: string
  document: string
  span: Span
  type: ClaimType
  origin: string
  parties: string[]
}

/** A judgement as stored; `hash` is that of the judgement when it was made, also after words were removed from it. */
export interface StoredJudgement {
  judgement: Judgement
  seq: number
  anchors: Anchor[]
  hash: string
}

/** The hash under which the log knows a judgement. */
export function judgementHash(judgement: Judgement): string {
  return sha256(canonical(judgement))
}

/** Appends a judgement; returns its hash. */
export async function insertJudgement(
  { db, caseId }: Scope,
  judgement: Judgement,
  anchors: readonly Anchor[],
): Promise<string> {
  const last = await db
    .selectFrom('judgements')
    .select((eb) => eb.fn.max('seq').as('seq'))
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  const hash = judgementHash(judgement)
  await db
    .insertInto('judgements')
    .values({
      case_id: caseId,
      judgement_id: judgement.id,
      seq: (last?.seq ?? 0) + 1,
      kind: judgement.kind,
      document_id: judgement.target.kind === 'claim' ? judgement.target.document : null,
      reverses: judgement.reverses ?? null,
      hash,
      json: toJson(judgement),
      anchors: toJson(anchors),
    })
    .execute()
  return hash
}

/** All judgements, oldest first; with `document`, those on its claims. */
export async function listJudgements({ db, caseId }: Scope, document?: string): Promise<StoredJudgement[]> {
  let query = db.selectFrom('judgements').selectAll().where('case_id', '=', caseId)
  if (document !== undefined) query = query.where('document_id', '=', document)
  const rows = await query.orderBy('seq').execute()
  return rows.map(restore)
}

/** All judgements on claims of these documents, oldest first. */
export async function judgementsOfDocuments(
  { db, caseId }: Scope,
  documents: readonly string[],
): Promise<StoredJudgement[]> {
  const query = db.selectFrom('judgements').selectAll().where('case_id', '=', caseId)
  const rows = await gather(documents, (part) => query.where('document_id', 'in', part).execute())
  return rows.map(restore).sort((a, b) => a.seq - b.seq)
}

function restore(row: { json: unknown; seq: number; anchors: unknown; hash: string }): StoredJudgement {
  const { json, seq, anchors, hash } = row
  return { judgement: Judgement.parse(fromJson(json)), seq, anchors: fromJson<Anchor[]>(anchors), hash }
}

const PAIR_KINDS = ['same', 'different', 'unsure']

/** Judgements that say of two things whether they are one, with those that take such judgements back; oldest first. */
export async function pairJudgements({ db, caseId }: Scope): Promise<StoredJudgement[]> {
  const query = db.selectFrom('judgements').selectAll().where('case_id', '=', caseId)
  return (await query.where('kind', 'in', PAIR_KINDS).orderBy('seq').execute()).map(restore)
}

/** A mark that changes with what `pairJudgements` gives: the hash of its newest. Empty where there are none. */
export async function newestPairJudgement({ db, caseId }: Scope): Promise<string> {
  const query = db.selectFrom('judgements').select('hash').where('case_id', '=', caseId)
  const own = query.where('kind', 'in', PAIR_KINDS).orderBy('seq', 'desc').limit(1)
  return (await own.executeTakeFirst())?.hash ?? ''
}

/** Judgements that grade incidents, with all that take something back; oldest first. */
export async function gradeJudgements({ db, caseId }: Scope): Promise<StoredJudgement[]> {
  const query = db.selectFrom('judgements').selectAll().where('case_id', '=', caseId)
  const own = query.where((eb) => eb.or([eb('kind', '=', 'grade'), eb('reverses', 'is not', null)]))
  return (await own.orderBy('seq').execute()).map(restore)
}

/** Replaces the words of judgements on a forgotten document; their hashes stay. */
export async function buryJudgements({ db, caseId }: Scope, kept: readonly StoredJudgement[]): Promise<void> {
  for (const { judgement, anchors } of kept)
    await db
      .updateTable('judgements')
      .set({ json: toJson(judgement), anchors: toJson(anchors) })
      .where('case_id', '=', caseId)
      .where('judgement_id', '=', judgement.id)
      .execute()
}

/** Replaces, for one document, which claim each judgement fits today (null: it goes to review). */
export async function replaceFits(
  scope: Scope,
  document: string,
  fits: ReadonlyMap<string, string | null>,
): Promise<void> {
  const { db, caseId } = scope
  await db.deleteFrom('judgement_fits').where('case_id', '=', caseId).where('document_id', '=', document).execute()
  const rows = [...fits].map(([judgement_id, claim_id]) => ({
    case_id: caseId,
    judgement_id,
    document_id: document,
    claim_id,
  }))
  await insertRows(scope, 'judgement_fits', rows)
}

/** Ids of the judgements that fit no claim of today. */
export async function misfits({ db, caseId }: Scope): Promise<Set<string>> {
  const rows = await db
    .selectFrom('judgement_fits')
    .select('judgement_id')
    .where('case_id', '=', caseId)
    .where('claim_id', 'is', null)
    .execute()
  return new Set(rows.map((row) => row.judgement_id))
}

/** The claim of today that each standing judgement on claims of these documents fits, by the judgement's id. */
export async function fitsOfDocuments(
  { db, caseId }: Scope,
  documents: readonly string[],
): Promise<Map<string, string | null>> {
  const query = db.selectFrom('judgement_fits').select(['claim_id', 'judgement_id']).where('case_id', '=', caseId)
  const rows = await gather(documents, (part) => query.where('document_id', 'in', part).execute())
  return new Map(rows.map(({ claim_id, judgement_id }) => [judgement_id, claim_id]))
}
