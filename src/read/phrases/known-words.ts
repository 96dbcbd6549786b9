import type { LanguagePack } from '../../packs/index.js'
import { lexiconOf as suffixLexicon } from './subject-first/lexicon.js'
import { lexiconOf as rootLexicon } from './verb-first/lexicon.js'

/** Whether a language's lexicon, with every form that it generates, knows a folded form as a common word. */
export function knownWords(pack: LanguagePack): (form: string) => boolean {
  const forms: ReadonlyMap<string, unknown> =
    pack.clause === 'subject-first' ? suffixLexicon(pack).readings : rootLexicon(pack).forms
  return (form) => forms.has(form)
}
