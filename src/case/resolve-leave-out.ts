import { unnamedKey } from '../resolve/index.js'
import { documentsNaming, listNames, type Scope } from '../store/index.js'
import type { LeaveOut } from './case.js'
import type { CaseContext } from './context.js'

const UNNAMED = /^u-[0-9a-f]{16}$/

/**
 * What to leave out as weighing takes it: an unnamed source by its id stands in no claim, and is known there by its words,
 * who passes it on, and the day.
 */
export async function resolveLeaveOut<W extends LeaveOut | undefined>(context: CaseContext, what: W): Promise<W> {
  const ids = (what?.origins ?? []).filter((one) => UNNAMED.test(one))
  if (!what || ids.length === 0) return what
  const keys = await context.store.read((scope) => keysOf(scope, ids))
  return { ...what, origins: [...(what.origins ?? []), ...keys] }
}

async function keysOf(scope: Scope, ids: readonly string[]): Promise<string[]> {
  const keys: string[] = []
  for (const { entity, text: name, outlet, day } of await listNames(scope, ids)) {
    // A document stands for an outlet or a day that is not known.
    const documents = outlet && day ? [''] : await documentsNaming(scope, { entities: [entity] })
    for (const one of documents) keys.push(unnamedKey({ name, outlet: outlet || one, day: day || one }))
  }
  return keys
}
