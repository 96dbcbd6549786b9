import type { Telling } from '../weigh/index.js'

/** What of a voice is nothing in most, and is then not written down. */
type Nothing = 'through' | 'throughReport' | 'bodies'
type Sparing = Pick<Telling, Nothing>

/** A voice as it is kept: without what is nothing. */
export type Sparse<T extends Sparing> = Omit<T, Nothing> & Partial<Pick<T, Nothing>>

/** Leaves out what is nothing. */
export function sparse<T extends Sparing>({ through, throughReport, bodies, ...rest }: T): Sparse<T> {
  return {
    ...rest,
    ...(through.length > 0 && { through }),
    ...(throughReport && { throughReport }),
    ...(bodies.length > 0 && { bodies }),
  }
}

/** What stands for a list that was not written down. */
export const NONE: readonly never[] = []
