import type { VerbRow } from '../../../packs/index.js'
import { fold } from '../../../text/index.js'
import type { Agreement, PartOfSpeech } from '../../analysis.js'
import { perPack } from '../per-pack.js'
import { type NounForm, type NounParadigm, nounForms } from './noun-forms.js'
import { type LexiconTables, lexiconTables } from './tables.js'
import { type VerbParadigm, verbForms } from './verb-forms.js'
import { type WordShape, wordShape } from './word-shape.js'

/** What the lexicon knows of a verb; shared by all readings that come from it. */
export interface Verb {
  lemma: string
  transitive: boolean
  ditransitive: boolean
  /** Whose act the masdar or clause is that it calls for. */
  control?: 'subject' | 'object'
  /** With one person and no second noun it is read as passive: «قتل جنديان». */
  patient: boolean
}

/** One thing that a written form (without its clitics, folded) can be. */
export interface Reading {
  pos: PartOfSpeech
  lemma: string
  verb?: Verb
  derived?: 'masdar' | 'active' | 'passive'
  tense?: 'past' | 'present'
  agreement?: Agreement
  /** The form can only be passive. */
  passive?: boolean
  /** Stands so only before a pronoun. */
  joined?: boolean
  /** Stands so only after «لم» and its like. */
  jussive?: boolean
  number?: 'singular' | 'dual' | 'plural'
  feminine?: boolean
  case?: 'nominative' | 'oblique' | 'accusative'
  closed?: boolean
  construct?: boolean
  human?: boolean
  /** The form as the pack spells it, where folding levels a letter of it. */
  spelt?: string
  /** A listed noun that can also be an adjective, as a participle of a verb. */
  adjective?: Verb | true
  /** What a closed-class word does: content, purpose, return, agent … */
  role?: string
}

/** The word lists of a language, compiled; every key is folded. */
export interface Lexicon {
  /** Readings by folded form. */
  forms: ReadonlyMap<string, readonly Reading[]>
  /** Closed-class words of several words, by their first one; each as folded words, longest first. */
  phrases: ReadonlyMap<string, readonly { words: readonly string[]; reading: Reading }[]>
  classes: ReadonlyMap<string, readonly string[]>
  shape: WordShape
  tables: LexiconTables
  /** Number words, folded, with their bounds. */
  numbers: ReadonlyMap<string, { min: number; max: number | null }>
  /** Link (O, S, or a preposition) by light verb; «agent» tells whose act the noun is. */
  light: ReadonlyMap<string, readonly { link: string; agent: string }[]>
  /** `lemma/pos` of verbs and nouns of saying and of governors. */
  saying: ReadonlyMap<string, string>
  /** Verbs that deny with certain words behind them: «وصف ما نُشر بالأكاذيب». */
  denying: ReadonlySet<string>
  governors: ReadonlySet<string>
  /** Words behind which a person's name follows: «يدعى», «المكنى». */
  naming: ReadonlySet<string>
  /** Verbs that double their middle letter, as their verbal nouns show: «درّب», «تدريب». */
  doubling: ReadonlySet<string>
}

