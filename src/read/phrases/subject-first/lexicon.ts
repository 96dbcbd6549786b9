import {
  AdjectiveRow,
  ClassRow,
  ClosedRow,
  FrameFile,
  GovernorRow,
  type LanguagePack,
  LightVerbRow,
  NameContextRow,
  NounRow,
  NumberRow,
  SayingRow,
  table,
  trees,
  VerbRow,
} from '../../../packs/index.js'
import { fold } from '../../../text/index.js'
import type { PartOfSpeech } from '../../analysis.js'
import { perPack } from '../per-pack.js'
import { inflectVerb, pluralOf } from './inflect.js'

export type VerbForm = 'base' | 'present' | 'past' | 'participle' | 'gerund'

/** The role of what announces the name of whoever stands before it: "who gave his name as". */
export const NAMING = 'naming'

/** One thing that a form can be. */
export interface Reading {
  lemma: string
  pos: PartOfSpeech
  form?: VerbForm
  plural?: boolean
  /** What a function word does: place, goal, content, modal … */
  role?: string
}

/** Whose subject an infinitive or gerund under a verb takes: its own, or its object's. */
export type Control = 'subject' | 'object'

/** How a light verb hands its event noun on: where the noun stands, and who then acts. */
export interface LightLink {
  link: string
  agent: 'subject' | 'object' | 'none'
}

/** "blamed X for the attack": where the event noun stands beside such a verb, and in which function its doer. */
export interface DoerLink {
  link: string
  doer: string
}

/** A number as its word states it. */
export interface NumberSense {
  min: number | null
  max: number | null
  kind: string
}

/** The lexicon of a language of suffixes and fixed order, from its word lists; every key folded. */
export interface Lexicon {
  readings: ReadonlyMap<string, readonly Reading[]>
  /** Function words of several words by their first one, longest first. */
  phrases: ReadonlyMap<string, readonly { words: readonly string[]; reading: Reading }[]>
  classes: ReadonlyMap<string, readonly string[]>
  control: ReadonlyMap<string, Control>
  light: ReadonlyMap<string, readonly LightLink[]>
  /** Verbs that say of one of their parts that it did what an event noun beside them names. */
  doers: ReadonlyMap<string, readonly DoerLink[]>
  saying: ReadonlySet<string>
  /** Verbs that deny what "that" opens behind them. */
  denies: ReadonlySet<string>
  /** Verbs of saying behind which what is said may begin without "that". */
  tells: ReadonlySet<string>
  /** Verbs of reporting that are deeds too: "carry", "find". */
  handles: ReadonlySet<string>
  governors: ReadonlySet<string>
  /** Verbs that make known or prevent what another plans: of reporting ("revealed a plan to") and failure ("foiled a plot to"). */
  exposing: ReadonlySet<string>
  /** Verbs of whoever does not do the act under them ("declined to say"). */
  withholds: ReadonlySet<string>
  /** Verbs of letting and making: whom they act on does what their bare form says. */
  lets: ReadonlySet<string>
  /** Verbs of two words by the first: "carry" → out, off, away. */
  particles: ReadonlyMap<string, readonly string[]>
  numbers: ReadonlyMap<string, NumberSense>
  /** Nouns that name an event although their class does not say so: units of frames, nouns of saying, governors. */
  eventNouns: ReadonlySet<string>
  /** What each preposition marks, by its folded form. */
  prepositions: ReadonlyMap<string, string>
  /** Words that one rule asks for, by what they do there: `those`, `that-of`, `some-of`, `names-some`. */
  marked: ReadonlyMap<string, ReadonlySet<string>>
  /** Endings by which an unknown noun shows its class ("-ist" a person). */
  suffixes: readonly { ending: string; class: string }[]
  /** Verbs that take a recipient and a thing. */
  giving: ReadonlySet<string>
  /** Verbs that no active clause has without an object: "kidnapped on the road" is done to the noun before it. */
  transitive: ReadonlySet<string>
  /** Verbs that act on nothing: flee, arrive. */
  intransitive: ReadonlySet<string>
}

