import { basename, resolve } from 'node:path'
import type { Command } from 'commander'
import type { AddResult, Case } from '../../case/index.js'
import type { Tlp } from '../../model/index.js'
import { sayFailure } from '../capture-inputs.js'
import { allowHostOption, limitOption, limitsOf, mappingOption } from '../capture-options.js'
import { isolated } from '../print-error.js'
import { Progress } from '../progress.js'
import { caseOption, command, jsonOption, type Session, tlpOption } from '../session.js'
import { shownPath } from '../shown.js'

interface AddOptions {
  case: string
  name?: string
  tlp?: Tlp
  later?: boolean
  json?: boolean
  limit: string[]
  allowHost: string[]
  mapping: string[]
}

/** `isnad add PATH…`: captures, reads, links, weighs and stores. */
export function addCommand(session: Session): Command {
  return command('add', 'add files, folders, addresses or - to a case; makes the case where there is none')
    .argument('<path...>')
    .addOption(caseOption())
    .option('--name <name>', 'name of a new case')
    .addOption(tlpOption('marking of documents that carry none; of a new case, its own'))
    .option('--later', 'only store them; isnad work reads them')
    .addOption(limitOption())
    .addOption(allowHostOption())
    .addOption(mappingOption(session))
    .addOption(jsonOption())
    .action((paths: string[], options: AddOptions) =>
      session.withNewCase(options.case, aboutCase(options), async (kase) => {
        const result = await addTo(kase, paths, options.tlp, session, options)
        if (options.json) session.json(result)
        else for (const line of addLines(result)) session.io.out(`${line}\n`)
      }),
    )
}

export function aboutCase(options: { case: string; name?: string; tlp?: Tlp }): { name: string; tlp: Tlp } {
  return { name: options.name ?? basename(resolve(options.case)), tlp: options.tlp ?? 'clear' }
}

/** Adds with progress; failures are said on standard error. */
export async function addTo(
  kase: Case,
  paths: string[],
  tlp: Tlp | undefined,
  session: Session,
  options: { later?: boolean; limit?: string[]; allowHost?: string[] } = {},
): Promise<AddResult> {
  const progress = new Progress('Adding', session.io)
  const linking = new Progress('Linking', session.io)
  const answers = new Progress('Preparing answers', session.io)
  const result = await kase.add(paths, {
    onProgress: progress.step,
    onLink: linking.step,
    onFinish: answers.step,
    later: options.later ?? false,
    ...(tlp ? { tlp } : {}),
    limits: limitsOf(options.limit),
    allowHosts: options.allowHost ?? [],
  })
  progress.end()
  linking.end()
  answers.end()
  for (const failure of result.failed) sayFailure(failure, session)
  return result
}

function addLines(result: AddResult): string[] {
  const claims = result.added.reduce((sum, one) => sum + one.claims, 0)
  return [
    ...result.files.flatMap((one) => [
      `= ${isolated(shownPath(one.path))}  ${one.format}`,
      ...one.notes.map((note) => `  ${note}`),
    ]),
    ...result.added.flatMap((one) => [
      `+ ${isolated(shownPath(one.path))}  ${one.claims} claims${one.version ? `, version ${one.version.number} of its address` : ''}`,
      ...(one.note ? [`  ${one.note}`] : []),
    ]),
    `${result.added.length} added (${claims} claims), ${result.unchanged.length} already there, ${result.failed.length} failed`,
  ]
}
