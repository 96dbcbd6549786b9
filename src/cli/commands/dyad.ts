import type { Command } from 'commander'
import { collectDossier, displayName } from '../../export/index.js'
import { caseOption, command, jsonOption, languageOption, type Session } from '../session.js'
import { independenceShort } from '../show-incident.js'
import { table } from '../table.js'

/** `isnad dyad A B`: the ledger of two actors by channel and month. */
export function dyadCommand(session: Session): Command {
  return command('dyad', 'what is said to have passed between two actors, by channel and month')
    .argument('<a>', 'id or any name of an actor')
    .argument('<b>')
    .addOption(caseOption())
    .addOption(languageOption())
    .addOption(jsonOption())
    .action((a: string, b: string, options: { case: string; language: string; json?: boolean }) =>
      session.withCase(options.case, async (kase) => {
        const dossier = await collectDossier(kase, a, b, { day: session.io.now().slice(0, 10) })
        const { dyad, incidents } = dossier
        const names = [dossier.a, dossier.b].map((one) => displayName(one, options.language))
        if (options.json) {
          const cells = dyad.cells.map((cell) => ({
            ...cell,
            claimTypes: [...new Set(cell.claims.map((id) => dossier.claims.get(id)?.type))],
          }))
          return session.json({ a: dyad.a, b: dyad.b, aName: names[0], bName: names[1], cells })
        }
        if (dyad.cells.length === 0) return session.io.out(`Nothing is reported between ${names.join(' and ')}.\n`)
        const rows = dyad.cells.map((cell) => {
          const titles = cell.incidents.map(
            (id) => (incidents.get(id)?.title as Record<string, string>)?.[options.language] ?? id,
          )
          const what = titles.length ? titles.join('; ') : `${cell.claims.length} claims of a relation`
          return [cell.channel, cell.month, String(cell.claims.length), independenceShort(cell.independence), what]
        })
        session.io.out(`${names.join(' – ')}\n\n`)
        session.io.out(table(['channel', 'month', 'claims', 'independent origins', 'what'], rows, session.io.width))
      }),
    )
}
