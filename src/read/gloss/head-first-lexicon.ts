import {
  AdjectiveRow,
  CliticsFile,
  GlossRow,
  InflectionFile,
  type LanguagePack,
  NameContextRow,
  NounRow,
  NumberRow,
  table,
  tree,
} from '../../packs/index.js'
import { type CliticTable, fold } from '../../text/index.js'
import { type NounForm, nounForms } from '../phrases/verb-first/noun-forms.js'

/** What a written form (folded, without clitics) may be, with its gloss in the other language. */
export interface HeadFirstReading {
  pos: GlossRow['pos']
  gloss: string
  /** The gloss of several; the same word where it is not counted ("ammunition"). */
  many: string
  number?: NounForm['number']
  feminine?: boolean
  human?: boolean
  /** The form cannot be followed by its genitive; it must be, or by a pronoun. */
  closed?: boolean
  construct?: boolean
  /** A name follows it: «بلدة», «مدينة». */
  announces?: boolean
}

/** The glosses of one language in another, with every form of their words. */
export interface HeadFirstLexicon {
  /** Readings by folded form, forms that the packs spell out before those that endings make. */
  forms: ReadonlyMap<string, readonly HeadFirstReading[]>
  /** Glosses of several words, by their first one; folded, longest first. */
  phrases: ReadonlyMap<string, readonly { words: readonly string[]; reading: HeadFirstReading }[]>
  numbers: ReadonlyMap<string, number>
  clitics: CliticTable
  article: string
}

/**
 * Compiles `glosses/<into>.csv` of a language whose nouns stand before their adjectives; null where it has none. `plural`: the
 * regular ending of the other language's plurals.
 */
export function headFirstLexicon(pack: LanguagePack, into: string, plural: string): HeadFirstLexicon | null {
  const rows = table(pack, `glosses/${into}.csv`, GlossRow)
  const inflection = tree(pack, 'grammar/inflection.yml', InflectionFile)
  const clitics = tree(pack, 'grammar/clitics.yml', CliticsFile)
  if (rows.length === 0 || !inflection || !clitics) return null
  const nouns = new Map(table(pack, 'words/nouns.csv', NounRow).map((row) => [row.lemma, row]))
  const adjectives = new Map(table(pack, 'words/adjectives.csv', AdjectiveRow).map((row) => [row.form, row]))
  const places = new Set(
    table(pack, 'words/name-context.csv', NameContextRow)
      .filter((row) => row.kind === 'place-head')
      .map((row) => fold(row.form)),
  )
  const ranked = new Map<string, { rank: number; reading: HeadFirstReading }[]>()
  const phrases = new Map<string, { words: string[]; reading: HeadFirstReading }[]>()
  const put = (form: string, reading: HeadFirstReading, rank = 0) => {
    const [first = '', ...rest] = form.split(' ').map(fold)
    if (rest.length > 0) phrases.set(first, [...(phrases.get(first) ?? []), { words: [first, ...rest], reading }])
    else ranked.set(first, [...(ranked.get(first) ?? []), { rank, reading }])
  }
  for (const row of rows) {
    const base = { pos: row.pos, gloss: row.gloss, many: row.many ?? row.gloss + plural }
    const given = (list: string | undefined) => (list ?? '').split('|').filter(Boolean)
    const describes = row.pos === 'adjective' || row.pos === 'participle'
    if (row.pos !== 'noun' && !describes) put(row.form, base)
    else if (row.form.includes(' ')) {
      const feminine = row.form.split(' ')[0]!.endsWith(inflection.nouns.feminine)
      put(row.form, { ...base, number: 'singular', feminine })
      for (const form of given(row.plurals)) put(form, { ...base, number: 'plural' })
    } else {
      const own = (row.pos === 'noun' ? nouns : adjectives).get(row.form)
      const plurals = given(row.plurals ?? own?.plurals)
      const human = describes || nouns.get(row.form)?.human === 'yes'
      const announces = row.pos === 'noun' && places.has(fold(row.form))
      for (const f of nounForms(row.form, plurals, { human, gendered: describes }, inflection.nouns)) {
        const { form, number, feminine, closed, construct } = f
        const made = number === 'dual' && human ? 3 : 2
        const rank = form === row.form ? 0 : plurals.includes(form) ? 1 : made
        put(
          form,
          { ...base, human, number, feminine, closed, construct, announces: announces && number === 'singular' },
          rank,
        )
      }
    }
  }
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length)
  const numbers = table(pack, 'words/numbers.csv', NumberRow)
    .filter((row) => (row.kind === 'cardinal' || row.kind === 'multiplier') && row.min === row.max)
    .map((row): [string, number] => [fold(row.form), row.min])
  const forms = [...ranked].map(
    ([form, list]) => [form, list.sort((a, b) => a.rank - b.rank).map((one) => one.reading)] as const,
  )
  return { forms: new Map(forms), phrases, numbers: new Map(numbers), clitics, article: fold(inflection.article) }
}
