/** What a language is called in a locale, as the browser knows it; its code where nobody knows. */
export function languageName(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code
  } catch {
    // What is no code of a language: a report's own, that nobody checked.
    return code
  }
}

/** "in German": the pattern of a screen filled plainly. An isolate would part the Arabic preposition from the name that it is written with. */
export const inLanguage = (code: string, pattern: string, locale: string): string =>
  pattern.replace('{language}', () => languageName(code, locale))
