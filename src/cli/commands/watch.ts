import { type Command, InvalidArgumentError } from 'commander'
import type { AddResult } from '../../case/index.js'
import { sayFailure } from '../capture-inputs.js'
import { allowHostOption, limitOption, limitsOf } from '../capture-options.js'
import { isolated } from '../print-error.js'
import { caseOption, command, jsonOption, type Session } from '../session.js'
import { shownPath } from '../shown.js'
import { aboutCase } from './add.js'

interface WatchCommandOptions {
  case: string
  every: number
  once?: boolean
  json?: boolean
  limit: string[]
  allowHost: string[]
}

/** `isnad watch FEED…`: captures what feeds list, again and again. */
export function watchCommand(session: Session): Command {
  return command('watch', 'poll feeds and add the reports that they list, until ended')
    .argument('<feed...>')
    .addOption(caseOption())
    .option('--every <minutes>', 'minutes between two rounds, at least 5', minutes, 30)
    .option('--once', 'one round only')
    .addOption(limitOption())
    .addOption(allowHostOption())
    .addOption(jsonOption())
    .action((feeds: string[], options: WatchCommandOptions) =>
      session.withNewCase(options.case, aboutCase(options), async (kase) => {
        const ending = new AbortController()
        if (!options.once) void session.io.ended().then(() => ending.abort())
        let said = { added: 0, failed: 0 }
        const onRound = ({ added, failed }: AddResult) => {
          for (const one of failed.slice(said.failed)) sayFailure(one, session)
          if (!options.json)
            for (const one of added.slice(said.added))
              session.io.out(`+ ${isolated(shownPath(one.path))}  ${one.claims} claims\n`)
          said = { added: added.length, failed: failed.length }
        }
        const result = await kase.watch(feeds, {
          once: options.once ?? false,
          everyMinutes: options.every,
          limits: limitsOf(options.limit),
          allowHosts: options.allowHost,
          signal: ending.signal,
          onRound,
        })
        if (options.json) return session.json(result)
        session.io.out(
          `${result.added.length} added, ${result.unchanged.length} already there, ${result.failed.length} failed\n`,
        )
      }),
    )
}

function minutes(value: string): number {
  const number = Number(value)
  if (!(number >= 5)) throw new InvalidArgumentError('It is a number of minutes, 5 or more.')
  return number
}
