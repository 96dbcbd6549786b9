import type { Answer, Body, Contract, ParamsOf, Query } from '../../src/api/contract/index.js'
import { shownForced } from './direction.js'

/** An error as the API describes it (RFC 9457). */
export interface Problem {
  status: number
  code: string
  detail: string
  hint?: string
}

/** Thrown by `get` and `send`; `problem.code` is `unreachable` where the program does not answer at all. */
export class ApiError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail)
  }
}

/** A path of the API that answers with a `T`; made by `at`. */
export type Path<T> = string & { readonly answers?: T }

type PathOf<A extends keyof Contract> = A extends `GET ${infer P}` ? P : never
/** Every path that can be read. */
export type GetPath = PathOf<keyof Contract>
type Get<P extends GetPath> = `GET ${P}` & keyof Contract
/** What a query may hold; what is empty is not sent. */
export type QueryValues<Q> = {
  [N in keyof Q]?: Q[N] | (Q[N] extends readonly string[] | undefined ? never : string) | undefined
}
type Asked<A extends keyof Contract> = { query?: QueryValues<Query<A>> } & (unknown extends ParamsOf<A>
  ? unknown
  : { params: ParamsOf<A> })

/** The path of a route with its parameters; it carries the type of the answer. */
export function at<P extends GetPath>(
  path: P,
  ...[asked]: unknown extends ParamsOf<P> ? [Asked<Get<P>>?] : [Asked<Get<P>>]
): Path<Answer<Get<P>>> {
  const { params = {}, query: values = {} } = (asked ?? {}) as { params?: Record<string, string>; query?: Values }
  return (fill(path, params) + query(values)) as Path<Answer<Get<P>>>
}

const fill = (path: string, params: Record<string, string>) =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))

/** How many answers are kept. */
const MOST = 200
/** Answers with their tags. In memory only: nothing of a case is left on disk by the browser. */
const kept = new Map<string, { tag: string; answer: unknown }>()

/** How many questions are being asked, and who waits until there are none. */
let asking = 0
const waiting: (() => void)[] = []
/** Resolves as soon as nothing is being asked. */
export const othersAnswered = () => new Promise<void>((resolve) => (asking > 0 ? waiting.push(resolve) : resolve()))

/** Reads one route of the API; `path` begins after `/api`. An answer that the server says still holds is used again. */
export async function get<T>(path: Path<T>, signal?: AbortSignal): Promise<T> {
  asking += 1
  try {
    return await read(path, signal)
  } finally {
    asking -= 1
    if (asking === 0) for (const go of waiting.splice(0)) go()
  }
}

async function read<T>(path: Path<T>, signal?: AbortSignal): Promise<T> {
  const known = kept.get(path)
  const response = await ask(path, {
    signal: signal ?? null,
    headers: { accept: 'application/json', ...(known && { 'if-none-match': known.tag }) },
  })
  if (response.status === 304 && known) return known.answer as T
  const answer = (await answerOf(response)) as T
  const tag = response.headers.get('etag')
  kept.delete(path)
  if (tag) kept.set(path, { tag, answer })
  if (kept.size > MOST) kept.delete(kept.keys().next().value!)
  return answer
}

type Sent = Exclude<keyof Contract, `GET ${string}`>

/** Sends JSON or a form to a route, and gives its answer. */
export async function send<A extends Sent>(
  address: A,
  body: Body<A>,
  ...[params]: unknown extends ParamsOf<A> ? [] : [ParamsOf<A>]
): Promise<Answer<A>> {
  const [method, path] = address.split(' ') as [string, string]
  const form = (body as unknown) instanceof FormData
  const response = await ask(fill(path, (params ?? {}) as Record<string, string>), {
    method,
    headers: {
      accept: 'application/json',
      ...(!form && body !== undefined && { 'content-type': 'application/json' }),
    },
    body: form ? (body as unknown as FormData) : body === undefined ? null : JSON.stringify(body),
  })
  return (await answerOf(response)) as Answer<A>
}

/** An answer as it may be shown: a text of others cannot force an order on its letters. */
const answerOf = async (response: Response): Promise<unknown> => JSON.parse(shownForced(await response.text()))

async function ask(path: string, init: RequestInit): Promise<Response> {
  let response: Response
  try {
    response = await fetch(`/api${path}`, init)
  } catch (error) {
    if (init.signal?.aborted) throw error
    throw new ApiError({ status: 0, code: 'unreachable', detail: '' })
  }
  if (response.ok || response.status === 304) return response
  const body = await response.json().catch(() => ({}))
  throw new ApiError({ status: response.status, code: 'internal', detail: '', ...body })
}

type Values = Record<string, string | number | boolean | readonly string[] | undefined>

/** A query string with its question mark, without empty values; empty where nothing remains. */
export function query(params: Values): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) {
    const values = Array.isArray(value) ? value : [value]
    for (const one of values) if (one !== undefined && one !== '' && one !== false) search.append(name, String(one))
  }
  const text = search.toString()
  return text && `?${text}`
}
