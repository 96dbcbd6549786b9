import type { Ontology, SayingsFile } from '../../packs/index.js'
import { displayName, type Titles } from '../say/display-name.js'
import { fillForm } from '../say/fill-form.js'
import { sayMonth } from '../say/say-time.js'
import { sayContext } from '../say/sayer.js'
import type { Dossier } from './dossier.js'
import { cellOrigins } from './independence-words.js'
import { reportContext } from './report-context.js'

/** The ledger of two actors as plain rows, one a cell, in one language. */
export interface LedgerTable {
  /** Both actors, as a heading. */
  title: string
  head: string[]
  rows: string[][]
  /** What is said where there are no rows. */
  nothing: string
}

/** Makes the rows of a terminal's ledger: channel, month, claims, the independent origins of its incidents, what. */
export function ledgerTable(
  dossier: Dossier,
  options: { language: string; sayings: ReadonlyMap<string, SayingsFile>; ontology: Ontology; titles: Titles },
): LedgerTable {
  const { language } = options
  const context = reportContext(sayContext(language, { ...options, entity: (id) => dossier.entities.get(id) }))
  const { words, terms } = context
  const titleOf = (id: string) =>
    (dossier.incidents.get(id)?.title as Record<string, string> | undefined)?.[language] ?? id
  const rows = dossier.dyad.cells.map((cell) => {
    const titles = cell.incidents.map(titleOf)
    return [
      terms.channels[cell.channel] ?? cell.channel,
      /^\d/.test(cell.month) ? sayMonth(cell.month, context) : words.undated,
      String(cell.claims.length),
      cellOrigins([cell], context),
      titles.length
        ? titles.join(words['between-reasons'])
        : fillForm(words['relation-claims'], { n: String(cell.claims.length) }),
    ]
  })
  return {
    title: [dossier.a, dossier.b].map((one) => displayName(one, language, options.titles)).join(' – '),
    head: [words.channel, words.months, words.claims, words.origins, words.what],
    rows,
    nothing: words.nothing,
  }
}
