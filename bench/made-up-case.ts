// A case of made-up claims for benches that look at one: its rows are put straight where adding, reading and linking would
// have put them, in a small part of the time that these take.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { caseContext, keptKey } from '../src/case/context.js'
import { finishAnswers } from '../src/case/finish-answers.js'
import { type Case, openCase } from '../src/case/index.js'
import { replaceUnsure, UNSURE_LIMITS } from '../src/case/keep-unsure.js'
import { outletKey, showClaims } from '../src/case/show-claims.js'
import { nameWordsOf, stemsOf } from '../src/case/words-of.js'
import type { Incident, Reading } from '../src/model/index.js'
import {
  Likeliest,
  type LinkClaim,
  linkIncidents,
  namesUsed,
  Sketch,
  textKeys,
  typeFacts,
} from '../src/resolve/index.js'
import {
  addDocumentWords,
  addNameWords,
  appendLog,
  type ClaimPair,
  createStore,
  insertClaimLinks,
  insertDocument,
  insertReading,
  keepStatistics,
  replaceIncidents,
  replaceMentions,
  replaceShown,
  replaceTextKeys,
  type Scope,
  type Store,
} from '../src/store/index.js'
import { documents, type MadeUp, packs, stepsOf } from './made-up-claims.js'

const AT = '2026-01-01T00:00:00.000Z'
/** Documents or incidents stored in one transaction. */
const AT_ONCE = 500

/** What was made up for so many claims, and the documents that come after it. */
interface Made {
  made: readonly MadeUp[]
  next: readonly MadeUp[]
}

/** A bench opens one case very often. */
const known = new Map<number, Made>()
/** How many documents can be added to a case when it is there. */
const NEXT = 9

function makeUp(claims: number): Made {
  const before = known.get(claims)
  if (before) return before
  const [made, next]: [MadeUp[], MadeUp[]] = [[], []]
  let found = 0
  for (const one of documents(claims + NEXT)) {
    if (found < claims) made.push(one)
    else if (next.push(one) === NEXT) break
    found += one.claims.length
  }
  known.set(claims, { made, next })
  return { made, next }
}

/** Opens the case of so many made-up claims that lies here; makes it where there is none. */
export async function madeUpCase(location: string, claims: number): Promise<Case> {
  const { made, next } = makeUp(claims)
  if (!existsSync(join(location, 'case.sqlite'))) await fill(location, made)
  return openCase(location, { steps: stepsOf([...made, ...next]) })
}

/** The names of the documents that can be added to the case of so many claims, in the order in which they would come. */
export function nextDocuments(claims: number): string[] {
  return makeUp(claims).next.map(({ document }) => document.path)
}

async function fill(location: string, made: readonly MadeUp[]): Promise<void> {
  const store = await createStore(location, { name: 'bench', tlp: 'clear', at: AT })
  let seq = 0
  await inParts(store, made, (tx, one) => putDocument(tx, one, ++seq))
  const documentOf = new Map(made.flatMap(({ document, claims }) => claims.map(({ id }) => [id, document.id] as const)))
  const likeliest = new Likeliest(UNSURE_LIMITS.held)
  for (const part of cut(linked(made, likeliest)))
    await store.write(async (tx) => {
      await replaceIncidents(tx, [], part, documentOf)
      await insertClaimLinks(tx, part.flatMap(linksOf(documentOf)))
    })
  const unsure = likeliest.inOrder().map((pair) => ({ ...pair, because: [...pair.because()] }))
  await store.write((tx) => replaceUnsure(tx, keptKey({ steps: stepsOf(made) }), unsure))
  await store.write(keepStatistics)
  await store.write((tx) =>
    appendLog(tx, { at: AT, kind: 'add', subject: tx.caseId, data: { documents: made.length } }),
  )
  await finishAnswers(caseContext(store, stepsOf(made), () => AT))
  await store.close()
}

/** The links that hold an incident together. */
function linksOf(documentOf: ReadonlyMap<string, string>) {
  return ({ reasons }: Incident): ClaimPair[] =>
    reasons.map(({ a, b }) => ({ a, b, aDocument: documentOf.get(a)!, bDocument: documentOf.get(b)! }))
}

async function putDocument(tx: Scope, { document, claims }: MadeUp, seq: number): Promise<void> {
  const reader = { version: 'bench', packs: 'bench' }
  const reading: Reading = { document: { ...document, reader }, claims, mentions: [], unread: [] }
  const bytes = { sha256: document.id.slice(7), size: document.text.length, path: document.path, at: AT }
  await insertDocument(tx, document, bytes, outletKey(document.outlet, packs))
  await insertReading(tx, reading, AT)
  await replaceShown(tx, document.id, showClaims(document, seq, claims, [], packs).rows)
  await replaceTextKeys(tx, new Map([[document.id, textKeys(new Sketch({ document, claims }, packs)).holds]]))
  const names = namesUsed(reading, packs).map(({ entity, kind, text, uses, outlet, day = '' }) => ({
    ...{ entity, kind, text, count: uses, lang: document.language, day, outlet: outlet ?? document.outlet ?? '' },
  }))
  await replaceMentions(tx, document.id, names)
  await addDocumentWords(tx, seq, stemsOf(document.title, document.text))
  const unknown = names.filter(({ entity, text }) => text !== '' && !packs.entities.has(entity))
  await addNameWords(
    tx,
    unknown.map(({ entity, text }) => ({ entity, words: nameWordsOf(text) })),
  )
}

/** All incidents, family by family: claims of two families are never one happening. `apart`: takes pairs of them that may be one. */
function linked(made: readonly MadeUp[], apart: Likeliest) {
  const families = new Map<string, LinkClaim[]>()
  for (const { document, claims } of made)
    for (const claim of claims) {
      const { family } = typeFacts(claim.type, packs)
      const own = families.get(family) ?? []
      families.set(family, own)
      own.push({ claim, document: { ...document, text: '' } })
    }
  return [...families.values()].flatMap((claims) => linkIncidents(claims, packs, () => false, { apart }))
}

async function inParts<T>(store: Store, all: readonly T[], put: (tx: Scope, one: T) => Promise<void>): Promise<void> {
  for (const part of cut(all))
    await store.write(async (tx) => {
      for (const one of part) await put(tx, one)
    })
}

function cut<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, i) => all.slice(i * AT_ONCE, (i + 1) * AT_ONCE))
}
