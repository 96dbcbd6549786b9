import { z } from 'zod'

/** A permanent, readable id: lower-case words joined by hyphens. */
export const Id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens')

/** ISO 639 code of a language. */
export const LanguageCode = z.string().regex(/^[a-z]{2,3}$/, 'a language is two or three lower-case letters')

/** A day, month or year, as exact as it is known. */
export const PartialDay = z
  .string()
  .regex(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/, 'a date is 2024, 2024-05 or 2024-05-09')

/** Several values in one cell, separated by semicolons. */
export const List = z.string().transform((cell) => cell.split(/\s*;\s*/).filter(Boolean))

/** A name in English and Arabic: what screens show. */
export const Title = z.strictObject({ en: z.string().min(1), ar: z.string().min(1) })
export type Title = z.infer<typeof Title>

/** A number in a cell. */
export const NumberCell = z.string().transform((cell, context) => {
  const value = Number(cell)
  if (!Number.isFinite(value)) context.addIssue({ code: 'custom', message: 'not a number' })
  return value
})
