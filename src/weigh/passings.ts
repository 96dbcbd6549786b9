import type { Passing, Republication, Teller } from '../model/index.js'
import type { LinkClaim } from '../resolve/index.js'
import type { WeighContext } from './context.js'
import { type ChainTeller, printer, tellersOf } from './tellers.js'

const order = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0)

/** The last day on which a document can have been published. */
export function publishedOn({ document: { published } }: LinkClaim): string | undefined {
  return published && published.basis !== 'none' ? published.to : undefined
}

interface Step {
  by: Teller
  from: Teller
  how: Passing['how']
  credited: boolean
  item: LinkClaim
}

const bare = ({ id, name }: Teller): Teller => ({ id, name })

/** Who quotes whom: each transmitter of a chain takes over what the next one says. */
function quoted(items: readonly LinkClaim[], { packs }: WeighContext): Step[] {
  return items.flatMap((item) => {
    const tellers = tellersOf(item, packs)
    return tellers
      .slice(1)
      .map((from, i): Step => ({ by: bare(tellers[i]!), from: bare(from), how: 'quoted', credited: true, item }))
  })
}

/**
 * Whose text repeats whose: later documents of a text are taken from the earliest one that another printed. Two that credit one
 * agency have it from there, and of two of one day it is not known which was first.
 */
function repeated(items: readonly LinkClaim[], context: WeighContext): Step[] {
  const { packs, republications } = context
  const documents = new Map<string, { items: LinkClaim[]; day: string; by: Teller; named: Set<string> }>()
  for (const item of items) {
    const named = tellersOf(item, packs).slice(1)
    const known = documents.get(item.document.id)
    if (known) {
      known.items.push(item)
      for (const id of outlets(named)) known.named.add(id)
    } else {
      const day = publishedOn(item)
      if (day === undefined) continue
      documents.set(item.document.id, { items: [item], day, by: printer(item, packs), named: outlets(named) })
    }
  }
  return republications.filter(isOneText).flatMap(({ kind, documents: listed }) => {
    const own = listed.flatMap(({ id }) => documents.get(id) ?? [])
    own.sort((x, y) => order(x.day, y.day) || order(x.items[0]!.document.id, y.items[0]!.document.id))
    return own.flatMap((later) => {
      const [first] = own
      if (!first || first.day >= later.day || first.by.id === later.by.id) return []
      if (later.named.has(first.by.id) || [...first.named].some((id) => later.named.has(id))) return []
      return later.items.map((item): Step => {
        return { by: later.by, from: first.by, how: kind as Passing['how'], credited: false, item }
      })
    })
  })
}

const outlets = (tellers: readonly ChainTeller[]) => new Set(tellers.flatMap((t) => (t.prints ? [t.id] : [])))
const isOneText = ({ kind }: Republication) => kind !== 'common-source'

/** Who takes over from whom among these claims, each pair and way once, in a fixed order. */
export function findPassings(items: readonly LinkClaim[], context: WeighContext): Passing[] {
  const fixed = [...items].sort((x, y) => order(x.claim.id, y.claim.id))
  const steps = new Map<string, Step[]>()
  for (const step of [...quoted(fixed, context), ...repeated(fixed, context)]) {
    const key = `${step.by.id}\u0000${step.from.id}\u0000${step.how}`
    const own = steps.get(key)
    own ? own.push(step) : steps.set(key, [step])
  }
  return [...steps.keys()].sort(order).map((key) => {
    const own = steps.get(key)!
    const { by, from, how, credited } = own[0]!
    const day = (s: Step) => publishedOn(s.item) ?? '~'
    const inTime = [...own].sort((x, y) => order(day(x), day(y)) || order(x.item.document.id, y.item.document.id))
    return {
      ...{ by, from, how, credited },
      claims: [...new Set(own.map((s) => s.item.claim.id))].sort(order),
      documents: [...new Set(inTime.map((s) => s.item.document.id))],
      day: publishedOn(inTime[0]!.item) ?? null,
    }
  })
}
