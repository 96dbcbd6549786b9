import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, sep } from 'node:path'
import type { AddResult, Case } from '../case/index.js'
import { IsnadError, type Tlp } from '../model/index.js'
import type { AddJobAnswer } from './contract/adds.js'

/** What one lot may hold. */
export const ADD_LIMITS = { files: 500, bytes: 200_000_000 } as const
/** Lots that are remembered after they ended. */
const MOST_KEPT = 20

/**
 * Adds what people give through the screens, one lot after another. Files lie beside the case until they are in it, and
 * each lot's state with them: what was interrupted goes on at the next start, and a document that is in already changes
 * nothing.
 */
export class AddJobs {
  readonly #jobs = new Map<string, AddJobAnswer>()
  #read = false
  #working: Promise<void> | undefined

  constructor(readonly kase: Pick<Case, 'add' | 'location'>) {}

  /** All lots, the last first. */
  list(): AddJobAnswer[] {
    this.#readFolder()
    return [...this.#jobs.values()].sort((a, b) => (a.id < b.id ? 1 : -1))
  }

  /** Takes a lot; it is worked on after this returns. A line that is no address fails by itself. Throws `bad-request`. */
  async give(files: readonly File[], addresses: readonly string[], tlp: Tlp | undefined): Promise<AddJobAnswer> {
    this.#readFolder()
    check(files, addresses)
    const at = new Date().toISOString()
    const id = `${at.replace(/\D/g, '')}-${crypto.randomUUID().slice(0, 4)}`
    const folder = join(this.#folder, id)
    mkdirSync(join(folder, 'files'), { recursive: true, mode: 0o700 })
    const names: string[] = []
    for (const file of files) {
      const name = freeName(safeName(file.name), names)
      names.push(name)
      writeFileSync(join(folder, 'files', name), new Uint8Array(await file.arrayBuffer()), { mode: 0o600 })
    }
    const job: AddJobAnswer = {
      ...{ id, at, state: 'waiting', inputs: [...names, ...addresses], ...(tlp && { tlp }) },
      ...{
        done: 0,
        total: names.length + addresses.length,
        added: [],
        unchanged: [],
        failed: addresses.filter((one) => !isAddress(one)).map(noAddress),
        files: [],
      },
    }
    this.#jobs.set(id, job)
    this.#keep(job)
    this.#work()
    return job
  }

  /** Resolves when nothing is left to do. */
  async settled(): Promise<void> {
    while (this.#working) await this.#working
  }

  /** Beside a case in a folder; elsewhere among the machine's temporary files. */
  get #folder(): string {
    const { location } = this.kase
    if (existsSync(join(location, 'case.sqlite'))) return join(location, 'incoming')
    return join(tmpdir(), `isnad-incoming-${createHash('sha256').update(location).digest('hex').slice(0, 12)}`)
  }

  #readFolder(): void {
    if (this.#read) return
    this.#read = true
    if (!existsSync(this.#folder)) return
    for (const name of readdirSync(this.#folder).sort()) {
      const file = join(this.#folder, name, 'job.json')
      if (!existsSync(file)) continue
      const job = JSON.parse(readFileSync(file, 'utf8')) as AddJobAnswer
      this.#jobs.set(job.id, job.state === 'running' ? { ...job, state: 'waiting' } : job)
    }
    this.#work()
  }

  #keep(job: AddJobAnswer): void {
    const file = join(this.#folder, job.id, 'job.json')
    writeFileSync(`${file}.part`, JSON.stringify(job), { mode: 0o600 })
    renameSync(`${file}.part`, file)
  }

  #work(): void {
    const next = [...this.#jobs.values()]
      .filter(({ state }) => state === 'waiting')
      .sort((a, b) => (a.id < b.id ? -1 : 1))[0]
    if (this.#working || !next) return
    this.#working = this.#run(next).finally(() => {
      this.#working = undefined
      this.#work()
    })
  }

  async #run(job: AddJobAnswer): Promise<void> {
    const files = join(this.#folder, job.id, 'files')
    const set = (more: { [K in keyof AddJobAnswer]?: AddJobAnswer[K] | undefined }) => {
      const now = { ...this.#jobs.get(job.id)!, ...more } as AddJobAnswer
      this.#jobs.set(job.id, now)
      return now
    }
    const here = new Set(existsSync(files) ? readdirSync(files) : [])
    const wrong = job.inputs.filter((input) => !here.has(input) && !isAddress(input))
    const paths = job.inputs
      .filter((input) => !wrong.includes(input))
      .map((input) => (here.has(input) ? join(files, input) : input))
    const named = (path: string) => (path.startsWith(files + sep) ? path.slice(files.length + 1) : path)
    this.#keep(set({ state: 'running' }))
    try {
      const result = await this.kase.add(paths, {
        named,
        ...(job.tlp && { tlp: job.tlp }),
        onProgress: (done, total, path) => set({ done, total, current: named(path), linking: undefined }),
        onLink: (done, total) => set({ linking: { done, total } }),
        onFinish: (done, total) => set({ linking: undefined, preparing: { done, total } }),
      })
      this.#keep(
        set({ state: 'done', linking: undefined, preparing: undefined, ...told(result, named, wrong.map(noAddress)) }),
      )
    } catch (error) {
      const known = error instanceof IsnadError ? error : new IsnadError('internal', 'This lot could not be added.')
      this.#keep(set({ state: 'failed', problem: { code: known.code, message: known.message } }))
    }
    rmSync(files, { recursive: true, force: true })
    this.#forgetOld()
  }

  #forgetOld(): void {
    const ended = this.list().filter(({ state }) => state === 'done' || state === 'failed')
    for (const { id } of ended.slice(MOST_KEPT)) {
      this.#jobs.delete(id)
      rmSync(join(this.#folder, id), { recursive: true, force: true })
    }
  }
}

const isAddress = (line: string) => /^https?:\/\/\S+$/.test(line)
const noAddress = (path: string) => ({
  path,
  code: 'bad-address',
  message: `"${path}" is no address of a page.`,
  hint: 'Write it in full, beginning with https://',
})

function told(
  result: AddResult,
  named: (path: string) => string,
  wrong: AddJobAnswer['failed'],
): Partial<AddJobAnswer> {
  return {
    added: result.added.map(({ id, path, claims, version }) => ({
      ...{ id, path: named(path), claims },
      ...(version && { version: version.number }),
    })),
    unchanged: result.unchanged.map(({ id, path }) => ({ id, path: named(path) })),
    // A path of this machine is nobody's business on a screen.
    failed: [...wrong, ...result.failed.map((one) => ({ ...one, path: named(one.path) }))],
    files: result.files.map(({ path, format, notes }) => ({ path: named(path), format, notes })),
  }
}

function check(files: readonly File[], addresses: readonly string[]): void {
  const refuse = (message: string, hint: string) => new IsnadError('bad-request', message, { hint })
  if (files.length + addresses.length === 0)
    throw refuse('Nothing was given.', 'Give files, or addresses of pages, one a line.')
  if (files.length + addresses.length > ADD_LIMITS.files)
    throw refuse(
      `${files.length + addresses.length} things are more than one lot takes.`,
      `Give at most ${ADD_LIMITS.files} at a time, or one archive.`,
    )
  const bytes = files.reduce((sum, { size }) => sum + size, 0)
  if (bytes > ADD_LIMITS.bytes)
    throw refuse(
      `${Math.round(bytes / 1e6)} MB are more than one lot takes.`,
      `Give at most ${ADD_LIMITS.bytes / 1e6} MB at a time, or add them in the terminal: isnad add.`,
    )
  const [wrong] = files.length === 0 && !addresses.some(isAddress) ? addresses.map(noAddress) : []
  if (wrong) throw refuse(wrong.message, wrong.hint)
}

/** The last part of a name, without what a file system could take for something else. */
function safeName(name: string): string {
  const bare = basename(name.replaceAll('\\', '/'))
    .replace(/[\p{C}<>:"|?*]/gu, '_')
    .replace(/^\.+/, '')
  return bare.slice(-120) || 'file'
}

/** The name, numbered where another file of the lot has it. */
function freeName(name: string, taken: readonly string[]): string {
  for (let n = 1; ; n++) {
    const free = n === 1 ? name : name.replace(/(\.[^.]*)?$/, (end) => `-${n}${end}`)
    if (!taken.includes(free)) return free
  }
}
