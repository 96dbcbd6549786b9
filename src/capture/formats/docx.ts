import mammoth from 'mammoth'
import type { ZipEntry } from '../archives/zip.js'
import { captureError } from '../captured.js'
import type { Draft } from '../draft.js'
import { htmlLines } from '../html-lines.js'

/**
 * The text of a Word document (DOCX): paragraphs, lists, tables, notes; not what was struck out. `entries` are those of
 * the file itself, and are unpacked once under the limits before the library, which has none, sees them.
 */
export async function readDocx(bytes: Uint8Array, entries: readonly ZipEntry[]): Promise<Draft> {
  const parts = new Map<string, string>()
  for (const entry of entries) {
    const content = await entry.read()
    if (entry.name === 'docProps/core.xml') parts.set(entry.name, content.toString('utf8'))
    // A document type has no business in these files; entities that multiply need one.
    if (/\.(?:xml|rels)$/.test(entry.name) && content.subarray(0, 4096).includes('<!DOCTYPE'))
      throw captureError('damaged-file', `${entry.name} in it declares entities`, 'Save the document again.')
  }
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { value } = await mammoth
    .convertToHtml({ buffer }, { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) })
    .catch((error: Error) => {
      throw captureError('damaged-file', `it is a damaged Word document: ${error.message}`, 'Save it again.')
    })
  const property = (name: string) =>
    new RegExp(`<${name}\\b[^>]*>([^<]{1,500})</${name}>`).exec(parts.get('docProps/core.xml') ?? '')?.[1]?.trim()
  return {
    text: htmlLines(value),
    furniture: 'whole',
    title: property('dc:title'),
    author: property('dc:creator'),
    published: property('dcterms:created')?.slice(0, 10),
    modified: property('dcterms:modified')?.slice(0, 10),
    basis: { title: 'file properties', author: 'file properties' },
  }
}
