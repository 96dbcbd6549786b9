import {
  CliticsFile,
  GlossRow,
  InflectionFile,
  type LanguagePack,
  NounRow,
  NumberRow,
  table,
  tree,
} from '../../packs/index.js'
import { fold } from '../../text/index.js'
import { pluralOf } from '../phrases/subject-first/inflect.js'

/** What a written form (folded) of the one language may be, and how it is said in the other, whose words are inflected. */
export interface HeadLastReading {
  pos: GlossRow['pos']
  /** One of it, and several; nothing in `many` where the plural of an adjective is regular. */
  gloss: string
  many: string
  several: boolean
  human: boolean
  /** Written with a capital: "Yemeni". */
  raised: boolean
}

/** The glosses of a language that puts adjectives before the noun in one that puts them behind it. */
export interface HeadLastLexicon {
  /** By folded words joined with spaces. */
  forms: ReadonlyMap<string, readonly HeadLastReading[]>
  longest: number
  /** What puts some of many before the many: «عضو من الجماعة». */
  partitive: string
  numbers: ReadonlyMap<string, number>
  /** How the other language inflects. */
  inflection: InflectionFile
  /** Endings that change before a pronoun. */
  endings: readonly { joined: string; alone: string }[]
}

/** Compiles `glosses/<into>.csv` of a language; null where it has none, or the other one does not say how it inflects. */
export function headLastLexicon(pack: LanguagePack, into: LanguagePack): HeadLastLexicon | null {
  const rows = table(pack, `glosses/${into.id}.csv`, GlossRow)
  const inflection = tree(into, 'grammar/inflection.yml', InflectionFile)
  const clitics = tree(into, 'grammar/clitics.yml', CliticsFile)
  if (rows.length === 0 || !inflection || !clitics) return null
  const people = new Set(
    table(into, 'words/nouns.csv', NounRow)
      .filter((row) => row.human)
      .map((row) => row.lemma),
  )
  const forms = new Map<string, HeadLastReading[]>()
  let longest = 1
  const put = (form: string, reading: HeadLastReading) => {
    const key = fold(form)
    forms.set(key, [...(forms.get(key) ?? []), reading])
    longest = Math.max(longest, key.split(' ').length)
  }
  for (const { form, pos, gloss, many = '', plurals } of rows) {
    const human = people.has(gloss.split(' ')[0]!) || inflection.nouns.people.some((ending) => many.endsWith(ending))
    const reading = { pos, gloss, many, human, raised: form !== fold(form) }
    if (pos === 'noun') {
      const written = plurals?.split('|') ?? [pluralOf(form)]
      if (!written.includes(form)) put(form, { ...reading, several: false })
      for (const plural of written) put(plural, { ...reading, several: true })
    } else put(form, { ...reading, several: false })
  }
  const numbers = table(pack, 'words/numbers.csv', NumberRow)
    .filter((row) => row.kind === 'cardinal' && row.min === row.max)
    .map((row): [string, number] => [fold(row.form), row.min])
  const partitive = rows.find(({ pos }) => pos === 'partitive')?.gloss ?? ''
  return { forms, longest, partitive, numbers: new Map(numbers), inflection, endings: clitics.endings ?? [] }
}
