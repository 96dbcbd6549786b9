import { z } from 'zod'
import { REASONS, type ReasonCode, type ValueKind } from './reason-codes.js'

/** Every code of a reason. Each is said in every language: `reasons` of `packs/ontology/sayings/<language>.yml`. */
export const REASON_CODES = Object.keys(REASONS) as [ReasonCode, ...ReasonCode[]]

/**
 * A reason as the code of its sentence and what it is about: numbers, words of reports, ids of entities, keys of fields.
 * Which values a code has, and of what kind: `REASONS`.
 */
export const Reason = z.object({
  code: z.enum(REASON_CODES),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
})
export type Reason = z.infer<typeof Reason>

/** What a value of a kind is in the program. */
interface Kinds extends Record<ValueKind, unknown> {
  number: number
  figure: number | string
  name: string | string[]
  steps: string[]
  field: string | string[]
  words: string
  type: string
  mode: string
}

/** The values that a code has. */
export type ReasonValues<C extends ReasonCode> = {
  readonly [K in keyof (typeof REASONS)[C]]: Kinds[(typeof REASONS)[C][K] & ValueKind]
}

/** The codes that have no values. */
export type BareCode = { [C in ReasonCode]: keyof (typeof REASONS)[C] extends never ? C : never }[ReasonCode]

/** What follows a code: its values, where it has any. */
export type ValuesAfter<C extends ReasonCode> = C extends BareCode ? [] : [values: ReasonValues<C>]

/** Makes a reason. */
export function because<C extends ReasonCode>(code: C, ...[values]: ValuesAfter<C>): Reason {
  return { code, params: (values ?? {}) as Reason['params'] }
}
