import { type Command, Option } from 'commander'
import type { Case } from '../../case/index.js'
import {
  CLAIM_STATUSES,
  CLAIM_TYPES,
  Claim,
  type ClaimStatus,
  type ClaimType,
  type Filler,
  IsnadError,
  type Judgement,
} from '../../model/index.js'
import { caseOption, command, jsonOption, type Session } from '../session.js'
import { wholeFingerprint } from '../whole-fingerprint.js'
import { judgeExchange } from './judge-exchange.js'

interface JudgeOptions {
  case: string
  by?: string
  why?: string
  json?: boolean
}

/** `isnad judge …`: what the analyst decides; each decision is logged and can be taken back. */
export function judgeCommand(session: Session): Command {
  const judge = command('judge', 'decide: accept, reject, correct or add a claim; say that two things are one, or not')
  const add = (sub: Command) => {
    sub.addOption(caseOption()).option('--why <reason>').addOption(jsonOption())
    judge.addCommand(sub.addOption(new Option('--by <name>', 'who decides').env('ISNAD_ANALYST')))
  }
  for (const kind of ['accept', 'reject'] as const)
    add(
      command(kind, `${kind} a claim`)
        .argument('<claim>')
        .action((id: string, options: JudgeOptions) =>
          decide(session, options, async (kase) => ({ kind, target: await claimTarget(kase, id) })),
        ),
    )
  add(
    command('correct', 'correct a claim: what is given replaces what was read')
      .argument('<claim>')
      .requiredOption('--set <json>', 'the corrected parts of the claim, as JSON')
      .action((id: string, options: JudgeOptions & { set: string }) =>
        decide(session, options, async (kase) => ({
          kind: 'correct',
          target: await claimTarget(kase, id),
          claim: parseClaim(options.set),
        })),
      ),
  )
  add(addClaim(session))
  for (const kind of ['same', 'different', 'unsure'] as const)
    add(
      command(
        kind,
        `two claims, incidents or entities are ${kind === 'unsure' ? 'perhaps' : kind === 'same' ? '' : 'not'} one`.replace(
          / {2}/g,
          ' ',
        ),
      )
        .argument('<a>')
        .argument('<b>')
        .addOption(new Option('--of <what>').choices(['claim', 'incident', 'entity']).default('incident'))
        .action((a: string, b: string, options: JudgeOptions & { of: 'claim' | 'incident' | 'entity' }) =>
          decide(session, options, async () => ({ kind, target: { kind: 'pair', of: options.of, a, b } })),
        ),
    )
  add(
    command('undo', 'take a judgement back')
      .argument('<judgement>')
      .action((id: string, options: JudgeOptions) =>
        decide(session, options, async (kase) => {
          const old = (await kase.judgements()).find((one) => one.id === id)
          if (!old)
            throw new IsnadError('not-found', `there is no judgement "${id}"`, { hint: 'isnad list judgements' })
          const { id: _id, at: _at, why: _why, by: _by, ...same } = old
          return { ...same, reverses: id }
        }),
      ),
  )
  for (const sub of judgeExchange(session)) judge.addCommand(sub)
  return judge
}

interface AddOptions extends JudgeOptions {
  type: ClaimType
  evidence: string
  status: ClaimStatus
  agent: string[]
  counterpart: string[]
  object: string[]
}

function addClaim(session: Session): Command {
  const words = (text: string, list: string[]) => [...list, text]
  return command('add', 'add a claim that was not read, by the words that state it')
    .argument('<document>', 'its fingerprint, or the beginning of it')
    .addOption(new Option('--type <type>').choices([...CLAIM_TYPES]).makeOptionMandatory())
    .requiredOption('--evidence <words>', 'the words of the document that state it, exactly')
    .addOption(new Option('--status <status>').choices([...CLAIM_STATUSES]).default('asserted'))
    .option('--agent <words>', 'words of the document, = and an id where known; may be given again', words, [])
    .option('--counterpart <words>', 'the other side, likewise', words, [])
    .option('--object <words>', 'what is given, taken or held, likewise', words, [])
    .action((id: string, options: AddOptions) =>
      decide(session, options, async (kase) => {
        const document = await wholeFingerprint(kase, id)
        const { reading } = await kase.document(document)
        const { text } = reading.document
        const evidence = spanOf(text, options.evidence)
        const fillers = (list: string[]) => list.map((one) => fillerOf(text, one, evidence.start))
        const claim = {
          type: options.type,
          status: options.status,
          evidence,
          agents: fillers(options.agent),
          counterparts: fillers(options.counterpart),
          objects: fillers(options.object),
        }
        const span = { start: evidence.start, end: evidence.end }
        return { kind: 'add', target: { kind: 'claim', document, span, type: options.type }, claim }
      }),
    )
}

type Decision = Omit<Judgement, 'id' | 'at' | 'by'>

async function decide(session: Session, options: JudgeOptions, make: (kase: Case) => Promise<Decision>): Promise<void> {
  const { by } = options
  if (!by)
    throw new IsnadError('usage', 'a judgement needs a name: who decides', {
      hint: 'Add --by "Your Name", or set ISNAD_ANALYST.',
    })
  await session.withCase(options.case, async (kase) => {
    const decision = await make(kase)
    const judgement = await kase.judge({ ...decision, by, ...(options.why ? { why: options.why } : {}) })
    if (options.json) session.json(judgement)
    else
      session.io.out(
        `${judgement.id} ${judgement.reverses ? `takes back ${judgement.reverses}` : judgement.kind}, by ${judgement.by}\n`,
      )
  })
}

async function claimTarget(kase: Case, id: string): Promise<Judgement['target']> {
  const { document, evidence, type } = await kase.claim(id)
  return { kind: 'claim', document, span: { start: evidence.start, end: evidence.end }, type, claim: id }
}

function parseClaim(json: string): Partial<Claim> {
  const parsed = Claim.partial().safeParse(jsonOf(json))
  if (parsed.success) return parsed.data as Partial<Claim>
  const issue = parsed.error.issues[0]
  throw noClaim(`${issue?.path.join('.') || 'it'}: ${issue?.message}`)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw noClaim('it is not JSON')
  }
}

function noClaim(what: string): IsnadError {
  return new IsnadError('judgement-invalid', `--set is no part of a claim: ${what}`, {
    hint: 'For example --set \'{"status":"denied"}\'',
  })
}

/** The first place after `from` where these words stand in the text. */
function spanOf(text: string, words: string, from = 0) {
  const after = text.indexOf(words, from)
  const start = after >= 0 ? after : text.indexOf(words)
  if (start < 0 || words === '')
    throw new IsnadError('judgement-invalid', `the document does not say "${words}"`, {
      hint: 'Copy the words from the document, exactly.',
    })
  return { start, end: start + words.length, text: words }
}

function fillerOf(text: string, given: string, from: number): Filler {
  const [, words = given, id] = /^(.*?)\s*=\s*([a-z0-9-]+)$/.exec(given) ?? []
  return { ...spanOf(text, words, from), ...(id ? { entity: id } : {}) }
}
