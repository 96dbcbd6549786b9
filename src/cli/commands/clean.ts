import { type Command, Option } from 'commander'
import { cleaned } from '../../capture/index.js'
import { captureInputs } from '../capture-inputs.js'
import { allowHostOption, limitOption, mappingOption } from '../capture-options.js'
import { command, type Session } from '../session.js'

/** `isnad clean FILE…`: pages without their furniture. */
export function cleanCommand(session: Session): Command {
  return command('clean', 'print the text of pages without web furniture, with what is known of them')
    .argument('<path...>')
    .addOption(
      new Option('--format <format>', 'one JSON a file, or plain text').choices(['text', 'jsonl']).default('text'),
    )
    .addOption(limitOption())
    .addOption(allowHostOption())
    .addOption(mappingOption(session))
    .action(async (paths: string[], options: { limit: string[]; allowHost: string[]; format: string }) => {
      for await (const { document } of captureInputs(paths, session, options)) {
        const page = cleaned(document)
        session.io.out(options.format === 'jsonl' ? `${JSON.stringify(page)}\n` : `${page.text}\n`)
      }
    })
}
