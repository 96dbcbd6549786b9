import { randomBytes } from 'node:crypto'
import { fromBER, Integer, OctetString } from 'asn1js'
import {
  AlgorithmIdentifier,
  type ContentInfo,
  MessageImprint,
  SignedData,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs'
import { IsnadError, sha256 } from '../model/index.js'
import { appendLog, entryText, type LogEntry, listLog } from '../store/index.js'
import type { CaseContext } from './context.js'

const SHA256 = '2.16.840.1.101.3.4.2.1'
/** Milliseconds that a server has to answer. */
const PATIENCE = 30_000

/** What a server signed: that the log's head was there at an instant. */
export interface Timestamp {
  /** The hash of the newest log entry that was signed. */
  head: string
  /** The instant that the server says. */
  at: string
  server: string
  /** SHA-256 of the answer, which is kept in `raw` under this name. */
  answer: string
}

/**
 * Has a time-stamping server (RFC 3161) sign the head of the log, and keeps its answer. The server sees a hash and
 * nothing else. Whoever trusts the server knows from then on that all up to that entry was there at that instant.
 * Throws `timestamp-failed`.
 */
export async function timestampCase({ store, now }: CaseContext, server: string): Promise<Timestamp> {
  const entry = (await store.read(listLog)).at(-1)
  if (!entry) throw failed(server, 'the log is empty')
  const head = entry.hash
  const nonce = randomBytes(8)
  // A leading zero bit keeps the number positive.
  nonce[0] = (nonce[0] ?? 0) & 0x7f
  const answer = await ask(server, request(head, nonce))
  const at = await stampedAt(answer, entry, server)
  const name = sha256(answer)
  await store.raw.put(name, answer)
  await store.write((tx) =>
    appendLog(tx, { at: now(), kind: 'timestamp', subject: head, data: { answer: name, server, stamped: at } }),
  )
  return { head, at, server, answer: name }
}

function request(head: string, nonce: Uint8Array): Uint8Array {
  const query = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA256 }),
      hashedMessage: new OctetString({ valueHex: bufferOf(Buffer.from(head, 'hex')) }),
    }),
    nonce: new Integer({ valueHex: bufferOf(nonce) }),
    certReq: true,
  })
  return new Uint8Array(query.toSchema().toBER())
}

async function ask(server: string, body: Uint8Array): Promise<Uint8Array> {
  if (!/^https?:\/\//.test(server)) throw failed(server, 'it is no http or https address')
  try {
    const response = await fetch(server, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
      body: Buffer.from(body),
      signal: AbortSignal.timeout(PATIENCE),
    })
    if (!response.ok) throw new Error(`it answered ${response.status}`)
    return new Uint8Array(await response.arrayBuffer())
  } catch (error) {
    throw failed(server, (error as Error).message)
  }
}

/**
 * The instant in an answer, where the answer is a stamp of this head and its signature is that of the certificate in
 * it. Whether that certificate is to be trusted is for people to say: `openssl ts -verify` with the authority's own.
 */
export async function stampedAt(answer: Uint8Array, entry: LogEntry, server: string): Promise<string> {
  const parsed = fromBER(bufferOf(answer))
  if (parsed.offset === -1) throw failed(server, 'its answer is no time stamp')
  const response = new TimeStampResp({ schema: parsed.result })
  const { status } = response.status
  if ((status !== 0 && status !== 1) || !response.timeStampToken) throw failed(server, `it refused (status ${status})`)
  const token = response.timeStampToken as ContentInfo
  const signed = new SignedData({ schema: token.content })
  const content = signed.encapContentInfo.eContent
  const info = content ? TSTInfo.fromBER(content.getValue()) : undefined
  const imprint = info ? Buffer.from(info.messageImprint.hashedMessage.valueBlock.valueHexView).toString('hex') : ''
  if (!info || imprint !== entry.hash) throw failed(server, 'it stamped another hash')
  const valid = await signed
    .verify({ signer: 0, data: bufferOf(Buffer.from(entryText(entry))), checkChain: false })
    .catch(() => false)
  if (!valid) throw failed(server, 'the signature of its answer does not hold')
  return info.genTime.toISOString()
}

function failed(server: string, why: string): IsnadError {
  return new IsnadError('timestamp-failed', `${server} gave no time stamp: ${why}`, {
    hint: 'Nothing was changed. Try again later, or name another server.',
  })
}

/** A copy with memory of its own, which the libraries ask for. */
function bufferOf(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.length)
  new Uint8Array(copy).set(bytes)
  return copy
}
