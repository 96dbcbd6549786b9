import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { sha256 } from '../model/index.js'
import type { Problems } from './problems.js'

/** One file of a pack: `path` below the pack's folder with forward slashes, `file` as errors show it. */
export interface PackFile {
  path: string
  file: string
  text: string
}

/** Files anyone may put beside data. */
const PROSE = /^(?:README(?:\.\w+)?\.md|LICENSE(?:\.\w+)?|NOTICE\.md)$/

/** The files of one folder, handed out by name; what nobody asked for is an error. */
export class PackFolder {
  private readonly unread: Map<string, PackFile>
  private readonly all: PackFile[]
  private readonly taken: PackFile[] = []

  constructor(
    readonly dir: string,
    shownBelow: string,
  ) {
    // Packs from elsewhere are shown by their whole path, which is right from wherever the program was started.
    const shown = (absolute: string) => {
      const below = relative(shownBelow, absolute)
      return below === '' || below.startsWith('..') ? absolute : below
    }
    this.all = walk(dir).map((absolute) => ({
      path: relative(dir, absolute).split(sep).join('/'),
      file: shown(absolute),
      text: readFileSync(absolute, 'utf8'),
    }))
    this.unread = new Map(this.all.map((f) => [f.path, f]))
  }

  /** The file at a path, or undefined where the folder has none. */
  take(path: string): PackFile | undefined {
    const file = this.unread.get(path)
    if (file) this.taken.push(file)
    this.unread.delete(path)
    return file
  }

  /** All files whose path fits, in the order of their paths. */
  takeAll(pattern: RegExp): PackFile[] {
    return this.all.filter((f) => pattern.test(f.path)).flatMap((f) => this.take(f.path) ?? [])
  }

  /** Reports each file that was not taken. */
  reportUnread(problems: Problems, hint: string): void {
    for (const [path, file] of this.unread) {
      if (PROSE.test(path.split('/').at(-1)!)) continue
      problems.add('pack-unread-file', `nothing reads '${path}'`, { file: file.file }, hint)
    }
  }

  /** Paths and contents of the files that were taken, for the packs' version; prose does not count. */
  get fingerprint(): string {
    const lines = this.taken.map((f) => `${f.path}\n${sha256(f.text)}`)
    return lines.sort().join('\n')
  }
}

function walk(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.') && !entry.name.startsWith('~'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? walk(join(dir, entry.name)) : [join(dir, entry.name)]))
}

/** Whether a path is a folder. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

/** Names of the folders in a folder, in order; none where it does not exist. */
export function folders(dir: string): string[] {
  if (!isFolder(dir)) return []
  return readdirSync(dir)
    .filter((name) => !name.startsWith('.') && isFolder(join(dir, name)))
    .sort()
}
