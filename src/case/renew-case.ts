import type { Claim, Document, Reading } from '../model/index.js'
import { findRepublications, resolveEntities } from '../resolve/index.js'
import {
  documentTexts,
  findClaims,
  listDocuments,
  listReadings,
  replaceEntities,
  replaceRepublications,
  type Scope,
} from '../store/index.js'
import { fold } from '../text/index.js'
import type { CaseWorld } from './steps.js'

/** Renews what depends on all documents: who repeats whom, and which entities the reports name or introduce. */
export async function renewCase(tx: Scope, world: CaseWorld): Promise<void> {
  const readings = await readingsOf(tx)
  await replaceRepublications(tx, findRepublications(readings, world))
  const entities = resolveEntities(readings, world)
  await replaceEntities(
    tx,
    entities.map((entity) => ({ entity, search: entity.names.map(({ name }) => fold(name)).join('\n') })),
  )
}

/** Every document's newest reading, with its text, and with the claims as they are shown. Forgotten ones are not there. */
export async function readingsOf(scope: Scope): Promise<Reading[]> {
  const rows = (await listDocuments(scope)).filter(({ forgotten }) => !forgotten)
  const ids = rows.map(({ document }) => document.id)
  const texts = await documentTexts(scope, ids)
  const newest = new Map((await listReadings(scope, ids)).map((reading) => [reading.id, reading]))
  const claims = new Map<string, Claim[]>(ids.map((id) => [id, []]))
  for (const { claim, document, decision } of (await findClaims(scope, {})).rows)
    if (decision !== 'rejected') claims.get(document)?.push(claim)
  return rows.flatMap(({ document: about, reading: current }): Reading[] => {
    const reading = newest.get(current ?? '')
    if (!reading) return []
    const document: Document = { ...about, text: texts.get(about.id) ?? '' }
    const { mentions, unread, reader } = reading
    return [{ document: { ...document, reader }, claims: claims.get(about.id) ?? [], mentions, unread }]
  })
}
