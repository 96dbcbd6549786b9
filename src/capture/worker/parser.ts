import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { type CaptureFailure, failureOf } from '../captured.js'
import type { CaptureKnowledge } from '../knowledge.js'
import { type Limits, overLimit } from '../limits.js'
import type { Found } from '../open-bytes.js'
import type { RawInput } from '../read-document.js'
import { type FromWorker, ON_THE_WAY, type ToWorker, type WorkerSetup } from './messages.js'

/** A finding on this side of the worker. */
export type Parsed = Exclude<Found, { kind: 'failure' }> | { kind: 'failure'; failure: CaptureFailure }

/** Seconds that a worker may take to load its program, on a machine with much else to do. */
const STARTING = 60

interface Job {
  input: RawInput
  waiting: Parsed[]
  done: boolean
  wake?: (() => void) | undefined
}

/**
 * Opens untrusted bytes in a worker: one that takes longer than `limits.seconds` over one finding, or more memory than
 * `limits.memoryMb`, is ended; its input becomes a failure, and the inputs behind it go to a new worker.
 */
export class Parser {
  private worker: Worker | undefined
  private readonly jobs = new Map<number, Job>()
  private next = 0
  /** Whether the worker has loaded its program, which is no fault of what it is to parse. */
  private ready = false
  private timer: NodeJS.Timeout | undefined
  /** Findings sent and not yet taken. */
  private untaken = 0

  constructor(
    private readonly knowledge: CaptureKnowledge,
    private readonly limits: Limits,
  ) {}

  /** Hands bytes to the worker at once; what is found in them is awaited by iterating. */
  parse(input: RawInput): AsyncGenerator<Parsed> {
    const number = this.next++
    const job: Job = { input, waiting: [], done: false }
    this.jobs.set(number, job)
    this.post({ job: number, input })
    return this.results(number, job)
  }

  /** Ends the worker, whatever it does. */
  async close(): Promise<void> {
    clearTimeout(this.timer)
    const worker = this.worker
    this.worker = undefined
    this.jobs.clear()
    this.untaken = 0
    await worker?.terminate()
  }

  private async *results(number: number, job: Job): AsyncGenerator<Parsed> {
    try {
      for (;;) {
        const found = job.waiting.shift()
        if (found) {
          yield found
          this.taken(number)
          continue
        }
        if (job.done) return
        await new Promise<void>((resolve) => {
          job.wake = resolve
        })
      }
    } finally {
      // Whoever stops asking does not want the rest: it is still parsed, and thrown away.
      for (const _ of job.waiting.splice(0)) this.taken(number)
      if (!job.done) job.wake = undefined
      if (job.done) this.forget(number)
    }
  }

  private taken(job: number): void {
    this.untaken = Math.max(0, this.untaken - 1)
    this.worker?.postMessage({ job, taken: true } satisfies ToWorker)
    this.watch()
  }

  private post(message: ToWorker): void {
    this.worker ??= this.start()
    this.worker.ref()
    this.worker.postMessage(message)
    this.watch()
  }

  private start(): Worker {
    this.ready = false
    const options = {
      workerData: { knowledge: this.knowledge, limits: this.limits } satisfies WorkerSetup,
      resourceLimits: { maxOldGenerationSizeMb: this.limits.memoryMb },
      execArgv: [],
    }
    const worker = import.meta.url.endsWith('.ts')
      ? new Worker(fromSource(), { ...options, eval: true })
      : new Worker(new URL('./parse-worker.js', import.meta.url), options)
    worker.on('message', (message: FromWorker) => this.receive(message))
    worker.on('error', (error: NodeJS.ErrnoException) => this.lost(worker, this.reason(error)))
    worker.on('exit', () => this.lost(worker, new Error('its parser ended without a word')))
    return worker
  }

  private reason(error: NodeJS.ErrnoException): unknown {
    if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') return error
    return overLimit('it takes too much memory to parse (megabytes)', 'memoryMb', this.limits.memoryMb)
  }

  private receive(message: FromWorker): void {
    if ('ready' in message) {
      this.ready = true
      return this.watch()
    }
    const job = this.jobs.get(message.job)
    if (!job) return
    if ('done' in message) {
      job.done = true
      this.forget(message.job)
    } else {
      this.untaken += 1
      const { found } = message
      job.waiting.push('failure' in found ? (found as Parsed) : ({ bytes: job.input.bytes, ...found } as Parsed))
    }
    job.wake?.()
    this.watch()
  }

  private forget(number: number): void {
    this.jobs.delete(number)
    if (this.jobs.size === 0) this.worker?.unref()
  }

  /** The clock runs while the worker works, not while what it found waits to be taken. */
  private watch(): void {
    clearTimeout(this.timer)
    if (this.jobs.size === 0 || !this.worker) return
    const worker = this.worker
    this.timer = setTimeout(
      () => {
        if (this.untaken >= ON_THE_WAY) return this.watch()
        void worker.terminate()
        this.lost(worker, overLimit('it takes too long to parse (seconds)', 'seconds', this.limits.seconds))
      },
      (this.limits.seconds + (this.ready ? 0 : STARTING)) * 1000,
    )
    this.timer.unref()
  }

  /** The first job is the one that the worker was at; the others begin again in a new one. */
  private lost(worker: Worker, reason: unknown): void {
    if (worker !== this.worker) return
    this.worker = undefined
    this.untaken = 0
    const [current, ...others] = [...this.jobs]
    if (!current) return
    const [number, job] = current
    job.waiting.push({ kind: 'failure', failure: failureOf(job.input.path, reason) })
    job.done = true
    this.forget(number)
    job.wake?.()
    for (const [other, { input }] of others) this.post({ job: other, input })
  }
}

/** The worker's program where this one runs from its TypeScript: the loader must be registered inside the worker. */
function fromSource(): string {
  const loader = pathToFileURL(
    createRequire(import.meta.url)
      .resolve('tsx/esm/api')
      .replace(/\.cjs$/, '.mjs'),
  ).href
  const program = new URL('./parse-worker.ts', import.meta.url).href
  return `import(${JSON.stringify(loader)}).then(({ register }) => { register(); return import(${JSON.stringify(program)}) })`
}
