import type { Kysely } from 'kysely'
import type { Job, JobKind } from './jobs.js'
import type { Engine } from './migrations/column-types.js'
import type { RawStore } from './raw-store.js'
import type { Tables } from './schema.js'

/** What every query of the store needs: a connection or transaction, and the case it is about. */
export interface Scope {
  db: Kysely<Tables>
  caseId: string
  engine: Engine
}

/** An open case's storage. The modules `documents`, `claims`, `incidents` … of this room query it through a Scope. */
export interface Store {
  readonly engine: Engine
  readonly caseId: string
  readonly location: string
  readonly raw: RawStore
  /** Runs queries outside a transaction. */
  read<T>(work: (scope: Scope) => Promise<T>): Promise<T>
  /**
   * Runs `work` in one transaction; writers of one case take turns. What it wrote is durable when the promise
   * resolves, and gone when `work` throws.
   */
  write<T>(work: (scope: Scope) => Promise<T>): Promise<T>
  /** Takes jobs for this process, at once and without waiting for other writers. `now` is an ISO instant. */
  take(kinds: readonly JobKind[], limit: number, now: string): Promise<Job[]>
  close(): Promise<void>
}
