import type { Entity, HopKind } from '../model/index.js'

/** Of what kinds persons are who tell something. */
const PEOPLE = new Set<HopKind>(['official', 'expert', 'witness', 'author'])

/** Whether a named teller is a person of whom nobody knows that he is a public figure: faces print initials. */
export function isPrivateTeller(kind: HopKind | null, entity: Entity | undefined): boolean {
  return entity ? entity.kind === 'person' && entity.standing !== 'public-figure' : kind !== null && PEOPLE.has(kind)
}
