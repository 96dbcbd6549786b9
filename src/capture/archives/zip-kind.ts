import { basename } from 'node:path/posix'
import type { Part } from '../draft.js'
import { ABOUT_THE_FOLDER } from '../list-inputs.js'
import type { Format } from '../sniff-format.js'
import type { ZipEntry } from './zip.js'

type ZipKind = 'docx' | 'epub' | 'wacz' | 'zip' | Extract<Format, { kind: 'other' }>

/** What a ZIP file is, by the files in it: office documents and books are ZIPs too. */
export async function zipKind(entries: readonly ZipEntry[]): Promise<ZipKind> {
  const names = new Set(entries.map(({ name }) => name))
  const mimetype = entries.find(({ name, size }) => name === 'mimetype' && size < 200)
  const type = mimetype ? (await mimetype.read()).toString('latin1').trim() : ''
  if (type === 'application/epub+zip' || names.has('META-INF/container.xml')) return 'epub'
  if (names.has('word/document.xml')) return 'docx'
  if (names.has('xl/workbook.xml'))
    return { kind: 'other', name: 'an Excel workbook', next: 'Save each sheet as CSV, and add that.' }
  if (names.has('ppt/presentation.xml')) return { kind: 'other', name: 'a presentation', next: 'Export it as PDF.' }
  if (type.startsWith('application/vnd.oasis'))
    return { kind: 'other', name: 'an OpenDocument file', next: 'Save it as DOCX or PDF.' }
  const packed = [...names].some((name) => /^archive\/.*\.warc(?:\.gz)?$/.test(name))
  return names.has('datapackage.json') && packed ? 'wacz' : 'zip'
}

/** The files of an archive in the order of their names; of a WACZ, its web archives only. */
export async function* zipParts(entries: readonly ZipEntry[], kind: 'wacz' | 'zip'): AsyncGenerator<Part> {
  const kept = entries.filter(({ name }) =>
    kind === 'wacz' ? /^archive\/.*\.warc(?:\.gz)?$/.test(name) : isReport(name),
  )
  kept.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  for (const { name, read } of kept) {
    try {
      yield { name, bytes: await read() }
    } catch (error) {
      yield { name, error }
    }
  }
}

/** Not what describes a folder, nor what a Mac puts beside files. */
export function isReport(name: string): boolean {
  return !name.startsWith('__MACOSX/') && !ABOUT_THE_FOLDER.test(basename(name))
}
