/**
 * Writes a value for a JSON column: text in SQLite, jsonb in PostgreSQL, which takes the same text. Undefined members
 * are left out.
 */
export function toJson(value: unknown): string {
  return JSON.stringify(value)
}

/** Reads a JSON column back: SQLite gives text, `pg` the value. Columns hold objects or arrays, never bare strings. */
export function fromJson<T>(value: unknown): T {
  return (typeof value === 'string' ? JSON.parse(value) : value) as T
}

/**
 * The same value always as the same text: members sorted by name, undefined ones left out. Hashes are taken over this,
 * because jsonb does not keep the order in which members were written.
 */
export function canonical(value: unknown): string {
  return JSON.stringify(sorted(value))
}

/** A deep copy with the members of every object sorted by name. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, member]) => member !== undefined)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, member]) => [key, sorted(member)]))
}

/**
 * A deep copy in which every string can be stored by either engine: NUL and halves of surrogate pairs become U+FFFD.
 * Each is one UTF-16 unit as before, so that offsets hold.
 */
export function storable<T>(value: T): T {
  if (typeof value === 'string') return value.replace(/\p{Surrogate}|\0/gu, '\uFFFD') as T
  if (Array.isArray(value)) return value.map(storable) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, storable(member)])) as T
}
