import { z } from 'zod'
import { CLAIM_MODES, CLAIM_STATUSES, CLAIM_TYPES, CONTRADICTION_KINDS } from '../model/index.js'
import { LanguageCode } from './cells.js'
import { ReasonSayings } from './reason-sayings.js'

/**
 * A form is a sentence or part of one: `{slot}` is what fills the slot, `[ … ]` is left out where a slot in it is empty.
 * Of several forms the first is taken whose slots outside brackets are all filled.
 */
const form = z.string()
const forms = z.array(form).min(1)

/** How one type of claim is said: `clause` follows "that", `noun` stands in a noun's place. */
const TypeSaying = z.strictObject({ clause: forms.optional(), noun: forms })

/** `ontology/sayings/<language>.yml`: how claims and reports are put into words in one language. */
export const SayingsFile = z.strictObject({
  language: LanguageCode,
  /** BCP 47 tag by which days and months are written. */
  locale: z.string(),
  /** Opening and closing quotation mark. */
  quote: z.tuple([z.string(), z.string()]),
  list: z.strictObject({ between: z.string(), last: z.string() }),
  /** Endings of a name as it stands alone → as it stands after a noun or preposition. */
  oblique: z.record(z.string(), z.string()).default({}),
  /** What `{slot-be}` is in a form, of one and of several, and what tells that a slot's words are in the plural. */
  number: z
    .strictObject({
      be: z.tuple([z.string(), z.string()]),
      plural: z.string(),
      plurals: z.array(z.string()),
      behind: z.array(z.string()),
      single: z.array(z.string()),
      never: z.array(z.string()),
    })
    .optional(),
  /** How descriptions in another language are glossed in this one: articles (the second before a vowel), "of", "two", the plural, and what runs together ("an other"). */
  description: z
    .strictObject({
      definite: z.string(),
      indefinite: z.tuple([z.string(), z.string()]),
      vowels: z.string(),
      genitive: z.string(),
      dual: z.string(),
      plural: z.string(),
      joined: z.record(z.string(), z.string()),
    })
    .optional(),
  attribution: z.strictObject({
    plain: form,
    cited: form,
    'next-hop': z.string(),
    'no-outlet': z.string(),
    restated: form,
    unnamed: form,
    person: form,
  }),
  status: z.record(z.enum(CLAIM_STATUSES), form),
  'single-origin': z.string(),
  tail: form,
  time: z.strictObject({ day: form, month: form, year: form, range: form, words: form }),
  /** Parts of an incident's heading: the last day on which it can have been, and who tells it where little else is told. */
  title: z.strictObject({ by: form, told: form }),
  types: z.record(z.enum(CLAIM_TYPES), TypeSaying),
  /** How a claim is said by its mode, where that has a name of its own: support by mediation. */
  modes: z.partialRecord(z.enum(CLAIM_MODES), TypeSaying).default({}),
  reasons: ReasonSayings,
  report: z.looseObject({
    contradiction: z.record(z.enum(CONTRADICTION_KINDS), form),
    'reply-columns': z.array(z.string()),
    note: z.record(z.string(), form),
    basis: z.record(z.string(), z.string()),
    decisions: z.record(z.string(), z.string()),
  }),
})
export type SayingsFile = z.infer<typeof SayingsFile>
