import type { ClaimType } from '../../model/index.js'
import type { ClaimFacts } from './claim-facts.js'

/** A bit for each thing that a claim has or has not. */
export const HAS = {
  ...{ mutualSides: 1, statedTime: 2, mode: 4, doerWords: 8, doneWords: 16, persons: 32, placeWords: 128 },
  /** Words that may name the person to whom it was done. */
  named: 64,
}

/**
 * What tells of most pairs of claims that they are two, in short. A case keeps it beside each claim: of the thousands that
 * stand in a block with a new one only the few that may be the same need be read. Days are day numbers; lists of entities
 * are their ids in order, with a space between them.
 */
export interface ClaimBrief {
  document: string
  type: ClaimType
  /** Bits of `HAS`. */
  has: number
  from: number | null
  to: number | null
  /** Days; Infinity where the time is open or not stated. */
  span: number
  published: number | null
  teller: string | undefined
  doer: string
  done: string
  places: string
  counts: readonly (readonly [key: string, min: number | null, max: number | null])[]
}

/** The brief of a claim whose facts are known. */
export function briefOf(facts: ClaimFacts): ClaimBrief {
  const { claim, document, mutual, window, doer, done, objects, persons, placeWords } = facts
  const has =
    (mutual ? HAS.mutualSides : 0) |
    (window.stated ? HAS.statedTime : 0) |
    (claim.mode !== undefined && claim.mode !== 'other' ? HAS.mode : 0) |
    (doer.words.length > 0 ? HAS.doerWords : 0) |
    (done.words.length > 0 ? HAS.doneWords : 0) |
    (persons.length > 0 ? HAS.persons : 0) |
    (done.words.length + objects.words.length > 0 ? HAS.named : 0) |
    (placeWords.length > 0 ? HAS.placeWords : 0)
  return {
    ...{ document: document.id, type: claim.type, has, from: window.from, to: window.to, span: window.span },
    ...{ published: facts.published, teller: facts.teller },
    ...{ doer: doer.ids.join(' '), done: done.ids.join(' '), places: facts.places.join(' ') },
    counts: facts.counts.map(([key, { min, max }]) => [key, min, max]),
  }
}

/** Writes a brief as text, without its document. */
export function writeBrief({ type, has, from, to, span, published, teller, ...rest }: ClaimBrief): string {
  const { doer, done, places, counts } = rest
  const days = Number.isFinite(span) ? span : null
  return JSON.stringify([type, has, from, to, days, published, teller ?? null, doer, done, places, counts])
}

/** Reads what `writeBrief` wrote. */
export function readBrief(text: string, document: string): ClaimBrief {
  const [type, has, from, to, days, published, teller, doer, done, places, counts] = JSON.parse(text)
  const [span, by] = [days ?? Number.POSITIVE_INFINITY, teller ?? undefined]
  return { document, type, has, from, to, span, published, teller: by, doer, done, places, counts }
}
