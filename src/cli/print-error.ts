import { IsnadError } from '../model/index.js'
import { isolate } from '../text/index.js'
import { EXIT, exitCodeOf } from './exit-codes.js'
import type { Io } from './io.js'
import { shown } from './shown.js'

/** Says what is wrong, where, and the next step; a stack trace only where ISNAD_DEBUG is set. Returns the exit code. */
export function printError(error: unknown, io: Io): number {
  if (error instanceof IsnadError) {
    io.err(`isnad: ${isolated(error.message)} [${error.code}]\n`)
    if (error.place) io.err(`  where: ${isolated(error.place)}\n`)
    if (error.hint) io.err(`  next:  ${isolated(error.hint)}\n`)
  } else {
    io.err(`isnad: ${error instanceof Error ? error.message : String(error)} [internal]\n`)
    io.err('  next:  This is an error of the program. Run again with ISNAD_DEBUG=1 and report what it prints.\n')
  }
  if (io.env.ISNAD_DEBUG && error instanceof Error) io.err(`${error.stack ?? ''}\n`)
  return error instanceof IsnadError ? exitCodeOf(error.code) : EXIT.internal
}

/**
 * A line for the terminal: runs of Arabic in an English line keep to themselves, and so does a line with marks of direction
 * of its own; what is isolated already stays as it is.
 */
export function isolated(line: string): string {
  let depth = 0
  const told = shown(line)
  if (/[\u202a-\u202c]/.test(told)) return isolate(told)
  return told
    .split(/([\u2066-\u2069])/)
    .map((part) => {
      if (part === '\u2069') depth = Math.max(0, depth - 1)
      else if (/^[\u2066-\u2068]$/.test(part)) depth += 1
      else if (depth === 0) return isolatedRuns(part)
      return part
    })
    .join('')
}

function isolatedRuns(text: string): string {
  return text.replace(/[\u0590-\u08ff\ufb1d-\ufefc](?:[^\p{Script=Latin}\n]*[\u0590-\u08ff\ufb1d-\ufefc])?/gu, isolate)
}
