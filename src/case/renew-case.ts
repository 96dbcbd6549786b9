import type { Claim, Document, Reading, Republication } from '../model/index.js'
import { findRepublications, resolveEntities, SAME_TEXT } from '../resolve/index.js'
import {
  documentTexts,
  findClaims,
  listDocuments,
  listReadings,
  listRepublications,
  replaceEntities,
  replaceRepublications,
  type Scope,
} from '../store/index.js'
import { fold } from '../text/index.js'
import type { CaseWorld } from './steps.js'

/**
 * Renews what depends on all documents: who repeats whom, and which entities the reports name or introduce. Returns the
 * documents of which it is new, or no more, that they are one text with others: their claims have to be linked again.
 */
export async function renewCase(tx: Scope, world: CaseWorld): Promise<string[]> {
  const readings = await readingsOf(tx)
  const before = await listRepublications(tx)
  const republications = findRepublications(readings, world)
  await replaceRepublications(tx, republications)
  const entities = resolveEntities(readings, world)
  await replaceEntities(
    tx,
    entities.map((entity) => ({ entity, search: entity.names.map(({ name }) => fold(name)).join('\n') })),
  )
  return textsChanged(before, republications)
}

/** The documents in groups of one text that stand in only one of the two lists. */
function textsChanged(before: readonly Republication[], after: readonly Republication[]): string[] {
  const groups = (all: readonly Republication[]) =>
    new Map(
      all.flatMap(({ kind, documents }): [string, string[]][] => {
        const ids = documents.map(({ id }) => id).sort()
        return SAME_TEXT.has(kind) ? [[`${kind} ${ids.join(' ')}`, ids]] : []
      }),
    )
  const [old, now] = [groups(before), groups(after)]
  const changed = [...old, ...now].filter(([key]) => old.has(key) !== now.has(key))
  return [...new Set(changed.flatMap(([, ids]) => ids))].sort()
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
