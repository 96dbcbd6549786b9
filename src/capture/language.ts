/** Fewer letters than this tell no language. */
const ENOUGH_LETTERS = 20
/** What the detector is shown: the opening, where a language is as clear as in the whole. */
const SHOWN = 4000

/** Scripts whose letters alone name the language, for texts too short for the detector. */
const SCRIPTS: readonly [RegExp, string][] = [
  [/\p{Script=Hebrew}+/gu, 'he'],
  [/\p{Script=Cyrillic}+/gu, 'ru'],
  [/\p{Script=Han}+/gu, 'zh'],
]
const LETTERS = /\p{L}+/gu
const ARABIC = /\p{Script=Arabic}+/gu

/**
 * The language a text is written in, as an ISO 639-1 code (`und` where it has too few letters): by its letters where
 * they belong to one language, else by eld (n-grams of 60 languages). Loaded on first use, which takes 0.2 s.
 */
export async function languageOf(text: string): Promise<string> {
  const start = text.slice(0, SHOWN)
  // Where two scripts are mixed, the one with more letters is the text's; the other would mislead the detector.
  const shown = /\p{Script=Arabic}/u.test(start) && arabicShare(start) < 0.5 ? start.replace(ARABIC, '') : start
  const letters = countIn(shown, LETTERS)
  if (letters < ENOUGH_LETTERS) return 'und'
  const own = SCRIPTS.find(([script]) => countIn(shown, script) > letters / 2)
  if (own) return own[1]
  const { eld } = await import('eld/small')
  return eld.detect(shown).language || 'und'
}

/** A paragraph with fewer letters may be a name or a quotation. */
const ENOUGH_OF_A_PARAGRAPH = 40
/** In one script languages are told apart by more words than across scripts. */
const ENOUGH_IN_ONE_SCRIPT = 160

/** The paragraphs of a text that are in another language than the whole, neighbours of one language as one span. */
export async function otherLanguages(
  text: string,
  language: string,
): Promise<{ start: number; end: number; language: string }[]> {
  const found: { start: number; end: number; language: string }[] = []
  const arabic = arabicShare(text)
  // Where both scripts are at home, letters alone tell the language of a short paragraph.
  const enough = arabic > 0.05 && arabic < 0.95 ? ENOUGH_OF_A_PARAGRAPH : ENOUGH_IN_ONE_SCRIPT
  let start = 0
  for (const line of text.split('\n')) {
    // A line has no more letters than it has characters.
    const tells = line.length >= enough && countIn(line, LETTERS) >= enough
    const own = tells ? await languageOf(line) : 'und'
    const last = found.at(-1)
    if (own !== 'und' && own !== language) {
      if (last?.language === own && !/\p{L}/u.test(text.slice(last.end, start))) last.end = start + line.length
      else found.push({ start, end: start + line.length, language: own })
    }
    start += line.length + 1
  }
  return found
}

/** How many of a text's letters are Arabic, from 0 to 1. */
function arabicShare(text: string): number {
  const letters = countIn(text, LETTERS)
  return letters ? countIn(text, ARABIC) / letters : 0
}

/** How many characters stand in runs of a kind. */
function countIn(text: string, runs: RegExp): number {
  let count = 0
  for (const run of text.match(runs) ?? []) count += /[\ud800-\udbff]/.test(run) ? [...run].length : run.length
  return count
}
