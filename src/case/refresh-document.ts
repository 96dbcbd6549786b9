import type { Claim, Reading } from '../model/index.js'
import { blockLimit, introducedBy, namesUsed } from '../resolve/index.js'
import {
  addJob,
  blocksOfDocuments,
  countBlocks,
  listDocuments,
  listJudgements,
  listReadingClaims,
  listReadings,
  type MentionCount,
  replaceFits,
  replaceMentions,
  replaceShown,
  type Scope,
  type StoredDocument,
} from '../store/index.js'
import { standing } from './fit-judgements.js'
import { identify, identitiesOf, worldWith } from './identities.js'
import { indexNames } from './index-words.js'
import { type Shown, showClaims } from './show-claims.js'
import type { CaseWorld } from './steps.js'

/** What is shown of a document today, made anew from its newest reading and the judgements on it. */
export async function showDocument(scope: Scope, document: string, world: CaseWorld): Promise<Shown> {
  const [row] = await listDocuments(scope, [document])
  if (!row || row.forgotten) return { rows: [], fits: new Map() }
  return showReading(scope, row, await readingOf(scope, row), world)
}

async function showReading(scope: Scope, row: StoredDocument, reading: Reading, world: CaseWorld): Promise<Shown> {
  const judgements = standing(await listJudgements(scope, row.document.id))
  const identities = await identitiesOf(scope, world)
  if (!identities.any) return showClaims(row.document, row.seq, reading.claims, judgements, world)
  const introduced = introducedBy(reading, world)
  const settle = (claim: Claim) => identify(claim, identities, introduced)
  const own = await worldWith(scope, world, identities)
  return showClaims(row.document, row.seq, reading.claims, judgements, own, settle)
}

/** The newest reading, without the document's text; empty where it was not read yet. */
async function readingOf(scope: Scope, { document, reading: shown }: StoredDocument): Promise<Reading> {
  const newest = (await listReadings(scope, [document.id])).at(-1)
  const stored = await listReadingClaims(scope, [document.id])
  const claims = stored.flatMap(({ claim, reading }): Claim[] => (claim && reading === shown ? [claim] : []))
  const reader = newest?.reader ?? { version: '', packs: '' }
  const { mentions = [], unread = [] } = newest ?? {}
  return { document: { ...document, text: '', reader }, claims, mentions, unread }
}

/**
 * Stores what is shown of a document and the names that it uses, and leaves a job to link it with the rest of the case;
 * call it where reading or judgements changed.
 */
export async function refreshDocument(scope: Scope, document: string, world: CaseWorld): Promise<Shown> {
  const [row] = await listDocuments(scope, [document])
  if (!row || row.forgotten) {
    await replaceAll(scope, document, { rows: [], fits: new Map() }, [], world)
    return { rows: [], fits: new Map() }
  }
  const reading = await readingOf(scope, row)
  const shown = await showReading(scope, row, reading, world)
  const { language: lang, outlet: printed, restatedOutlet } = row.document
  const names = namesUsed(reading, world).map(({ entity, kind, text, uses, outlet, day = '' }) => ({
    ...{ entity, kind, text, count: uses, lang, day },
    outlet: outlet ?? printed ?? restatedOutlet ?? '',
  }))
  await replaceAll(scope, document, shown, names, world)
  return shown
}

async function replaceAll(
  scope: Scope,
  document: string,
  shown: Shown,
  names: readonly Omit<MentionCount, 'document'>[],
  world: CaseWorld,
): Promise<void> {
  const before = await limitedBlocks(scope, await blocksOfDocuments(scope, [document]))
  await replaceShown(scope, document, shown.rows)
  const blocks = shown.rows.flatMap((one) => one.blocks)
  const after = await limitedBlocks(scope, [...new Set([...before.keys(), ...blocks])])
  await replaceFits(scope, document, shown.fits)
  await indexNames(scope, names, await replaceMentions(scope, document, names), world)
  const link = new Set([document])
  // A block that grew too large to say anything, or shrank again: its claims are linked anew, once.
  for (const [block, { claims, documents }] of after) {
    const old = before.get(block)?.claims ?? claims - blocks.filter((one) => one === block).length
    const limit = blockLimit(block)
    if (old > limit !== claims > limit) for (const one of documents) link.add(one)
  }
  for (const one of link) await addJob(scope, 'link', one)
}

/** Of these blocks those with a limit: their claims, counted to a little beyond the limit, and documents. */
function limitedBlocks(scope: Scope, blocks: readonly string[]) {
  const limited = blocks.filter((block) => Number.isFinite(blockLimit(block)))
  return countBlocks(scope, limited, blockLimit)
}
