import { type Claim, type ClaimStatus, type Filler, type Hop, isPrivatePerson, type Slot } from '../../model/index.js'
import { countTitle } from '../../packs/index.js'
import { displayName, initials } from './display-name.js'
import { fillFirst, fillForm } from './fill-form.js'
import { apart, privatePersons, reportWords } from './report-words.js'
import type { SaidDocument, SayContext } from './say-context.js'
import { fillersSaid, nameInSentence, sayFillers } from './say-fillers.js'
import { sayTime } from './say-time.js'
import { beOf } from './slot-number.js'

/** Whoever says that it did not happen alleges nothing against anybody. */
const DENIALS: readonly ClaimStatus[] = ['denied', 'negated']

export interface SayOptions {
  /** Says inside the sentence that only one origin stands behind an adverse statement on a named person. */
  singleOrigin?: boolean
}

/**
 * A claim as one attributed sentence, by rule: "S reports, citing T, that …", never "X did …". The status is in the
 * words (planned, alleged, denied …); parties go by neutral names, all else by the report's words in quotation marks.
 */
export function sayClaim(claim: Claim, document: SaidDocument, context: SayContext, options: SayOptions = {}): string {
  const { sayings } = context
  const saying = (claim.mode && sayings.modes[claim.mode]) ?? sayings.types[claim.type]
  const slot = (name: Slot) => sayFillers(claim, name, document.id, context)
  const be = (name: Slot) => beOf(claim, fillersSaid(claim, name, context), context)
  const values = {
    agents: slot('agents'),
    'agents-several': severalOf(fillersSaid(claim, 'agents', context)) ? slot('agents') : '',
    counterparts: slot('counterparts'),
    'counterparts-several': severalOf(fillersSaid(claim, 'counterparts', context)) ? slot('counterparts') : '',
    objects: slot('objects'),
    'agents-be': be('agents'),
    'counterparts-be': be('counterparts'),
    'objects-be': be('objects'),
    instruments: slot('instruments'),
    places: slot('places'),
    origin: slot('origin'),
    destination: slot('destination'),
    mode: claim.mode && claim.mode !== 'other' ? (context.terms.modes[claim.mode] ?? claim.mode) : '',
    time: sayTime(claim, document.id, context),
    counts: sayCounts(claim, document.id, context),
  }
  const sentence = fillForm(sayings.status[claim.status], {
    says: sayAttribution(claim.chain, document, context),
    clause: fillFirst(saying.clause ?? saying.noun, values),
    noun: fillFirst(saying.noun, values),
    tail: fillForm(sayings.tail, values),
    single: options.singleOrigin && !DENIALS.includes(claim.status) ? sayings['single-origin'] : '',
  })
  return sentence.replace(/,(?=[,.])/g, '').replace(/^\p{Ll}/u, (first) => first.toLocaleUpperCase(context.language))
}

/** Whether these are two sides at least: two of them, or one that is only described ("the two sides"). */
const severalOf = (parties: readonly Filler[]) =>
  parties.length > 1 || parties.some(({ entity }) => entity === undefined)

/** Who says it: the outlet, then each transmitter down to the origin. */
export function sayAttribution(chain: readonly Hop[], document: SaidDocument, context: SayContext): string {
  const { attribution } = context.sayings
  const outlet = sayOutlet(document, context)
  if (chain.length === 0) return fillForm(attribution.plain, { outlet })
  const hops = chain.map((hop) => sayHop(hop, document.id, context)).join(attribution['next-hop'])
  return fillForm(attribution.cited, { outlet, hops })
}

/** A document's outlet as our sentences name it, or what the document restates. */
export function sayOutlet({ outlet, restatedFrom, restatedOutlet }: SaidDocument, context: SayContext): string {
  const { attribution } = context.sayings
  if (restatedFrom !== undefined || restatedOutlet !== undefined)
    return fillForm(attribution.restated, { outlet: outletName(restatedOutlet ?? restatedFrom ?? '', context) })
  return outlet === undefined ? attribution['no-outlet'] : outletName(outlet, context)
}

/** An outlet's name in the reader's language where it has one there; in its own letters kept apart from ours. */
export function outletName(name: string, context: SayContext): string {
  const entity = context.outlet?.(name)
  const shown = entity ? displayName(entity, context.language, context.titles) : name
  return apart(shown, context)
}

/** One transmitter: by the name of its entity, a private person by kind and initials, else by the report's words. */
export function sayHop(hop: Hop, document: string | undefined, context: SayContext): string {
  const { attribution } = context.sayings
  const entity = hop.entity === undefined ? undefined : context.entity(hop.entity)
  const words = () => reportWords(hop.name, hop, document, context)
  const person = privatePersons(hop, document, context)[0]
  const kind = context.terms.hopKinds[hop.kind] ?? hop.kind
  // In another script their stops would go to the wrong side.
  const byInitials = (own: string) => fillForm(attribution.person, { kind, initials: apart(own, context) })
  if (entity && isPrivatePerson(entity)) return byInitials(displayName(entity, context.language, context.titles))
  if (entity && entity.kind !== 'unnamed-source') return apart(nameInSentence(entity, context), context)
  if (context.outlet?.(hop.name)) return outletName(hop.name, context)
  // Who signs a published piece has put his name to it; a source inside a piece has not.
  if (hop.kind === 'author') return reportWords(hop.name, {}, undefined, context)
  if (person && person.text === hop.name) return byInitials(initials(hop.name, context.titles))
  if (hop.kind === 'anonymous') return fillForm(attribution.unnamed, { words: words() })
  return words()
}

function sayCounts(claim: Claim, document: string | undefined, context: SayContext): string {
  const { counts } = context.terms
  return Object.entries(claim.counts)
    .flatMap(([key, count]) => {
      if (!count) return []
      const exact = count.min !== null && count.min === count.max
      const value = exact ? String(count.min) : reportWords(count.text, count, document, context)
      return `${countTitle(key, (one) => counts[one]) ?? key}: ${value}`
    })
    .join(context.sayings.reasons.between)
}
