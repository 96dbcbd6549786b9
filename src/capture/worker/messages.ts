import type { CaptureFailure } from '../captured.js'
import type { CaptureKnowledge } from '../knowledge.js'
import type { Limits } from '../limits.js'
import type { Found } from '../open-bytes.js'
import type { RawInput } from '../read-document.js'

/** What the worker is started with. */
export interface WorkerSetup {
  knowledge: CaptureKnowledge
  limits: Limits
}

/** To the worker: bytes to open (but for the parts named), or word that a finding was taken. */
export type ToWorker = { job: number; input: RawInput; without: readonly string[] } | { job: number; taken: true }

/** A finding as it crosses: bytes that are the input's own stay behind, and errors become failures. */
export type Sent = Light<Exclude<Found, { kind: 'failure' }>> | { kind: 'failure'; failure: CaptureFailure }
type Light<T> = T extends { bytes: Uint8Array } ? Omit<T, 'bytes'> & { bytes?: Uint8Array } : never

/** From the worker: the part that it begins with, what it found, that it is through with an input. */
export type FromWorker =
  | { job: number; part: string }
  | { job: number; found: Sent }
  | { job: number; done: true }
  | { ready: true }

/** Findings that may be on their way before the worker waits for them to be taken. */
export const ON_THE_WAY = 32
