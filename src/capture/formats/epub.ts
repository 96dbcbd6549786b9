import { parseHTML } from 'linkedom'
import type { ZipEntry } from '../archives/zip.js'
import { captureError } from '../captured.js'
import { decode } from '../decode.js'
import type { Draft } from '../draft.js'
import { htmlLines } from '../html-lines.js'

/**
 * The text of an EPUB: its chapters in the order of the book's spine, each chapter a page for citation. An EPUB is a ZIP
 * of XHTML with one list of contents, which linkedom reads; no further library is needed.
 */
export async function readEpub(entries: readonly ZipEntry[]): Promise<Draft> {
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  const text = async (name: string) => {
    const entry = byName.get(name)
    return entry ? decode(await entry.read()).text : undefined
  }
  const container = (await text('META-INF/container.xml')) ?? ''
  const path = /full-path\s*=\s*["']([^"']+)["']/.exec(container)?.[1] ?? ''
  const listing = await text(path)
  if (!listing) throw captureError('damaged-file', 'it is an EPUB without its list of contents', 'Get the book again.')
  const { document } = parseHTML(`<html><body>${listing.replace(/<\?xml[^>]*\?>/, '')}</body></html>`)
  const value = (name: string) => new RegExp(`<${name}\\b[^>]*>([^<]{1,500})<`, 'i').exec(listing)?.[1]?.trim()
  const items = new Map(
    [...document.querySelectorAll('item')].map((item) => [item.getAttribute('id'), item.getAttribute('href')]),
  )
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : ''
  const pages: { page: number; start: number }[] = []
  let whole = ''
  for (const [i, ref] of [...document.querySelectorAll('itemref')].entries()) {
    const href = items.get(ref.getAttribute('idref'))
    if (!href) continue
    const chapter = await text(resolved(folder, decodeURIComponent(href)))
    const own = chapter ? htmlLines(chapter.replace(/<head\b[\s\S]*?<\/head>/i, '')) : ''
    if (!own) continue
    if (whole) whole += '\n\n'
    pages.push({ page: i + 1, start: whole.length })
    whole += own
  }
  return {
    text: whole,
    furniture: 'whole',
    pages,
    title: value('dc:title'),
    author: value('dc:creator'),
    outlet: value('dc:publisher'),
    published: value('dc:date')?.slice(0, 10),
    language: value('dc:language'),
    basis: { title: 'book data', author: 'book data', outlet: 'book data' },
  }
}

/** A path relative to a folder of the archive; never above its root. */
function resolved(folder: string, href: string): string {
  const steps: string[] = []
  for (const step of `${folder}${href.split('#')[0]}`.split('/')) {
    if (step === '..') steps.pop()
    else if (step && step !== '.') steps.push(step)
  }
  return steps.join('/')
}
