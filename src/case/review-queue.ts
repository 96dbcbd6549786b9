import type { Judgement } from '../model/index.js'
import { listDocuments, listJudgements, listReadings, listStandings, type Scope } from '../store/index.js'
import { fold } from '../text/index.js'
import type { CaseContext } from './context.js'
import { fillQueue } from './fill-queue.js'
import { standing } from './fit-judgements.js'
import { keptAnswer } from './keep-answers.js'
import { type KeptStanding, renewStandings } from './keep-standings.js'
import { allEntities } from './list-entities.js'
import { listUndecided } from './list-undecided.js'
import { QUEUE_KINDS, type Queue, type QueueFilter, type QueueReason, type Waiting } from './queue.js'
import { waitingClaims } from './rank-claims.js'
import { waitingEntities } from './rank-names.js'
import { summariseCase } from './summarise-case.js'
import { wholeCase } from './whole-case.js'

/** How many items a page has where nothing else is asked for. */
const PAGE = 30
/** In a larger case pairs of incidents are looked for only when they are asked for: the whole case is linked again. */
const MANY_CLAIMS = 2_000
/** Documents, the last added ones, in which ambiguous names are looked for. */
const MOST_DOCUMENTS = 500
const WORDING = 70
const INCIDENTS = { establishes: 90, plain: 55 } as const

/** What waits for an analyst, what would change a conclusion first; see `QueueFilter`. */
export async function reviewQueue(context: CaseContext, filter: QueueFilter): Promise<Queue> {
  const judgements = await context.store.read(async (scope) =>
    standing(await listJudgements(scope)).map(({ judgement }) => judgement),
  )
  const decided = decidedBy(judgements, filter.by)
  const all = filter.again
    ? waitingAgain(judgements, filter.by)
    : (await waiting(context, filter.kind)).filter(({ id }) => !decided.has(id))
  const count = Object.fromEntries(QUEUE_KINDS.map((kind) => [kind, all.filter((one) => one.kind === kind).length]))
  const asked = filter.kind === undefined ? all : all.filter(({ kind }) => kind === filter.kind)
  const from = filter.cursor === undefined ? 0 : asked.findIndex(({ id }) => id === filter.cursor) + 1
  const page = asked.slice(from, from + (filter.limit ?? PAGE))
  const more = from + page.length < asked.length
  const items = await fillQueue(context, page)
  return {
    items,
    total: asked.length,
    waiting: count as Queue['waiting'],
    ...(more ? { next: page.at(-1)!.id } : {}),
  }
}

/** What a judgement is about, as the queue names it. */
function idOf({ target }: Judgement): string {
  if (target.kind === 'claim') return `claim ${target.claim}`
  if (target.kind === 'incident') return `incident ${target.incident}`
  const [a, b] = [target.a, target.b].sort()
  return `${target.of === 'entity' ? 'entities' : 'incidents'} ${a} ${b}`
}

/** What this analyst, or anybody where none is named, said anything of; the case itself knows what is decided. */
function decidedBy(judgements: readonly Judgement[], by: string | undefined): Set<string> {
  return new Set(judgements.filter((one) => by === undefined || one.by === by || one.kind !== 'unsure').map(idOf))
}

/** What others decided and this analyst did not, the oldest first. */
function waitingAgain(judgements: readonly Judgement[], by: string | undefined): Waiting[] {
  const own = new Set(judgements.filter((one) => one.by === by).map(idOf))
  const found = new Map<string, Waiting>()
  for (const judgement of judgements) {
    const id = idOf(judgement)
    const { target, kind } = judgement
    if (own.has(id) || found.has(id) || kind === 'add' || kind === 'grade') continue
    const again = { id, weight: 0, reasons: ['again' as const], orderKey: '' }
    if (target.kind === 'claim' && target.claim !== undefined)
      found.set(id, { ...again, kind: 'claim', about: [target.claim] })
    if (target.kind === 'pair' && target.of === 'entity')
      found.set(id, { ...again, kind: 'entities', about: [target.a, target.b] })
  }
  return [...found.values()]
}

/** Everything that nobody decided on, in order; kept until the case changes. */
async function waiting(context: CaseContext, kind: QueueFilter['kind']): Promise<Waiting[]> {
  const pairs = kind === 'incidents' || (await summariseCase(context)).claims <= MANY_CLAIMS
  const kept = await keptAnswer(context, `queue ${pairs}`, async () =>
    (await everythingWaiting(context, pairs)).map(shortened),
  )
  return context.remember(`queue in full ${pairs}`, async () => kept.map(inFull))
}

