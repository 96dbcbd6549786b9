import type { NounParadigm } from './noun-forms.js'

/** What the spelling of a word that no list knows (or of a name) shows of it. */
export interface Spelling {
  article: boolean
  /** It ends as adjectives of belonging do: «حوثي», «الأمنية». */
  nisba: boolean
  plural: boolean
  people: boolean
  nominative: boolean
  feminine: boolean
  femininePlural: boolean
  /** An indefinite object, by its written ending. */
  accusative: boolean
  /** «بن», "son of": inside a person's name. */
  kin: boolean
}

/** Reads spellings; all letters come from the paradigm of the language. */
export interface WordShape {
  of(word: string): Spelling
  withoutArticle(word: string): string
  isFeminine(word: string): boolean
}

/** Builds the shape tests of a language. */
export function wordShape(p: NounParadigm, article: string): WordShape {
  const ends = (list: readonly string[]) => (word: string) =>
    list.some((e) => word.endsWith(e) && word.length > e.length)
  const test = {
    nisba: ends(p.nisba),
    plural: ends(p.plurals),
    people: ends(p.people),
    nominative: ends(p.nominative),
    feminine: ends(p.feminineSpellings),
    femininePlural: ends([p.femininePlural]),
    accusative: ends([p.tanwin, p.tanwin + p.accusative]),
  }
  const read = (word: string): Spelling => ({
    article: word.startsWith(article),
    nisba: !/\s/u.test(word) && test.nisba(word),
    plural: test.plural(word),
    people: test.people(word),
    nominative: test.nominative(word),
    feminine: test.feminine(word),
    femininePlural: test.femininePlural(word),
    accusative: test.accusative(word),
    kin: p.kin.includes(word),
  })
  const seen = new Map<string, Spelling>()
  return {
    of: (word) => {
      const known = seen.get(word)
      if (known) return known
      // Bounded, as the memory of written words is.
      if (seen.size > 200_000) seen.clear()
      const spelling = read(word)
      seen.set(word, spelling)
      return spelling
    },
    withoutArticle: (word) => (word.startsWith(article) ? word.slice(article.length) : word),
    isFeminine: test.feminine,
  }
}
