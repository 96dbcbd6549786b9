import type { PartOfSpeech } from '../../analysis.js'
import { inflectVerb, pluralOf } from './inflect.js'

/** One thing that a form can be. */
export interface Reading {
  lemma: string
  pos: PartOfSpeech
  form?: 'base' | 'present' | 'past' | 'participle' | 'gerund'
  plural?: boolean
}

/** Whose subject an infinitive or gerund under a verb takes: its own, or its object's. */
export type Control = 'subject' | 'object'

/** The lexicon of a language of suffixes and fixed order, from its word lists; every key folded. */
export interface Lexicon {
  readings: ReadonlyMap<string, readonly Reading[]>
  classes: ReadonlyMap<string, readonly string[]>
  control: ReadonlyMap<string, Control>
  light: ReadonlySet<string>
  /** Verbs of saying: what hangs on them is content, and they may follow what is said. */
  saying: ReadonlySet<string>
  /** Prepositions of several words, longest first: "in exchange for", "according to". */
  phrases: readonly (readonly string[])[]
  /** Function words by kind beyond their part of speech: "to", "be", "have", "possessive" … */
  kinds: ReadonlyMap<string, string>
}

/** Rows of the word lists as the packs give them. */
export interface LexiconRows {
  verbs: readonly { lemma: string; past?: string; participle?: string; control?: string }[]
  /** Nouns, adjectives and adverbs that need an entry; one class a row. */
  classes: readonly { lemma: string; class: string; plural?: string }[]
  adjectives: readonly { form: string }[]
  closed: readonly { form: string; pos: string; lemma?: string; kind?: string }[]
  light: readonly { lemma: string }[]
  saying: readonly { lemma: string; pos: string }[]
}

/** Generates every form that the word lists imply. */
export function buildLexicon(rows: LexiconRows): Lexicon {
  const readings = new Map<string, Reading[]>()
  const add = (form: string, r: Reading) => {
    const list = readings.get(form) ?? []
    if (!list.some((x) => x.lemma === r.lemma && x.pos === r.pos && x.form === r.form)) list.push(r)
    readings.set(form, list)
  }
  for (const c of rows.closed)
    if (!c.form.includes(' ')) add(c.form, { lemma: c.lemma || c.form, pos: c.pos as PartOfSpeech })
  for (const v of rows.verbs) addVerb(v, add)
  const classes = new Map<string, string[]>()
  for (const { lemma, class: cls, plural } of rows.classes) {
    add(lemma, { lemma, pos: 'noun' })
    const many = plural || pluralOf(lemma)
    if (many !== '-') add(many, { lemma, pos: 'noun', plural: true })
    classes.set(lemma, [...(classes.get(lemma) ?? []), cls])
  }
  for (const a of rows.adjectives) add(a.form, { lemma: a.form, pos: 'adjective' })
  const phrases = rows.closed.filter((c) => c.form.includes(' ')).map((c) => c.form.split(' '))
  return {
    readings,
    classes,
    control: new Map(rows.verbs.filter((v) => v.control).map((v) => [v.lemma, v.control as Control])),
    light: new Set(rows.light.map((l) => l.lemma)),
    saying: new Set(rows.saying.filter((s) => s.pos === 'verb').map((s) => s.lemma)),
    phrases: phrases.sort((a, b) => b.length - a.length),
    kinds: new Map(rows.closed.filter((c) => c.kind).map((c) => [c.form, c.kind!])),
  }
}

function addVerb(v: LexiconRows['verbs'][number], add: (form: string, r: Reading) => void): void {
  // "carry out": only the verb bends; the particle is found beside it.
  const [verb = '', ...particle] = v.lemma.split(' ')
  const f = inflectVerb(verb, {
    ...(v.past ? { past: v.past } : {}),
    ...(v.participle ? { participle: v.participle } : {}),
  })
  const lemma = particle.length > 0 ? verb : v.lemma
  for (const form of ['base', 'present', 'past', 'participle', 'gerund'] as const)
    add(f[form], { lemma, pos: 'verb', form })
}
