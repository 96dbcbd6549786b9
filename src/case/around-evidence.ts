import { IsnadError, type Span } from '../model/index.js'
import { documentTexts, shownByIds } from '../store/index.js'
import type { CaseContext } from './context.js'
import type { Around } from './queue.js'

/** Letters shown before and after a claim's evidence, at most. */
const BEFORE = 260
const AFTER = 200

/** The paragraph round the evidence, cut where it is long. */
export function aroundEvidence(text: string, evidence: Span): Around {
  const line = text.lastIndexOf('\n', Math.max(0, evidence.start - 1)) + 1
  const end = text.indexOf('\n', evidence.end)
  const start = Math.max(line, wordAt(text, evidence.start - BEFORE))
  const to = Math.min(end < 0 ? text.length : end, wordAt(text, evidence.end + AFTER))
  return { start, text: text.slice(start, Math.max(to, evidence.end)) }
}

/** The paragraph in which a claim stands. Throws `not-found`. */
export function aroundClaim({ store }: CaseContext, id: string): Promise<Around> {
  return store.read(async (scope) => {
    const [found] = await shownByIds(scope, [id])
    if (!found) throw new IsnadError('not-found', `there is no claim "${id}" in this case`)
    const text = (await documentTexts(scope, [found.document])).get(found.document)
    return aroundEvidence(text ?? '', found.claim.evidence)
  })
}

/** The beginning of the word that stands here. */
function wordAt(text: string, at: number): number {
  if (at <= 0) return 0
  return at >= text.length ? text.length : text.lastIndexOf(' ', at) + 1
}
