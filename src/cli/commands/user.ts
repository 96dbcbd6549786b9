import { type Command, Option } from 'commander'
import type { Case } from '../../case/index.js'
import { IsnadError, ROLES, type Role } from '../../model/index.js'
import { caseOption, command, jsonOption, type Session } from '../session.js'
import { table } from '../table.js'

interface Common {
  case: string
  json?: true
}

/** `isnad user …`: who may use the case on a server, and what they did there. */
export function userCommand(session: Session): Command {
  const { io } = session
  /** Does something with the case, and writes it down as done here. */
  const doing = (location: string, action: string, name: string, work: (kase: Case) => Promise<string | undefined>) =>
    session.withCase(location, async (kase) => {
      const secret = await work(kase)
      await kase.people.record({ who: 'command line', role: null, action: `user ${action}`, path: name, status: 200 })
      if (secret !== undefined) io.out(`${secret}\n`)
    })
  /** A command on the case; `taken`: the arguments that it takes. */
  const about = (word: string, text: string, ...taken: string[]) => {
    const made = command(word, text).addOption(caseOption())
    for (const one of taken) made.argument(one)
    return made
  }
  const role = () => new Option('--role <role>', 'what he may do').choices([...ROLES])
  const password = () => new Option('--password-stdin', 'read the password from standard input')

  const add = about('add', 'let somebody in, and print the password that was made for him', '<name>')
    .addOption(role().default('viewer'))
    .addOption(password())
    .action((name: string, options: Common & { role: Role; passwordStdin?: true }) =>
      doing(options.case, 'add', name, async (kase) => {
        const given = options.passwordStdin && (await readLine(session))
        const made = await kase.people.add(name, options.role, given)
        return given ? undefined : made
      }),
    )
  const list = about('list', 'who may come in')
    .addOption(jsonOption())
    .action((options: Common) =>
      session.withCase(options.case, async (kase) => {
        const people = await kase.people.list()
        if (options.json) return session.json(people)
        if (people.length === 0) return io.out('Nobody. The case is served on its own machine only.\n')
        const rows = people.map((one) => [
          one.name,
          one.role,
          one.disabled ? `disabled ${one.disabled.slice(0, 10)}` : '',
        ])
        io.out(table(['name', 'role', ''], rows, io.width))
      }),
    )
  const setRole = about('role', `give another role: ${ROLES.join(', ')}`, '<name>', '<role>').action(
    (name: string, given: string, options: Common) => {
      if (!ROLES.includes(given as Role))
        throw new IsnadError('usage', `"${given}" is no role`, { hint: `One of ${ROLES.join(', ')}.` })
      return doing(options.case, 'role', `${name} ${given}`, async (kase) => {
        await kase.people.setRole(name, given as Role)
        return undefined
      })
    },
  )
  const setPassword = about('password', 'make another password and print it; whoever was signed in is out', '<name>')
    .addOption(password())
    .action((name: string, options: Common & { passwordStdin?: true }) =>
      doing(options.case, 'password', name, async (kase) => {
        const given = options.passwordStdin && (await readLine(session))
        const made = await kase.people.setPassword(name, given)
        return given ? undefined : made
      }),
    )
  const disable = (word: 'disable' | 'enable', text: string) =>
    about(word, text, '<name>').action((name: string, options: Common) =>
      doing(options.case, word, name, async (kase) => {
        await kase.people.setDisabled(name, word === 'disable')
        return undefined
      }),
    )
  const token = about('token', 'make an API token for a program of his and print it, this once', '<name>')
    .option('--label <words>', 'what it is for', 'token')
    .option('--days <n>', 'how long it holds', Number, 90)
    .option('--revoke', 'instead: take all his tokens away')
    .action((name: string, options: Common & { label: string; days: number; revoke?: true }) => {
      if (!(options.days >= 1 && options.days <= 3660))
        throw new IsnadError('usage', '--days is a number from 1 to 3660')
      return doing(options.case, options.revoke ? 'token --revoke' : 'token', name, async (kase) => {
        if (!options.revoke) return kase.people.token(name, options.label, options.days)
        await kase.people.revokeTokens(name)
        return undefined
      })
    })
  const audit = about('audit', 'who saw and changed what, newest first')
    .option('--who <name>', 'of one person')
    .option('--since <day>', 'since a day')
    .option('--limit <n>', 'how many', Number, 100)
    .addOption(jsonOption())
    .action((options: Common & { who?: string; since?: string; limit: number }) =>
      session.withCase(options.case, async (kase) => {
        const { who, since, limit } = options
        const page = await kase.people.audit({ who, since, limit })
        if (options.json) return session.json(page)
        const rows = page.items.map((one) => [one.at, one.who || '–', one.action, one.path, String(one.status)])
        io.out(table(['at', 'who', 'action', 'path', 'status'], rows, io.width))
      }),
    )
  const all = command('user', 'who may use a case on a server, and what they did there')
  for (const one of [add, list, setRole, setPassword]) all.addCommand(one)
  all.addCommand(disable('disable', 'let somebody in no more, at once'))
  all.addCommand(disable('enable', 'let somebody in again'))
  return all.addCommand(token).addCommand(audit)
}

async function readLine({ io }: Session): Promise<string> {
  let text = ''
  for await (const part of io.stdin ?? []) text += typeof part === 'string' ? part : Buffer.from(part).toString('utf8')
  return text.replace(/\r?\n[\s\S]*$/, '')
}
