import { CliticsFile, type LanguagePack, tree } from '../../packs/index.js'
import { fold } from '../../text/index.js'

/** Every run of proclitics that can stand before a word, longest first: «وبال», «ب», «ال». */
export function procliticRuns(pack: LanguagePack): string[] {
  const slots = tree(pack, 'grammar/clitics.yml', CliticsFile)?.proclitics ?? []
  const runs = ['']
  for (const slot of slots) runs.push(...runs.flatMap((run) => slot.map((s) => run + fold(s))))
  return [...new Set(runs.filter(Boolean))].sort((a, b) => b.length - a.length)
}
