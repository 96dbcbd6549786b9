import type { ClaimFacts, WindowFacts } from './claim-facts.js'
import type { FieldVerdict } from './field-verdict.js'
import { isFrequent } from './type-traits.js'

/** Days; how far a report may lag behind the event and still be news of it. */
const NEWS_DAYS = 3
const WEEK_DAYS = 7
const MONTH_DAYS = 31
/** Ranges of at most so many days count as a day ("the night of 14 to 15 April"). */
const DAY_SPAN = 2

/** What it takes to join two claims, by how closely their times agree. */
const CLOSE = { rare: 0, frequent: 1 }
const LOOSE = { rare: 0, frequent: 2 }
/** Two days that reports give, and that are not the same. */
const LOOSE_RARE = { rare: 1, frequent: 2 }
const WIDE = { rare: 2, frequent: 2 }
const UNKNOWN = { rare: 2, frequent: 3 }

const apart = (reason: string): FieldVerdict => ({ points: -5, apart: true, reason: `time: ${reason}` })

const gapBetween = (a: WindowFacts, b: WindowFacts): number => Math.max(a.from! - b.to!, b.from! - a.to!, 0)

function compareMeeting(a: WindowFacts, b: WindowFacts): FieldVerdict {
  const wide = Math.max(a.span, b.span)
  if (wide <= DAY_SPAN) return { points: 3, particulars: 1, needs: CLOSE, reason: 'time: the same day' }
  if (wide <= MONTH_DAYS) return { points: 1.5, needs: LOOSE, reason: 'time: the same month' }
  return { points: 0.5, needs: WIDE, reason: 'time: long ranges that overlap' }
}

function compareStated(a: WindowFacts, b: WindowFacts, frequent: boolean): FieldVerdict {
  const gap = gapBetween(a, b)
  if (gap === 0) return compareMeeting(a, b)
  const [narrow, wide] = [Math.min(a.span, b.span), Math.max(a.span, b.span)]
  if (wide > DAY_SPAN) {
    const edge = gap === 1 && narrow <= DAY_SPAN
    return edge
      ? { points: -1.5, needs: LOOSE, reason: 'time: at the edge of a month' }
      : apart('different months or ranges')
  }
  const reason = `time: ${gap} days apart`
  if (gap > (frequent ? NEWS_DAYS : WEEK_DAYS)) return apart(`${gap} days apart`)
  if (frequent) return { points: gap === 1 ? 1 : -1.5, needs: CLOSE, reason }
  if (gap === 1) return { points: 0.5, needs: CLOSE, reason }
  return { points: gap <= NEWS_DAYS ? -0.5 : -1.5, needs: LOOSE_RARE, reason }
}

/** One claim is dated; the other rests on its day of publication, which bounds the event from above. */
function compareWithReport(dated: WindowFacts, undated: ClaimFacts): FieldVerdict {
  const { window } = undated
  if (window.from !== null && window.to !== null) {
    const meets = gapBetween(dated, window) === 0
    return meets
      ? { points: 1, needs: LOOSE, reason: 'time: within the time planned for' }
      : apart('outside the time planned for')
  }
  if (window.to === null) return { points: 0, needs: UNKNOWN, reason: 'time: one report is undated' }
  const lag = window.to - dated.to!
  if (window.to < dated.from! - 1) return apart('reported before it happened')
  if (lag <= NEWS_DAYS) return { points: 1.5, needs: CLOSE, reason: 'time: reported within three days of it' }
  if (lag <= WEEK_DAYS) return { points: 1, needs: CLOSE, reason: 'time: reported within a week of it' }
  if (lag <= MONTH_DAYS) return { points: 0, needs: LOOSE, reason: 'time: reported within a month of it' }
  return { points: -1.5, needs: UNKNOWN, reason: 'time: reported long after it' }
}

function compareReports(a: ClaimFacts, b: ClaimFacts): FieldVerdict {
  if (a.document.id === b.document.id) return { points: 1, needs: CLOSE, reason: 'time: told on one day' }
  if (a.published === null || b.published === null) return { points: 0, needs: UNKNOWN, reason: 'time: not known' }
  const gap = Math.abs(a.published - b.published)
  const planned = a.window.from !== null || b.window.from !== null
  if (planned && gap <= MONTH_DAYS)
    return { points: 0.5, needs: LOOSE, reason: 'time: a plan and a report within a month' }
  if (gap <= NEWS_DAYS) return { points: 1, needs: CLOSE, reason: 'time: reported within three days of each other' }
  if (gap <= WEEK_DAYS) return { points: 0.5, needs: LOOSE, reason: 'time: reported within a week of each other' }
  if (gap <= MONTH_DAYS) return { points: 0, needs: LOOSE, reason: 'time: reported within a month of each other' }
  return { points: -1.5, needs: UNKNOWN, reason: 'time: reported more than a month apart' }
}

/** Compares when it is said to have happened, or, where a text gives no day, when it was reported. */
export function compareTimes(a: ClaimFacts, b: ClaimFacts): FieldVerdict {
  const frequent = isFrequent(a.claim.type) || isFrequent(b.claim.type)
  if (a.window.stated && b.window.stated) return compareStated(a.window, b.window, frequent)
  if (a.window.stated) return compareWithReport(a.window, b)
  if (b.window.stated) return compareWithReport(b.window, a)
  return compareReports(a, b)
}
