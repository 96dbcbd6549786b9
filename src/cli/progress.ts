import type { Io } from './io.js'
import { type Mark, timeLeft } from './time-left.js'

/** Before this many milliseconds nothing is said: most work is over by then. */
const QUIET_MS = 1000
/** Where nobody watches, a line is written no more often than this. */
const LINE_MS = 5000

/** Marks kept: the first, and those of the last minutes. */
const KEPT = 200

/** Says on standard error how far long work has come; hand `done` its result so that the line is ended. */
export class Progress {
  private readonly began = Date.now()
  private last = 0
  private shown = false
  private marks: Mark[] = []

  constructor(
    private readonly what: string,
    private readonly io: Io,
  ) {}

  /** What was done, of how many. */
  readonly step = (done: number, total: number, path = ''): void => {
    const now = Date.now()
    // Less than before: other work of the same kind begins.
    if (done < (this.marks.at(-1)?.done ?? 0)) this.marks = []
    const newest = this.marks.at(-1)
    // One mark a second is enough to tell the pace, however small the pieces are.
    if (!newest || now - newest.at >= 1000) this.marks.push({ at: now, done })
    if (this.marks.length > KEPT) this.marks.splice(1, 1)
    if (now - this.began < QUIET_MS || now - this.last < (this.io.live ? 100 : LINE_MS)) return
    this.last = now
    const left = timeLeft(this.marks, total)
    const line = `${this.what} ${done}/${total}${left ? `, ${left}` : ''} ${path.slice(-60)}`
    this.io.err(this.io.live ? `\r\u001b[K${line}` : `${line}\n`)
    this.shown = true
  }

  end(): void {
    if (this.shown && this.io.live) this.io.err('\r\u001b[K')
  }
}
