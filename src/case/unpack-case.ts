import { createHash } from 'node:crypto'
import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Entry, open, type ZipFile } from 'yauzl'
import { IsnadError } from '../model/index.js'

/** The only files that an archive of ours holds: whatever else is in one is not unpacked, and is refused. */
const PAYLOAD = /^data\/(?:case\.sqlite|raw\/[0-9a-f]{64})$/
const TAGS = /^(?:bagit|bag-info|manifest-sha256|tagmanifest-sha256)\.txt$/

/**
 * Checks an archive that `packCase` wrote, file by file against its manifests, while it is unpacked into a new folder,
 * which has its name only when all is well. Throws `case-exists`, or `case-damaged` with what is wrong.
 */
export async function unpackCase(archive: string, directory: string): Promise<{ files: number; head: string }> {
  if (existsSync(directory))
    throw new IsnadError('case-exists', 'there is something here already', {
      where: { what: directory },
      hint: 'Give a folder that does not exist yet.',
    })
  const part = `${directory.replace(/[/\\]+$/, '')}.part`
  await rm(part, { recursive: true, force: true })
  await mkdir(join(part, 'data', 'raw'), { recursive: true })
  try {
    const { hashes, tags } = await extract(archive, part)
    const manifest = linesOf(tags.get('manifest-sha256.txt'))
    const problems: string[] = []
    for (const [path, hash] of manifest)
      if (!hashes.has(path)) problems.push(`${path} is missing`)
      else if (hashes.get(path) !== hash) problems.push(`${path} was changed`)
    for (const path of hashes.keys())
      if (PAYLOAD.test(path) && !manifest.has(path)) problems.push(`${path} is not in the manifest`)
    for (const [path, hash] of linesOf(tags.get('tagmanifest-sha256.txt')))
      if (hashes.get(path) !== hash) problems.push(`${path} was changed`)
    if (!manifest.has('data/case.sqlite')) problems.push('it holds no case')
    if (problems.length) throw damaged(archive, problems)
    await mkdir(dirname(directory), { recursive: true })
    await rename(join(part, 'data'), directory)
    const head = /^Isnad-Log-Head: ([0-9a-f]{64})$/m.exec(tags.get('bag-info.txt') ?? '')?.[1] ?? ''
    return { files: manifest.size, head }
  } finally {
    await rm(part, { recursive: true, force: true })
  }
}

function damaged(archive: string, problems: readonly string[]): IsnadError {
  return new IsnadError('case-damaged', `the archive is not as it was packed: ${problems.slice(0, 5).join('; ')}`, {
    where: { what: archive },
    hint: 'Nothing was unpacked. Get the archive again from whoever packed it.',
  })
}

const linesOf = (text = '') =>
  new Map([...text.matchAll(/^([0-9a-f]{64}) [ *](.+)$/gm)].map(([, hash = '', path = '']) => [path, hash]))

async function extract(
  archive: string,
  folder: string,
): Promise<{ hashes: Map<string, string>; tags: Map<string, string> }> {
  const hashes = new Map<string, string>()
  const tags = new Map<string, string>()
  const zip = await new Promise<ZipFile>((resolve, reject) =>
    open(archive, { lazyEntries: true, autoClose: false }, (error, file) =>
      error ? reject(damaged(archive, [error.message])) : resolve(file),
    ),
  )
  try {
    await new Promise<void>((resolve, reject) => {
      zip.on('error', (error: Error) => reject(damaged(archive, [error.message])))
      zip.on('end', resolve)
      zip.on('entry', (entry: Entry) => {
        const path = entry.fileName.replace(/^[^/]+\//, '')
        if (!PAYLOAD.test(path) && !TAGS.test(path)) return reject(damaged(archive, [`${path} does not belong in it`]))
        extractOne(zip, entry, PAYLOAD.test(path) ? join(folder, path) : undefined).then(
          ({ hash, text }) => {
            hashes.set(path, hash)
            if (text !== undefined) tags.set(path, text)
            zip.readEntry()
          },
          (error: Error) => reject(damaged(archive, [`${path}: ${error.message}`])),
        )
      })
      zip.readEntry()
    })
    return { hashes, tags }
  } finally {
    zip.close()
  }
}

async function extractOne(
  zip: ZipFile,
  entry: Entry,
  to: string | undefined,
): Promise<{ hash: string; text?: string }> {
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) =>
    zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened))),
  )
  const hash = createHash('sha256')
  if (to !== undefined) {
    const hashing = new Transform({
      transform(chunk, _, done) {
        hash.update(chunk)
        done(null, chunk)
      },
    })
    await pipeline(stream, hashing, createWriteStream(to, { mode: 0o600 }))
    return { hash: hash.digest('hex') }
  }
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part as Buffer)
  const bytes = Buffer.concat(parts)
  return { hash: hash.update(bytes).digest('hex'), text: bytes.toString('utf8') }
}
