import { type Command, Option } from 'commander'
import { glossesOf, placeNounsOf, sayClaim, sayContext } from '../../export/index.js'
import type { Reading } from '../../model/index.js'
import { isolate } from '../../text/index.js'
import { captureInputs } from '../capture-inputs.js'
import { allowHostOption, limitOption, mappingOption } from '../capture-options.js'
import { isolated } from '../print-error.js'
import { command, languageOption, type Session } from '../session.js'

/** `isnad read FILE…`: what each document claims; touches no database. */
export function readCommand(session: Session): Command {
  return command('read', 'print what documents claim, without a case')
    .argument('<path...>')
    .addOption(
      new Option('--format <format>', 'one JSON a document, or sentences').choices(['text', 'jsonl']).default('text'),
    )
    .addOption(languageOption())
    .addOption(limitOption())
    .addOption(allowHostOption())
    .addOption(mappingOption(session))
    .action(
      async (paths: string[], options: { limit: string[]; allowHost: string[]; format: string; language: string }) => {
        for await (const { document } of captureInputs(paths, session, options)) {
          const reading = session.steps.reader.read(document)
          if (options.format === 'jsonl') session.io.out(`${JSON.stringify(readingJson(reading))}\n`)
          else session.io.out(readingText(reading, options.language, session))
        }
      },
    )
}

/** A reading as the contract has it: the document with its reader, and its claims. */
export function readingJson({ document, claims }: Reading): object {
  return { document, claims }
}

function readingText(reading: Reading, language: string, session: Session): string {
  const { packs } = session
  const { document } = reading
  const context = sayContext(language, {
    sayings: packs.ontology.sayings,
    ontology: packs.ontology,
    titles: packs.titles,
    entity: (id) => packs.entities.get(id),
    gloss: glossesOf(packs),
    isPlaceNoun: placeNounsOf(packs),
    mentions: () => reading.mentions,
  })
  const claims = reading.claims.map(
    (claim) => `  - ${isolate(sayClaim(claim, document, context))}\n    “${claim.evidence.text}”`,
  )
  const head = [document.title, document.outlet, document.published?.from].filter(Boolean).join(', ')
  const lines = [`${document.path}${head ? `: ${head}` : ''} (${reading.claims.length} claims)`, ...claims]
  return `${lines.map((line) => isolated(line.replace(/\n(?! {4}“)/g, ' '))).join('\n')}\n\n`
}
