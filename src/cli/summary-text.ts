import type { CaseSummary, PairSummary } from '../case/index.js'
import { independenceShort } from './show-incident.js'
import { table } from './table.js'

/** How many relationships a summary shows. */
const STRONGEST = 10

/** A case in a screenful: its size, what it rests on, and its strongest relationships. */
export function summaryText(summary: CaseSummary, dyads: readonly PairSummary[], width: number): string {
  const languages = Object.entries(summary.languages).map(([language, n]) => `${n} ${language}`)
  const days = summary.firstDay ? `, ${summary.firstDay} to ${summary.lastDay}` : ''
  const lines = [
    `Case ${summary.name} (TLP:${summary.tlp.toUpperCase()})`,
    `  ${summary.documents} documents (${languages.join(', ')}) of ${summary.outlets} outlets${days}`,
    `  ${summary.claims} claims: ${summary.unnamedOriginClaims} from unnamed sources, ${summary.ownVoiceClaims} in an outlet's own voice`,
    `  ${summary.incidents} incidents, ${summary.contradictions} contradictions, ${summary.entities} entities`,
  ]
  if (dyads.length === 0) return `${lines.join('\n')}\n`
  const rows = dyads
    .slice(0, STRONGEST)
    .map((dyad) => [
      `${dyad.aName.en} – ${dyad.bName.en}`,
      String(dyad.incidents),
      String(dyad.claims),
      independenceShort(dyad.independence),
      dyad.channels.join(', '),
    ])
  const head = ['relationship', 'incidents', 'claims', 'independent origins', 'channels']
  return `${lines.join('\n')}\n\n${table(head, rows, width, head.length - 1)}`
}
