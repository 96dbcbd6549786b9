import type { Command } from 'commander'
import { sayFailure } from '../capture-inputs.js'
import { Progress } from '../progress.js'
import { caseOption, command, jsonOption, type Session } from '../session.js'

/** `isnad work`: reads what `add --later` has stored, until nothing waits; several may run at once. */
export function workCommand(session: Session): Command {
  return command('work', 'read the documents that wait in a case (added with --later); several may do so at once')
    .addOption(caseOption())
    .addOption(jsonOption())
    .action((options: { case: string; json?: boolean }) =>
      session.withCase(options.case, async (kase) => {
        const progress = new Progress('Reading', session.io)
        const linking = new Progress('Linking', session.io)
        const answers = new Progress('Preparing answers', session.io)
        const result = await kase.work({ onProgress: progress.step, onLink: linking.step, onFinish: answers.step })
        progress.end()
        linking.end()
        answers.end()
        for (const failure of result.failed) sayFailure(failure, session)
        if (options.json) session.json(result)
        else session.io.out(`${result.documents} read, ${result.failed.length} failed\n`)
      }),
    )
}
