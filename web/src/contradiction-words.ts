import type { Contradiction } from '../../src/model/index.js'
import { dayText } from './days.ts'
import { has, t, term, type Word } from './words.svelte.ts'

/** What a contradiction is about: a counted thing, the date, what happened … */
export function fieldText(field: string): string {
  for (const prefix of ['counted', 'field']) if (has(`${prefix}.${field}`)) return t(`${prefix}.${field}` as Word)
  return field
}

/** One of the values that stand against each other, as a reader says it. */
export function valueText(contradiction: Contradiction, value: string): string {
  if (contradiction.field === 'type') return term('types', value)
  if (contradiction.field === 'status') return term('statuses', value)
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return dayText(value)
  const known = has(`status.${value}`) ? term('statuses', value) : undefined
  return known ?? value
}
