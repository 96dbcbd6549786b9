import { describe, expect, it } from 'vitest'
import type { Claim, Document, Incident } from '../model/index.js'
import type { LinkClaim } from '../resolve/index.js'
import { applyPairs, type JudgedPair } from './apply-pairs.js'

/** Claims by one letter each, with the strengths at which the program links them. */
type Links = readonly (readonly [a: string, b: string, score: number])[]

const claimOf = (id: string): LinkClaim => ({ claim: { id } as Claim, document: { id: `d-${id}` } as Document })

/** Incidents of the claims that hang together by links of these, by no rule but that. */
function link(claims: readonly LinkClaim[], links: Links): Incident[] {
  const groups = new Map(claims.map(({ claim }) => [claim.id, new Set([claim.id])]))
  const reasons = links
    .filter(([a, b]) => groups.has(a) && groups.has(b))
    .map(([a, b, score]) => ({ a, b, score, because: [] }))
  for (const { a, b } of reasons) {
    const both = new Set([...groups.get(a)!, ...groups.get(b)!])
    for (const id of both) groups.set(id, both)
  }
  return [...new Set(groups.values())].map((ids) => ({
    ...({
      id: `i-${[...ids].sort()[0]}`,
      type: 'attack',
      statuses: [],
      parties: [],
      places: [],
    } as unknown as Incident),
    time: { from: null, to: null, basis: 'none' } as unknown as Incident['time'],
    claims: [...ids].sort(),
    reasons: reasons.filter(({ a }) => ids.has(a)),
  }))
}

/** Which claims stand together after these judgements, each group as one word. */
function together(letters: string, links: Links, pairs: readonly JudgedPair[]): string[] {
  const claims = [...letters].map(claimOf)
  const relink = (own: readonly LinkClaim[]) => link(own, links)
  return applyPairs(relink(claims), pairs, claims, relink)
    .map(({ claims }) => claims.join(''))
    .sort()
}
const pair = (a: string, sign: '=' | '≠', b: string): JudgedPair => ({
  same: sign === '=',
  a: [...a],
  b: [...b],
  by: 'A',
})

describe('what analysts judged of incidents', () => {
  const chain: Links = [
    ['a', 'b', 0.9],
    ['b', 'c', 0.8],
    ['d', 'e', 0.7],
  ]
  it.each([
    ['nothing', [], ['abc', 'de']],
    ['two are one', [pair('abc', '=', 'de')], ['abcde']],
    ['two claims are two: the strongest links stay', [pair('a', '≠', 'c')], ['ab', 'c', 'de']],
    ['the last word counts', [pair('a', '≠', 'b'), pair('a', '=', 'b')], ['abc', 'de']],
    ['the last word counts the other way', [pair('c', '=', 'd'), pair('c', '≠', 'd')], ['abc', 'de']],
    // Parted one by one, b would go with a first, and away from c though they are linked.
    ['a claim is parted from all others, which stay together', [pair('a', '≠', 'bc')], ['a', 'bc', 'de']],
    ['also where it held them together', [pair('b', '≠', 'ac')], ['a', 'b', 'c', 'de']],
    // The judgement is on all claims of both: it does not hang on the one that leaves.
    ['what was joined stays so when one claim leaves', [pair('abc', '=', 'de'), pair('a', '≠', 'bcde')], ['a', 'bcde']],
    ['or two leave', [pair('abc', '=', 'de'), pair('a', '≠', 'bcde'), pair('d', '≠', 'bce')], ['a', 'bce', 'd']],
    ['what left joins another', [pair('a', '≠', 'bc'), pair('a', '=', 'de')], ['ade', 'bc']],
  ] as const)('%s', (_, pairs, found) => {
    expect(together('abcde', chain, pairs)).toEqual([...found].sort())
  })
})
