import { IsnadError } from '../model/index.js'
import { printable } from './location.js'

const DAMAGED = new Set(['SQLITE_NOTADB', 'SQLITE_CORRUPT'])
/** PostgreSQL: invalid password and authorization, database does not exist, too many connections, shutting down. */
const REFUSED = /^(28|3D000|53300|57P0)/
const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'ETIMEDOUT',
  'ECONNRESET',
  'EHOSTUNREACH',
  'EAI_AGAIN',
  'ENOENT',
])

/** Turns a driver's error into one that a person can act on; anything unknown comes back as it was. */
export function storeError(error: unknown, location: string): unknown {
  if (error instanceof IsnadError) return error
  const code = String((error as { code?: unknown })?.code ?? '')
  const message = error instanceof Error ? error.message : String(error)
  const where = { what: printable(location) }
  if (DAMAGED.has(code))
    return new IsnadError('case-damaged', `case.sqlite cannot be read: ${message}`, {
      where,
      hint: 'Restore it from a copy; the files in raw/ can be added to a new case.',
      cause: error,
    })
  if (code.startsWith('SQLITE_BUSY'))
    return new IsnadError('case-locked', 'another program is writing to this case', {
      where,
      hint: 'Wait until it has finished, then try again.',
      cause: error,
    })
  if (UNREACHABLE.has(code) || REFUSED.test(code) || /Connection terminated/.test(message))
    return new IsnadError('store-connection', `the database does not answer: ${message || code}`, {
      where,
      hint: 'Check that PostgreSQL runs and that the address, user and password are right.',
      cause: error,
    })
  return error
}
