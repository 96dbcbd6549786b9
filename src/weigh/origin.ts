import type { Hop } from '../model/index.js'
import {
  belongsTo,
  bodiesNamed,
  isUnnamed,
  type KnownWorld,
  keyOf,
  type LinkClaim,
  nameKey,
  originHop,
  originNameKey,
} from '../resolve/index.js'

/**
 * How much is known of who a claim goes back to: somebody named, an unnamed source, an outlet, agency or author that gives
 * no source, or nobody at all.
 */
export type OriginKind = 'named' | 'unnamed' | 'voice' | 'unknown'

/** The origin of one claim. `key` is equal for two claims only where the texts themselves name the same origin. */
export interface Origin {
  /** Id of the claim. */
  claim: string
  /** Id of the document. */
  document: string
  kind: OriginKind
  key: string
  /** As a reader sees it. */
  name: string
  /** Of an unnamed source: who passes it on, as a reader sees it. */
  viaName: string
  /** Who printed the document: the id of the outlet, else of the document. */
  printer: string
  /** Day number of publication; null where it is not known. */
  day: number | null
  /** Keys of the named persons and bodies that passed it on. */
  through: readonly string[]
  /** It stands in a report or statement of which the text does not say whose it is. */
  throughReport: boolean
  /** Entity of a named origin. */
  entity?: string | undefined
  /** Of a named origin: itself, where it is known, and the bodies that it belongs to or whose office its words name. */
  bodies: readonly string[]
  /** Of an outlet's own voice. */
  owner?: string | undefined
}

const DAY_MS = 86_400_000

/** Whether a text calls a hop an outlet or an agency. */
export const isCalledOutlet = ({ kind }: Hop): boolean => kind === 'outlet' || kind === 'agency'

/**
 * Whether a hop prints or broadcasts. A body's own agency that is known only as that body's ("the news agency of the front")
 * is the body.
 */
export function isOutlet(hop: Hop, world: KnownWorld): boolean {
  return isCalledOutlet(hop) && (!hop.entity || world.entities.get(hop.entity)?.kind !== 'actor')
}

/** Id of an outlet or of anything else that the packs know; otherwise the key of its name. */
export function outletId(name: string, world: KnownWorld): string {
  return world.outlet(name)?.id ?? (world.entities.has(name) ? name : keyOf(name, world))
}

/** The outlet that printed a document; of a restatement, the one that it restates. */
export function printedBy({ document }: LinkClaim): string | undefined {
  return document.outlet ?? document.restatedOutlet
}

/** Who speaks where nobody else is named: the innermost outlet of the chain, the agency credited, the outlet itself. */
function speaker(item: LinkClaim, world: KnownWorld): { id: string; name: string } | undefined {
  const hop = item.claim.chain.findLast((h) => isOutlet(h, world))
  const name = hop?.name ?? item.document.credit ?? printedBy(item)
  return name === undefined ? undefined : { id: hop?.entity ?? name, name }
}

/** Whom a named teller speaks for: himself, the body of his office, and those that his words name ("the council's spokesman"). */
function bodiesOf({ entity, body, name }: Hop, world: KnownWorld): string[] {
  const own = [entity, body].filter((id) => id !== undefined).concat(bodiesNamed(name, world))
  return [...new Set(own.flatMap((id) => [id, ...belongsTo(id, world)]))]
}

/** Where the file lies is nobody's business in a report. */
export const fileName = (path: string): string => path.split(/[\\/]/).findLast((part) => part !== '') ?? path

/** Origins that were read before: whatever is weighed of an incident asks for those of its claims. */
const known = new WeakMap<KnownWorld, WeakMap<LinkClaim, Origin>>()

/** The origin of a claim: the last hop of its chain, or the outlet's own voice where there is none. */
export function originOf(item: LinkClaim, world: KnownWorld): Origin {
  const own = known.get(world) ?? new WeakMap<LinkClaim, Origin>()
  known.set(world, own)
  const origin = own.get(item) ?? readOrigin(item, world)
  own.set(item, origin)
  return origin
}

function readOrigin(item: LinkClaim, world: KnownWorld): Origin {
  const { claim, document } = item
  const last = originHop(claim.chain, world)
  const published = document.published && document.published.basis !== 'none' ? document.published.to : undefined
  const day = published ? Math.round(Date.parse(published) / DAY_MS) : null
  const before = claim.chain.slice(0, last ? claim.chain.indexOf(last) : 0)
  const through = before.flatMap((h) => (isOutlet(h, world) || isUnnamed(h, world) ? [] : [originNameKey(h, world)]))
  const throughReport = before.some((h) => h.kind === 'document' && isUnnamed(h, world))
  const outlet = speaker(item, world)
  const via = outlet === undefined ? document.id : outletId(outlet.id, world)
  const viaName = outlet?.name ?? fileName(document.path)
  const printed = printedBy(item)
  const printer = printed === undefined ? document.id : outletId(printed, world)
  const base = { claim: claim.id, document: document.id, printer, day, through, throughReport, viaName, bodies: [] }
  if (last && !isOutlet(last, world)) {
    if (!isUnnamed(last, world)) {
      // Whoever signs a text and names no source speaks as its outlet does: from what, nobody says.
      if (last.kind === 'author')
        return { ...base, kind: 'voice', key: originNameKey(last, world), name: last.name, entity: last.entity }
      const bodies = bodiesOf(last, world)
      return { ...base, kind: 'named', key: originNameKey(last, world), name: last.name, entity: last.entity, bodies }
    }
    return { ...base, kind: 'unnamed', key: `${nameKey(last.name)}|${via}`, name: last.name }
  }
  if (outlet === undefined) return { ...base, kind: 'unknown', key: document.id, name: fileName(document.path) }
  const name = last?.name ?? outlet.name
  return { ...base, kind: 'voice', key: via, name, owner: world.outlet(outlet.id)?.owner }
}
