/** How many bytes are kept in all. */
const MOST = 60_000_000
/** One answer larger than this is not kept: it would push out all others. */
const LARGEST = 8_000_000

/**
 * Answers as they are sent that depend on the case alone, as long as it does not change: what one person has looked at is there at once
 * when he, or another of the team, looks again. Those used longest ago go first.
 */
export class KeptAnswers {
  #revision = ''
  #size = 0
  readonly #answers = new Map<string, Uint8Array<ArrayBuffer>>()

  /** The answer to a question under this revision of the case; all of an older revision are dropped. */
  find(revision: string, question: string): Uint8Array<ArrayBuffer> | undefined {
    if (revision !== this.#revision) {
      this.#answers.clear()
      this.#revision = revision
      this.#size = 0
    }
    const found = this.#answers.get(question)
    if (found !== undefined) {
      this.#answers.delete(question)
      this.#answers.set(question, found)
    }
    return found
  }

  /** Keeps an answer that was asked for under this revision; not where the case has changed meanwhile. */
  keep(revision: string, question: string, answer: Uint8Array<ArrayBuffer>): void {
    if (revision !== this.#revision || answer.length > LARGEST || this.#answers.has(question)) return
    this.#answers.set(question, answer)
    this.#size += answer.length
    for (const [oldest, { length }] of this.#answers) {
      if (this.#size <= MOST) break
      this.#answers.delete(oldest)
      this.#size -= length
    }
  }
}
