import { type AuditEntry, appendAudit, type Store } from '../../store/index.js'

/** Writes entries in the order in which they come: each resolves when it is on the disk, those that wait go together. */
export function auditTrail(store: Store): (entry: AuditEntry) => Promise<void> {
  let waiting: AuditEntry[] = []
  let next: Promise<void> | undefined
  let busy: Promise<unknown> = Promise.resolve()
  return (entry) => {
    waiting.push(entry)
    next ??= busy.then(() => {
      const entries = waiting
      waiting = []
      next = undefined
      const written = store.write((scope) => appendAudit(scope, entries))
      busy = written.catch(() => undefined)
      return written
    })
    return next
  }
}
