import { type LanguagePack, MonthRow, NumberRow, TimeRow, table, WeekdayRow } from '../../packs/index.js'
import { fold } from '../../text/index.js'
import { procliticRuns } from './proclitics.js'
import type { TimeGrammar, TimeKind, TimeSense } from './time-words.js'

/** Compiles months, weekdays, number words and words of time into the time step's grammar. */
export function timeGrammar(pack: LanguagePack): TimeGrammar {
  const senses = new Map<string, TimeSense[]>()
  const add = (form: string, s: TimeSense) => senses.set(fold(form), [...(senses.get(fold(form)) ?? []), s])
  for (const r of table(pack, 'words/months.csv', MonthRow))
    add(r.form, { kind: 'month', value: r.month, calendar: r.calendar === 'hijri' ? 'hijri' : 'gregorian' })
  for (const r of table(pack, 'words/weekdays.csv', WeekdayRow)) add(r.form, { kind: 'weekday', value: r.day })
  for (const r of table(pack, 'words/times.csv', TimeRow))
    add(r.form, {
      kind: r.kind as TimeKind,
      ...(r.value === undefined ? {} : { value: r.value }),
      ...(r.unit ? { unit: r.unit } : {}),
    })
  const numbers = new Map(
    table(pack, 'words/numbers.csv', NumberRow).map((r) => [
      fold(r.form),
      { min: r.min, max: r.max ?? null, kind: r.kind },
    ]),
  )
  const longest = new Map<string, number>()
  for (const form of senses.keys()) {
    const words = form.split(' ')
    longest.set(words[0]!, Math.max(longest.get(words[0]!) ?? 0, words.length))
  }
  const numberOpeners = new Set([...numbers.keys()].flatMap((form) => form.match(/^(.+?) /u)?.[1] ?? []))
  return { senses, longest, numbers, numberOpeners, proclitics: procliticRuns(pack), numericOrder: pack.dates }
}
