import { isMadeWith, type KeptBeside, markOtherPacks as mark } from '../store/index.js'
import { type CaseContext, keptKey } from './context.js'

/** Marks to be made anew what was kept with other packs than those of the day; where all was made with these, only asks. */
export async function markOtherPacks(context: CaseContext, kind: KeptBeside): Promise<void> {
  const packs = keptKey(context)
  if (await context.store.read((scope) => isMadeWith(scope, kind, packs))) return
  await context.store.write((tx) => mark(tx, kind, packs))
}
