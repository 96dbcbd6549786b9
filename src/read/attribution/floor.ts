import type { Hop } from '../../model/index.js'
import { fold } from '../../text/index.js'
import type { Attribution } from './find.js'
import { carries, type Told } from './go-back.js'

/** Whether one attribution stands within what another tells. */
export const embeds = ({ attribution: t }: Told, a: Attribution): boolean =>
  t !== a && !t.passesOn && t.scope.start <= a.cue.start && a.cue.end <= t.scope.end

export const isEmbedded = (a: Attribution, told: readonly Told[]): boolean => told.some((t) => embeds(t, a))

/** "In an interview with the channel, the envoy said …": the outlet around him, where outlets alone stand outside him. */
export const outletOver = (a: Attribution, told: readonly Told[]): Told | undefined =>
  told.every((t) => !embeds(t, a) || t.hops.every(carries)) ? told.find((t) => embeds(t, a)) : undefined

/** "In a statement carried by the agency, the council said …"; an outlet of its own is no other's. */
export const printer = (told: readonly Told[]): Told | undefined =>
  told.find(({ attribution: { passesOn, predicate, speakers }, hops }) => {
    const own = speakers[0]?.of?.pronoun !== undefined
    return passesOn && predicate && !own && hops.every(carries)
  })

/** Whoever spoke in an outlet goes on, and through the outlet. */
export const heardThrough = (outlet: Told, { attribution, hops }: Told): Told => ({
  attribution,
  hops: distinctHops([...outlet.hops, ...hops]),
  through: outlet.attribution,
})

/** "In comments carried by the agency": the agency's verb says no more than that it passes them on. */
export const printsOnly = (a: Attribution, here: readonly Attribution[]): boolean =>
  a.passesOn || (a.predicate !== undefined && here.some((x) => x.passesOn && x.predicate === a.predicate))

/** Whoever has the floor behind a sentence: its outermost speaker, and not the outlet that carries what he says. */
export function floorOf(told: readonly Told[]): Told {
  const [first] = told as [Told, ...Told[]]
  if (!first.hops.every(carries)) return first
  const inner = told.find(
    (t) => t !== first && !t.hops.every(carries) && (t.attribution.cited || embeds(first, t.attribution)),
  )
  return inner ? heardThrough(first, inner) : first
}

/** One transmitter named twice on the way is one hop. */
export function distinctHops(hops: readonly Hop[]): Hop[] {
  const same = (a: Hop, b: Hop) =>
    (a.entity !== undefined && a.entity === b.entity) ||
    fold(a.name) === fold(b.name) ||
    (a.start !== undefined && a.start === b.start)
  return hops.filter((h, i) => hops.findIndex((x) => same(x, h)) === i)
}