/** Generates every form that the word lists imply. */
export function buildLexicon(pack: LanguagePack): Lexicon {
  const readings = new Map<string, Reading[]>()
  const add = (form: string, r: Reading) => {
    const key = fold(form)
    const list = readings.get(key) ?? []
    if (!list.some((x) => x.lemma === r.lemma && x.pos === r.pos && x.form === r.form && x.role === r.role))
      list.push(r)
    readings.set(key, list)
  }
  const phrases = new Map<string, { words: string[]; reading: Reading }[]>()
  const addPhrase = (words: string[], reading: Reading) => {
    const list = phrases.get(words[0]!) ?? []
    // A form that both marks and measures ("close to") keeps both readings; the first listed is the default.
    list.push({ words, reading })
    phrases.set(words[0]!, list)
  }
  const closed = table(pack, 'words/closed.csv', ClosedRow)
  for (const row of closed) {
    if (row.pos === 'suffix' || row.pos === 'word') continue
    const words = fold(row.form).split(' ')
    const reading: Reading = {
      lemma: fold(row.lemma ?? row.form),
      pos: row.pos as PartOfSpeech,
      ...(row.function ? { role: row.function } : {}),
    }
    if (words.length === 1) add(row.form, reading)
    else addPhrase(words, reading)
  }
  // "who gave his name as": the name behind it is his of whom it is said.
  for (const { kind, form, sort } of table(pack, 'words/name-context.csv', NameContextRow))
    if (kind === 'alias' && sort === 'person')
      addPhrase(fold(form).split(' '), { lemma: fold(form), pos: 'relative', role: NAMING })
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length)

  const verbs = table(pack, 'words/verbs.csv', VerbRow)
  const frames = [...trees(pack, 'frames/', FrameFile).values()]
  const saying = table(pack, 'words/saying.csv', SayingRow)
  const governors = table(pack, 'words/governors.csv', GovernorRow)
  const light = table(pack, 'words/light-verbs.csv', LightVerbRow)
  const units = frames.flatMap((f) =>
    f.units.flatMap((u) => [u.lemma].flat().map((lemma) => ({ ...u, lemma: fold(lemma) }))),
  )

  const deeds = new Set(units.filter((u) => u.pos === 'verb').map((u) => u.lemma))
  const irregular = new Map(verbs.map((v) => [v.lemma, v]))
  const verbLemmas = new Set([
    ...verbs.map((v) => v.lemma),
    ...[...units, ...saying, ...governors].filter((u) => u.pos === 'verb').map((u) => u.lemma),
    ...light.map((l) => l.lemma),
  ])
  const particles = new Map<string, string[]>()
  for (const lemma of verbLemmas) {
    const [verb = '', ...rest] = fold(lemma).split(' ')
    if (rest.length > 0) particles.set(verb, [...(particles.get(verb) ?? []), rest.join(' ')])
    if (!['be', 'have', 'do'].includes(verb)) addVerb(verb, irregular.get(verb) ?? { lemma: verb }, add)
    else if (rest.length === 0) addVerb(verb, irregular.get(verb) ?? { lemma: verb }, add)
  }
  for (const list of particles.values()) list.sort((a, b) => b.length - a.length)
  const classes = new Map<string, string[]>()
  const plurals = new Map(table(pack, 'words/nouns.csv', NounRow).map((n) => [n.lemma, n.plurals]))
  const addNoun = (lemma: string, plural?: string) => {
    add(lemma, { lemma: fold(lemma), pos: 'noun' })
    const many = plurals.get(lemma) ?? plural ?? pluralOf(lemma)
    if (many !== '-') for (const form of many.split('|')) add(form, { lemma: fold(lemma), pos: 'noun', plural: true })
  }
  for (const row of table(pack, 'words/classes.csv', ClassRow)) {
    addNoun(row.lemma, row.plural)
    const key = fold(row.lemma)
    classes.set(key, [...(classes.get(key) ?? []), row.class])
  }
  // A noun under which a frame stands names an event, whatever else no list says of it.
  for (const u of units) {
    if (u.pos !== 'noun' || classes.has(u.lemma)) continue
    addNoun(u.lemma)
    classes.set(u.lemma, ['event'])
  }
  const eventNouns = new Set<string>()
  for (const u of [...units, ...saying, ...governors]) {
    if (u.pos !== 'noun') continue
    if (!classes.has(fold(u.lemma))) addNoun(u.lemma)
    eventNouns.add(fold(u.lemma))
  }
  for (const row of table(pack, 'words/adjectives.csv', AdjectiveRow))
    add(row.form, { lemma: fold(row.form), pos: 'adjective' })
  const opens = (words: string) =>
    words.split('|').some((w) => readings.get(fold(w))?.some((r) => r.pos === 'subordinator'))
  const prepositions = new Map<string, string>()
  for (const r of closed) {
    if (r.pos === 'preposition' && !prepositions.has(fold(r.form))) prepositions.set(fold(r.form), r.function ?? '')
  }
  return {
    readings,
    prepositions,
    marked: new Map(
      [...grouped(closed.filter((r) => r.pos === 'word').map((r) => [r.function ?? '', fold(r.form)]))].map(
        ([mark, words]) => [mark, new Set(words)],
      ),
    ),
    suffixes: closed.filter((r) => r.pos === 'suffix').map((r) => ({ ending: r.form, class: r.function ?? '' })),
    phrases,
    classes,
    particles,
    eventNouns,
    control: new Map(verbs.filter((v) => v.control).map((v) => [v.lemma, v.control!])),
    light: grouped(
      light.filter((l) => !l.doer).map((l) => [fold(l.lemma), { link: l.link ?? 'O', agent: l.agent ?? 'subject' }]),
    ),
    doers: grouped(
      light.flatMap((l) => (l.doer ? [[fold(l.lemma), { link: l.link ?? 'O', doer: l.doer }] as const] : [])),
    ),
    denies: new Set(saying.filter((s) => s.kind === 'deny' && s.pos === 'verb' && !s.with).map((s) => fold(s.lemma))),
    tells: new Set(saying.filter((s) => TELLS.has(s.kind) && s.pos === 'verb' && !s.with).map((s) => fold(s.lemma))),
    handles: new Set(saying.filter((s) => s.kind === 'report' && deeds.has(fold(s.lemma))).map((s) => fold(s.lemma))),
    // "held two men taken in the raid": a verb that says only beside a noun or two ("holds … responsible") opens no content.
    saying: new Set(
      saying.filter((s) => !s.with || s.kind === 'deny' || opens(s.with)).map((s) => `${fold(s.lemma)}/${s.pos}`),
    ),
    governors: new Set(governors.map((g) => `${fold(g.lemma)}/${g.pos}`)),
    exposing: new Set(
      [...saying.filter((s) => s.kind === 'report'), ...governors.filter((g) => g.effect === 'negated')]
        .filter((s) => s.pos === 'verb')
        .map((s) => fold(s.lemma)),
    ),
    withholds: new Set(governors.filter((g) => g.pos === 'verb' && g.effect === 'negated').map((g) => fold(g.lemma))),
    lets: new Set(governors.filter((g) => g.pos === 'verb' && g.effect === 'asserted').map((g) => fold(g.lemma))),
    numbers: new Map(
      table(pack, 'words/numbers.csv', NumberRow).map((n) => [
        fold(n.form),
        { min: n.min, max: n.max ?? null, kind: n.kind },
      ]),
    ),
    intransitive: new Set(verbs.filter((v) => v.transitivity === 'intransitive').map((v) => v.lemma)),
    transitive: new Set(verbs.filter((v) => v.transitivity === 'transitive').map((v) => v.lemma)),
    giving: new Set([
      ...units.filter((u) => u.pos === 'verb' && u.give).map((u) => u.lemma),
      ...verbs.filter((v) => v.transitivity === 'ditransitive').map((v) => v.lemma),
    ]),
  }
}

