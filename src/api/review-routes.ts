import type { Case, CaseClaim, NamedSide, QueueItem } from '../case/index.js'
import type { Judgement } from '../model/index.js'
import { answers } from './answers.js'
import type { CaseWorld } from './case-world.js'
import type { ApiContext } from './context.js'
import type { Both } from './contract/lists.js'
import { type NamedAnswer, type QueueItemAnswer, REVIEW_ROUTES } from './contract/review.js'

/** What waits for an analyst, how far analysts agree, and taking a judgement back. */
export const reviewRoutes = ({ kase, speaker }: ApiContext) =>
  answers(REVIEW_ROUTES, {
    'GET /review': async ({ query, who }) => {
      const queue = await kase.queue({ ...query, by: who.name ?? query.by })
      const claims = queue.items.flatMap(claimsOf)
      const views = new Map((await speaker.claims(claims)).map((view) => [view.id, view]))
      const view = (claim: CaseClaim) => views.get(claim.id)!
      const side = (one: NamedSide) => named(one, speaker.world)
      const answer = async (item: QueueItem): Promise<QueueItemAnswer> => {
        if (item.kind === 'claim') return { ...item, claim: view(item.claim) }
        if (item.kind === 'incidents') {
          const { a, b, because } = item
          const said = await speaker.reasons([a.claim, b.claim], because)
          const [one, other] = [a, b].map((side) => ({ ...side, claim: view(side.claim) }))
          return { ...item, a: one!, b: other!, reason: said.en, said }
        }
        if (item.kind === 'entities') return { ...item, a: side(item.a), b: side(item.b) }
        return { ...item, candidates: item.candidates.map(side) }
      }
      return { ...queue, items: await Promise.all(queue.items.map(answer)), names: await speaker.names(claims) }
    },
    'GET /review/agreement': async () => {
      const { apart, ...agreement } = await kase.agreement()
      const shown = await Promise.all(
        apart.slice(0, MOST_APART).map(async (words) => ({ words, ...(await about(kase, words[0]!, speaker.world)) })),
      )
      const views = await speaker.claims(shown.flatMap(({ claim }) => claim ?? []))
      return {
        ...agreement,
        apart: shown.map(({ claim, ...rest }) => {
          const view = views.find(({ id }) => id === claim?.id)
          return { ...rest, ...(view && { claim: view }) }
        }),
        names: await speaker.names(views),
      }
    },
    'POST /judgements/{id}/undo': async ({ params, body, who }) => ({
      judgement: await kase.takeBack(params.id, who.name ?? body.by),
    }),
  })

/** Disagreements that are shown at once. */
const MOST_APART = 100

/** What a judgement is about; things that are no longer there have no title. */
async function about(
  kase: Case,
  { target }: Judgement,
  world: CaseWorld,
): Promise<{ claim?: CaseClaim; titles: Both[] }> {
  if (target.kind === 'claim') {
    const claim = target.claim ? await kase.claim(target.claim).catch(() => undefined) : undefined
    return { ...(claim && { claim }), titles: [] }
  }
  if (target.kind === 'incident') return { titles: [] }
  const title = async (id: string): Promise<Both> =>
    target.of === 'entity'
      ? kase.entity(id).then(
          (entity) => world.nameOf(entity),
          () => ({ en: id, ar: id }),
        )
      : kase.incident(id).then(
          (incident) => incident.title,
          () => ({ en: id, ar: id }),
        )
  return { titles: await Promise.all([title(target.a), title(target.b)]) }
}

function claimsOf(item: QueueItem): CaseClaim[] {
  if (item.kind === 'claim') return [item.claim]
  return item.kind === 'incidents' ? [item.a.claim, item.b.claim] : []
}

function named({ entity, examples }: NamedSide, world: CaseWorld): NamedAnswer {
  const { id, kind, documents, from } = entity
  return { id, kind, documents, name: world.nameOf(entity), known: from === 'pack', examples }
}
