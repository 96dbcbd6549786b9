import type { Command } from 'commander'
import type { LeaveOut } from '../case/index.js'

/** What a command with `leaveOutOptions` is given. */
export interface LeaveOutGiven {
  leaveOutlet?: string[]
  leaveCamp?: string[]
  leaveOrigin?: string[]
}

/** `--leave-outlet`, `--leave-camp`, `--leave-origin`: what the answer would be if these were not believed. */
export function leaveOutOptions(sub: Command): Command {
  const also = (name: string, list: string[] = []) => [...list, name]
  return sub
    .option(
      '--leave-outlet <name>',
      'leave out an outlet or agency, wherever it printed or passed on; again for more',
      also,
    )
    .option('--leave-camp <id>', 'leave out what one side says; again for more', also)
    .option(
      '--leave-origin <name>',
      'leave out an origin, and what it passed on; unnamed ones by their description; again for more',
      also,
    )
}

/** What to leave out; undefined where nothing is. */
export function leaveOutOf({ leaveOutlet, leaveCamp, leaveOrigin }: LeaveOutGiven): LeaveOut | undefined {
  if (!leaveOutlet && !leaveCamp && !leaveOrigin) return undefined
  return {
    ...(leaveOutlet && { outlets: leaveOutlet }),
    ...(leaveCamp && { camps: leaveCamp }),
    ...(leaveOrigin && { origins: leaveOrigin }),
  }
}
