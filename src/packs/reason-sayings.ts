import { z } from 'zod'
import { REASON_CODES, REASON_FIELDS, REASONS, type ReasonCode } from '../model/index.js'

const form = z.string()
/** Forms by the plural category (CLDR) of `{n}`. */
const PluralForms = z.strictObject({
  zero: form.optional(),
  one: form.optional(),
  two: form.optional(),
  few: form.optional(),
  many: form.optional(),
  other: form,
})

/** How one reason is said: `{value}`, or `{value.oblique}` for a name as it stands after a noun or a preposition. */
const ReasonSaying = z.union([form, PluralForms])
export type ReasonSaying = z.infer<typeof ReasonSaying>

export const SLOT = /\{(\w+)(\.oblique)?\}/g

/**
 * What is wrong with a saying: a slot that its reason does not fill, or a value that it leaves out. A form for one number
 * ("يومان") may leave the number out.
 */
function problemOf(code: ReasonCode, saying: ReasonSaying): string | undefined {
  const values = Object.keys(REASONS[code])
  for (const one of typeof saying === 'string' ? [saying] : Object.values(saying)) {
    const slots = new Set([...(one ?? '').matchAll(SLOT)].map((match) => match[1]!))
    const strange = [...slots].find((slot) => !values.includes(slot))
    if (strange !== undefined) return `its reason has no value {${strange}}`
    const missing = values.find((value) => !slots.has(value) && (typeof saying === 'string' || value !== 'n'))
    if (missing !== undefined) return `it does not say {${missing}}`
  }
  return undefined
}

/** The part `reasons` of `ontology/sayings/<language>.yml`: every reason of the program in one language. */
export const ReasonSayings = z.strictObject({
  /** Between two reasons; between those who take over one from another. */
  between: z.string(),
  steps: z.string(),
  fields: z.record(z.enum(REASON_FIELDS), z.string()),
  said: z.record(z.enum(REASON_CODES), ReasonSaying).superRefine((said, context) => {
    for (const code of REASON_CODES) {
      const problem = said[code] && problemOf(code, said[code])
      if (problem) context.addIssue({ code: 'custom', path: [code], message: problem })
    }
  }),
})
