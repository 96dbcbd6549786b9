import { type Lang, screen } from './screen.svelte.js'

/** Digits are Latin in both languages, so that a number looks the same on the screen, in a report and in a footnote. */
const LOCALES: Record<Lang, string> = { en: 'en-GB', ar: 'ar-YE-u-nu-latn' }

/** The locale of the screen, as BCP 47 writes it. */
export const locale = () => LOCALES[screen.lang]

const made = new Map<string, unknown>()

/**
 * The browser's own formatter of a kind in the language of the screen, or in another locale. It is made once for its options: making one takes as long
 * as using it a hundred times, and a list of hundreds of rows asks for it in each.
 */
export function formatter<Options, Formatter>(
  Kind: new (locale: string, options: Options) => Formatter,
  options: Options,
  of = locale(),
): Formatter {
  const key = `${Kind.name} ${of} ${JSON.stringify(options)}`
  const known = made.get(key) ?? new Kind(of, options)
  made.set(key, known)
  return known as Formatter
}

/** Sorts two names as the language of the screen does. */
export const byName = (a: string, b: string) => formatter(Intl.Collator, {}).compare(a, b)
