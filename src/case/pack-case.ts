import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { IsnadError, sha256 } from '../model/index.js'
import { caseRow, copyCase, listCustody, listDocuments, listLog, logHead } from '../store/index.js'
import type { CaseContext } from './context.js'
import { TOOL } from './store-custody.js'

/** What was packed: the archive, its files and bytes, and the head of the log that it proves. */
export interface Packed {
  archive: string
  files: number
  bytes: number
  head: string
}

/**
 * Writes a case as one BagIt archive (RFC 8493, serialized as ZIP): the database, every raw file by its SHA-256, and
 * manifests that `sha256sum --check` can read. Whoever has it can verify it without this program, and `unpackCase`
 * opens it. The file has its name only once it is whole.
 */
export async function packCase({ store, now }: CaseContext, archive: string): Promise<Packed> {
  const folder = await mkdtemp(join(tmpdir(), 'isnad-pack-'))
  const part = join(dirname(archive), `.${basename(archive)}.part`)
  try {
    const database = await store.read((tx) => copyCase(tx, folder))
    const { name } = await store.read(caseRow)
    const { hash: head } = await store.read(logHead)
    const zip = new ZipFile()
    const written = pipeline(zip.outputStream, createWriteStream(part, { mode: 0o600 }))
    const manifest: [string, string][] = [[await hashFile(database), 'data/case.sqlite']]
    let bytes = (await stat(database)).size
    zip.addFile(database, 'case/data/case.sqlite')
    for (const hash of await store.read(async (tx) =>
      rawHashes(await listDocuments(tx), await listCustody(tx), await listLog(tx)),
    )) {
      const raw = await store.raw.get(hash)
      if (!raw)
        throw new IsnadError('case-damaged', `the raw bytes ${hash.slice(0, 12)}… are missing`, {
          hint: 'isnad case verify names what they belong to; restore them, then pack.',
        })
      manifest.push([sha256(raw), `data/raw/${hash}`])
      bytes += raw.length
      zip.addBuffer(Buffer.from(raw), `case/data/raw/${hash}`, { compress: raw.length > 200 })
    }
    const lines = (list: readonly [string, string][]) => list.map(([hash, path]) => `${hash}  ${path}\n`).join('')
    const tags: Record<string, string> = {
      'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
      'bag-info.txt': `External-Identifier: ${name.replace(/\s+/g, ' ')}\nBagging-Date: ${now().slice(0, 10)}\nBag-Software-Agent: ${TOOL}\nPayload-Oxum: ${bytes}.${manifest.length}\nIsnad-Log-Head: ${head}\n`,
      'manifest-sha256.txt': lines(manifest),
    }
    const tagLines = lines(Object.entries(tags).map(([path, text]): [string, string] => [sha256(text), path]))
    for (const [path, text] of Object.entries({ ...tags, 'tagmanifest-sha256.txt': tagLines }))
      zip.addBuffer(Buffer.from(text), `case/${path}`)
    zip.end()
    await written
    await rename(part, archive)
    return { archive, files: manifest.length, bytes, head }
  } finally {
    await rm(folder, { recursive: true, force: true })
    await rm(part, { force: true })
  }
}

/** Every raw file that the case must have: of documents that are not forgotten, and of captures that are none. */
function rawHashes(
  documents: Awaited<ReturnType<typeof listDocuments>>,
  custody: Awaited<ReturnType<typeof listCustody>>,
  log: Awaited<ReturnType<typeof listLog>>,
): string[] {
  const stamps = log.flatMap(({ kind, data }) => (kind === 'timestamp' ? [String(data.answer)] : []))
  const own = documents.flatMap(({ document, forgotten }) => (forgotten ? [] : [document.id.replace(/^sha256:/, '')]))
  const others = custody.flatMap(({ record, sha256: hash }) => (record ? [hash] : []))
  return [...new Set([...own, ...others, ...stamps])].sort()
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
