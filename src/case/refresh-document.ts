import type { Claim, Reading } from '../model/index.js'
import { blockLimit, introducedBy, namesUsed } from '../resolve/index.js'
import {
  addJob,
  blocksOfDocuments,
  canonical,
  countBlocks,
  dropStandings,
  incidentsOfClaims,
  insertWaiting,
  listDocuments,
  listJudgements,
  listReadingClaims,
  listReadings,
  type MentionCount,
  replaceDecisions,
  replaceFits,
  replaceMentions,
  replaceShown,
  type Scope,
  type ShownClaim,
  type StoredDocument,
  shownOfDocuments,
  takeWaiting,
  unsureOfClaims,
  withLinks,
} from '../store/index.js'
import { renewRepeats } from './find-repeats.js'
import { standing } from './fit-judgements.js'
import { identify, identitiesOf, worldWith } from './identities.js'
import { indexNames } from './index-words.js'
import { tellingsOf } from './keep-tellings.js'
import { linkAnew } from './link-anew.js'
import { toWaiting } from './rank-claims.js'
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
 * call it where reading or judgements changed. `fresh`: its row and reading where they were stored just now.
 */
export async function refreshDocument(
  scope: Scope,
  document: string,
  world: CaseWorld,
  fresh?: { row: StoredDocument; reading: Reading | undefined },
): Promise<Shown> {
  const [row] = fresh ? [fresh.row] : await listDocuments(scope, [document])
  if (!row || row.forgotten) {
    await replaceAll(scope, document, { rows: [], fits: new Map() }, [], world)
    return { rows: [], fits: new Map() }
  }
  const reading = fresh?.reading ?? (await readingOf(scope, row))
  const shown = await showReading(scope, row, reading, world)
  const { language: lang, outlet: printed, restatedOutlet } = row.document
  const names = namesUsed(reading, world).map(({ entity, kind, text, uses, outlet, day = '' }) => ({
    ...{ entity, kind, text, count: uses, lang, day },
    outlet: outlet ?? printed ?? restatedOutlet ?? '',
  }))
  await replaceAll(scope, document, shown, names, world)
  return shown
}

/**
 * Stores what judgements on claims of a document changed in it, and links anew only the claims that are others than they
 * were: decisions alone change none.
 */
export async function redecideDocument(scope: Scope, document: string, world: CaseWorld): Promise<void> {
  const before = new Map((await shownOfDocuments(scope, [document])).map((one) => [one.claim.id, one]))
  const { rows, fits } = await showDocument(scope, document, world)
  const changed = rows.filter((row) => toldBy(row) !== toldBy(before.get(row.claim.id)))
  const now = new Set(rows.map(({ claim }) => claim.id))
  const gone = [...before.keys()].filter((id) => !now.has(id))
  if (changed.length === 0 && gone.length === 0) {
    const decided = rows.filter(({ claim, decision }) => before.get(claim.id)!.decision !== decision)
    await replaceDecisions(scope, decided)
    await replaceFits(scope, document, fits)
    await requeue(scope, document, decided)
    return
  }
  await replaceShownOf(scope, document, rows, fits)
  const texts = await renewRepeats(scope, [document], world)
  // Where its text is one with others than before, all of it is linked with that knowledge.
  if (texts.length > 0) await addJob(scope, 'link', document)
  else await linkAnew(scope, { changed: [...changed.map(({ claim }) => claim.id), ...gone] }, world)
}

/** All that other answers rest on of a claim; the same text where they rest on nothing else. */
function toldBy(row: Pick<ShownClaim, 'claim' | 'decision'> | undefined): string {
  return row ? canonical({ claim: row.claim, counts: row.decision !== 'rejected' }) : ''
}

/** Takes claims that were decided out of the queue, and puts back those on which nobody decides any more. */
async function requeue(scope: Scope, document: string, decided: readonly ShownClaim[]): Promise<void> {
  const claims = new Set(decided.map(({ claim }) => claim.id))
  await takeWaiting(scope, [...claims])
  const back = new Set(decided.flatMap(({ claim, decision }) => (decision === null ? [claim.id] : [])))
  const tellings = (await tellingsOf(scope, [document])).filter(({ claim }) => back.has(claim))
  await insertWaiting(
    scope,
    tellings.map((one) => toWaiting(one)),
  )
  // Their incidents say what rests on them.
  await dropStandings(scope, [...new Set((await incidentsOfClaims(scope, [...back])).values())])
}

async function replaceAll(
  scope: Scope,
  document: string,
  shown: Shown,
  names: readonly Omit<MentionCount, 'document'>[],
  world: CaseWorld,
): Promise<void> {
  await replaceShownOf(scope, document, shown.rows, shown.fits)
  await indexNames(scope, names, await replaceMentions(scope, document, names), world)
  await addJob(scope, 'link', document)
}

/**
 * Replaces the claims that are shown of a document. A block that thereby grew too large to say anything joins no claims any
 * more: what hangs together by links that may rest on it is grouped anew. The claims of one that shrank again are linked anew.
 */
async function replaceShownOf(scope: Scope, document: string, rows: Shown['rows'], fits: Shown['fits']): Promise<void> {
  const before = await limitedBlocks(scope, await blocksOfDocuments(scope, [document]))
  await replaceShown(scope, document, rows)
  const blocks = rows.flatMap((one) => one.blocks)
  const after = await limitedBlocks(scope, [...new Set([...before.keys(), ...blocks])])
  await replaceFits(scope, document, fits)
  const [regroup, link] = [new Set<string>(), new Set<string>()]
  for (const [block, { claims, documents }] of after) {
    const old = before.get(block)?.claims ?? claims - blocks.filter((one) => one === block).length
    const limit = blockLimit(block)
    if (old > limit === claims > limit) continue
    for (const one of documents) (claims > limit ? regroup : link).add(one)
  }
  for (const one of await withPairs(scope, [...regroup])) await addJob(scope, 'regroup', one)
  for (const one of link) await addJob(scope, 'link', one)
}

/** Those of these documents of which a claim is linked to another, or may be one with it. */
async function withPairs(scope: Scope, documents: readonly string[]): Promise<Set<string>> {
  const shown = await shownOfDocuments(scope, documents)
  const unsure = new Set<string>()
  const claims = shown.map(({ claim }) => claim.id)
  for (const { a, b } of await unsureOfClaims(scope, claims)) unsure.add(a).add(b)
  const own = shown.flatMap(({ claim, document }) => (unsure.has(claim.id) ? [document] : []))
  return new Set([...(await withLinks(scope, documents)), ...own])
}

/** Of these blocks those with a limit: their claims, counted to a little beyond the limit, and documents. */
function limitedBlocks(scope: Scope, blocks: readonly string[]) {
  const limited = blocks.filter((block) => Number.isFinite(blockLimit(block)))
  return countBlocks(scope, limited, blockLimit)
}
