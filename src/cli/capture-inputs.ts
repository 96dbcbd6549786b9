import { type CapturedDocument, capture } from '../capture/index.js'
import { captureKnowledge } from '../case/index.js'
import { limitsOf } from './capture-options.js'
import { isolated } from './print-error.js'
import { Progress } from './progress.js'
import type { Session } from './session.js'
import { shownPath } from './shown.js'

/** Captures inputs without a case; a failure is said on standard error, and the rest goes on. */
export async function* captureInputs(
  paths: readonly string[],
  session: Session,
  given: { limit?: string[]; allowHost?: string[] } = {},
): AsyncGenerator<CapturedDocument> {
  const { io } = session
  const progress = new Progress('Reading', io)
  const options = {
    knowledge: captureKnowledge(session.packs),
    onProgress: progress.step,
    limits: limitsOf(given.limit),
    allowHosts: given.allowHost ?? [],
  }
  for await (const one of capture(paths, io.stdin ? { ...options, stdin: io.stdin } : options)) {
    if (one.ok) {
      const notes = 'document' in one ? [one.document.basis?.text ?? []].flat() : 'notes' in one ? one.notes : []
      for (const note of notes) io.err(`${isolated(shownPath(one.path))}: ${note}\n`)
      if ('document' in one) yield one
    } else {
      progress.end()
      sayFailure(one, session)
    }
  }
  progress.end()
}

/** One input that failed, in three lines. */
export function sayFailure(
  one: { path: string; code: string; message: string; hint?: string },
  session: Session,
): void {
  session.partial()
  session.io.err(`isnad: ${isolated(shownPath(one.path))}: ${isolated(one.message)} [${one.code}]\n`)
  if (one.hint) session.io.err(`  next:  ${one.hint}\n`)
}
