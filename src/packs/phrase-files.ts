import { z } from 'zod'

/**
 * Word lists of the phrase layer. One schema a file for all languages: a column that a language has no use for is
 * left out of its table.
 */

/**
 * A verb. `past`, `participle`: irregular forms. `present`: third person; `masdars`: verbal nouns; `active`, `passive`:
 * participles (lists within a cell are parted by `|`). `control`: whose act an infinitive or verbal noun under it is.
 * `patient`: with one person and no second noun it is read as passive.
 */
export const VerbRow = z.strictObject({
  lemma: z.string(),
  past: z.string().optional(),
  participle: z.string().optional(),
  present: z.string().optional(),
  masdars: z.string().optional(),
  active: z.string().optional(),
  passive: z.string().optional(),
  transitivity: z.enum(['transitive', 'intransitive', 'ditransitive']).optional(),
  control: z.enum(['subject', 'object']).optional(),
  patient: z.enum(['yes']).optional(),
})
export type VerbRow = z.infer<typeof VerbRow>

/** A noun with its irregular plurals (parted by `|`); `human`: it takes the endings of words for people. */
export const NounRow = z.strictObject({
  lemma: z.string(),
  plurals: z.string().optional(),
  human: z.enum(['yes']).optional(),
})
export type NounRow = z.infer<typeof NounRow>

export const AdjectiveRow = z.strictObject({ form: z.string(), plurals: z.string().optional() })
export type AdjectiveRow = z.infer<typeof AdjectiveRow>

/**
 * A verb that only supports an event noun; `link`: where the noun stands (S, O or a preposition); `agent`: whose act it is.
 * With `doer` the verb is no mere support: it says that what stands in that function did it ("blamed X for the attack").
 */
export const LightVerbRow = z.strictObject({
  lemma: z.string(),
  link: z.string().optional(),
  agent: z.enum(['subject', 'object', 'none']).optional(),
  doer: z.string().optional(),
})
export type LightVerbRow = z.infer<typeof LightVerbRow>

const ending = {
  ending: z.string(),
  person: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(),
  number: z.enum(['singular', 'dual', 'plural']).optional(),
  gender: z.enum(['masculine', 'feminine']).optional(),
}

/** `grammar/inflection.yml`: the paradigms of a language whose verbs bend by prefix and ending, nouns by ending. */
export const InflectionFile = z.strictObject({
  past: z.array(
    z.strictObject({
      ...ending,
      weak: z.enum(['drop', 'ya']).optional(),
      hollow: z.literal('short').optional(),
      joined: z.string().optional(),
    }),
  ),
  present: z.array(
    z.strictObject({
      ...ending,
      prefix: z.string(),
      weak: z.enum(['drop', 'ya']).optional(),
      hollow: z.literal('short').optional(),
      joined: z.string().optional(),
    }),
  ),
  /** Letters that a weak verb can end in. */
  weakFinals: z.array(z.string()),
  longVowels: z.array(z.string()),
  /** Marks by which a text that writes them shows the passive, on the first letter of a past verb. */
  passiveMarks: z.array(z.string()),
  article: z.string(),
  /** Written before a present verb: future. */
  future: z.string(),
  conjunctions: z.array(z.string()),
  /** Person, number and gender of the pronouns that are written onto a word. */
  pronouns: z.record(
    z.string(),
    z.strictObject({ person: ending.person, number: ending.number, gender: ending.gender }),
  ),
  nouns: z.strictObject({
    feminine: z.string(),
    feminineToo: z.array(z.string()).optional(),
    eitherGender: z.array(z.string()).optional(),
    eitherGenderWords: z.array(z.string()).optional(),
    elative: z.array(z.string()),
    nisba: z.array(z.string()),
    plurals: z.array(z.string()),
    people: z.array(z.string()),
    nominative: z.array(z.string()),
    femininePlural: z.string(),
    feminineSpellings: z.array(z.string()),
    accusative: z.string(),
    tanwin: z.string(),
    noAccusative: z.array(z.string()),
    shortened: z.string(),
    kin: z.array(z.string()),
    regular: z.array(
      z.strictObject({
        ending: z.string(),
        number: z.enum(['singular', 'dual', 'plural']),
        human: z.boolean().optional(),
        replaces: z.string().optional(),
        case: z.enum(['nominative', 'oblique', 'accusative']).optional(),
        closed: z.boolean().optional(),
        construct: z.boolean().optional(),
      }),
    ),
  }),
})
export type InflectionFile = z.infer<typeof InflectionFile>

/**
 * What a word of the language is in another one, `glosses/<other>.csv`; descriptions are glossed whole or not at all. A noun
 * may be several words that belong together («شاهد عيان»). `many`: the gloss of several, where it is not made regularly, the
 * same word where it is not counted. `plurals`: forms that the language's own list of nouns does not give. `partitive`: behind
 * a number («خمسة من»); `portion`: what follows takes the article («عشرات المقاتلين»); `complement`: behind a `participle`, an adjective that takes one («موالية ل»).
 */
export const GlossRow = z.strictObject({
  form: z.string(),
  pos: z.enum([
    'noun',
    'adjective',
    'participle',
    'number',
    'preposition',
    'partitive',
    'complement',
    'conjunction',
    'quantifier',
    'portion',
    'demonstrative',
    'article',
    'pronoun',
    'phrase',
  ]),
  gloss: z.string(),
  many: z.string().optional(),
  plurals: z.string().optional(),
})
export type GlossRow = z.infer<typeof GlossRow>
