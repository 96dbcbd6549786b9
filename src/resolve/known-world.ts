import type { Channel, Claim, ClaimType, Document, Entity } from '../model/index.js'

/** A claim together with the document that makes it: the unit that is linked and weighed. */
export interface LinkClaim {
  claim: Claim
  document: Document
}

/** What linking must know of a claim type. */
export interface TypeFacts {
  /** Happenings form incidents; relations and states go to the ledger directly. */
  happening: boolean
  /** Both parties are agents. */
  mutual: boolean
  /** Ledger row; undefined: the type has none. */
  channel: Channel | undefined
}

/** What weighing must know of an outlet; a camp is always one that somebody attributed to it. */
export interface OutletFacts {
  id: string
  owner?: string | undefined
  camp?: string | undefined
}

/** The least that linking and weighing must know of the packs. `knownWorld` makes one out of loaded packs. */
export interface KnownWorld {
  entity(id: string): Entity | undefined
  /** The ids that an entity lies in or belongs to, nearest first, without itself. */
  ancestors(id: string): readonly string[]
  /** An outlet or agency by id or by any of its names, in either script. */
  outlet(nameOrId: string): OutletFacts | undefined
  type(type: ClaimType): TypeFacts
}

/** Whether two ids are one thing, or one of them lies in or belongs to the other. */
export function related(a: string, b: string, world: KnownWorld): boolean {
  return a === b || world.ancestors(a).includes(b) || world.ancestors(b).includes(a)
}
