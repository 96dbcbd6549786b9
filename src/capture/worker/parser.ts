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

/** Parts of one input over which a worker may be ended before the rest of that input is given up. */
const MOST_LOST = 3

interface Job {
  input: RawInput
  /** The part that the worker is at, and those over which one was ended. */
  part?: string | undefined
  without: string[]
  /** Findings that came in, and how many of those of a new worker came in from another before. */
  received: number
  repeated: number
  waiting: Parsed[]
  done: boolean
  wake?: (() => void) | undefined
}

/**
 * Opens untrusted bytes in a worker: one that takes longer than `limits.seconds` over one finding, or more memory than
 * `limits.memoryMb`, is ended. Its input becomes a failure (of an archive, the part that it was at), and what is behind
 * goes to a new worker.
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
    const job: Job = { input, without: [], received: 0, repeated: 0, waiting: [], done: false }
    this.jobs.set(number, job)
    this.open(number, job)
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

  private open(number: number, { input, without }: Job): void {
    this.worker ??= this.start()
    this.worker.ref()
    this.worker.postMessage({ job: number, input, without } satisfies ToWorker)
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
    // What an ended worker had still sent is found again by the next.
    worker.on('message', (message: FromWorker) => worker === this.worker && this.receive(message))
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
    if ('part' in message) job.part = message.part
    else if ('done' in message) {
      job.done = true
      this.forget(message.job)
    } else if (job.repeated > 0) {
      job.repeated -= 1
      this.worker?.postMessage({ job: message.job, taken: true } satisfies ToWorker)
    } else {
      job.received += 1
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

  /** The first job is the one that the worker was at. It goes on without the part at fault, the others begin again. */
  private lost(worker: Worker, reason: unknown): void {
    if (worker !== this.worker) return
    this.worker = undefined
    this.untaken = 0
    const [current] = this.jobs
    if (!current) return
    const [number, job] = current
    const { part } = job
    job.waiting.push({ kind: 'failure', failure: failureOf(part ?? job.input.path, reason) })
    if (part !== undefined && job.without.length < MOST_LOST) {
      job.without.push(part)
      job.repeated = job.received
    } else {
      job.done = true
      this.forget(number)
    }
    job.part = undefined
    job.wake?.()
    for (const [one, again] of this.jobs) this.open(one, again)
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
