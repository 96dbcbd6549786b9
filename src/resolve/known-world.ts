import type { Channel, Claim, ClaimType, Document, Entity } from '../model/index.js'
import type { ReasonWords } from '../packs/index.js'

/** A claim together with the document that makes it: the unit that is linked and weighed. */
export interface LinkClaim {
  claim: Claim
  document: Document
}

/** What linking must know of a claim type. */
export interface TypeFacts {
  /** Happenings form incidents; relations and states go to the ledger directly. */
  happening: boolean
  /** Types of one family may be one happening told differently. */
  family: string
  /** Both parties are agents: always, never, or as the text has it. */
  mutual: boolean | 'either'
  /** Row of the ledger. */
  channel: Channel
  /** The sides that a claim of this type speaks against: what their own camp says of it, it says against its interest. */
  discredits?: readonly ('agents' | 'counterparts')[] | undefined
}

/** What weighing must know of an outlet; a camp is always one that somebody attributed to it. */
export interface OutletFacts {
  id: string
  owner?: string | undefined
  camp?: string | undefined
}

/** The least that linking and weighing must know of the world: loaded packs are one, a test can write its own. */
export interface KnownWorld {
  entities: ReadonlyMap<string, Entity>
  /** Its words say reasons; without them, these are said by their codes. */
  ontology: {
    types: ReadonlyMap<ClaimType, TypeFacts>
    /** Kinds of actors (`sort`); those that take no side by what they are. */
    kinds?: { actors: Readonly<Record<string, { observer?: boolean | undefined }>> } | undefined
  } & ReasonWords
  /** Offices by person. */
  roles: ReadonlyMap<string, readonly { actor?: string | undefined }[]>
  /** Titles and ranks before the names of persons, folded; without them names are taken as they stand. */
  titles?: ReadonlySet<string> | undefined
  /** The ids that an entity lies in or belongs to, nearest first, without itself. */
  ancestors(id: string): readonly string[]
  /** An outlet or agency by id or by any of its names, in either script. */
  outlet(idOrName: string): OutletFacts | undefined
}

const UNKNOWN_TYPE: TypeFacts = { happening: false, family: '', mutual: false, channel: 'other' }

/** What the ontology says of a type; a type that it lacks forms no incidents. */
export function typeFacts(type: ClaimType, world: KnownWorld): TypeFacts {
  return world.ontology.types.get(type) ?? UNKNOWN_TYPE
}

/** The name that lists and reasons show for an id. */
export function shownName(id: string, world: KnownWorld): string {
  return world.entities.get(id)?.names[0]?.name ?? id
}

/** What entities belong to, for those that were asked for before: every pair of claims that is compared asks. */
const asked = new WeakMap<KnownWorld['entities'], Map<string, readonly string[]>>()

function readBelongsTo(id: string, world: KnownWorld): readonly string[] {
  const offices = world.roles.get(id)
  if (!offices) return world.ancestors(id)
  const bodies = offices.flatMap(({ actor }) => (actor === undefined ? [] : [actor, ...world.ancestors(actor)]))
  return [...new Set([...world.ancestors(id), ...bodies])]
}

/** All that an entity lies in or belongs to: its ancestors; of a person also the bodies of all offices, and theirs. */
export function belongsTo(id: string, world: KnownWorld): readonly string[] {
  const known = asked.get(world.entities) ?? new Map<string, readonly string[]>()
  asked.set(world.entities, known)
  const own = known.get(id) ?? readBelongsTo(id, world)
  known.set(id, own)
  return own
}

/** Whether two ids are one thing, or one of them lies in or belongs to the other. */
export function related(a: string, b: string, world: KnownWorld): boolean {
  return a === b || belongsTo(a, world).includes(b) || belongsTo(b, world).includes(a)
}
