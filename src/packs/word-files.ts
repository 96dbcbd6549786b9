import { z } from 'zod'
import { NumberCell } from './cells.js'

/** A month's name in one calendar; `month` 1–12. Levantine months are Gregorian ones under other names. */
export const MonthRow = z.strictObject({
  form: z.string(),
  month: NumberCell.refine((n) => Number.isInteger(n) && n >= 1 && n <= 12, 'a month is 1 to 12'),
  calendar: z.enum(['gregorian', 'levantine', 'hijri']),
})
export type MonthRow = z.infer<typeof MonthRow>

/** A weekday's name; `day` 1 (Monday) to 7 (Sunday), as in ISO 8601. */
export const WeekdayRow = z.strictObject({
  form: z.string(),
  day: NumberCell.refine((n) => Number.isInteger(n) && n >= 1 && n <= 7, 'a day is 1 (Monday) to 7 (Sunday)'),
})
export type WeekdayRow = z.infer<typeof WeekdayRow>

/**
 * A number word: at least `min`, at most `max` (empty: not bounded). `dual` words mean two of their noun ("both", «كلا»); a `vague`
 * word's bounds are what careful readers take it for and are never shown; `multiplier` words multiply what precedes.
 */
export const NumberRow = z.strictObject({
  form: z.string(),
  min: NumberCell,
  max: NumberCell.optional(),
  kind: z.enum(['cardinal', 'dual', 'vague', 'ordinal', 'multiplier']),
})
export type NumberRow = z.infer<typeof NumberRow>

/** A word so common that it tells nothing of a text's subject. */
export const StopwordRow = z.strictObject({ form: z.string() })
export type StopwordRow = z.infer<typeof StopwordRow>

/** A word that shows that a text tells of armed parties: who bears arms, who is held by them, what only they do. */
export const SubjectRow = z.strictObject({ form: z.string() })
export type SubjectRow = z.infer<typeof SubjectRow>

/** A word of another subject: sport, weather, art … */
export const TopicRow = z.strictObject({ form: z.string(), topic: z.string() })
export type TopicRow = z.infer<typeof TopicRow>

/** A word of time expressions; what each kind does: the reader's time step. `value` and `unit` as the kind needs them. */
export const TimeRow = z.strictObject({
  form: z.string(),
  kind: z.string(),
  value: NumberCell.optional(),
  unit: z.enum(['hour', 'day', 'week', 'month', 'year']).optional(),
})
export type TimeRow = z.infer<typeof TimeRow>

/** A phrase of web furniture: a line of it, or where the head or tail of a page begins. `*`: anything may follow. */
export const FurnitureRow = z.strictObject({ form: z.string(), kind: z.enum(['line', 'tail', 'head']) })
export type FurnitureRow = z.infer<typeof FurnitureRow>

/** A phrase that names an author or the outlet that printed first; `{name}` where the name stands. */
export const BylineRow = z
  .strictObject({ form: z.string(), kind: z.enum(['author', 'outlet', 'staff', 'agency', 'opinion']) })
  .refine((r) => !/^(author|outlet)$/.test(r.kind) || r.form.includes('{name}'), 'the form has no {name}')
export type BylineRow = z.infer<typeof BylineRow>
