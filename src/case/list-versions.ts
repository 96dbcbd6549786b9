import {
  type CustodyRecord,
  documentTexts,
  findDocumentId,
  incidentsOfClaims,
  listCustody,
  listDocuments,
  type StoredCustody,
  shownOfDocuments,
} from '../store/index.js'
import type { AddressVersions } from './case.js'
import { compareVersions } from './compare-versions.js'
import type { CaseContext } from './context.js'
import { editedParagraphs } from './edited-paragraphs.js'

/** Addresses that gave more than one text, each with its captures and with what changed from one version to the next. */
export async function listVersions({ store }: CaseContext): Promise<AddressVersions[]> {
  return store.read(async (tx) => {
    const rows = await listDocuments(tx)
    const byId = new Map(rows.map((row) => [row.document.id, row]))
    const custody = await listCustody(tx)
    // A version names the one before it: the last of each chain leads to all.
    const replaced = new Set(rows.flatMap(({ document }) => document.version?.previous ?? []))
    const last = rows.filter(({ document }) => document.version && !replaced.has(document.id))
    const lists: AddressVersions[] = []
    for (const { document } of last) {
      const chain = [document.id]
      for (
        let at = document.version?.previous;
        at && !chain.includes(at);
        at = byId.get(at)?.document.version?.previous
      )
        chain.unshift(at)
      const texts = await documentTexts(tx, chain)
      const versions = chain.map((id, i) => ({
        document: id,
        number: i + 1,
        ...(byId.get(id)?.document.title ? { title: byId.get(id)?.document.title as string } : {}),
        captured: custody.filter((one) => one.document === id).map((one: StoredCustody) => one.at),
      }))
      const shown = (await shownOfDocuments(tx, chain)).filter(({ decision }) => decision !== 'rejected')
      const said = (id: string) => shown.flatMap(({ claim, document }) => (document === id ? [claim] : []))
      const incidentOf = await incidentsOfClaims(
        tx,
        chain.flatMap((id) => said(id).map((claim) => claim.id)),
      )
      const changes = chain.slice(1).map((id, i) => {
        const before = chain[i] ?? ''
        const paragraphs = editedParagraphs(texts.get(before) ?? '', texts.get(id) ?? '')
        return { paragraphs, claims: compareVersions(said(before), said(id), incidentOf) }
      })
      lists.push({ address: document.url ?? document.path, versions, changes })
    }
    return lists
  })
}

/** How a document's bytes came in, and each later capture that said the same. */
export async function documentCustody({ store }: CaseContext, document: string): Promise<CustodyRecord[]> {
  return store.read(async (tx) => {
    const id = (await findDocumentId(tx, document)) ?? document
    return (await listCustody(tx, id)).flatMap(({ record }) => record ?? [])
  })
}
