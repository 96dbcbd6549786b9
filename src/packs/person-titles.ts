import { fold } from '../text/index.js'
import { type LanguagePack, table } from './language.js'
import { GivenNameRow, NameContextRow } from './lexicon-files.js'

/**
 * The titles and ranks that stand before a person's name in these languages, folded, words of one title parted by a space. A
 * title that is a given name too ("Amir") may be a part of the name and is left out.
 */
export function personTitles(languages: Iterable<LanguagePack>): ReadonlySet<string> {
  const titles = new Set<string>()
  for (const pack of languages) {
    const given = new Set(table(pack, 'words/given-names.csv', GivenNameRow).map(({ form }) => fold(form)))
    for (const { form, kind } of table(pack, 'words/name-context.csv', NameContextRow))
      if (kind === 'person-title' && !given.has(fold(form))) titles.add(fold(form))
  }
  return titles
}
