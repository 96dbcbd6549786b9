import { order, type Passing, type Republication, type Teller } from '../model/index.js'
import type { KnownWorld, LinkClaim } from '../resolve/index.js'
import type { WeighContext } from './context.js'
import { type Origin, originOf } from './origin.js'
import { type ChainTeller, tellersOf } from './tellers.js'
import { touching } from './touching.js'

/** How a claim was passed on: what tracing that rests on. */
export interface Told extends Pick<Origin, 'claim' | 'document' | 'kind' | 'key' | 'name'> {
  /** From the printer of the document inwards. */
  tellers: readonly [ChainTeller, ...ChainTeller[]]
  /** First and last day on which the document can have been published, where that is known. */
  published: { from: string; to: string } | undefined
}

/** How this claim was passed on. */
export function toldOf(item: LinkClaim, world: KnownWorld): Told {
  const { published } = item.document
  const { claim, document, kind, key, name } = originOf(item, world)
  return {
    ...{ claim, document, kind, key, name, tellers: tellersOf(item, world) },
    published: published && published.basis !== 'none' ? { from: published.from, to: published.to } : undefined,
  }
}

/** Who printed it. */
export const printerOf = ({ tellers: [{ id, name }] }: Told): Teller => ({ id, name })

interface Step {
  by: Teller
  from: Teller
  how: Passing['how']
  credited: boolean
  item: Told
}

const bare = ({ id, name }: Teller): Teller => ({ id, name })

/** Who quotes whom: each transmitter of a chain takes over what the next one says. */
function quoted(items: readonly Told[]): Step[] {
  return items.flatMap((item) => {
    const { tellers } = item
    return tellers
      .slice(1)
      .map((from, i): Step => ({ by: bare(tellers[i]!), from: bare(from), how: 'quoted', credited: true, item }))
  })
}

/**
 * Whose text repeats whose: later documents of a text are taken from the earliest one that another printed. Two that credit one
 * agency have it from there, and of two of one day it is not known which was first.
 */
function repeated(items: readonly Told[], republications: readonly Republication[]): Step[] {
  const documents = new Map<string, { items: Told[]; day: string; by: Teller; named: Set<string> }>()
  for (const item of items) {
    const named = item.tellers.slice(1)
    const known = documents.get(item.document)
    if (known) {
      known.items.push(item)
      for (const id of outlets(named)) known.named.add(id)
    } else {
      const day = item.published?.to
      if (day === undefined) continue
      documents.set(item.document, { items: [item], day, by: printerOf(item), named: outlets(named) })
    }
  }
  return touching(republications, documents.keys())
    .filter(isOneText)
    .flatMap(({ kind, documents: listed }) => {
      const own = listed.flatMap(({ id }) => documents.get(id) ?? [])
      own.sort((x, y) => order(x.day, y.day) || order(x.items[0]!.document, y.items[0]!.document))
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
export function findPassings(items: readonly LinkClaim[], { packs, republications }: WeighContext): Passing[] {
  return passingsAmong(
    items.map((item) => toldOf(item, packs)),
    republications,
  )
}

/** The same of what is known already of how each claim was passed on. */
export function passingsAmong(items: readonly Told[], republications: readonly Republication[]): Passing[] {
  const fixed = [...items].sort((x, y) => order(x.claim, y.claim))
  const steps = new Map<string, Step[]>()
  for (const step of [...quoted(fixed), ...repeated(fixed, republications)]) {
    const key = `${step.by.id}\u0000${step.from.id}\u0000${step.how}`
    const own = steps.get(key)
    own ? own.push(step) : steps.set(key, [step])
  }
  return [...steps.keys()].sort(order).map((key) => {
    const own = steps.get(key)!
    const { by, from, how, credited } = own[0]!
    const day = (s: Step) => s.item.published?.to ?? '~'
    const inTime = [...own].sort((x, y) => order(day(x), day(y)) || order(x.item.document, y.item.document))
    return {
      ...{ by, from, how, credited },
      claims: [...new Set(own.map((s) => s.item.claim))].sort(order),
      documents: [...new Set(inTime.map((s) => s.item.document))],
      day: inTime[0]!.item.published?.to ?? null,
    }
  })
}
