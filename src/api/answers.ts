import type { Context } from 'hono'
import type { Address, AnswerOf, BodyOf, ParamsOf, QueryOf, RouteSpec } from './contract/define.js'
import type { ApiEnv } from './mount.js'
import type { Who } from './who.js'

type Admitted<S> = S extends { role: 'anyone' } ? Who | undefined : Who

/** One request, checked: what a handler may rely on. */
export interface Asked<A, S> {
  params: ParamsOf<A>
  query: QueryOf<S>
  body: BodyOf<S>
  /** Undefined only where the route admits anyone. */
  who: Admitted<S>
  /** The request itself, for the few routes that set a cookie. */
  http: Context<ApiEnv>
}

/** A function for each route of a list: takes what was asked, gives what the route promises. Errors are thrown. */
export type Handlers<T> = {
  [A in keyof T]: (asked: Asked<A, T[A]>) => AnswerOf<T[A]> | Promise<AnswerOf<T[A]>>
}

/** A route with what answers it. */
export interface Answering {
  address: Address
  spec: RouteSpec
  handle(asked: unknown): unknown
}

/** Joins routes with their handlers; the compiler refuses a missing one and a wrong answer. */
export function answers<T extends Record<Address, RouteSpec>>(routes: T, handlers: Handlers<T>): Answering[] {
  return Object.entries(routes).map(([address, spec]) => ({
    address: address as Address,
    spec,
    handle: handlers[address as keyof T] as (asked: unknown) => unknown,
  }))
}
