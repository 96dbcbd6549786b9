import { writeFileSync } from 'node:fs'
import { type Command, Option } from 'commander'
import { claimsToCsv, claimsToJsonl, markingFor, sayContext } from '../../export/index.js'
import type { Tlp } from '../../model/index.js'
import { allPages } from '../all-pages.js'
import { SayBook } from '../say-book.js'
import { caseOption, command, languageOption, type Session, tlpOption } from '../session.js'

interface ExportOptions {
  case: string
  language: string
  tlp?: Tlp
  out?: string
}

/** `isnad export csv | jsonl`: the claims of a case for other programs. */
export function exportCommand(session: Session): Command {
  const all = command('export', 'write the claims of a case as a table or as lines of JSON')
  for (const [name, write] of Object.entries({ csv: claimsToCsv, jsonl: claimsToJsonl }))
    all.addCommand(
      command(name, `claims as ${name.toUpperCase()}`)
        .addOption(caseOption())
        .addOption(languageOption())
        .addOption(tlpOption('the strictest marking that all readers may have'))
        .addOption(new Option('--out <file>', 'write to a file'))
        .action((options: ExportOptions) =>
          session.withCase(options.case, async (kase) => {
            const documents = new Map((await kase.documents()).map((one) => [one.id, one]))
            const marking = markingFor(documents.values(), (await kase.about()).tlp, options.tlp)
            const { items } = await allPages((cursor) => kase.claims(cursor ? { cursor } : {}))
            const book = await new SayBook(kase, session.packs).readFor(items)
            const text = write(items, {
              say: sayContext(options.language, book.world),
              sentence: (claim) => book.say(claim, options.language),
              document: (id) => documents.get(id),
              marking,
            })
            if (options.out) writeFileSync(options.out, text)
            else session.io.out(text)
            session.io.err(`${items.length} claims, TLP:${marking.toUpperCase()}\n`)
          }),
        ),
    )
  return all
}
