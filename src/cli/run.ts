import { readFileSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import { addCommand } from './commands/add.js'
import { caseCommand } from './commands/case.js'
import { cleanCommand } from './commands/clean.js'
import { dyadCommand } from './commands/dyad.js'
import { explainCommand } from './commands/explain.js'
import { exportCommand } from './commands/export.js'
import { judgeCommand } from './commands/judge.js'
import { listCommand } from './commands/list.js'
import { namesCommand } from './commands/names.js'
import { packsCommand } from './commands/packs.js'
import { readCommand } from './commands/read.js'
import { reportCommand } from './commands/report.js'
import { serveCommand } from './commands/serve.js'
import { showCommand } from './commands/show.js'
import { startCommand } from './commands/start.js'
import { userCommand } from './commands/user.js'
import { watchCommand } from './commands/watch.js'
import { workCommand } from './commands/work.js'
import { EXIT, EXIT_HELP } from './exit-codes.js'
import type { Io } from './io.js'
import { printError } from './print-error.js'
import { type Loaded, Session } from './session.js'

/** The program with all its commands and options, and the session that they share. */
export function createProgram(io: Io, loaded?: Loaded): { program: Command; session: Session } {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string
  }
  const program = new Command('isnad')
    .description('Reads reports on armed groups and keeps a case: who is said to have done what, according to whom.')
    .version(version)
    .option(
      '--pack <dir>',
      'a further folder of packs; may be given again',
      (dir, list: string[]) => [...list, dir],
      [],
    )
    .addHelpText('after', EXIT_HELP)
  const session = new Session(io, () => program.opts<{ pack: string[] }>().pack, loaded)
  const commands = [startCommand, addCommand, readCommand, cleanCommand, explainCommand, listCommand, showCommand]
    .concat([dyadCommand, reportCommand, judgeCommand, exportCommand, serveCommand, packsCommand, namesCommand])
    .concat([watchCommand, workCommand, caseCommand, userCommand])
  for (const make of commands) program.addCommand(make(session))
  return { program, session }
}

/** Runs the program with these words; prints through `io` and gives the exit code. Never throws. */
export async function run(argv: readonly string[], io: Io, loaded?: Loaded): Promise<number> {
  const { program, session } = createProgram(io, loaded)
  quiet(program, io)
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return session.exitCode
  } catch (error) {
    // Commander has already said what is wrong; help and version end the program without an error.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage
    return printError(error, io)
  }
}

/** Lets every command print through `io` and end by throwing. */
function quiet(command: Command, io: Io): void {
  command.exitOverride().configureOutput({
    writeOut: io.out,
    writeErr: io.err,
    outputError: (text, write) => write(text.replace(/^error: /, 'isnad: ')),
    getOutHelpWidth: () => io.width,
    getErrHelpWidth: () => io.width,
  })
  command.showHelpAfterError('  next:  add --help to see what this command takes')
  for (const sub of command.commands) quiet(sub, io)
}
