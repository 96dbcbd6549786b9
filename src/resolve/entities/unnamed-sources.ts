import { type Claim, type Document, type Entity, type Hop, hashId, type Reading } from '../../model/index.js'
import type { KnownWorld } from '../known-world.js'
import { isUnnamed } from '../names/looks-like-name.js'
import { nameKey } from '../names/name-key.js'

/** Who passes an unnamed source on: the nearest outlet or agency before it in the chain, or whoever printed the document. */
function passedOnBy(chain: readonly Hop[], at: number, document: Omit<Document, 'text'>): string {
  const passing = chain.slice(0, at).findLast((h) => h.kind === 'outlet' || h.kind === 'agency')
  return (
    passing?.entity ?? passing?.name ?? document.credit ?? document.outlet ?? document.restatedOutlet ?? document.id
  )
}

const dayOf = ({ published }: Omit<Document, 'text'>) =>
  published && published.basis !== 'none' ? published.to : undefined

/** What tells unnamed sources apart where their mentions are not at hand: words, who passes them on, day. */
export function unnamedKey({ name, outlet, day }: { name: string; outlet: string; day: string }): string {
  return `unnamed:${nameKey(name)}|${nameKey(outlet)}|${day}`
}

/** The key of one unnamed hop; the document stands for an outlet or a day that is not known. */
export function unnamedKeyOf(chain: readonly Hop[], at: number, document: Omit<Document, 'text'>): string {
  const { name } = chain[at]!
  return unnamedKey({ name, outlet: passedOnBy(chain, at, document), day: dayOf(document) ?? document.id })
}

/** Places named inside the description itself: "a security source in Sana'a". */
function placesIn(hop: Hop, { mentions }: Reading): string[] {
  const { start, end } = hop
  if (start === undefined || end === undefined) return []
  const inside = mentions.filter((m) => m.kind === 'place' && m.start >= start && m.end <= end)
  return [...new Set(inside.flatMap((m) => (m.entities.length === 1 ? m.entities : [nameKey(m.text)])))].sort()
}

/** The entity of one unnamed hop: description, who passes it on, place, day. Two that differ in any are two entities. */
export function unnamedSource(chain: Claim['chain'], at: number, reading: Reading): Entity {
  const hop = chain[at]!
  const { document } = reading
  const outlet = passedOnBy(chain, at, document)
  const day = dayOf(document)
  const id = hashId('u', [nameKey(hop.name), nameKey(outlet), ...placesIn(hop, reading), day ?? document.id])
  const name = {
    name: hop.name,
    lang: document.language,
    kind: 'descriptor' as const,
    ...(day && { since: day, until: day }),
  }
  return { id, kind: 'unnamed-source', names: [{ ...name, ...(outlet !== document.id && { outlet }) }], from: 'report' }
}

/** Every unnamed source of a reading. */
export function unnamedSources(reading: Reading, world: KnownWorld): Entity[] {
  return reading.claims.flatMap(({ chain }) =>
    chain.flatMap((hop, i) => (!hop.entity && isUnnamed(hop, world) ? [unnamedSource(chain, i, reading)] : [])),
  )
}