/** Compiles the word lists of a language; every key is folded. */
export function buildLexicon(tables: LexiconTables): Lexicon {
  const verbs: VerbParadigm = tables.inflection
  const nouns: NounParadigm = tables.inflection.nouns
  const auxiliaries = new Map(
    tables.closed.filter((c) => c.pos === 'auxiliary').map((c) => [fold(c.form), c.function ?? '']),
  )
  // «متهمًا» is who accuses and who is accused; «متحدثا» speaks meanwhile, or is a spokesman.
  const of = (kind: string) => new Set(tables.saying.filter((r) => r.kind === kind).map((r) => fold(r.lemma)))
  const [accusing, telling] = [of('accuse'), of('say')]
  const tells = (lemma: string, list: readonly Reading[]) =>
    accusing.has(lemma) || (telling.has(lemma) && list.some((r) => r.pos === 'noun' && r.human))
  const forms = new Map<string, Reading[]>()
  const phrases = new Map<string, { words: string[]; reading: Reading }[]>()
  const put = (form: string, reading: Reading) => {
    const key = foldLetters(form)
    if (key !== form) reading.spelt = form
    const list = forms.get(key)
    // «موظفين أجانب»: a noun that is listed as an adjective too.
    if (reading.pos === 'adjective' && reading.derived === undefined)
      for (const r of list ?? []) if (r.pos === 'noun' && r.lemma === reading.lemma) r.adjective = true
    if (!list) forms.set(key, [reading])
    // «مختطف» is listed as a noun: its participle then says only that it can stand as an adjective too.
    else if (
      reading.derived &&
      reading.derived !== 'masdar' &&
      !(reading.derived === 'active' && tells(reading.verb!.lemma, list)) &&
      list.some((r) => r.pos === 'noun' && r.derived === undefined)
    ) {
      for (const r of list) if (r.pos === 'noun' && r.derived === undefined) r.adjective = reading.verb ?? true
    } else if (!list.some((r) => sameReading(r, reading))) list.push(reading)
  }
  for (const row of tables.closed) {
    const reading: Reading = {
      pos: row.pos as PartOfSpeech,
      lemma: fold(row.form),
      ...(row.function && { role: row.function }),
    }
    const words = fold(row.form).split(' ')
    if (words.length === 1) put(row.form, reading)
    else phrases.set(words[0]!, [...(phrases.get(words[0]!) ?? []), { words, reading }])
  }
  for (const row of tables.numbers) {
    if (row.kind === 'dual') continue
    const ordinal = row.kind === 'ordinal'
    const lemma = fold(row.form)
    const reading: Reading = ordinal ? { pos: 'adjective', lemma, role: 'ordinal' } : { pos: 'number', lemma }
    const words = fold(row.form).split(' ')
    if (words.length === 1) put(row.form, reading)
    else phrases.set(words[0]!, [...(phrases.get(words[0]!) ?? []), { words, reading }])
  }
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length)
  const classes = new Map<string, string[]>()
  for (const row of tables.classes) {
    const key = fold(row.lemma)
    classes.set(key, [...(classes.get(key) ?? []), row.class])
  }
  for (const row of tables.nouns) {
    const human = row.human === 'yes'
    const lemma = fold(row.lemma)
    for (const f of nounForms(row.lemma, split(row.plurals), { human, gendered: human }, nouns))
      put(f.form, nominal(f, { pos: 'noun', lemma, human }))
  }
  for (const row of tables.adjectives) {
    const lemma = fold(row.form)
    for (const f of nounForms(row.form, split(row.plurals), { human: true, gendered: true }, nouns))
      put(f.form, nominal(f, { pos: 'adjective', lemma }))
  }
  for (const row of tables.verbs) addVerb(row, put, verbs, nouns, auxiliaries.get(fold(row.lemma)))
  const light = new Map<string, { link: string; agent: string }[]>()
  for (const row of tables.lightVerbs) {
    const key = fold(row.lemma)
    const link = !row.link || row.link === 'O' || row.link === 'S' ? (row.link ?? 'O') : fold(row.link)
    light.set(key, [...(light.get(key) ?? []), { link, agent: row.agent ?? 'subject' }])
  }
  const keys = (rows: readonly { lemma: string; pos: string }[]) =>
    new Set(rows.map((r) => `${fold(r.lemma)}/${r.pos}`))
  const numbers = new Map(tables.numbers.map((n) => [fold(n.form), { min: n.min, max: n.max ?? null }]))
  return {
    forms,
    phrases,
    classes,
    shape: wordShape(nouns, tables.inflection.article),
    tables,
    numbers,
    light,
    denying: new Set(tables.saying.filter((r) => r.with && r.kind === 'deny').map((r) => fold(r.lemma))),
    saying: new Map(tables.saying.filter((r) => !r.with).map((r) => [`${fold(r.lemma)}/${r.pos}`, r.kind])),
    governors: keys(tables.governors),
    naming: new Set(tables.naming.map((form) => fold(form))),
    doubling: new Set(tables.verbs.filter((v) => isDoubling(v, verbs)).map((v) => fold(v.lemma))),
  }
}