const TELLS = new Set(['say', 'claim', 'announce', 'report', 'confirm', 'admit', 'believe'])

function grouped<T>(rows: [string, T][]): Map<string, T[]> {
  const out = new Map<string, T[]>()
  for (const [key, value] of rows) out.set(key, [...(out.get(key) ?? []), value])
  return out
}

function addVerb(
  lemma: string,
  v: { past?: string | undefined; participle?: string | undefined },
  add: (form: string, r: Reading) => void,
): void {
  const f = inflectVerb(lemma, {
    ...(v.past ? { past: v.past } : {}),
    ...(v.participle ? { participle: v.participle } : {}),
  })
  for (const form of ['base', 'present', 'past', 'participle', 'gerund'] as const)
    add(f[form], { lemma: fold(lemma), pos: 'verb', form })
  // "cancelled" beside "canceled": both spellings are in use.
  if (/[aeiou][^aeiou]*[aeiou]l$/.test(lemma) && !v.past) {
    for (const form of ['past', 'participle'] as const) add(`${lemma}led`, { lemma: fold(lemma), pos: 'verb', form })
    add(`${lemma}ling`, { lemma: fold(lemma), pos: 'verb', form: 'gerund' })
  }
}

/** A pack's lexicon, built once. */
export const lexiconOf = perPack(buildLexicon)
