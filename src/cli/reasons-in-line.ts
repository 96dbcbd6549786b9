import { reasonsAbout, type SayContext } from '../export/index.js'
import type { Reason } from '../model/index.js'
import { direction, isolate } from '../text/index.js'

/** Says reasons about claims inside a line of the terminal: whole, where they run the other way than our own words. */
export function reasonsInLine(
  claims: Parameters<typeof reasonsAbout>[0],
  context: SayContext,
): (reasons: readonly Reason[]) => string {
  const say = reasonsAbout(claims, context)
  const turned = direction(context.sayings['single-origin']) === 'rtl'
  return (reasons) => (turned ? isolate(say(reasons)) : say(reasons))
}
