import { madeOnce } from '../../model/index.js'
import type { LanguagePack, SayingsFile } from '../../packs/index.js'
import { direction } from '../../text/index.js'
import { fromHeadFirst } from './from-head-first.js'
import { fromHeadLast } from './from-head-last.js'
import type { GlossNames } from './gloss-names.js'
import { type HeadFirstLexicon, headFirstLexicon } from './head-first-lexicon.js'
import { headFirstWords } from './head-first-words.js'
import { type HeadLastLexicon, headLastLexicon } from './head-last-lexicon.js'

/**
 * What a description in another language means: «مسؤولون أمنيون» → "security officials". Words of the packs only, so a
 * person's name is never glossed unless the packs know it; null where a word is unknown or the words make no description.
 */
export type Glosser = (text: string) => string | null

/** The lexicons of a language, each made once however many glossers use it. */
const headFirst = madeOnce((pack: LanguagePack) =>
  madeOnce(({ language, description }: SayingsFile): HeadFirstLexicon | null =>
    description ? headFirstLexicon(pack, language, description.plural) : null,
  ),
)
const headLast = madeOnce((pack: LanguagePack) =>
  madeOnce((into: LanguagePack): HeadLastLexicon | null => headLastLexicon(pack, into)),
)

/** Glosses descriptions in the language of `sayings`; `names` tells how names that stand in them are called there. */
export function createGlosser(
  languages: ReadonlyMap<string, LanguagePack>,
  sayings: SayingsFile,
  names: (language: LanguagePack) => GlossNames,
): Glosser {
  const { description, locale } = sayings
  const into = languages.get(sayings.language)
  if (!into) return () => null
  const others = [...languages.values()].filter((one) => one.id !== into.id)
  const gloss: Glosser = (text) => {
    // What a report says is written in the script of its language, and languages of one script are not glossed.
    const language = others.find((one) => one.direction === direction(text))
    if (!language) return null
    // Where the verb comes first, so does the noun: the two layers of phrases are told apart by the same word of the manifest.
    if (language.clause === 'subject-first') {
      const lexicon = headLast(language)(into)
      return lexicon && fromHeadLast(text, lexicon, names(language), sayings)
    }
    const lexicon = headFirst(language)(sayings)
    const words = lexicon && headFirstWords(text, lexicon, names(language))
    return words && description ? fromHeadFirst(words, description, locale) : null
  }
  return (text) => {
    const meant = gloss(text)
    // A bare number is the same in both.
    return meant !== null && /\p{L}/u.test(meant) ? meant : null
  }
}
