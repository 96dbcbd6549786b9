import type { LanguagePack } from '../../packs/index.js'
import { lexiconOf as suffixLexicon } from './subject-first/lexicon.js'
import { lexiconOf as rootLexicon } from './verb-first/lexicon.js'

/** Whether a language's lexicon, with every form that it generates, knows a folded form as a common word. */
export function knownWords(pack: LanguagePack): (form: string) => boolean {
  const forms: ReadonlyMap<string, unknown> =
    pack.clause === 'subject-first' ? suffixLexicon(pack).readings : rootLexicon(pack).forms
  return (form) => forms.has(form)
}

/** One thing that a written form can be, as far as it decides whether it is part of a name. */
export interface WordReading {
  pos: string
  lemma: string
  human: boolean
  /** A form of a verb. */
  finite: boolean
  /** The name of an act. */
  masdar: boolean
  /** Its word has a class. */
  classed: boolean
  /** It can only stand for an object or an adverb. */
  accusative: boolean
}

/** What a form can be in a language with verbs first; nothing in others. */
export function wordReadings(pack: LanguagePack): (form: string) => WordReading[] {
  if (pack.clause === 'subject-first') return () => []
  const { forms, classes } = rootLexicon(pack)
  const people = (lemma: string) => classes.get(lemma)?.some((c) => PEOPLE.has(c)) === true
  const inClassesAlone = (form: string): WordReading[] => {
    const of = classes.get(form)
    if (!of) return []
    return [
      { pos: 'noun', lemma: form, human: people(form), finite: false, masdar: false, classed: true, accusative: false },
    ]
  }
  return (form) =>
    forms.get(form)?.map((r) => ({
      pos: r.pos,
      lemma: r.lemma,
      human: (r.human === true && r.pos === 'noun') || people(r.lemma),
      finite: r.pos === 'verb',
      masdar: r.derived === 'masdar',
      classed: classes.has(r.lemma),
      accusative: r.case === 'accusative',
    })) ?? inClassesAlone(form)
}
const PEOPLE = new Set(['person', 'official', 'leader', 'soldier', 'fighter'])
