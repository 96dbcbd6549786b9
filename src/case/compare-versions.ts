import { type Claim, type CountKey, SLOTS } from '../model/index.js'
import { showCount } from '../weigh/index.js'

/** What two versions of one address claim differently; claims by id. */
export interface ClaimChanges {
  removed: string[]
  added: string[]
  /** The same matter told with other values: which slots, counts and marks differ. */
  changed: { before: string; after: string; fields: string[] }[]
}

const same = (x: unknown, y: unknown): boolean => JSON.stringify(x) === JSON.stringify(y)
const words = (fillers: Claim['agents']) => fillers.map((f) => f.entity ?? f.text).sort()
const teller = ({ chain }: Claim) => chain.map((hop) => hop.entity ?? hop.name)
const days = ({ time }: Claim) => time && [time.from, time.to]

/** The fields in which two claims of one matter differ. */
export function differing(before: Claim, after: Claim): string[] {
  const slots = SLOTS.filter((slot) => !same(words(before[slot]), words(after[slot])))
  const keys = [...new Set([...Object.keys(before.counts), ...Object.keys(after.counts)])].sort() as CountKey[]
  const shown = (claim: Claim, key: CountKey) => claim.counts[key] && showCount(claim.counts[key])
  const counts = keys.filter((key) => shown(before, key) !== shown(after, key))
  return [
    ...(before.status === after.status ? [] : ['status']),
    ...slots,
    ...(same(days(before), days(after)) ? [] : ['time']),
    ...counts,
    ...(same(teller(before), teller(after)) ? [] : ['chain']),
  ]
}

/** How well a later claim fits an earlier one: the same incident, the same teller, the fewest fields that differ. */
function likeness(before: Claim, after: Claim, incidentOf: ReadonlyMap<string, string>): number {
  if (before.type !== after.type) return 0
  const [x, y] = [incidentOf.get(before.id), incidentOf.get(after.id)]
  const parties = [...words(before.agents), ...words(before.counterparts)]
  const shared = [...words(after.agents), ...words(after.counterparts)].filter((one) => parties.includes(one)).length
  // What forms no incident is one matter where it tells of the same parties.
  const one = x === undefined && y === undefined ? shared > 0 && shared === parties.length : x === y
  return one ? 100 - differing(before, after).length + (same(teller(before), teller(after)) ? 10 : 0) : 0
}

/** Matches the claims of two versions, best pairs first; what finds no match was removed or added. */
export function compareVersions(
  before: readonly Claim[],
  after: readonly Claim[],
  incidentOf: ReadonlyMap<string, string>,
): ClaimChanges {
  const pairs = before.flatMap((b, i) =>
    after.flatMap((a, j) => {
      const score = likeness(b, a, incidentOf)
      return score > 0 ? [{ b, a, score, place: i * after.length + j }] : []
    }),
  )
  pairs.sort((x, y) => y.score - x.score || x.place - y.place)
  const matched = new Map<Claim, Claim>()
  const taken = new Set<Claim>()
  for (const { b, a } of pairs) {
    if (matched.has(b) || taken.has(a)) continue
    matched.set(b, a)
    taken.add(a)
  }
  return {
    removed: before.filter((claim) => !matched.has(claim)).map(({ id }) => id),
    added: after.filter((claim) => !taken.has(claim)).map(({ id }) => id),
    changed: [...matched].flatMap(([b, a]) => {
      const fields = differing(b, a)
      return fields.length > 0 ? [{ before: b.id, after: a.id, fields }] : []
    }),
  }
}
