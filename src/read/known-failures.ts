import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

/** Where the list stands; used by tests only. */
export const KNOWN_FAILURES = join(import.meta.dirname, '../../test/known-failures.yml')

/** What the reader is known not to do yet: examples by id with what is read instead, other tests with the reason. */
export interface KnownFailures {
  examples: Record<string, string>
  tests: Record<string, string>
}

export function knownFailures(): KnownFailures {
  const read = existsSync(KNOWN_FAILURES) ? parse(readFileSync(KNOWN_FAILURES, 'utf8')) : null
  return { examples: read?.examples ?? {}, tests: read?.tests ?? {} }
}

const { tests } = knownFailures()

/** Runs a test that may stand on the list: listed it must fail, else it must hold. */
export function ratchet(name: string, holds: () => void): void {
  if (!(name in tests)) {
    holds()
    return
  }
  try {
    holds()
  } catch {
    return
  }
  throw new Error(`'${name}' holds now: take it out of test/known-failures.yml`)
}
