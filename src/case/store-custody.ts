import { createRequire } from 'node:module'
import { type Document, sha256 } from '../model/index.js'
import {
  appendLog,
  type CustodyRecord,
  documentsAt,
  documentTexts,
  hasContainer,
  insertCustody,
  type Scope,
  storable,
} from '../store/index.js'
import type { CaseContext } from './context.js'
import type { CapturedInput } from './steps.js'

type Container = Extract<CapturedInput, { kind: 'container' }>
type Single = Exclude<CapturedInput & { ok: true }, { kind: 'container' | 'known' }>

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string }
/** What captured: printed in every record. */
export const TOOL = `isnad ${version}`

/**
 * The key by which a later capture of the same address finds an earlier one. A page, and the entry of a feed or the
 * message of a channel that leads to it, are two things: a summary is no other version of its report.
 */
export function addressOf(input: Single): string | undefined {
  const page = input.custody?.url ?? input.headers?.URL
  if (page) return `page ${page}`
  return input.document.within && input.document.url ? `entry ${input.document.url}` : undefined
}

/** Writes the record of one capture, without a log entry of its own. */
export async function recordCustody(
  tx: Scope,
  what: {
    kind: CustodyRecord['kind']
    document?: string
    input: Single | Container
    within?: Document['within']
    same?: 'bytes' | 'text'
  },
  at: string,
  address = 'document' in what.input ? addressOf(what.input) : undefined,
): Promise<{ id: string; hash: string }> {
  const { input, kind, document, within, same } = what
  const { path, bytes, custody } = input
  const record: CustodyRecord = storable({
    kind,
    sha256: sha256(bytes),
    size: bytes.length,
    path,
    tool: TOOL,
    ...custody,
    at: custody?.at ?? at,
    ...(document === undefined ? {} : { document }),
    ...(within === undefined ? {} : { within }),
    ...(same === undefined ? {} : { same }),
    ...('format' in input ? { format: input.format, notes: input.notes } : {}),
  })
  return insertCustody(tx, record, address)
}

/** Stores a file of several documents as it came in; one that is there changes nothing. Returns its id. */
export async function storeContainer({ store }: CaseContext, input: Container, now: () => string): Promise<string> {
  const hash = sha256(input.bytes)
  if (await store.read((tx) => hasContainer(tx, hash))) return `sha256:${hash}`
  await store.raw.put(hash, input.bytes)
  await store.write(async (tx) => {
    if (await hasContainer(tx, hash)) return
    const at = now()
    const custody = await recordCustody(tx, { kind: 'container', input }, at)
    await appendLog(tx, { at, kind: 'capture', subject: custody.id, data: { custody: custody.hash, sha256: hash } })
  })
  return `sha256:${hash}`
}

/**
 * Notes that an address was fetched once more and said the same. Files leave no such note: adding a folder twice is to
 * change nothing.
 */
export async function storeAgain(
  { store }: CaseContext,
  input: Single,
  document: string,
  same: 'bytes' | 'text',
  now: () => string,
): Promise<void> {
  if (input.document.within || input.custody?.status === undefined) return
  const hash = sha256(input.bytes)
  if (same === 'text') await store.raw.put(hash, input.bytes)
  await store.write(async (tx) => {
    const at = now()
    const custody = await recordCustody(tx, { kind: 'again', document, input, same }, at)
    await appendLog(tx, { at, kind: 'capture', subject: custody.id, data: { custody: custody.hash, sha256: hash } })
  })
}

/** The document with the very text that the same address now gives in other bytes (another advertisement, a token). */
export async function sameTextBefore(tx: Scope, input: Single, document: Document): Promise<string | undefined> {
  const address = addressOf(input)
  const last = address ? (await documentsAt(tx, address)).at(-1) : undefined
  if (last === undefined) return undefined
  return (await documentTexts(tx, [last])).get(last) === document.text ? last : undefined
}

/** Which version of its address a new document is; undefined for the first. */
export async function versionOf(tx: Scope, input: Single, document: Document): Promise<Document['version']> {
  const address = addressOf(input)
  const before = address ? await documentsAt(tx, address) : []
  const previous = before.filter((id) => id !== document.id).at(-1)
  return previous === undefined ? undefined : { number: before.length + 1, previous }
}