/** Keeps the queue that is asked for first. */
export async function keepQueue(context: CaseContext): Promise<void> {
  await waiting(context, undefined)
}

/** What waits as it is kept: nearly all are claims, of which little is to be said. */
type Short = Omit<Waiting, 'orderKey'> | readonly [claim: string, weight: number, ...reasons: QueueReason[]]

function shortened({ orderKey: _, ...one }: Waiting): Short {
  return one.kind === 'claim' ? [one.about[0]!, one.weight, ...one.reasons] : one
}

function inFull(short: Short): Waiting {
  if (!isClaim(short)) return { ...short, orderKey: '' }
  const [claim, weight, ...reasons] = short
  return { kind: 'claim', id: `claim ${claim}`, about: [claim], weight, reasons, orderKey: '' }
}

const isClaim = (short: Short): short is readonly [string, number, ...QueueReason[]] => Array.isArray(short)

async function everythingWaiting(context: CaseContext, pairs: boolean): Promise<Waiting[]> {
  const { tellings } = await wholeCase(context)
  const judgements = await context.store.read(async (scope) => standing(await listJudgements(scope)))
  await renewStandings(context)
  const standings = await context.store.read((scope) => listStandings<KeptStanding>(scope, {}))
  const judged = new Set(judgements.map(({ judgement }) => idOf(judgement)))
  const own = new Set(
    judgements.flatMap(({ judgement: { target } }) => (target.kind === 'claim' ? (target.claim ?? []) : [])),
  )
  const reasons = new Map(standings.flatMap((one) => Object.entries(one.reasons)))
  const all = [
    ...waitingClaims(tellings, reasons, (id) => own.has(id)),
    ...(pairs ? await waitingPairs(context, standings) : []),
    ...waitingEntities(await allEntities(context), (a, b) => judged.has(`entities ${a} ${b}`)),
    ...(await context.store.read((scope) =>
      waitingWordings(
        scope,
        judgements.map(({ judgement }) => judgement),
      ),
    )),
  ]
  return all.sort((a, b) => b.weight - a.weight || (a.orderKey < b.orderKey ? -1 : 1))
}

async function waitingPairs(context: CaseContext, standings: readonly KeptStanding[]): Promise<Waiting[]> {
  const weighed = new Map(standings.map(({ mark }) => [mark.id, mark]))
  return (await listUndecided(context)).map(({ a, b, score, reason }): Waiting => {
    const sides = [weighed.get(a.incident), weighed.get(b.incident)]
    const establishes = sides.every((side) => (side?.independence.atLeast ?? 2) < 2)
    const id = `incidents ${[a.incident, b.incident].sort().join(' ')}`
    return {
      ...{ kind: 'incidents', id, about: [a.incident, a.claim, b.incident, b.claim], score, reason },
      reasons: establishes ? ['would-establish'] : [],
      // What could as well be one as two is what a person can add most to.
      weight: (establishes ? INCIDENTS.establishes : INCIDENTS.plain) + 10 * score,
      orderKey: id,
    }
  })
}

/** Wordings that may be several entities, the most used first. */
async function waitingWordings(scope: Scope, judgements: readonly Judgement[]): Promise<Waiting[]> {
  const decided = new Set(
    judgements.flatMap(({ target }) =>
      target.kind === 'pair' && target.of === 'entity' ? [fold(target.a), fold(target.b)] : [],
    ),
  )
  const rows = (await listDocuments(scope)).filter(({ forgotten }) => !forgotten).slice(-MOST_DOCUMENTS)
  const newest = new Set(rows.map(({ reading }) => reading))
  const readings = (
    await listReadings(
      scope,
      rows.map(({ document }) => document.id),
    )
  ).filter(({ id }) => newest.has(id))
  const found = new Map<string, { words: string; entities: string[]; documents: Set<string> }>()
  for (const { document, mentions } of readings)
    for (const { text, entities, kind } of mentions) {
      if (entities.length < 2 || kind === 'place' || decided.has(fold(text))) continue
      const key = `${fold(text)} ${[...entities].sort().join(' ')}`
      const one = found.get(key) ?? { words: text, entities: [...entities].sort(), documents: new Set<string>() }
      one.documents.add(document)
      found.set(key, one)
    }
  return [...found.values()].map(({ words, entities, documents }): Waiting => {
    const id = `wording ${fold(words)}`
    const weight = WORDING + Math.min(20, documents.size)
    const about = [...entities.slice(0, 9), ...[...documents].slice(0, 2)]
    return { kind: 'wording', id, words, about, reasons: ['unnamed'], weight, orderKey: id }
  })
}
