import type { Command } from 'commander'
import type { Case, CommonPartner } from '../../case/index.js'
import { collectDossier, displayName, ledgerTable } from '../../export/index.js'
import { isolate } from '../../text/index.js'
import { type LeaveOutGiven, leaveOutOf, leaveOutOptions } from '../leave-out-options.js'
import { caseOption, command, jsonOption, languageOption, type Session } from '../session.js'
import { independenceShort } from '../show-incident.js'
import { table } from '../table.js'

interface DyadOptions extends LeaveOutGiven {
  case: string
  language: string
  json?: boolean
  beside?: [string, string]
  others?: boolean
}

/** `isnad dyad A B`: the ledger of two actors by channel and month; beside it that of two others, and who appears with both. */
export function dyadCommand(session: Session): Command {
  return leaveOutOptions(command('dyad', 'what is said to have passed between two actors, by channel and month'))
    .argument('<a>', 'id or any name of an actor')
    .argument('<b>')
    .option('--beside <actor...>', 'two further actors, whose ledger is printed as well')
    .option('--others', 'who else appears with both')
    .addOption(caseOption())
    .addOption(languageOption())
    .addOption(jsonOption())
    .action((a: string, b: string, options: DyadOptions) =>
      session.withCase(options.case, async (kase) => {
        const ledgers = [await ledgerOf(kase, a, b, options, session)]
        const [c, d] = options.beside ?? []
        if (c !== undefined && d !== undefined) ledgers.push(await ledgerOf(kase, c, d, options, session))
        const [first] = ledgers
        const others = options.others ? await kase.commonPartners(first!.json.a, first!.json.b) : undefined
        if (options.json) {
          const rest = { ...(ledgers[1] && { beside: ledgers[1].json }), ...(others && { others }) }
          return session.json({ ...first!.json, ...rest })
        }
        session.io.out(ledgers.map(({ text }) => text).join('\n'))
        if (others) session.io.out(`\n${othersTable(others, options.language, session)}`)
      }),
    )
}

async function ledgerOf(kase: Case, a: string, b: string, options: DyadOptions, session: Session) {
  const { language } = options
  const leaveOut = leaveOutOf(options)
  const day = session.io.now().slice(0, 10)
  const dossier = await collectDossier(kase, a, b, { day, ...(leaveOut && { leaveOut }) })
  const { dyad } = dossier
  const names = [dossier.a, dossier.b].map((one) => displayName(one, language, session.packs.titles))
  const cells = dyad.cells.map((cell) => ({
    ...cell,
    claimTypes: [...new Set(cell.claims.map((id) => dossier.claims.get(id)?.type))],
  }))
  const { ontology, titles } = session.packs
  const ledger = ledgerTable(dossier, { language, ontology, titles, sayings: ontology.sayings })
  const text =
    ledger.rows.length === 0
      ? `${ledger.nothing}\n`
      : `${isolate(ledger.title)}\n\n${table(ledger.head, ledger.rows, session.io.width)}`
  return { json: { a: dyad.a, b: dyad.b, aName: names[0], bName: names[1], cells }, text }
}

function othersTable(others: readonly CommonPartner[], language: string, session: Session): string {
  if (others.length === 0) return 'Nobody else appears with both.\n'
  const rows = others.map(({ name, with: dyads }) => [
    language === 'ar' ? name.ar : name.en,
    ...dyads.map((dyad) => `${dyad.incidents} incidents, ${independenceShort(dyad.independence)}`),
  ])
  return table(['also with both', 'with the first', 'with the second'], rows, session.io.width)
}
