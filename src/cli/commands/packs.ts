import { resolve } from 'node:path'
import type { Command } from 'commander'
import { checkPacks, newTheatre } from '../../packs/index.js'
import { printError } from '../print-error.js'
import { command, jsonOption, type Session } from '../session.js'
import { explain } from './explain.js'

/** `isnad packs check | try | new`. */
export function packsCommand(session: Session): Command {
  const packs = command('packs', 'check, try and begin packs of knowledge')
  packs.addCommand(
    command('check', 'load all packs and say everything that is wrong with them')
      .argument('[dir...]', 'further folders of packs')
      .action((dirs: string[]) => {
        const problems = checkPacks({ extra: dirs.map((dir) => resolve(dir)) })
        for (const problem of problems) printError(problem, session.io)
        if (problems.length) session.partial()
        session.io.out(problems.length ? `${problems.length} problems\n` : 'The packs load; nothing is wrong.\n')
      }),
  )
  packs.addCommand(
    command('try', 'show how a sentence is read with the packs')
      .argument('<sentence...>')
      .option('--date <day>', 'day the sentence was published')
      .addOption(jsonOption())
      .action((words: string[], options: { date?: string; json?: boolean }) =>
        explain(words.join(' '), options, session),
      ),
  )
  packs.addCommand(
    command('new', 'begin a theatre: a folder with its manifest and empty tables')
      .argument('<id>')
      .option('--dir <dir>', 'folder to make it in', '.')
      .option('--title <title>', 'its name in English')
      .option('--title-ar <title>', 'its name in Arabic')
      .action((id: string, options: { dir: string; title?: string; titleAr?: string }) => {
        const title = options.title ?? id
        const made = newTheatre(resolve(options.dir), id, { en: title, ar: options.titleAr ?? title })
        session.io.out(`Made ${made}. Next: fill its tables, then isnad packs check ${made}\n`)
      }),
  )
  return packs
}
