import type { Command } from 'commander'
import { printable, unpackCase } from '../../case/index.js'
import { IsnadError, type Tlp } from '../../model/index.js'
import { custodyText } from '../custody-text.js'
import { EXIT } from '../exit-codes.js'
import { Progress } from '../progress.js'
import { caseOption, command, jsonOption, type Session, tlpOption } from '../session.js'
import { summaryText } from '../summary-text.js'
import { wholeFingerprint } from '../whole-fingerprint.js'
import { aboutCase } from './add.js'

interface CaseOptions {
  case: string
  json?: boolean
}

/** `isnad case new | summary | verify | reread | diff | forget`. */
export function caseCommand(session: Session): Command {
  const all = command('case', 'make, check and mend a case')
  const sub = (name: string, description: string) => {
    const made = command(name, description).addOption(caseOption()).addOption(jsonOption())
    all.addCommand(made)
    return made
  }
  sub('new', 'make an empty case')
    .option('--name <name>')
    .addOption(tlpOption('marking of the case'))
    .action((options: CaseOptions & { name?: string; tlp?: Tlp }) =>
      session.newCase(options.case, aboutCase(options), async (kase) =>
        session.io.out(`${printable(kase.location)}\n`),
      ),
    )
  sub('summary', 'documents, claims, incidents, and the strongest relationships').action((options: CaseOptions) =>
    session.withCase(options.case, async (kase) => {
      const summary = await kase.summary()
      if (options.json) session.json({ ...summary, dyads: await kase.dyads() })
      else session.io.out(summaryText(summary, await kase.pairs(), session.io.width))
    }),
  )
  sub('verify', 'recompute every fingerprint and the log').action((options: CaseOptions) =>
    session.withCase(options.case, async (kase) => {
      const result = await kase.verify()
      if (result.problems.length) session.exitCode = EXIT.store
      if (options.json) return session.json(result)
      for (const problem of result.problems) session.io.out(`${problem}\n`)
      const end = result.problems.length ? `${result.problems.length} problems` : 'nothing has changed'
      session.io.out(`${result.documents} documents, ${result.log} log entries: ${end}\nhead ${result.head}\n`)
    }),
  )
  sub('reread', 'read every document again with the reader and packs of today').action((options: CaseOptions) =>
    session.withCase(options.case, async (kase) => {
      const progress = new Progress('Reading', session.io)
      const linking = new Progress('Linking', session.io)
      const answers = new Progress('Preparing answers', session.io)
      const result = await kase.reread({ onProgress: progress.step, onLink: linking.step, onFinish: answers.step })
      progress.end()
      linking.end()
      answers.end()
      if (options.json) return session.json(result)
      session.io.out(`${result.documents} read, ${result.changed} changed, ${result.review} judgements to review\n`)
    }),
  )
  sub('diff', 'what the newest reading changed against the one before').action((options: CaseOptions) =>
    session.withCase(options.case, async (kase) => {
      const changes = await kase.diff()
      if (options.json) return session.json(changes)
      for (const one of changes) {
        session.io.out(`${one.path}\n`)
        for (const claim of one.removed) session.io.out(`  - ${claim.type} \u2068${claim.evidence.text}\u2069\n`)
        for (const claim of one.added) session.io.out(`  + ${claim.type} \u2068${claim.evidence.text}\u2069\n`)
      }
      session.io.out(`${changes.length} documents differ\n`)
    }),
  )
  sub('pack', 'write the case as one BagIt archive, which another machine verifies and opens')
    .requiredOption('--out <file>', 'the archive, a ZIP file')
    .action((options: CaseOptions & { out: string }) =>
      session.withCase(options.case, async (kase) => {
        const packed = await kase.pack(options.out)
        if (options.json) return session.json(packed)
        session.io.out(`${packed.archive}: ${packed.files} files, ${packed.bytes} bytes\nhead ${packed.head}\n`)
      }),
    )
  sub('wacz', 'write what was fetched as a WACZ web archive')
    .requiredOption('--out <file>', 'the archive')
    .action((options: CaseOptions & { out: string }) =>
      session.withCase(options.case, async (kase) => {
        const made = await kase.wacz(options.out)
        if (options.json) return session.json(made)
        session.io.out(`${made.archive}: ${made.pages} captures\n`)
      }),
    )
  sub('unpack', 'verify an archive of a case and open it in a new folder')
    .argument('<archive>')
    .action(async (archive: string, options: CaseOptions) => {
      const { files, head } = await unpackCase(archive, options.case)
      await session.withCase(options.case, async (kase) => {
        const verified = await kase.verify()
        if (verified.problems.length) session.exitCode = EXIT.store
        if (options.json) return session.json({ files, packedHead: head, ...verified })
        for (const problem of verified.problems) session.io.out(`${problem}\n`)
        const end = verified.problems.length ? `${verified.problems.length} problems` : 'nothing has changed'
        session.io.out(`${files} files as packed; ${verified.documents} documents: ${end}\nhead ${verified.head}\n`)
      })
    })
  sub('timestamp', 'have a time-stamping server (RFC 3161) sign the head of the log')
    .requiredOption('--server <address>', 'the server that you trust')
    .action((options: CaseOptions & { server: string }) =>
      session.withCase(options.case, async (kase) => {
        const stamp = await kase.timestamp(options.server)
        if (options.json) return session.json(stamp)
        session.io.out(
          `head ${stamp.head}\nwas there at ${stamp.at}, says ${stamp.server}\nanswer raw/${stamp.answer}\n`,
        )
      }),
    )
  sub('custody', 'how a document’s bytes came in, each time')
    .argument('<document>', 'its fingerprint, or the beginning of it')
    .action((id: string, options: CaseOptions) =>
      session.withCase(options.case, async (kase) => {
        const records = await kase.custody(await wholeFingerprint(kase, id))
        if (options.json) return session.json(records)
        for (const record of records) session.io.out(custodyText(record))
      }),
    )
  sub('forget', 'remove a document’s text and bytes for good; a hashed tombstone stays')
    .argument('<document>', 'its fingerprint, or the beginning of it')
    .requiredOption('--why <reason>')
    .option('--by <name>', 'who decides', session.io.env.ISNAD_ANALYST)
    .action((id: string, options: CaseOptions & { why: string; by?: string }) => {
      const { by, why } = options
      if (!by) throw new IsnadError('usage', 'forgetting needs a name: who decides', { hint: 'Add --by "Your Name".' })
      return session.withCase(options.case, async (kase) => {
        const whole = await wholeFingerprint(kase, id)
        await kase.forget(whole, why, by)
        session.io.out(`${whole} is forgotten\n`)
      })
    })
  return all
}
