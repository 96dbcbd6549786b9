import { because, type Count } from '../../model/index.js'
import { type ClaimFacts, countNamed } from './claim-facts.js'
import { type FieldVerdict, reasonsOf, SILENT } from './field-verdict.js'

/** Tolls are counted differently by everyone; the number freed, taken or given is part of what is told. */
const TOLLS = new Set(['killed', 'injured', 'casualties', 'missing'])

/** A round number of at least 100 stands for anything within a twentieth of it. */
const ROUND_FROM = 100
const ROUND_STEP = 50
const ROUND_SHARE = 0.05
/** Numbers smaller than this turn up everywhere. */
const TELLING_FROM = 3
const CLOSE_RATIO = 1.34
/** Tolls of this size are rare enough that two near each other speak for one event. */
export const RARE_TOLL = 20
/** All counts together say no more than this, for or against. */
const MOST_POINTS = 3

const exact = (c: Count): number | null => (c.min !== null && c.min === c.max ? c.min : null)

function rounds(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return false
  const near = (round: number, other: number) =>
    round >= ROUND_FROM && round % ROUND_STEP === 0 && Math.abs(round - other) <= round * ROUND_SHARE
  return near(a, b) || near(b, a)
}

/** Whether both statements can be true: ranges that meet («عشرات» and 31), or a round number and one near it. */
export function countsCompatible(a: Count, b: Count): boolean {
  const meet = (a.min ?? 0) <= (b.max ?? Infinity) && (b.min ?? 0) <= (a.max ?? Infinity)
  return meet || rounds(exact(a), exact(b))
}

/** A plain number as a number, whatever the language of the report; anything else in the report's words. */
const figure = (c: Count): number | string => exact(c) ?? c.text.trim()

/** How many times the larger of two incompatible counts exceeds the smaller, taken at their nearest. */
function ratio(a: Count, b: Count): number {
  const [low, high] = (a.min ?? 0) > (b.max ?? Infinity) ? [b.max ?? 0, a.min ?? 0] : [a.max ?? 0, b.min ?? 0]
  return low <= 0 ? Infinity : high / low
}

/** One or both are bounds, and not so low that anything would fit them. */
const vague = (a: Count, b: Count): boolean => Math.min(a.min ?? 0, b.min ?? 0) >= TELLING_FROM

function compareOne(key: string, a: Count, b: Count): FieldVerdict {
  if (countsCompatible(a, b)) {
    const number = exact(a)
    if (number === null || number !== exact(b))
      return {
        ...{ field: 'counts', points: 0.5, particulars: vague(a, b) ? 0.5 : 0 },
        why: () => [because('counts-meet', { x: key })],
      }
    const telling = number >= TELLING_FROM
    return {
      field: 'counts',
      points: telling ? 2 : 0.5,
      particulars: telling ? 1 : 0,
      why: () => [because('count-same', { x: key, n: number })],
    }
  }
  const r = ratio(a, b)
  const against = (points: number, particulars = 0): FieldVerdict => ({
    ...{ field: 'counts', points, particulars },
    why: () => [because('counts-apart', { x: key, n: figure(a), m: figure(b) })],
  })
  if (r <= CLOSE_RATIO) {
    const rare = TOLLS.has(key) && Math.min(a.min ?? 0, b.min ?? 0) >= RARE_TOLL
    return rare ? against(1.5, 1) : against(-0.25)
  }
  if (TOLLS.has(key)) return against(r <= 3 ? -0.5 : -1)
  return against(-2)
}

const ATTACKS_SERIES: FieldVerdict = { field: 'counts', points: -5, apart: true, why: [because('attacks-series')] }

/** Compares the counts that both claims give; a total of several attacks is never one attack. */
export function compareCounts(a: ClaimFacts, b: ClaimFacts): FieldVerdict {
  const [series, other] = [countNamed('attacks', a.counts), countNamed('attacks', b.counts)]
  if (((series?.min ?? 0) > 1 || (other?.min ?? 0) > 1) && !(series && other && countsCompatible(series, other))) {
    return ATTACKS_SERIES
  }
  if (a.counts.length === 0 || b.counts.length === 0) return SILENT
  const verdicts: FieldVerdict[] = []
  for (const [key, count] of a.counts) {
    const theirs = countNamed(key, b.counts)
    if (theirs) verdicts.push(compareOne(key, count, theirs))
  }
  if (verdicts.length === 0) return SILENT
  const points = verdicts.reduce((sum, v) => sum + v.points, 0)
  return {
    field: 'counts',
    points: Math.max(-MOST_POINTS, Math.min(MOST_POINTS, points)),
    particulars: Math.max(...verdicts.map((v) => v.particulars ?? 0)),
    why: () => verdicts.flatMap(reasonsOf),
  }
}

/** The two state exact, different numbers of the same thing. */
export function countsConflict(a: ClaimFacts, b: ClaimFacts): boolean {
  return a.counts.some(([key, count]) => {
    const theirs = countNamed(key, b.counts)
    return theirs !== undefined && exact(count) !== null && exact(theirs) !== null && !countsCompatible(count, theirs)
  })
}
