import type { Command } from 'commander'
import { collectDossier, displayName, ledgerTable } from '../../export/index.js'
import { isolate } from '../../text/index.js'
import { caseOption, command, jsonOption, languageOption, type Session } from '../session.js'
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
        const { dyad } = dossier
        const names = [dossier.a, dossier.b].map((one) => displayName(one, options.language))
        if (options.json) {
          const cells = dyad.cells.map((cell) => ({
            ...cell,
            claimTypes: [...new Set(cell.claims.map((id) => dossier.claims.get(id)?.type))],
          }))
          return session.json({ a: dyad.a, b: dyad.b, aName: names[0], bName: names[1], cells })
        }
        const { ontology } = session.packs
        const { language } = options
        const ledger = ledgerTable(dossier, { language, ontology, sayings: ontology.sayings })
        if (ledger.rows.length === 0) return session.io.out(`${ledger.nothing}\n`)
        session.io.out(`${isolate(ledger.title)}\n\n${table(ledger.head, ledger.rows, session.io.width)}`)
      }),
    )
}
