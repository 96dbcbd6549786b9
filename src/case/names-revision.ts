import { countJobs, logHead, pairJudgements } from '../store/index.js'
import type { CaseContext } from './context.js'

/**
 * A mark that changes whenever documents, their readings, or what analysts decided of names do: all that names rest on.
 * Judgements on claims and incidents leave it as it is.
 */
export function namesRevision({ store }: CaseContext): Promise<string> {
  return store.read(async (scope) => {
    const documents = await logHead(scope, ['create', 'add', 'read', 'forget'])
    const names = (await pairJudgements(scope)).findLast(
      ({ judgement: { target } }) => target.kind === 'pair' && target.of === 'entity',
    )
    return `${documents.hash}-${names?.seq ?? 0}-${await countJobs(scope)}`
  })
}
