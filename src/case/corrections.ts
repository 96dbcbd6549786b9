import type { Claim, Judgement } from '../model/index.js'
import { type FoundClaim, listDocuments, listReadingClaims, type Scope } from '../store/index.js'
import { differing } from './compare-versions.js'

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

/** The corrections of these claims, by claim, given the judgements on each; those that nobody corrected are not among them. */
export async function correctionsTo(
  scope: Scope,
  rows: readonly FoundClaim[],
  judgements: ReadonlyMap<string, readonly Judgement[]>,
): Promise<Map<string, Correction>> {
  const own = (id: string) => (judgements.get(id) ?? []).filter(({ kind }) => kind === 'correct')
  const wanted = rows.filter(({ claim }) => own(claim.id).length > 0)
  const found = new Map<string, Correction>()
  if (wanted.length === 0) return found
  const documents = [...new Set(wanted.map(({ document }) => document))]
  const newest = new Map((await listDocuments(scope, documents)).map(({ document, reading }) => [document.id, reading]))
  const read = new Map<string, Claim>()
  for (const { claim, reading, document } of await listReadingClaims(scope, documents))
    if (claim && newest.get(document) === reading) read.set(claim.id, claim)
  for (const { claim } of wanted) {
    const added = judgements.get(claim.id)?.find(({ kind }) => kind === 'add')?.claim
    const before = read.get(claim.id) ?? (added as Claim | undefined)
    const last = own(claim.id).at(-1)
    if (!before || !last) continue
    const after: Claim = Object.assign({}, before, ...own(claim.id).map((one) => one.claim))
    const change = changeOf(before, after)
    const { by, at, why } = last
    if (change.fields.length > 0) found.set(claim.id, { by, at, ...(why === undefined ? {} : { why }), ...change })
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
