import { because, type Claim, type Interest, order, type Reason, type Stance } from '../model/index.js'
import { type KnownWorld, type LinkClaim, typeFacts } from '../resolve/index.js'
import { sideOf, supporting, voiceOf } from './camp.js'
import type { WeighContext } from './context.js'
import { originOf } from './origin.js'
import { reasoned } from './reasons.js'

const list = (items: Iterable<string>) => [...new Set(items)].sort(order)

type Party = 'agents' | 'counterparts'

/** The camps that stand in a slot; in a mutual type all who take part act. */
function campsIn(claim: Claim, slot: Party, world: KnownWorld): string[] {
  const mutual = typeFacts(claim.type, world).mutual === true
  const fillers = mutual ? (slot === 'agents' ? [...claim.agents, ...claim.counterparts] : []) : claim[slot]
  return fillers.flatMap((f) => (f.entity === undefined ? [] : (sideOf(f.entity, world) ?? [])))
}

const ableToAnswer = new WeakMap<KnownWorld, ReadonlySet<string>>()

/** The camps that could answer: somebody is known to hold an office of theirs, or an outlet is said to be theirs. */
function campsWithVoice(world: KnownWorld): ReadonlySet<string> {
  const known = ableToAnswer.get(world)
  if (known) return known
  const offices = [...world.roles.values()].flat().flatMap(({ actor }) => (actor === undefined ? [] : [actor]))
  const outlets = [...world.entities.values()].flatMap((e) =>
    e.kind === 'outlet' ? (world.outlet(e.id)?.camp ?? []) : [],
  )
  const found = new Set([...offices, ...outlets].flatMap((id) => sideOf(id, world) ?? id))
  ableToAnswer.set(world, found)
  return found
}

const denies = ({ claim }: LinkClaim) => claim.status === 'denied' || claim.status === 'negated'

/** A claim that discredits one of its sides, said by that side's own camp; what passes within one camp discredits nobody. */
function speaksAgainst(camp: string, item: LinkClaim, world: KnownWorld): boolean {
  const sides = new Set([...campsIn(item.claim, 'agents', world), ...campsIn(item.claim, 'counterparts', world)])
  if (denies(item) || sides.size < 2) return false
  const slots = typeFacts(item.claim.type, world).discredits ?? []
  const mutual = typeFacts(item.claim.type, world).mutual === true
  return slots.some((slot) => campsIn(item.claim, mutual ? 'agents' : slot, world).includes(camp))
}

/**
 * Whose interest speaks in these claims: each camp that says or denies it with where it stands in what is told; what a camp
 * says against itself; camps that take part, could answer, and are not heard. Denials count as words of a camp.
 */
export function weighInterest(claims: readonly LinkClaim[], context: WeighContext): Interest {
  const { packs } = context
  const fixed = [...claims].sort((x, y) => order(x.claim.id, y.claim.id))
  const agents = new Set(fixed.flatMap(({ claim }) => campsIn(claim, 'agents', packs)))
  const others = new Set(fixed.flatMap(({ claim }) => campsIn(claim, 'counterparts', packs)))
  const stance = (camp: string): Stance => {
    if (agents.has(camp)) return others.has(camp) ? 'both' : 'agent'
    return others.has(camp) ? 'counterpart' : 'neither'
  }
  const voices = new Map(fixed.map((item) => [item, voiceOf(item, packs)]))
  const byCamp = new Map<string, LinkClaim[]>()
  for (const [item, camp] of voices) {
    if (camp === undefined) continue
    const own = byCamp.get(camp)
    own ? own.push(item) : byCamp.set(camp, [item])
  }
  const sides = list(byCamp.keys()).map((camp) => {
    const own = byCamp.get(camp)!
    return {
      camp,
      stance: stance(camp),
      origins: list(own.map((item) => originOf(item, packs).name)),
      claims: own.map(({ claim }) => claim.id),
      againstItself: own.some((item) => speaksAgainst(camp, item, packs)),
      denies: own.every(denies),
    }
  })
  const able = campsWithVoice(packs)
  const silent = list([...agents, ...others])
    .filter((camp) => able.has(camp) && !byCamp.has(camp))
    .map((camp) => ({ camp, stance: stance(camp) }))
  const supporters = new Set(supporting(fixed).flatMap((item) => voices.get(item) ?? []))
  const all = reasonsFor(sides, silent, agents, supporters)
  return { sides, silent, ...reasoned(all, packs) }
}

function reasonsFor(
  sides: Interest['sides'],
  silent: Interest['silent'],
  agents: ReadonlySet<string>,
  supporters: ReadonlySet<string>,
): Reason[] {
  const camps = (chosen: (side: Interest['sides'][number]) => boolean) => sides.filter(chosen).map(({ camp }) => camp)
  const own = agents.size > 0 && ![...supporters].some((camp) => agents.has(camp))
  const rows = [
    ['interest-against-itself', camps((s) => s.againstItself)],
    ['interest-own', camps((s) => !s.denies && !s.againstItself && (s.stance === 'agent' || s.stance === 'both'))],
    ['interest-other-side', camps((s) => !s.denies && !s.againstItself && s.stance === 'counterpart')],
    ['interest-third', camps((s) => !s.denies && s.stance === 'neither')],
    ['interest-denies', camps((s) => s.denies)],
    ['interest-only-others', own && supporters.size > 0 ? list(agents) : []],
    ['interest-silent', silent.map(({ camp }) => camp)],
  ] as const
  return rows.flatMap(([code, x]) => (x.length === 0 ? [] : [because(code, { x })]))
}
