/** SQLite takes 32 766 parameters in a statement, PostgreSQL 65 535; this stays far below both. */
const MOST_PARAMETERS = 9_000

/** Cuts rows into inserts of a size that both engines take. */
export function rowChunks<T extends object>(rows: readonly T[]): T[][] {
  const width = rows[0] ? Object.keys(rows[0]).length : 1
  return chunks(rows, Math.max(1, Math.floor(MOST_PARAMETERS / width)))
}

/** Cuts a list of values for `in (…)`. */
export function chunks<T>(values: readonly T[], size = MOST_PARAMETERS): T[][] {
  const parts: T[][] = []
  for (let from = 0; from < values.length; from += size) parts.push(values.slice(from, from + size))
  return parts
}

/** Runs a query for each chunk of `values` and joins the rows. */
export async function gather<T, R>(values: readonly T[], query: (part: T[]) => Promise<R[]>): Promise<R[]> {
  const rows: R[] = []
  // Not all at once: a call takes no more than some ten thousand arguments.
  for (const part of chunks(values)) for (const row of await query(part)) rows.push(row)
  return rows
}

/** Runs a statement that gives no rows for each chunk of `values`. */
export async function eachChunk<T>(values: readonly T[], run: (part: T[]) => Promise<unknown>): Promise<void> {
  for (const part of chunks(values)) await run(part)
}

/** Rows asked for at once where no key should have many. */
const FEW = 4_000

/**
 * The rows of each key, at most one more than `limitOf` of each: all keys at once where they have few rows together, as
 * they nearly always have; else key by key, so that one with very many is not fetched whole.
 */
export async function gatherUpTo<R>(
  keys: readonly string[],
  limitOf: (key: string) => number,
  query: (part: string[], limit: number) => Promise<R[]>,
): Promise<R[]> {
  const rows: R[] = []
  for (const part of chunks([...new Set(keys)], 400)) {
    const found = await query(part, FEW)
    if (found.length < FEW) for (const row of found) rows.push(row)
    else for (const key of part) for (const row of await query([key], limitOf(key) + 1)) rows.push(row)
  }
  return rows
}
