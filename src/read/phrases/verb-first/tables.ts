import { IsnadError } from '../../../model/index.js'
import {
  AdjectiveRow,
  ClassRow,
  CliticsFile,
  ClosedRow,
  GovernorRow,
  InflectionFile,
  type LanguagePack,
  LightVerbRow,
  NameContextRow,
  NounRow,
  NumberRow,
  SayingRow,
  table,
  tree,
  VerbRow,
} from '../../../packs/index.js'

/** The word lists and paradigms that the lexicon is built from, as the pack gives them (unfolded). */
export interface LexiconTables {
  verbs: readonly VerbRow[]
  nouns: readonly NounRow[]
  adjectives: readonly AdjectiveRow[]
  classes: readonly ClassRow[]
  closed: readonly ClosedRow[]
  lightVerbs: readonly LightVerbRow[]
  saying: readonly SayingRow[]
  governors: readonly GovernorRow[]
  numbers: readonly NumberRow[]
  /** Words that announce a person's other name. */
  naming: readonly string[]
  inflection: InflectionFile
  clitics: CliticsFile
}

/** Takes the tables out of a language pack; throws `pack-missing` where the paradigms are not there. */
export function lexiconTables(pack: LanguagePack): LexiconTables {
  const inflection = tree(pack, 'grammar/inflection.yml', InflectionFile)
  const clitics = tree(pack, 'grammar/clitics.yml', CliticsFile)
  if (!inflection || !clitics) {
    throw new IsnadError('pack-missing', `the language '${pack.id}' has no paradigms`, {
      where: { what: `languages/${pack.id}` },
      hint: 'a language with the clause verb-first needs grammar/inflection.yml and grammar/clitics.yml',
    })
  }
  return {
    verbs: table(pack, 'words/verbs.csv', VerbRow),
    nouns: table(pack, 'words/nouns.csv', NounRow),
    adjectives: table(pack, 'words/adjectives.csv', AdjectiveRow),
    classes: table(pack, 'words/classes.csv', ClassRow),
    closed: table(pack, 'words/closed.csv', ClosedRow),
    lightVerbs: table(pack, 'words/light-verbs.csv', LightVerbRow),
    saying: table(pack, 'words/saying.csv', SayingRow),
    governors: table(pack, 'words/governors.csv', GovernorRow),
    numbers: table(pack, 'words/numbers.csv', NumberRow),
    naming: table(pack, 'words/name-context.csv', NameContextRow)
      .filter((r) => r.kind === 'alias')
      .map((r) => r.form),
    inflection,
    clitics,
  }
}
