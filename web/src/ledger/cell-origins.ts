import type { DyadAnswer } from '../answers.js'

type Cell = Pick<DyadAnswer['cells'][number], 'byIncident' | 'relations'>

/** Whether two origins at least are shown to be independent. */
const isEstablished = ({ atLeast }: { atLeast: number }) => atLeast >= 2

/** What a cell of the ledger shows of independence. */
export interface CellOrigins {
  /** Its incidents, or 1 where there is none and its relations are looked at together. */
  of: number
  /** For how many of them two origins at least are shown to be independent. */
  established: number
  /** The interval of the best supported one. */
  best: { atLeast: number; atMost: number }
}

/** Each incident alone: the origins of eight incidents are never added up, since no two of them may tell of one. */
export function cellOrigins({ byIncident, relations }: Cell): CellOrigins {
  const each = byIncident.length > 0 ? byIncident : relations ? [relations] : []
  const [best] = [...each].sort((x, y) => y.atLeast - x.atLeast || y.atMost - x.atMost)
  return {
    of: each.length,
    established: each.filter(isEstablished).length,
    best: best ?? { atLeast: 0, atMost: 0 },
  }
}
