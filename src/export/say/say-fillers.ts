import type { Claim, Entity, Filler, Slot } from '../../model/index.js'
import { joinWords } from '../../packs/index.js'
import { direction, fold } from '../../text/index.js'
import { isCalledAfter } from './called-after.js'
import { displayName } from './display-name.js'
import { apart, privatePersons, reportWords } from './report-words.js'
import type { SayContext } from './say-context.js'

/** Slots whose filler is a party or a place: its entity's name says it. What is moved or used keeps the report's words. */
const NAMED: readonly Slot[] = ['agents', 'counterparts', 'places', 'origin', 'destination']

/** One slot of a claim in words: names in the reader's language, the report's own words in quotation marks. */
export function sayFillers(claim: Claim, slot: Slot, document: string | undefined, context: SayContext): string {
  const words = fillersSaid(claim, slot, context).map((filler) => sayFiller(filler, slot, document, context))
  return joinWords([...new Set(words)], context.sayings)
}

/** Where something happened or went. */
const PLACES: readonly Slot[] = ['places', 'origin', 'destination']

/** What a sentence says of a slot: an actor called by nothing but its name is no place, though a text may lead there. */
export function fillersSaid(claim: Claim, slot: Slot, context: SayContext): readonly Filler[] {
  if (!PLACES.includes(slot)) return claim[slot]
  return claim[slot].filter((filler) => {
    const entity = entityOf(filler, context)
    return entity?.kind !== 'actor' || !entity.names.some((name) => fold(name.name) === fold(filler.text))
  })
}

const entityOf = ({ entity }: Filler, context: SayContext) =>
  entity === undefined ? undefined : context.entity(entity)

function sayFiller(filler: Filler, slot: Slot, document: string | undefined, context: SayContext): string {
  const entity = entityOf(filler, context)
  // "Twenty Al-Qaeda members" may carry the group's id as an object; the group itself was not what was given.
  const named = entity && (NAMED.includes(slot) || entity.names.some((name) => fold(name.name) === fold(filler.text)))
  // "in the strongholds of the front": the report's words are a place, the front is none.
  const isBodyAsPlace = entity?.kind === 'actor' && PLACES.includes(slot)
  if (!named || isBodyAsPlace)
    return reportWords(filler.text, isCalled(filler, document, context) ? {} : filler, document, context)
  if (entity.kind !== 'materiel') return apart(nameInSentence(entity, context), context)
  // What was given keeps its number and form in the report's words; another script is glossed.
  const name = displayName(entity, context.language, context.titles)
  const gloss = direction(filler.text) === direction(name) ? undefined : name
  return reportWords(filler.text, filler, document, context, gloss)
}

/** Whether whoever is named in the words is only whom the place was called after: "the Salim Rashid camp". */
function isCalled(filler: Filler, document: string | undefined, context: SayContext): boolean {
  const { isPlaceNoun } = context
  const persons = isPlaceNoun ? privatePersons(filler, document, context) : []
  return persons.length > 0 && persons.every((person) => isCalledAfter(filler, person, isPlaceNoun!))
}

/**
 * An entity's name as it stands after a noun or a preposition: «الحوثيون» → «الحوثيين». Only the first word of an
 * actor's name is inflected; the same letters at the end of an outlet's name («التلفزيون») are no ending.
 */
export function nameInSentence(entity: Entity, context: SayContext): string {
  const name = displayName(entity, context.language, context.titles)
  if (entity.kind !== 'actor') return name
  const [first = '', ...rest] = name.split(' ')
  const ending = Object.entries(context.sayings.oblique).find(([from]) => first.endsWith(from))
  return ending ? [first.slice(0, -ending[0].length) + ending[1], ...rest].join(' ') : name
}
