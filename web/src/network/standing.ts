import { backbone } from './backbone.js'
import { layout, type Spot } from './layout.js'

/** From so many actors on, only the strongest are named, and of the lines those are drawn that each actor is known by. */
export const CROWD = 60

interface Network {
  actors: readonly { id: string }[]
  pairs: readonly { a: string; b: string; independence: { atLeast: number } }[]
}

/** Where everybody of a network stands; in a crowd by the lines that are drawn. */
export const standing = ({ actors, pairs }: Network): Map<string, Spot> =>
  layout(
    actors.map(({ id }) => id),
    actors.length > CROWD ? backbone(pairs) : pairs,
  )
