import type { Contradiction, DyadCell, Grade, Independence, WeighedIncident } from '../../model/index.js'
import { sayReasons } from '../../packs/index.js'
import { displayName } from '../say/display-name.js'
import { fillForm } from '../say/fill-form.js'
import { sayDay, sayDays, sayDaysIn } from '../say/say-time.js'
import type { ReportContext } from './report-context.js'

/** How many independent origins stand behind something: "at least 2, at most 4"; one alone is "not established". */
function originCount({ atLeast, atMost }: Pick<Independence, 'atLeast' | 'atMost'>, { words }: ReportContext): string {
  if (atLeast > 1) return fillForm(words['at-least'], { min: String(atLeast), max: String(atMost) })
  return atMost > 1 ? fillForm(words['at-most'], { max: String(atMost) }) : words['not-established']
}

/**
 * The same of a cell of the ledger: of one incident, or of relations alone, its origins; of several, for how many of them
 * independence is shown, and the origins of the best supported one. Those of different incidents are never added up.
 */
export function cellOrigins(cells: readonly DyadCell[], context: ReportContext): string {
  const incidents = cells.flatMap(({ byIncident }) => byIncident)
  const each = incidents.length > 0 ? incidents : cells.flatMap(({ relations }) => relations ?? [])
  const [best] = each.sort((x, y) => y.atLeast - x.atLeast || y.atMost - x.atMost)
  if (!best) return context.words['not-established']
  const count = originCount(best, context)
  const shown = incidents.filter(({ atLeast }) => atLeast > 1).length
  if (incidents.length < 2 || shown === 0) return count
  return fillForm(context.words['shown-for'], { n: String(shown), of: String(incidents.length), count })
}

export function independenceLine(
  independence: Pick<Independence, 'atLeast' | 'atMost' | 'camps'>,
  context: ReportContext,
): string {
  const count = originCount(independence, context)
  return fillForm(context.words.independence, { count, camps: independence.camps ? String(independence.camps) : '' })
}

/** Why a grade was proposed, in the report's language. What an analyst wrote stays in his. */
function gradeReasons(grade: Grade, context: ReportContext): string {
  if (grade.because) return sayReasons(grade.because, context.reasonWords, context.language)
  return grade.reasons.join(context.words['between-reasons'])
}

export function gradeLine(grade: Grade, context: ReportContext): string {
  const { words } = context
  const { source, information, decidedBy } = grade
  const reasons = gradeReasons(grade, context)
  const form = decidedBy ? words['decided-grade'] : words.grade
  return fillForm(form, { source, information, reasons, by: decidedBy })
}

/** When an incident is said to have happened: stated days, the day it cannot be later than, or nothing. */
export function incidentDays({ time }: WeighedIncident, context: ReportContext): string {
  const { words } = context
  if (time.from && time.to) return fillForm(words.happened, { days: sayDays(time.from, time.to, context) })
  return time.to ? fillForm(words['not-later'], { day: sayDay(time.to, context) }) : words['no-day']
}

/** One contradiction: the field, and each value with the marks of the notes that give it. */
export function contradictionParts(
  contradiction: Contradiction,
  notesOf: (claims: readonly string[]) => { note: number }[],
  context: ReportContext,
): (string | { note: number })[] {
  const { words, terms } = context
  const field = terms.counts[contradiction.field] ?? words.fields[contradiction.field] ?? contradiction.field
  const form = fillForm(words.contradiction[contradiction.kind].replace('{values}', '\u0000'), { field })
  const [before = '', after = ''] = form.split('\u0000')
  const values = contradiction.values.flatMap(({ value, claims }, i) => [
    i > 0 ? words.between : '',
    words.values[value] ?? named(value, context),
    ...notesOf(claims),
  ])
  return [before, ...values, after].filter((part) => part !== '')
}

/** A value as readers know it: ids of actors and places by their names, days as the language writes them. */
function named(value: string, context: ReportContext): string {
  return value
    .split(/( → |, )/u)
    .map((part) => {
      const entity = context.entity(part)
      if (entity) return displayName(entity, context.language, context.titles)
      if (part === ', ') return context.words.between
      if (part === ' → ') return context.words.arrow
      return sayDaysIn(part, context)
    })
    .join('')
}
