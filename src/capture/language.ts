/** Fewer letters than this tell no language. */
const ENOUGH_LETTERS = 20
/** What the detector is shown: the opening, where a language is as clear as in the whole. */
const SHOWN = 4000

/** Scripts whose letters alone name the language, for texts too short for the detector. */
const SCRIPTS: readonly [RegExp, string][] = [
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/\p{Script=Han}/gu, 'zh'],
]

/**
 * The language a text is written in, as an ISO 639-1 code (`und` where it has too few letters): by its letters where
 * they belong to one language, else by eld (n-grams of 60 languages). Loaded on first use, which takes 0.2 s.
 */
export async function languageOf(text: string): Promise<string> {
  const shown = text.slice(0, SHOWN)
  const letters = shown.match(/\p{L}/gu)?.length ?? 0
  if (letters < ENOUGH_LETTERS) return 'und'
  const own = SCRIPTS.find(([script]) => (shown.match(script)?.length ?? 0) > letters / 2)
  if (own) return own[1]
  const { eld } = await import('eld/small')
  return eld.detect(shown).language || 'und'
}
