import type { Answer } from '../answers.js'

/** Where an actor stands, from 0 to 1 each way. */
export type Spot = NonNullable<Answer<'GET /network'>['actors'][number]['spot']>

/** One actor in the middle and those it has to do with around it, in the order given, from the top with the clock. */
export function around(actor: string, others: readonly string[]): Map<string, Spot> {
  const spots = new Map([[actor, { x: 0.5, y: 0.5 }]])
  others.forEach((id, i) => {
    const way = (i / others.length) * 2 * Math.PI - Math.PI / 2
    const far = others.length > 14 && i % 2 ? 0.5 : 0.4
    spots.set(id, { x: 0.5 + Math.cos(way) * far * 0.9, y: 0.5 + Math.sin(way) * far })
  })
  return spots
}
