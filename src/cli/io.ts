/** The world a command talks to; tests hand in their own. */
export interface Io {
  out(text: string): void
  err(text: string): void
  /** Whether a person watches standard error, so that a progress line may be rewritten. */
  live: boolean
  /** Columns of the terminal. */
  width: number
  env: Readonly<Record<string, string | undefined>>
  now(): string
  stdin?: AsyncIterable<Uint8Array | string>
  /** Resolves when the person ends the program; a server runs until then. */
  ended(): Promise<void>
}

/** The process's own streams. */
export function processIo(): Io {
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    live: Boolean(process.stderr.isTTY),
    width: process.stdout.columns ?? 120,
    env: process.env,
    now: () => new Date().toISOString(),
    stdin: process.stdin,
    ended: () =>
      new Promise((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
      }),
  }
}
