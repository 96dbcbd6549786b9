import { madeOnce, REASONS, type Reason, type ValueKind } from '../model/index.js'
import { direction, isolate } from '../text/index.js'
import { countTitle } from './count-title.js'
import { joinWords } from './join-words.js'
import { type ReasonSaying, SLOT } from './reason-sayings.js'
import type { SayingsFile } from './sayings-file.js'

/** What reasons are said with: the sayings of languages, and what the ontology calls its terms. */
export interface ReasonWords {
  sayings?: ReadonlyMap<string, SayingsFile>
  types?: TitleList
  modes?: TitleList
  counts?: TitleList
}
type TitleList = ReadonlyMap<string, object>

/** What the values of reasons are called that no pack can say. */
export interface ValueNames {
  /** Somebody, by the id of an entity or as reports call him. `oblique`: as it stands after a noun or a preposition. */
  name(word: string, oblique: boolean): string
  /** Words of a report; without, they stand in quotation marks as they are. */
  words?(text: string): string
}

const AS_IT_IS: ValueNames = { name: (word) => word }

/** What says reasons in one language; in a language that has no sayings, by their codes and values. */
export function reasonSayer(words: ReasonWords, language: string, names = AS_IT_IS): (reason: Reason) => string {
  const sayings = words.sayings?.get(language)
  if (!sayings) return ({ code, params }) => [code, ...Object.values(params).flat()].join(' ')
  const { numbers } = numbersOf(sayings)
  const title = (list: TitleList | undefined, key: string) =>
    (list?.get(key) as { title?: Record<string, string> } | undefined)?.title?.[language]
  const quoted = names.words ?? ((text: string) => reportWords(text, sayings))
  const fields: Readonly<Record<string, string>> = sayings.reasons.fields
  const said: Record<ValueKind, (value: string, oblique: boolean) => string> = {
    number: (value) => value,
    figure: quoted,
    name: names.name,
    steps: names.name,
    words: quoted,
    field: (key) => countTitle(key, (one) => title(words.counts, one)) ?? fields[key] ?? key,
    type: (type) => title(words.types, type) ?? type,
    mode: (mode) => title(words.modes, mode) ?? mode,
  }
  return ({ code, params }) => {
    const kinds: Readonly<Record<string, ValueKind>> = REASONS[code]
    return formOf(sayings.reasons.said[code], params.n, sayings).replace(SLOT, (_, key: string, oblique?: string) => {
      const value = params[key] ?? ''
      if (typeof value === 'number') return numbers.format(value)
      const kind = kinds[key] ?? 'name'
      const parts = [value].flat().map((one) => said[kind](one, oblique !== undefined))
      if (kind === 'steps') return parts.join(sayings.reasons.steps)
      // Reports call one and the same by several names.
      return joinWords([...new Set(parts)], sayings)
    })
  }
}

/** Several reasons in one line. */
export function sayReasons(reasons: readonly Reason[], words: ReasonWords, language: string, names = AS_IT_IS): string {
  const between = words.sayings?.get(language)?.reasons.between ?? '; '
  return reasons.map(reasonSayer(words, language, names)).join(between)
}

const numbersOf = madeOnce(({ locale }: SayingsFile) => ({
  numbers: new Intl.NumberFormat(locale),
  plurals: new Intl.PluralRules(locale),
}))

function formOf(saying: ReasonSaying, n: unknown, sayings: SayingsFile): string {
  if (typeof saying === 'string') return saying
  return saying[numbersOf(sayings).plurals.select(Number(n))] ?? saying.other
}

/** Words of a report inside a sentence of ours: in quotation marks, and kept from disturbing it where they run the other way. */
function reportWords(text: string, { quote: [open, close], 'single-origin': ours }: SayingsFile): string {
  return `${open}${direction(text) === direction(ours) ? text : isolate(text)}${close}`
}
