import type { Claim } from '../model/index.js'
import {
  correctionsOf,
  type FoundClaim,
  listDocuments,
  listJudgements,
  listReadingClaims,
  type Scope,
} from '../store/index.js'
import { differing } from './compare-versions.js'
import { standing } from './fit-judgements.js'

/** What analysts changed in a claim: each field that differs, as the reader, or who added the claim, had it. */
export interface Correction {
  /** Who corrected last, and when. */
  by: string
  at: string
  why?: string
  /** Slots, counts, and `type`, `mode`, `status`, `time`, `chain`. */
  fields: string[]
  before: Partial<Claim>
}

/** The corrections of these claims, by claim; those that nobody corrected are not among them. */
export async function correctionsTo(scope: Scope, rows: readonly FoundClaim[]): Promise<Map<string, Correction>> {
  const decided = rows.filter(({ decision }) => decision !== null)
  const corrected = await correctionsOf(
    scope,
    decided.map(({ claim }) => claim.id),
  )
  const found = new Map<string, Correction>()
  if (corrected.size === 0) return found
  const wanted = decided.filter(({ claim }) => corrected.has(claim.id))
  const documents = [...new Set(wanted.map(({ document }) => document))]
  const newest = new Map((await listDocuments(scope, documents)).map(({ document, reading }) => [document.id, reading]))
  const read = new Map<string, Claim>()
  for (const { claim, reading, document } of await listReadingClaims(scope, documents))
    if (claim && newest.get(document) === reading) read.set(claim.id, claim)
  for (const document of documents) {
    const judgements = standing(await listJudgements(scope, document)).map(({ judgement }) => judgement)
    const added = new Map(
      judgements.flatMap(({ kind, claim }) => (kind === 'add' && claim?.id ? [[claim.id, claim]] : [])),
    )
    for (const { claim } of wanted.filter((one) => one.document === document)) {
      const before = read.get(claim.id) ?? (added.get(claim.id) as Claim | undefined)
      const own = judgements.filter(({ id, kind }) => kind === 'correct' && corrected.get(claim.id)?.has(id))
      const last = own.at(-1)
      if (!before || !last) continue
      const after: Claim = Object.assign({}, before, ...own.map((one) => one.claim))
      const change = changeOf(before, after)
      const { by, at, why } = last
      if (change.fields.length > 0) found.set(claim.id, { by, at, ...(why === undefined ? {} : { why }), ...change })
    }
  }
  return found
}

/** The fields in which a corrected claim differs from what it was, and what stood there. */
export function changeOf(before: Claim, after: Claim): Pick<Correction, 'fields' | 'before'> {
  const own = (['type', 'mode'] as const).filter((field) => before[field] !== after[field])
  const fields = [...own, ...differing(before, after)]
  const counts = Object.fromEntries(Object.entries(before.counts).filter(([key]) => fields.includes(key)))
  const slots = fields.filter((field) => field in before && field !== 'counts' && !(field in before.counts))
  return {
    fields,
    before: {
      ...Object.fromEntries(slots.map((field) => [field, before[field as keyof Claim]])),
      ...(Object.keys(counts).length > 0 ? { counts } : {}),
    },
  }
}