/** «درّب» has «تدريب»: verbs of doubled letters have a verbal noun with the letter of the feminine present; «أوقف» is none. */
function isDoubling({ lemma, masdars }: VerbRow, { present, longVowels: [alif = ''] }: VerbParadigm): boolean {
  const opening = present.find((row) => row.gender === 'feminine')?.prefix
  if (opening === undefined || fold(lemma).startsWith(alif)) return false
  return [lemma, ...split(masdars)].some((x) => x.startsWith(opening))
}

const split = (cell: string | undefined) => (cell ?? '').split('|').filter((x) => x !== '')

const sameReading = (a: Reading, b: Reading) =>
  a.pos === b.pos &&
  a.lemma === b.lemma &&
  a.derived === b.derived &&
  a.tense === b.tense &&
  a.number === b.number &&
  a.case === b.case &&
  a.construct === b.construct &&
  a.agreement?.number === b.agreement?.number &&
  a.agreement?.gender === b.agreement?.gender &&
  a.joined === b.joined &&
  a.jussive === b.jussive &&
  a.spelt === b.spelt &&
  a.passive === b.passive

function addVerb(
  row: VerbRow,
  put: (form: string, r: Reading) => void,
  paradigm: VerbParadigm,
  nouns: NounParadigm,
  auxiliary?: string,
): void {
  const lemma = fold(row.lemma)
  const verb: Verb = {
    lemma,
    transitive: row.transitivity !== 'intransitive',
    ditransitive: row.transitivity === 'ditransitive',
    patient: row.patient === 'yes',
    ...(row.control === 'subject' || row.control === 'object' ? { control: row.control } : {}),
  }
  for (const f of verbForms(row.lemma, split(row.present), paradigm)) {
    // «تشاد», «ديم»: what is done to nothing has no passive of its own spelling.
    if (f.passive && !verb.transitive) continue
    put(f.form, {
      pos: auxiliary === undefined ? 'verb' : 'auxiliary',
      lemma,
      verb,
      role: auxiliary,
      tense: f.tense,
      agreement: f.agreement,
      joined: f.joined,
      jussive: f.jussive,
      passive: f.passive,
    })
  }
  for (const masdar of split(row.masdars)) {
    const known = { pos: 'noun', lemma: fold(masdar), verb, derived: 'masdar' } as const
    for (const f of nounForms(masdar, [], { human: false, gendered: false }, nouns)) put(f.form, nominal(f, known))
  }
  for (const derived of ['active', 'passive'] as const) {
    for (const participle of split(row[derived])) {
      const known = { pos: 'adjective', lemma: fold(participle), verb, derived } as const
      for (const f of nounForms(participle, [], { human: true, gendered: true }, nouns)) put(f.form, nominal(f, known))
    }
  }
}

/**
 * The reading of one form of a noun or adjective. Readings are made by the hundred thousand: all fields by name, since
 * what is added behind a spread costs a hundred times as much.
 */
const nominal = (f: NounForm, known: Pick<Reading, 'pos' | 'lemma' | 'human' | 'verb' | 'derived'>): Reading => ({
  pos: known.pos,
  lemma: known.lemma,
  verb: known.verb,
  derived: known.derived,
  human: known.human,
  number: f.number,
  feminine: f.feminine,
  case: f.case,
  closed: f.closed,
  construct: f.construct,
})

const LETTERS = new Map<string, string>()
/** `fold` letter by letter, remembered: forms are made by the hundred thousand. */
function foldLetters(form: string): string {
  let out = ''
  for (const c of form) {
    let f = LETTERS.get(c)
    if (f === undefined) {
      f = fold(c)
      LETTERS.set(c, f)
    }
    out += f
  }
  return out
}

/** A pack's lexicon, built once. */
export const lexiconOf = perPack((pack) => buildLexicon(lexiconTables(pack)))
