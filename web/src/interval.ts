import type { Independence } from './answers.ts'
import { t } from './words.svelte.ts'

type Interval = Pick<Independence, 'atLeast' | 'atMost'>

/** The interval in words. One origin at least is what every report has: independence is then not established. */
export function intervalText({ atLeast, atMost }: Interval): string {
  if (atLeast < 2) return atMost > 1 ? t('independence.notmost', { most: atMost }) : t('independence.not')
  return atLeast === atMost
    ? t('independence.exact', { n: atLeast })
    : t('independence.range', { least: atLeast, most: atMost })
}

/** The interval for a small cell: two numbers, or the words "not established". */
export const isEstablished = ({ atLeast }: Interval) => atLeast >= 2
