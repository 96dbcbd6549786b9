import { getDocumentProxy } from 'unpdf'
import { captureError } from '../captured.js'
import type { Draft } from '../draft.js'
import { type Limits, overLimit } from '../limits.js'
import { type Glyphs, linesOf } from './pdf-lines.js'

/** A page with fewer letters than this, in a file where every page is so, is a picture of text. */
const LETTERS_OF_A_PAGE = 12

/**
 * The text of a PDF, page after page, each page's first character noted for citation; lines of right-to-left text in
 * reading order; heads and feet that every page repeats left out. Throws `needs-ocr` where pages are pictures,
 * `damaged-file`, `unsupported-format` (encrypted) or `over-limit`.
 */
export async function readPdf(bytes: Uint8Array, limits: Limits): Promise<Draft> {
  const pdf = await open(bytes)
  try {
    if (pdf.numPages > limits.pages) throw overLimit(`it has ${pdf.numPages} pages`, 'pages', limits.pages)
    const pages: string[][] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number)
      const { items } = await page.getTextContent()
      pages.push(linesOf(items.filter((item): item is typeof item & Glyphs => 'str' in item)))
      page.cleanup()
    }
    const letters = pages.map((lines) => lines.join('').match(/\p{L}/gu)?.length ?? 0)
    const pictures = letters.flatMap((count, i) => (count < LETTERS_OF_A_PAGE ? [i + 1] : []))
    if (pictures.length === pages.length)
      throw captureError(
        'needs-ocr',
        `none of its ${pages.length} pages holds text: they are pictures of text`,
        'Run text recognition first, for example: ocrmypdf -l ara+eng in.pdf out.pdf',
      )
    const { info } = (await pdf.getMetadata().catch(() => ({ info: {} }))) as { info: Record<string, unknown> }
    const { text, marks } = joined(withoutRepeats(pages))
    return {
      text,
      furniture: 'whole',
      pages: marks,
      title: worthwhile(info.Title),
      author: worthwhile(info.Author),
      published: dayOf(info.CreationDate),
      modified: dayOf(info.ModDate),
      basis: {
        title: 'file properties',
        author: 'file properties',
        ...(pictures.length ? { text: `pages without text, which may need recognition: ${pictures.join(', ')}` } : {}),
      },
    }
  } finally {
    await pdf.destroy().catch(() => undefined)
  }
}

async function open(bytes: Uint8Array) {
  try {
    // A copy: the library takes the memory it is given for itself.
    return await getDocumentProxy(Uint8Array.from(bytes), { isEvalSupported: false, verbosity: 0, stopAtErrors: false })
  } catch (error) {
    const { name, message } = error as Error
    if (name === 'PasswordException')
      throw captureError('unsupported-format', 'it is a PDF with a password', 'Save it without the password.')
    throw captureError('damaged-file', `it is a damaged PDF: ${message}`, 'Get the file again.')
  }
}

/** First or last lines that stand on most pages, whatever number is in them, are heads and feet; so are bare page numbers. */
function withoutRepeats(pages: readonly string[][]): string[][] {
  const shape = (line: string) => line.replace(/\p{N}+/gu, '#').trim()
  const seen = new Map<string, number>()
  const edges = (lines: readonly string[]) => [...new Set([...lines.slice(0, 2), ...lines.slice(-2)].map(shape))]
  for (const lines of pages) for (const edge of edges(lines)) seen.set(edge, (seen.get(edge) ?? 0) + 1)
  const most = Math.max(3, pages.length * 0.6)
  return pages.map((lines) =>
    lines.filter((line, i) => {
      if (i > 1 && i < lines.length - 2) return true
      if (/^[\s\p{P}]*\p{N}{1,4}[\s\p{P}]*$/u.test(line)) return false
      return (seen.get(shape(line)) ?? 0) < most
    }),
  )
}

/** Pages as one text, an empty line between them, and where in it each begins. */
function joined(pages: readonly string[][]): { text: string; marks: { page: number; start: number }[] } {
  const marks: { page: number; start: number }[] = []
  let text = ''
  for (const [i, lines] of pages.entries()) {
    const own = paragraphs(lines)
    if (!own) continue
    if (text) text += '\n\n'
    marks.push({ page: i + 1, start: text.length })
    text += own
  }
  return { text, marks }
}

/** Printed lines joined into paragraphs: a line that is short, or that ends a sentence, ends one; a hyphen joins. */
function paragraphs(lines: readonly string[]): string {
  const width = Math.max(...lines.map((line) => line.length), 1)
  let text = ''
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1]
    const ends = next === undefined || line === '' || next === '' || line.length < width * 0.6
    if (/\p{Ll}[-\u00ad]$/u.test(line) && next && /^\p{Ll}/u.test(next)) text += line.slice(0, -1)
    else text += line + (ends ? '\n' : ' ')
  }
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Programs put file names and their own names where a title belongs. */
function worthwhile(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value.trim() : ''
  return text && !/^(?:untitled|microsoft word\b|.*\.(?:docx?|pdf|html?|indd)$)/i.test(text) ? text : undefined
}

/** `D:20240512…` as an ISO day. */
function dayOf(value: unknown): string | undefined {
  const [, y, m, d] = /^D:(\d{4})(\d{2})(\d{2})/.exec(typeof value === 'string' ? value : '') ?? []
  return y ? `${y}-${m}-${d}` : undefined
}
