import type { Judgement } from '../model/index.js'
import { entitiesOf } from '../resolve/index.js'
import {
  claimedAmong,
  countWaiting,
  hasMoreClaims,
  listDocuments,
  listJudgements,
  listNames,
  listReadings,
  listWaiting,
  namesOfKinds,
  originsOfIncidents,
  placeOfWaiting,
  type QueuePlace,
  type Scope,
  type WaitingClaim,
} from '../store/index.js'
import { fold } from '../text/index.js'
import { type CaseContext, keptKey } from './context.js'
import { fillQueue } from './fill-queue.js'
import { standing } from './fit-judgements.js'
import { identitiesOf, renamed } from './identities.js'
import { keptAnswer } from './keep-answers.js'
import { renewStandings } from './keep-standings.js'
import { renewTellings } from './keep-tellings.js'
import { isUnsureHeld } from './keep-unsure.js'
import { pairsInDoubt } from './list-undecided.js'
import { namesRevision } from './names-revision.js'
import { QUEUE_KINDS, type Queue, type QueueFilter, type QueueReason, type Waiting } from './queue.js'
import { type AlikePair, alikeEntities, toWaitingPair } from './rank-names.js'

/** How many items a page has where nothing else is asked for. */
const PAGE = 30
/** In a larger case pairs of incidents that are not held are sought only when they are asked for: the whole case is linked again. */
const MANY_CLAIMS = 2_000
/** Documents, the last added ones, in which ambiguous names are looked for. */
const MOST_DOCUMENTS = 500
const WORDING = 70
const INCIDENTS = { establishes: 90, plain: 55 } as const

/** What waits for an analyst, what would change a conclusion first; see `QueueFilter`. */
export async function reviewQueue(context: CaseContext, filter: QueueFilter): Promise<Queue> {
  const { store } = context
  const judgements = await store.read(async (scope) =>
    standing(await listJudgements(scope)).map(({ judgement }) => judgement),
  )
  const limit = filter.limit ?? PAGE
  await renewTellings(context)
  await renewStandings(context)
  if (filter.again) {
    const again = waitingAgain(judgements, filter.by)
    const asked = ofKind(again, filter.kind)
    const from = filter.cursor === undefined ? 0 : asked.findIndex(({ id }) => id === filter.cursor) + 1
    return answer(context, asked.slice(from), { limit, total: asked.length, waiting: count(again) })
  }
  const decided = decidedBy(judgements, filter.by)
  const { entity } = filter
  const names = (await waitingNames(context)).filter(({ about }) => !entity || about.includes(entity))
  const pairs = entity ? [] : await waitingPairs(context, filter.kind)
  const others = [...names, ...pairs].filter(({ id }) => !decided.has(id))
  const waiting = { ...count(others), claim: entity ? 0 : await store.read(countWaiting) }
  const asked = ofKind(others, filter.kind).sort(inOrder)
  const claimsToo = !entity && (filter.kind === undefined || filter.kind === 'claim')
  const after = filter.cursor === undefined ? undefined : await placeOf(context, filter.cursor, asked)
  const claims = claimsToo ? await store.read((tx) => listWaiting<QueueReason>(tx, { after, limit: limit + 1 })) : []
  const rest = [...asked.filter((one) => !after || inOrder(after, one) < 0), ...claims.map(asWaiting)].sort(inOrder)
  return answer(context, rest, { limit, waiting, total: asked.length + (claimsToo ? waiting.claim : 0) })
}

/** What weighs most comes first. */
const inOrder = (a: QueuePlace, b: QueuePlace) =>
  b.weight - a.weight || (a.orderKey < b.orderKey ? -1 : a.orderKey > b.orderKey ? 1 : 0)

const ofKind = (all: readonly Waiting[], kind: QueueFilter['kind']) =>
  all.filter((one) => kind === undefined || one.kind === kind)

const count = (all: readonly Waiting[]) =>
  Object.fromEntries(QUEUE_KINDS.map((kind) => [kind, ofKind(all, kind).length])) as Queue['waiting']

const asWaiting = ({ claim, weight, orderKey, reasons }: WaitingClaim<QueueReason>): Waiting => ({
  ...{ kind: 'claim', id: `claim ${claim}`, about: [claim], weight, orderKey, reasons: [...reasons] },
})

/** Where the item that ended the page before stands; undefined where it waits no longer. */
async function placeOf(context: CaseContext, id: string, others: readonly Waiting[]): Promise<QueuePlace | undefined> {
  const claim = /^claim (.*)/.exec(id)?.[1]
  if (claim === undefined) return others.find((one) => one.id === id)
  return context.store.read((scope) => placeOfWaiting(scope, claim))
}

/** The first `limit` of these, filled in. */
async function answer(
  context: CaseContext,
  rest: readonly Waiting[],
  { limit, ...about }: Pick<Queue, 'total' | 'waiting'> & { limit: number },
): Promise<Queue> {
  const page = rest.slice(0, limit)
  const more = rest.length > limit
  return { items: await fillQueue(context, page), ...about, ...(more ? { next: page.at(-1)!.id } : {}) }
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

/** Names on which nobody decided; kept until documents or names change. */
async function waitingNames(context: CaseContext): Promise<Waiting[]> {
  const { alike, wordings } = await namesInDoubt(context)
  const claimed = await context.store.read((scope) =>
    claimedAmong(
      scope,
      alike.flatMap(({ a, b }) => [a, b]),
    ),
  )
  return [...alike.map((pair) => toWaitingPair(pair, claimed.has(pair.a) && claimed.has(pair.b))), ...wordings]
}

/** Names that may be one, and wordings that may name several; all that the queue rests on beside claims. */
export function namesInDoubt(context: CaseContext): Promise<{ alike: AlikePair[]; wordings: Waiting[] }> {
  const { store, steps } = context
  const make = () =>
    store.read(async (scope) => {
      const identities = await identitiesOf(scope, steps.world)
      // Where analysts decided, a name of one kind may stand for an entity of another.
      const names = identities.any ? await listNames(scope) : await namesOfKinds(scope, ['actor', 'person'])
      const judgements = standing(await listJudgements(scope)).map(({ judgement }) => judgement)
      return {
        alike: alikeEntities(entitiesOf(renamed(names, identities), steps.world)),
        wordings: await waitingWordings(scope, judgements),
      }
    })
  return keptAnswer(context, 'names in doubt', make, () => namesRevision(context))
}

/** Pairs of incidents that may be one. */
async function waitingPairs(context: CaseContext, kind: QueueFilter['kind']): Promise<Waiting[]> {
  const { store } = context
  const isCheap = (scope: Scope) => isUnsureHeld(scope, keptKey(context))
  if (kind !== 'incidents' && !(await store.read(isCheap)))
    if (await store.read((scope) => hasMoreClaims(scope, MANY_CLAIMS))) return []
  const pairs = await pairsInDoubt(context)
  const sides = [...new Set(pairs.flatMap(({ a, b }) => [a.incident, b.incident]))]
  const atLeast = await store.read((scope) => originsOfIncidents(scope, sides))
  return pairs.map(({ a, b, score, because }): Waiting => {
    const establishes = [a, b].every(({ incident }) => (atLeast.get(incident) ?? 2) < 2)
    const id = `incidents ${[a.incident, b.incident].sort().join(' ')}`
    return {
      ...{ kind: 'incidents', id, about: [a.incident, a.claim, b.incident, b.claim], score, because },
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
