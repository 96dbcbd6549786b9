import type { Worker } from 'node:worker_threads'
import { startWorker } from '../../capture/index.js'
import type { Document, Reading } from '../../model/index.js'
import type { PackOptions } from '../../packs/index.js'
import { checkedReading } from '../checked-reading.js'
import type { Steps } from '../steps.js'
import type { FromReader, ReaderSetup, ToReader } from './messages.js'

/** Documents after which a worker pays: it takes as long to start as a few dozen take to read. */
const WORTH_A_WORKER = 24
/** Documents that are with the worker at once: what it reads while this thread writes to the disk. */
const WITH_WORKER = 16

/** A document whose reading was begun; the reading may be asked for once. */
export type Begun = () => Promise<Reading>

interface Job {
  document: Document
  resolve: (reading: Reading) => void
  reject: (error: unknown) => void
  reading: Promise<Reading>
}

/**
 * Reads the documents of a long import on another core, while this one stores and links. Readings are the same: the worker
 * loads the same packs, and where it has others, cannot start or ends, all is read here. Whoever waits for a reading reads
 * meanwhile what nobody has begun.
 */
export class ReadBeside {
  private worker: Worker | undefined
  /** Of the worker: not started or not ready, at work, or not to be had. */
  state: 'none' | 'reading' | 'gone' = 'none'
  private seen = 0
  private next = 0
  /** Not begun, and with the worker, by number. */
  private readonly waiting = new Map<number, Job>()
  private readonly away = new Map<number, Job>()

  /** `packs`: by which a worker loads what `reader` has; without them all is read here. */
  constructor(
    private readonly reader: Steps['reader'],
    private readonly packs: PackOptions | undefined,
  ) {}

  /** Hands over a document that will be asked for. */
  begin(document: Document): Begun {
    this.seen += 1
    // Rows that others coded are quick, and their table may be one that only this program was given.
    if (this.packs === undefined || this.seen <= WORTH_A_WORKER || this.state === 'gone' || document.coded)
      return async () => this.here(document)
    this.worker ??= this.start(this.packs)
    const number = this.next++
    this.waiting.set(number, jobOf(document))
    this.send()
    const job = this.waiting.get(number) ?? this.away.get(number)!
    return () => this.ask(number, job)
  }

  /** Ends the worker. */
  async close(): Promise<void> {
    const { worker } = this
    this.worker = undefined
    this.away.clear()
    await worker?.terminate()
  }

  private here(document: Document): Reading {
    return checkedReading(this.reader.read(document))
  }

  private async ask(number: number, job: Job): Promise<Reading> {
    if (this.waiting.delete(number)) return this.here(job.document)
    let done = false
    const over = () => {
      done = true
    }
    job.reading.then(over, over)
    // What the worker has sent is taken first; then the last that waits is read, which it would come to last.
    for (await turn(); !done && this.waiting.size > 0; await turn()) {
      const last = [...this.waiting.keys()].at(-1)!
      this.readHere(last, this.waiting)
    }
    return job.reading
  }

  private readHere(number: number, jobs: Map<number, Job>): void {
    const { document, resolve, reject } = jobs.get(number)!
    jobs.delete(number)
    try {
      resolve(this.here(document))
    } catch (error) {
      reject(error)
    }
  }

  private start(packs: PackOptions): Worker {
    const worker = startWorker(new URL('./read-worker.js', import.meta.url), {
      workerData: { packs } satisfies ReaderSetup,
    })
    worker.unref()
    worker.on('message', (message: FromReader) => this.receive(message))
    worker.on('error', () => this.lost())
    worker.on('exit', () => this.lost())
    return worker
  }

  private send(): void {
    if (this.state !== 'reading') return
    for (const [number, job] of this.waiting) {
      if (this.away.size >= WITH_WORKER) return
      this.waiting.delete(number)
      this.away.set(number, job)
      this.worker?.ref()
      this.worker?.postMessage({ job: number, document: job.document } satisfies ToReader)
    }
  }

  private receive(message: FromReader): void {
    if ('ready' in message) {
      // Packs that changed on the disk since they were loaded here.
      if (message.ready !== this.reader.version.packs) return this.lost()
      this.state = 'reading'
    } else {
      const job = this.away.get(message.job)
      this.away.delete(message.job)
      if ('reading' in message) job?.resolve(message.reading)
      else job?.reject(message.error)
    }
    this.send()
    if (this.away.size === 0) this.worker?.unref()
  }

  /** What was with the worker is read here. */
  private lost(): void {
    this.state = 'gone'
    for (const number of this.away.keys()) this.readHere(number, this.away)
  }
}

function jobOf(document: Document): Job {
  let settle: Pick<Job, 'resolve' | 'reject'> | undefined
  const reading = new Promise<Reading>((resolve, reject) => {
    settle = { resolve, reject }
  })
  // What goes wrong is told to whoever asks.
  reading.catch(() => undefined)
  return { document, reading, ...settle! }
}

/** A turn of the event loop: what arrived meanwhile is heard. */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve))
