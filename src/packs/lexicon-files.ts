import { z } from 'zod'

const pos = z.enum(['verb', 'noun'])

/** A function word: its part of speech and what it marks (place, goal, source, means, company, content …). */
export const ClosedRow = z.strictObject({
  form: z.string(),
  pos: z.string(),
  function: z.string().optional(),
  lemma: z.string().optional(),
})
export type ClosedRow = z.infer<typeof ClosedRow>

/** A noun's class; a noun of several classes has a row for each. */
export const ClassRow = z.strictObject({ lemma: z.string(), class: z.string(), plural: z.string().optional() })
export type ClassRow = z.infer<typeof ClassRow>

/**
 * A verb or noun of saying, and what kind of saying it is. `with`: words divided by "|", one of which must stand behind
 * it in its clause, as its object or complement ("put the toll at …", "called the report a lie").
 */
export const SayingRow = z.strictObject({
  lemma: z.string(),
  pos,
  with: z.string().optional(),
  kind: z.enum([
    'say',
    'claim',
    'deny',
    'accuse',
    'confirm',
    'report',
    'announce',
    'believe',
    'observe',
    'admit',
    'quote',
    'attribute',
    'learn',
    'demand',
    'promise',
    'reply',
  ]),
})
export type SayingRow = z.infer<typeof SayingRow>

const effect = z.enum(['planned', 'predicted', 'alleged', 'denied', 'negated', 'asserted'])

/**
 * A verb or noun that says of the event under it that it is planned, failed, begun …; `achieved`: that it was managed, so that
 * where somebody was stopped before he managed it, it was not.
 */
export const GovernorRow = z.strictObject({ lemma: z.string(), pos, effect: z.enum([...effect.options, 'achieved']) })
export type GovernorRow = z.infer<typeof GovernorRow>

/** A modal, adverb or impersonal verb that says the same of the event it stands with. */
export const HedgeRow = z.strictObject({ form: z.string(), effect })
export type HedgeRow = z.infer<typeof HedgeRow>

/** A word beside a name: what announces a place and of which sort, what shows that a place is meant, what makes an epithet. */
export const NameContextRow = z.strictObject({
  form: z.string(),
  kind: z.enum([
    'place-head',
    'compass',
    'stretch',
    'locative',
    'epithet',
    'person-title',
    'unit-head',
    'kunya',
    'alias',
    'clan-head',
    'outlet-head',
    'inner',
    'inner-body',
  ]),
  sort: z.string().optional(),
})
export type NameContextRow = z.infer<typeof NameContextRow>

/**
 * Words about passing on that are no verbs of saying: `according` introduces whoever passed something on ("according
 * to", «وفقا ل»), `citing` whoever the transmitter just named has it from («نقلا عن»), `issued` whoever issued a paper ("published by", «صادر عن»); a sentence that opens with a `goes-on`
 * word ("additionally", «كما») is still told by whoever told the one before, and one that opens with `terms` tells what a deal
 * told before contains («بموجب ما»); `unconfirmed` stands in the name of whoever tells what nobody has confirmed («غير مؤكدة»); `through` stands before the
 * outlet by which somebody makes his word known ("via", «عبر»). Of whose word the sentence before was: `told` nouns stand for it ("the
 * information"), `giving` verbs tell from whom it came, and `pointing-back` words open the sentence ("that is what", «هذا ما»).
 */
export const AttributionRow = z.strictObject({
  form: z.string(),
  kind: z.enum([
    'according',
    'citing',
    'basing',
    'issued',
    'goes-on',
    'adding',
    'countering',
    'account',
    'one-more',
    'seen',
    'holding',
    'giving',
    'told',
    'pointing-back',
    'pointing',
    'asking',
    'terms',
    'unconfirmed',
    'through',
  ]),
})
export type AttributionRow = z.infer<typeof AttributionRow>

/** A given name: in a script without capitals it shows that a person is named. */
export const GivenNameRow = z.strictObject({ form: z.string() })
export type GivenNameRow = z.infer<typeof GivenNameRow>
