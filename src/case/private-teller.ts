import { type Entity, type HopKind, isPrivatePerson, PERSON_HOPS } from '../model/index.js'

/**
 * Whether a named teller is a person of whom nobody knows that he is a public figure: faces print initials. Whoever signs a text
 * has put his name to it.
 */
export function isPrivateTeller(kind: HopKind | null, entity: Entity | undefined): boolean {
  return entity ? isPrivatePerson(entity) : kind !== null && kind !== 'author' && PERSON_HOPS.has(kind)
}
