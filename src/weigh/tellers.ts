import type { Hop, Teller } from '../model/index.js'
import { isUnnamed, type KnownWorld, type LinkClaim, shownName, tellerKey } from '../resolve/index.js'
import { fileName, isCalledOutlet, isOutlet, outletId, printedBy } from './origin.js'

/** A teller in a chain: whether it prints or broadcasts, and what kind of transmitter the text makes of it. */
export interface ChainTeller extends Teller {
  prints: boolean
  kind: Hop['kind']
}

/** Who printed a claim's document; a document of no known outlet stands for itself. */
function printer(item: LinkClaim, world: KnownWorld): Teller {
  const name = printedBy(item)
  return name === undefined ? { id: item.document.id, name: fileName(item.document.path) } : outletTeller(name, world)
}

/** An outlet by any of its names. */
export function outletTeller(name: string, world: KnownWorld): Teller {
  const known = world.outlet(name)
  return known ? { id: known.id, name: shownName(known.id, world) } : { id: outletId(name, world), name }
}

/**
 * The transmitters of a claim from the printer inwards, without unnamed ones: nobody is seen to take over what "a source"
 * says twice. An agency that the document credits comes after the printer where the chain does not name it.
 */
export function tellersOf(item: LinkClaim, world: KnownWorld): [ChainTeller, ...ChainTeller[]] {
  const prints = (teller: Teller, kind: Hop['kind'] = 'outlet') => ({ ...teller, prints: true, kind })
  const hops = item.claim.chain.flatMap((h): ChainTeller[] => {
    if (isOutlet(h, world)) return [prints(outletTeller(h.entity ?? h.name, world), h.kind)]
    if (isUnnamed(h, world)) return []
    // The same key as an outlet's: one that no pack knows may be read as any organization.
    const kind = isCalledOutlet(h) ? 'party' : h.kind
    return [{ id: tellerKey(h, world), name: h.name, prints: false, kind }]
  })
  const first = prints(printer(item, world))
  const { credit: credited } = item.document
  const credit = credited === undefined ? [] : [prints(outletTeller(credited, world), 'agency')]
  const rest = hops.some((h) => credit.some((c) => c.id === h.id)) ? hops : [...credit, ...hops]
  // A reporter whom his own paper names, a channel to which somebody spoke: no step.
  return [first, ...rest.filter((t, i) => t.id !== (rest[i - 1] ?? first).id)]
}
