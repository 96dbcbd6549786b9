import { madeOnce } from '../../model/index.js'
import type { LanguagePack, SayingsFile } from '../../packs/index.js'
import { glossDescription } from './gloss-description.js'
import { type GlossLexicon, glossLexicon } from './gloss-lexicon.js'
import { type GlossNames, glossWords } from './gloss-words.js'

/**
 * What a description in another language means: «مسؤولون أمنيون» → "security officials". Words of the packs only, so a
 * person's name is never glossed unless the packs know it; null where a word is unknown or the words make no description.
 */
export type Glosser = (text: string, language: LanguagePack) => string | null

/** Glosses descriptions in the language of `sayings`; `names` tells how names that stand in them are called there. */
export function createGlosser(
  languages: ReadonlyMap<string, LanguagePack>,
  sayings: SayingsFile,
  names: (language: LanguagePack) => GlossNames,
): Glosser {
  const { description, language: into, locale } = sayings
  if (!description || !languages.has(into)) return () => null
  const lexicons = madeOnce<LanguagePack, GlossLexicon | null>((pack) => glossLexicon(pack, into, description.plural))
  return (text, language) => {
    const lexicon = lexicons(language)
    const words = lexicon && glossWords(text, lexicon, names(language))
    return words ? glossDescription(words, description, locale) : null
  }
}
