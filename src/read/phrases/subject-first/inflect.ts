/** The forms of a regular suffixing verb, folded: finite present, past, participle, gerund. */
export interface VerbForms {
  base: string
  present: string
  past: string
  participle: string
  gerund: string
}

const VOWEL = /[aeiou]/
/** One syllable, or the last of a compound, that ends consonant–vowel–consonant doubles its last letter: stop, machine-gun; never w, x, y. */
const DOUBLES = /(?:^|-)[^aeiou-]*[aeiou][^aeiouwxy]$/

/** Inflects an English verb by its spelling; irregular past and participle are given by the lexicon. */
export function inflectVerb(
  base: string,
  irregular: { past?: string; participle?: string; doubles?: boolean } = {},
): VerbForms {
  // "transferred": a past that doubles the last letter tells that the other forms do.
  const doubled = irregular.doubles ?? (DOUBLES.test(base) || irregular.past === `${base}${base.at(-1)!}ed`)
  const stem = doubled
    ? base + base.at(-1)!
    : base.endsWith('e') && !/(ee|oe|ye)$/.test(base)
      ? base.slice(0, -1)
      : base
  const regularPast = base.endsWith('e') ? `${base}d` : yToI(base) ? `${base.slice(0, -1)}ied` : `${stem}ed`
  const past = irregular.past ?? regularPast
  return {
    base,
    present: thirdPerson(base),
    past,
    participle: irregular.participle ?? past,
    gerund: base.endsWith('ie') ? `${base.slice(0, -2)}ying` : `${stem}ing`,
  }
}

/** The plural of an English noun by its spelling. */
export function pluralOf(noun: string): string {
  return thirdPerson(noun)
}

const yToI = (w: string) => w.endsWith('y') && !VOWEL.test(w.at(-2) ?? 'a')
function thirdPerson(w: string): string {
  if (yToI(w)) return `${w.slice(0, -1)}ies`
  return /(s|x|z|ch|sh)$/.test(w) || /[^aeiou]o$/.test(w) ? `${w}es` : `${w}s`
}
