import { type BareCode, because, type Reason } from '../../model/index.js'
import type { ClaimFacts, WindowFacts } from './claim-facts.js'
import type { FieldVerdict } from './field-verdict.js'
import { isFrequent } from './type-traits.js'

/** Days; how far a report may lag behind the event and still be news of it. */
export const NEWS_DAYS = 3
export const WEEK_DAYS = 7
export const MONTH_DAYS = 31
/** Ranges of at most so many days count as a day ("the night of 14 to 15 April"). */
export const DAY_SPAN = 2

/** What it takes to join two claims, by how closely their times agree. */
const CLOSE = { rare: 0, frequent: 1 }
const LOOSE = { rare: 0, frequent: 2 }
/** Two days that reports give, and that are not the same. */
const LOOSE_RARE = { rare: 1, frequent: 2 }
const WIDE = { rare: 2, frequent: 2 }
const UNKNOWN = { rare: 2, frequent: 3 }

const verdict = (
  points: number,
  needs: { rare: number; frequent: number },
  why: FieldVerdict['why'],
): FieldVerdict => ({
  ...{ field: 'time', points, needs, why },
})
const apart = (why: FieldVerdict['why']): FieldVerdict => ({ field: 'time', points: -5, apart: true, why })
const is = (code: BareCode): readonly Reason[] => [because(code)]
const gapOf = (n: number) => () => [because('time-days-apart', { n })]
const IN_DAYS = { n: NEWS_DAYS }

const SAME_DAY: FieldVerdict = { ...verdict(3, CLOSE, is('time-same-day')), particulars: 1 }
const SAME_MONTH = verdict(1.5, LOOSE, is('time-same-month'))
const LONG_RANGES = verdict(0.5, WIDE, is('time-ranges-meet'))
const EDGE_OF_MONTH = verdict(-1.5, LOOSE, is('time-edge-of-month'))
const OTHER_RANGES = apart(is('time-ranges-apart'))
const AS_PLANNED = verdict(1, LOOSE, is('time-as-planned'))
const NOT_AS_PLANNED = apart(is('time-not-as-planned'))
const ONE_UNDATED = verdict(0, UNKNOWN, is('time-one-undated'))
const BEFORE_IT_HAPPENED = apart(is('time-told-before'))
const NEWS_OF_IT = verdict(1.5, CLOSE, [because('time-told-days-after', IN_DAYS)])
const WEEK_OF_IT = verdict(1, CLOSE, is('time-told-week-after'))
const MONTH_OF_IT = verdict(0, LOOSE, is('time-told-month-after'))
const LONG_AFTER_IT = verdict(-1.5, UNKNOWN, is('time-told-long-after'))
const ONE_DAY = verdict(1, CLOSE, is('time-told-one-day'))
const NOT_KNOWN = verdict(0, UNKNOWN, is('time-unknown'))
const PLAN_AND_REPORT = verdict(0.5, LOOSE, is('time-plan-and-report'))
const DAYS_BETWEEN = verdict(1, CLOSE, [because('time-told-days-between', IN_DAYS)])
const WEEK_BETWEEN = verdict(0.5, LOOSE, is('time-told-week-between'))
const MONTH_BETWEEN = verdict(0, LOOSE, is('time-told-month-between'))
const LONG_BETWEEN = verdict(-1.5, UNKNOWN, is('time-told-long-between'))

const gapBetween = (a: WindowFacts, b: WindowFacts): number => Math.max(a.from! - b.to!, b.from! - a.to!, 0)

function compareMeeting(a: WindowFacts, b: WindowFacts): FieldVerdict {
  const wide = Math.max(a.span, b.span)
  if (wide <= DAY_SPAN) return SAME_DAY
  if (wide <= MONTH_DAYS) return SAME_MONTH
  return LONG_RANGES
}

function compareStated(a: WindowFacts, b: WindowFacts, frequent: boolean): FieldVerdict {
  const gap = gapBetween(a, b)
  if (gap === 0) return compareMeeting(a, b)
  const [narrow, wide] = [Math.min(a.span, b.span), Math.max(a.span, b.span)]
  if (wide > DAY_SPAN) {
    const edge = gap === 1 && narrow <= DAY_SPAN
    return edge ? EDGE_OF_MONTH : OTHER_RANGES
  }
  if (gap > (frequent ? NEWS_DAYS : WEEK_DAYS)) return apart(gapOf(gap))
  const near = gapOf(gap)
  if (frequent) return verdict(gap === 1 ? 1 : -1.5, CLOSE, near)
  if (gap === 1) return verdict(0.5, CLOSE, near)
  return verdict(gap <= NEWS_DAYS ? -0.5 : -1.5, LOOSE_RARE, near)
}

/** One claim is dated; the other rests on its day of publication, which bounds the event from above. */
function compareWithReport(dated: WindowFacts, undated: ClaimFacts): FieldVerdict {
  const { window } = undated
  if (window.from !== null && window.to !== null) {
    const meets = gapBetween(dated, window) === 0
    return meets ? AS_PLANNED : NOT_AS_PLANNED
  }
  if (window.to === null) return ONE_UNDATED
  const lag = window.to - dated.to!
  if (window.to < dated.from! - 1) return BEFORE_IT_HAPPENED
  if (lag <= NEWS_DAYS) return NEWS_OF_IT
  if (lag <= WEEK_DAYS) return WEEK_OF_IT
  if (lag <= MONTH_DAYS) return MONTH_OF_IT
  return LONG_AFTER_IT
}

function compareReports(a: ClaimFacts, b: ClaimFacts): FieldVerdict {
  if (a.document.id === b.document.id) return ONE_DAY
  if (a.published === null || b.published === null) return NOT_KNOWN
  const gap = Math.abs(a.published - b.published)
  const planned = a.window.from !== null || b.window.from !== null
  if (planned && gap <= MONTH_DAYS) return PLAN_AND_REPORT
  if (gap <= NEWS_DAYS) return DAYS_BETWEEN
  if (gap <= WEEK_DAYS) return WEEK_BETWEEN
  if (gap <= MONTH_DAYS) return MONTH_BETWEEN
  return LONG_BETWEEN
}

/** Compares when it is said to have happened, or, where a text gives no day, when it was reported. */
export function compareTimes(a: ClaimFacts, b: ClaimFacts): FieldVerdict {
  const frequent = isFrequent(a.claim.type) || isFrequent(b.claim.type)
  if (a.window.stated && b.window.stated) return compareStated(a.window, b.window, frequent)
  if (a.window.stated) return compareWithReport(a.window, b)
  if (b.window.stated) return compareWithReport(b.window, a)
  return compareReports(a, b)
}
