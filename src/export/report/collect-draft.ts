import type { Case, CaseClaim, CaseIncident } from '../../case/index.js'
import { type Entity, IsnadError, type ReportDraft } from '../../model/index.js'
import type { DraftMaterial } from './build-draft.js'
import type { DossierDocument } from './dossier.js'

/** Asks a case for everything that a draft tells. What is no longer there is left out, and found when it is built. */
export async function collectDraft(kase: Case, draft: ReportDraft, day: string): Promise<DraftMaterial> {
  const { name: caseName, tlp } = await kase.about()
  const ids = draft.parts.flatMap((part) =>
    part.kind === 'incident' ? part.claims : part.kind === 'text' ? part.sentences.flatMap((one) => one.claims) : [],
  )
  const claims = new Map<string, CaseClaim>()
  for (const id of new Set(ids)) {
    const claim = await found(kase.claim(id))
    if (claim) claims.set(id, claim)
  }
  const incidents = new Map<number, CaseIncident>()
  for (const [at, part] of draft.parts.entries()) {
    if (part.kind !== 'incident') continue
    const incident = await incidentOf(
      kase,
      part.incident,
      part.claims.flatMap((id) => claims.get(id) ?? []),
    )
    if (incident) incidents.set(at, incident)
  }
  const documents = new Map<string, DossierDocument>()
  for (const { document: id } of claims.values()) {
    if (documents.has(id)) continue
    const { document, reading } = await kase.document(id)
    documents.set(id, { document, reading })
  }
  const entities = new Map((await kase.entities()).map((entity): [string, Entity] => [entity.id, entity]))
  return { caseName, tlp, day, incidents, claims, documents, entities }
}

/** The incident by its id; where new documents gave it another, the one that holds most of these claims. */
async function incidentOf(kase: Case, id: string, claims: readonly CaseClaim[]): Promise<CaseIncident | undefined> {
  const same = await found(kase.incident(id))
  if (same) return same
  const counts = new Map<string, number>()
  for (const { incident } of claims) if (incident) counts.set(incident, (counts.get(incident) ?? 0) + 1)
  const [best] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
  return best && found(kase.incident(best[0]))
}

async function found<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof IsnadError && error.code === 'not-found') return undefined
    throw error
  }
}
