import { pack } from 'tar-stream'
import { WARCRecord, WARCSerializer } from 'warcio'
import { ZipFile } from 'yazl'
import { type CaptureKnowledge, NO_KNOWLEDGE } from './knowledge.js'
import { LIMITS, type Limits } from './limits.js'
import { type Found, openBytes } from './open-bytes.js'

/** Files of each format, made for tests. */

export type Content = string | Uint8Array
const bytesOf = (content: Content) => (typeof content === 'string' ? Buffer.from(content) : Buffer.from(content))

async function collected(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

export async function zipOf(files: Record<string, Content>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(files)) zip.addBuffer(bytesOf(content), name)
  zip.end()
  return collected(zip.outputStream)
}

export async function tarOf(files: Record<string, Content>): Promise<Buffer> {
  const tar = pack()
  for (const [name, content] of Object.entries(files)) tar.entry({ name }, bytesOf(content))
  tar.finalize()
  return collected(tar)
}

export async function warcOf(pages: Record<string, { type: string; body: string; status?: string }>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for (const [url, { type, body, status }] of Object.entries(pages)) {
    const record = WARCRecord.create(
      {
        url,
        date: '2024-02-11T08:00:00Z',
        type: 'response',
        httpHeaders: { 'Content-Type': type },
        statusline: `HTTP/1.1 ${status ?? '200 OK'}`,
      },
      (async function* () {
        yield Buffer.from(body)
      })(),
    )
    parts.push(await WARCSerializer.serialize(record, { gzip: true }))
  }
  return Buffer.concat(parts)
}

/** A Word document of paragraphs. */
export async function docxOf(paragraphs: readonly string[], more: Record<string, Content> = {}): Promise<Buffer> {
  const body = paragraphs.map((text) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`).join('')
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
  const office = 'http://schemas.openxmlformats.org'
  return zipOf({
    '[Content_Types].xml': `${head}<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${head}<w:document xmlns:w="${office}/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    'docProps/core.xml': `${head}<cp:coreProperties xmlns:cp="x" xmlns:dc="y" xmlns:dcterms="z"><dc:title>Patrol report</dc:title><dc:creator>L. Haddad</dc:creator><dcterms:created>2024-02-10T09:00:00Z</dcterms:created></cp:coreProperties>`,
    ...more,
  })
}

export async function epubOf(chapters: readonly string[]): Promise<Buffer> {
  const items = chapters.map((_, i) => `<item id="c${i}" href="text/${i}.xhtml" media-type="application/xhtml+xml"/>`)
  const spine = chapters.map((_, i) => `<itemref idref="c${i}"/>`)
  const files: Record<string, Content> = {
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
    'OEBPS/book.opf': `<?xml version="1.0"?><package><metadata><dc:title>Annual report</dc:title><dc:creator>The Panel</dc:creator></metadata><manifest>${items.join('')}</manifest><spine>${spine.join('')}</spine></package>`,
  }
  for (const [i, text] of chapters.entries())
    files[`OEBPS/text/${i}.xhtml`] = `<html><head><title>no text</title></head><body>${text}</body></html>`
  return zipOf(files)
}

/** One run of text on a page of a PDF: its left edge and baseline in points. */
export interface Placed {
  x: number
  y: number
  text: string
}

/**
 * A PDF whose font has no outlines and whose glyphs are Unicode units, each drawn `width` wide: enough for what a reader
 * of its text sees. `text` is in the order in which the page shows it, from the left.
 */
export function pdfOf(pages: readonly (readonly Placed[])[], width = 500): Buffer {
  const hex = (text: string) =>
    [...text].map((letter) => (letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('')
  const letters = [...new Set(pages.flat().flatMap(({ text }) => [...text]))]
  const cmap = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def 1 begincodespacerange <0000> <ffff> endcodespacerange ${letters.length} beginbfchar ${letters.map((letter) => `<${hex(letter)}> <${hex(letter)}>`).join(' ')} endbfchar endcmap end end`
  const objects: string[] = []
  const add = (content: string) => objects.push(content)
  const stream = (content: string) => `<< /Length ${Buffer.byteLength(content)} >>\nstream\n${content}\nendstream`
  const kids = pages.map((_, i) => `${6 + i * 2} 0 R`).join(' ')
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`)
  add(
    '<< /Type /Font /Subtype /Type0 /BaseFont /Made /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
  )
  add(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Made /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW ${width} /FontDescriptor << /Type /FontDescriptor /FontName /Made /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>`,
  )
  add(stream(cmap))
  for (const [i, page] of pages.entries()) {
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F 3 0 R >> >> /Contents ${7 + i * 2} 0 R >>`,
    )
    add(stream(page.map(({ x, y, text }) => `BT /F 10 Tf ${x} ${y} Td <${hex(text)}> Tj ET`).join('\n')))
  }
  return pdfFrom(objects)
}

/** A PDF of these objects, numbered from 1; the first is its catalogue. `trailer`: what its trailer says beside that. */
export function pdfFrom(objects: readonly string[], trailer = ''): Buffer {
  let file = '%PDF-1.7\n'
  const offsets = objects.map((content, i) => {
    const at = Buffer.byteLength(file)
    file += `${i + 1} 0 obj\n${content}\nendobj\n`
    return at
  })
  const xref = Buffer.byteLength(file)
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}trailer << /Size ${objects.length + 1} /Root 1 0 R ${trailer}>>\nstartxref\n${xref}\n%%EOF`
  return Buffer.from(file)
}

/** Everything that is found in bytes, in this thread. */
export async function opened(
  bytes: Content,
  knowledge: CaptureKnowledge = NO_KNOWLEDGE,
  limits: Partial<Limits> = {},
): Promise<Found[]> {
  const found: Found[] = []
  const input = { path: 'in', bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes }
  for await (const one of openBytes(input, knowledge, { ...LIMITS, ...limits })) found.push(one)
  return found
}
