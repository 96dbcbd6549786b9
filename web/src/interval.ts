import type { Independence } from './answers.js'
import { t } from './words.svelte.js'

type Interval = Pick<Independence, 'atLeast' | 'atMost'>

/** The interval in words. One origin at least is what every report has: independence is then not established. */
export function intervalText({ atLeast, atMost }: Interval): string {
  if (atLeast < 2) return atMost > 1 ? t('independence.notmost', { most: atMost }) : t('independence.not')
  return atLeast === atMost
    ? t('independence.exact', { n: atLeast })
    : t('independence.range', { least: atLeast, most: atMost })
}

/** An established interval for a small cell: `2–4`, or `2` where both ends are one. */
export const shortInterval = ({ atLeast, atMost }: Interval) =>
  atLeast === atMost ? String(atLeast) : `${atLeast}–${atMost}`
