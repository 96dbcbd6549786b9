import { type Entity, type HopKind, isPrivatePerson } from '../model/index.js'

/** Of what kinds persons are who tell something. */
const PEOPLE = new Set<HopKind>(['official', 'expert', 'witness', 'author'])

/** Whether a named teller is a person of whom nobody knows that he is a public figure: faces print initials. */
export function isPrivateTeller(kind: HopKind | null, entity: Entity | undefined): boolean {
  return entity ? isPrivatePerson(entity) : kind !== null && PEOPLE.has(kind)
}
