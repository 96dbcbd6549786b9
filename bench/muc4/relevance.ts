// Which claims are incidents of the task: terrorism and state violence against civilians, not long ago.
import type { Claim, Filler } from '../../src/model/index.js'
import { bare, isA } from './fillers.js'
import type { Context } from './mapping.js'

/** Whether the task wants a template of the claim. */
export function isIncident(claim: Claim, context: Context): boolean {
  const { incidents, statuses } = context.mapping
  return (
    incidents[claim.type] !== undefined &&
    statuses.includes(claim.status) &&
    !isWarfare(claim, context) &&
    !isOld(claim, context)
  )
}

/** Whether only soldiers and fighters, or what they fight with, suffered. */
function isWarfare({ counterparts }: Claim, context: Context): boolean {
  return counterparts.length > 0 && counterparts.every((f) => isMilitary(f, context))
}

/** Whether somebody or something is a part of forces: "soldiers", "a military convoy". */
export function isMilitary(filler: Filler, context: Context): boolean {
  const name = bare(filler.text)
  return (
    isA(name, context.mapping.military, context) ||
    context.mapping.ofWar.some((w) => new RegExp(`\\b${w}\\b`, 'i').test(name))
  )
}

/** The task leaves out what happened months before the message. */
function isOld({ time }: Claim, { reading, mapping }: Context): boolean {
  const day = reading.document.published?.to
  return !!day && !!time?.to && Date.parse(day) - Date.parse(time.to) > mapping.recent * 86_400_000
}
