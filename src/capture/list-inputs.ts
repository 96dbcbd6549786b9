import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { captureError } from './captured.js'

/** One thing to capture, or the error met on the way to it. */
export type Input =
  | { kind: 'file' | 'address' | 'stdin'; path: string }
  | { kind: 'error'; path: string; error: unknown }

/** Files that describe a folder rather than belong to it. */
export const ABOUT_THE_FOLDER = /^(?:\.|README|LICEN[CS]E|NOTICE)/i

/**
 * Spreads what a person named into single inputs: `-` is standard input, `http(s)://…` an address, a folder every file
 * below it in sorted order (hidden files, README and licence files are left out), anything else a file.
 */
export async function listInputs(inputs: readonly string[]): Promise<Input[]> {
  const lists = await Promise.all(inputs.map(listOne))
  return lists.flat()
}

async function listOne(path: string): Promise<Input[]> {
  if (path === '-') return [{ kind: 'stdin', path }]
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(path)) return [{ kind: 'address', path }]
  try {
    const found = await stat(path)
    return found.isDirectory() ? await walk(path) : [{ kind: 'file', path }]
  } catch (error) {
    return [{ kind: 'error', path, error }]
  }
}

/** What a folder holds that is neither file nor folder: a link to a file is that file. */
async function listOther(path: string): Promise<Input> {
  try {
    const found = await stat(path)
    if (found.isFile()) return { kind: 'file', path }
    // A linked folder may lead back up; only true folders are entered. A pipe may never end, nor ever begin.
    const error = found.isDirectory()
      ? captureError('unsupported-format', 'it is a link to a folder', 'Name the folder itself.')
      : captureError(
          'unsupported-format',
          'it is no file, but a pipe or a device',
          'Name it itself, if it is to be read.',
        )
    return { kind: 'error', path, error }
  } catch (error) {
    return { kind: 'error', path, error }
  }
}

async function walk(folder: string): Promise<Input[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    const kept = entries.filter((entry) => !ABOUT_THE_FOLDER.test(entry.name))
    // By code unit, not by locale: the same folder is read in the same order everywhere.
    kept.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    const lists: Input[][] = []
    for (const entry of kept) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) lists.push(await walk(path))
      else lists.push([entry.isFile() ? { kind: 'file', path } : await listOther(path)])
    }
    return lists.flat()
  } catch (error) {
    return [{ kind: 'error', path: folder, error }]
  }
}
