import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { getSurt, WARCRecord, WARCSerializer } from 'warcio'
import { ZipFile } from 'yazl'
import { sha256 } from '../model/index.js'
import { listCustody, listDocuments } from '../store/index.js'
import type { CaseContext } from './context.js'
import { TOOL } from './store-custody.js'

/** What a web archive must not repeat of a response: the body is kept decoded and whole. */
const OF_THE_WIRE = new Set(['transfer-encoding', 'content-encoding', 'content-length'])

/**
 * Writes what the case fetched as a WACZ (1.1.1): one WARC response for each capture of an address, with the instant
 * and the headers recorded, an index, and a list of pages. Files that were never fetched are not in it.
 */
export async function writeWacz(
  { store, now }: CaseContext,
  archive: string,
): Promise<{ archive: string; pages: number }> {
  const titles = new Map(
    (await store.read((tx) => listDocuments(tx))).map(({ document }) => [document.id, document.title]),
  )
  const records = (await store.read((tx) => listCustody(tx))).flatMap(({ record }) =>
    record?.url && record.status !== undefined ? [record] : [],
  )
  const parts: Uint8Array[] = []
  const index: string[] = []
  const pages: object[] = [{ format: 'json-pages-1.0', id: 'pages', title: 'Pages' }]
  let offset = 0
  for (const record of records) {
    const { url = '', at, status, headers = [], sha256: hash, document } = record
    const body = await store.raw.get(hash)
    if (!body) continue
    const kept = headers.filter(([name]) => !OF_THE_WIRE.has(name))
    const response = WARCRecord.create(
      { url, date: at, type: 'response', statusline: `HTTP/1.1 ${status} OK`, httpHeaders: Object.fromEntries(kept) },
      (async function* () {
        yield body
      })(),
    )
    const bytes = await WARCSerializer.serialize(response, { gzip: true })
    const mime = kept.find(([name]) => name === 'content-type')?.[1]?.split(';')[0] ?? 'unk'
    const about = {
      url,
      mime,
      status: String(status),
      digest: `sha256:${hash}`,
      length: String(bytes.length),
      offset: String(offset),
      filename: 'data.warc.gz',
    }
    index.push(`${getSurt(url)} ${at.replace(/\D/g, '').slice(0, 14)} ${JSON.stringify(about)}`)
    const title = document ? titles.get(document) : undefined
    pages.push({ id: hash.slice(0, 16), url, ts: at, ...(title ? { title } : {}) })
    parts.push(bytes)
    offset += bytes.length
  }
  const files: Record<string, Buffer> = {
    'archive/data.warc.gz': Buffer.concat(parts),
    'indexes/index.cdx': Buffer.from(
      index
        .sort()
        .map((line) => `${line}\n`)
        .join(''),
    ),
    'pages/pages.jsonl': Buffer.from(pages.map((page) => `${JSON.stringify(page)}\n`).join('')),
  }
  const resources = Object.entries(files).map(([path, bytes]) => ({
    name: basename(path),
    path,
    hash: `sha256:${sha256(bytes)}`,
    bytes: bytes.length,
  }))
  const about = { profile: 'data-package', wacz_version: '1.1.1', software: TOOL, created: now(), resources }
  const datapackage = Buffer.from(JSON.stringify(about, null, 2))
  const digest = { path: 'datapackage.json', hash: `sha256:${sha256(datapackage)}` }
  const zip = new ZipFile()
  const part = join(dirname(archive), `.${basename(archive)}.part`)
  try {
    const written = pipeline(zip.outputStream, createWriteStream(part, { mode: 0o600 }))
    // Stored, not packed again: a player seeks in the archive by offsets.
    for (const [path, bytes] of Object.entries(files)) zip.addBuffer(bytes, path, { compress: false })
    zip.addBuffer(datapackage, 'datapackage.json')
    zip.addBuffer(Buffer.from(JSON.stringify(digest)), 'datapackage-digest.json')
    zip.end()
    await written
    await rename(part, archive)
  } finally {
    await rm(part, { force: true })
  }
  return { archive, pages: pages.length - 1 }
}
