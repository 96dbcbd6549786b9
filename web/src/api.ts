/** An error as the API describes it (RFC 9457). */
export interface Problem {
  status: number
  code: string
  detail: string
  hint?: string
}

/** Thrown by `get`; `problem.code` is `unreachable` where the program does not answer at all. */
export class ApiError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail)
  }
}

/** Reads one route of the API; `path` begins after `/api`. */
export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  let response: Response
  try {
    response = await fetch(`/api${path}`, { signal: signal ?? null, headers: { accept: 'application/json' } })
  } catch (error) {
    if (signal?.aborted) throw error
    throw new ApiError({ status: 0, code: 'unreachable', detail: '' })
  }
  if (response.ok) return (await response.json()) as T
  const body = await response.json().catch(() => ({}))
  throw new ApiError({ status: response.status, code: 'internal', detail: '', ...body })
}

/** A query string with its question mark, without empty values; empty where nothing remains. */
export function query(params: Record<string, string | number | boolean | readonly string[] | undefined>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) {
    const values = Array.isArray(value) ? value : [value]
    for (const one of values) if (one !== undefined && one !== '' && one !== false) search.append(name, String(one))
  }
  const text = search.toString()
  return text && `?${text}`
}
