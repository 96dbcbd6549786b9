import type { z } from 'zod'
import type { Role } from '../../model/index.js'

/** How a route is written: its method, and its address after `/api` with the variable parts in braces. */
export type Address = `${'GET' | 'POST' | 'PUT' | 'DELETE'} /${string}`

/** What one route takes and gives. The published description, the checks and the types of the screens come from this. */
export interface RouteSpec {
  /** One sentence for the published description. */
  about: string
  /** Parameters of the query; a parameter that is not here is refused. A list may be repeated. */
  query?: z.ZodObject
  /** The JSON that is sent; `form` is a multipart form, for files. */
  body?: z.ZodType | 'form'
  /** The JSON that comes back; `file` is bytes to save. */
  answer: z.ZodType | 'file'
  /** Of success; default 200. */
  status?: 200 | 201 | 202
  /** Who may ask, in server mode. Default: a viewer for GET, an analyst for the rest. */
  role?: Role | 'anyone'
  /** False where the answer depends on more than the case, so that an unchanged case does not make it unchanged. */
  etag?: false
}

/** Declares routes; the types stay as narrow as written. */
export const defineRoutes = <const T extends Record<Address, RouteSpec>>(routes: T): T => routes

/** The names in braces of an address. */
export type ParamsOf<A> = A extends `${string}{${infer Name}}${infer Rest}`
  ? { [N in Name]: string } & ParamsOf<Rest>
  : unknown
/** What a handler gets of the query, after the check. */
export type QueryOf<S> = S extends { query: infer Q extends z.ZodType } ? z.output<Q> : Record<never, never>
/** What a handler gets of the body, after the check. */
export type BodyOf<S> = S extends { body: infer B } ? (B extends z.ZodType ? z.output<B> : FormData) : undefined
/** Bytes to save, and under which name. */
export interface FileAnswer {
  bytes: Uint8Array
  name: string
}
/** What a handler gives back. */
export type AnswerOf<S> = S extends { answer: infer A } ? (A extends z.ZodType ? z.input<A> : FileAnswer) : never

/** Whom a route admits. */
export function roleOf(address: string, spec: RouteSpec): Role | 'anyone' {
  return spec.role ?? (address.startsWith('GET ') ? 'viewer' : 'analyst')
}
