import { findKept, keepAnswer } from '../store/index.js'
import { type CaseContext, keptKey } from './context.js'

/**
 * An answer about the whole case: as it is kept, where the case has not changed since, else made and kept. It must depend
 * on the case and its packs alone, and be the same after it was written as JSON and read again. `stateOf`: a mark of the
 * part of the case that it depends on.
 */
export function keptAnswer<T>(
  context: CaseContext,
  what: string,
  make: () => Promise<T>,
  stateOf: () => Promise<string> = context.revision,
): Promise<T> {
  return context.remember(`kept ${what}`, async () => {
    const { store } = context
    // Asked before anything is read: what changes meanwhile is another state.
    const state = `${keptKey(context)} ${await stateOf()}`
    const before = await store.read((scope) => findKept<T>(scope, what))
    if (before?.state === state) return before.answer
    const answer = await make()
    await store.write((tx) => keepAnswer(tx, what, { state, answer }))
    return answer
  })
}
