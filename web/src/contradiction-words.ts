import type { Contradiction } from '../../src/model/index.js'
import type { Names } from './answers.js'
import { dayText, rangeText } from './days.js'
import { screen } from './screen.svelte.js'
import { both, dataWord, has, number, t, term, terms, type Word } from './words.svelte.js'

/** What a contradiction is about: a counted thing, the date, what happened … */
export function fieldText(field: string): string {
  if (terms('counts').includes(field)) return term('counts', field)
  return has(`field.${field}`) ? t(`field.${field}` as Word) : field
}

/** One of the values that stand against each other, as a reader says it: the program's notation put into words. */
export function valueText(contradiction: Contradiction, value: string, names: Names): string {
  const [from, to] = value.split('–')
  const isDay = (text: string | undefined) => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '')
  if (isDay(value)) return dayText(value)
  if (isDay(from) && isDay(to)) return rangeText(from!, to!)
  const least = /^(?:at least )?(\d+)\+?$/.exec(value)
  if (least) return /^\d+$/.test(value) ? number(Number(value)) : t('contradiction.atleast', { n: Number(least[1]) })
  const most = /^up to (\d+)$/.exec(value)
  if (most) return t('contradiction.upto', { n: Number(most[1]) })
  const version = /^(not in )?version (\d+)$/.exec(value)
  if (version)
    return t(version[1] ? 'contradiction.no-version' : 'contradiction.version', { n: number(Number(version[2])) })
  if (contradiction.field === 'type') return term('types', value)
  if (contradiction.field === 'outcome' && terms('types').includes(value)) return term('types', value)
  const word = value.replaceAll(' ', '-')
  if (has(`contradiction.${word}`)) return dataWord('contradiction', word)
  if (terms('statuses').includes(value)) return term('statuses', value)
  // Places and parties come as ids.
  const named = (ids: string) =>
    ids
      .split(', ')
      .map((one) => (names[one] ? both(names[one]) : one))
      .join(' · ')
  // Who did it to whom: the arrow points as its reader reads.
  return value
    .split(' → ')
    .map(named)
    .join(screen.dir === 'rtl' ? ' ← ' : ' → ')
}
