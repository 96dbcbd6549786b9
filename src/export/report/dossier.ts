import type { Case, CaseClaim, CaseDocument, CaseIncident, LeaveOut } from '../../case/index.js'
import type { Dyad, Entity, Reading, Tlp } from '../../model/index.js'

/** All that a dossier on two actors is built of, taken from a case at one moment. */
export interface Dossier {
  caseName: string
  tlp: Tlp
  /** ISO day on which it was taken. */
  day: string
  a: Entity
  b: Entity
  dyad: Dyad
  incidents: ReadonlyMap<string, CaseIncident>
  claims: ReadonlyMap<string, CaseClaim>
  documents: ReadonlyMap<string, DossierDocument>
  entities: ReadonlyMap<string, Entity>
}

export interface DossierDocument {
  document: CaseDocument
  reading: Reading
}

/** Asks a case for everything between two actors, who are given by id or by any name. */
export async function collectDossier(
  kase: Case,
  a: string,
  b: string,
  options: { leaveOut?: LeaveOut; day: string },
): Promise<Dossier> {
  const [first, second] = [await kase.findActor(a), await kase.findActor(b)]
  const dyad = await kase.dyad(first.id, second.id, options.leaveOut)
  const { name: caseName, tlp } = await kase.about()
  const incidents = new Map<string, CaseIncident>()
  const claims = new Map<string, CaseClaim>()
  for (const cell of dyad.cells) {
    for (const id of cell.incidents)
      if (!incidents.has(id)) incidents.set(id, await kase.incident(id, options.leaveOut))
    for (const id of cell.claims) if (!claims.has(id)) claims.set(id, await kase.claim(id))
  }
  const documents = new Map<string, DossierDocument>()
  for (const { document: id } of claims.values()) {
    if (documents.has(id)) continue
    const { document, reading } = await kase.document(id)
    documents.set(id, { document, reading })
  }
  const entities = new Map((await kase.entities()).map((entity): [string, Entity] => [entity.id, entity]))
  entities.set(first.id, first).set(second.id, second)
  return { caseName, tlp, day: options.day, a: first, b: second, dyad, incidents, claims, documents, entities }
}
