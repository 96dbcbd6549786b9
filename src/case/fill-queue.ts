import type { Entity } from '../model/index.js'
import { entitiesOf } from '../resolve/index.js'
import {
  countNaming,
  documentsNaming,
  documentTexts,
  incidentsByIds,
  listNames,
  namesOfDocument,
  type Scope,
  shownByIds,
} from '../store/index.js'
import { aroundEvidence } from './around-evidence.js'
import type { CaseClaim, UndecidedPair } from './case.js'
import { type CaseContext, documentsById } from './context.js'
import { identitiesOf, renamed } from './identities.js'
import { incidentTitle } from './incident-title.js'
import { caseClaims } from './list-claims.js'
import { bestPassage, placesOf } from './mark-words.js'
import type { Around, IncidentSide, NamedSide, NameExample, QueueItem, Waiting } from './queue.js'
import { weighIncidents } from './weigh-case.js'

/** Sentences shown for a name. */
const EXAMPLES = 2

/** Fills in what a screen shows of each thing that waits; what is no longer there is left out. */
export async function fillQueue(context: CaseContext, waiting: readonly Waiting[]): Promise<QueueItem[]> {
  return context.store.read(async (scope) => {
    const ids = waiting.flatMap(({ kind, about }) =>
      kind === 'claim' ? about : kind === 'incidents' ? [about[1]!, about[3]!] : [],
    )
    const claims = new Map((await caseClaims(scope, await shownByIds(scope, ids))).map((claim) => [claim.id, claim]))
    const texts = await documentTexts(scope, [...new Set([...claims.values()].map(({ document }) => document))])
    const filler = new Filler(context, scope, claims, texts)
    const items: QueueItem[] = []
    for (const one of waiting) {
      const item = await filler.fill(one)
      if (item) items.push(item)
    }
    return items
  })
}

class Filler {
  readonly #sides = new Map<string, Promise<NamedSide | undefined>>()

  constructor(
    readonly context: CaseContext,
    readonly scope: Scope,
    readonly claims: ReadonlyMap<string, CaseClaim>,
    readonly texts: ReadonlyMap<string, string>,
  ) {}

  async fill(waiting: Waiting): Promise<QueueItem | undefined> {
    const { kind, id, weight, reasons, about } = waiting
    const queued = { id, weight: Math.round(weight), reasons }
    if (kind === 'claim') return this.#claim(queued, about[0]!)
    if (kind === 'incidents') {
      const [a, b] = [await this.#incident(about[0]!, about[1]!), await this.#incident(about[2]!, about[3]!)]
      return a && b && { ...queued, kind, a, b, score: waiting.score ?? 0, reason: waiting.reason ?? '' }
    }
    if (kind === 'entities') {
      const [a, b] = [await this.#side(about[0]!), await this.#side(about[1]!)]
      return a && b && { ...queued, kind, a, b, score: waiting.score ?? 0 }
    }
    const words = waiting.words ?? ''
    const isDocument = (one: string) => one.startsWith('sha256:')
    const candidates = await Promise.all(about.filter((one) => !isDocument(one)).map((one) => this.#side(one)))
    const examples = await this.#examples(about.filter(isDocument), async () => [words])
    return { ...queued, kind, words, candidates: candidates.flatMap((one) => one ?? []), examples }
  }

  async #claim(queued: Pick<QueueItem, 'id' | 'weight' | 'reasons'>, id: string): Promise<QueueItem | undefined> {
    const claim = this.claims.get(id)
    if (!claim) return undefined
    const [found] = claim.incident ? await incidentsByIds(this.scope, [claim.incident]) : []
    const title = found && incidentTitle(found.incident, this.context.steps.world)
    const incident = found && title && { id: found.incident.id, title, claims: found.incident.claims.length }
    return { ...queued, kind: 'claim', claim, around: this.#around(claim), ...(incident ? { incident } : {}) }
  }

  async #incident(id: string, claimId: string): Promise<IncidentSide | undefined> {
    const claim = this.claims.get(claimId)
    const [found] = await incidentsByIds(this.scope, [id])
    if (!claim || !found) return undefined
    const [weighed] = await weighIncidents(this.context, this.scope, [found.incident])
    if (!weighed) return undefined
    const { atLeast, atMost, camps } = weighed.independence
    const title: UndecidedPair['a']['title'] = incidentTitle(found.incident, this.context.steps.world)
    return { incident: id, title, claim, around: this.#around(claim), independence: { atLeast, atMost, camps } }
  }

  #around({ document, evidence }: CaseClaim): Around {
    return aroundEvidence(this.texts.get(document) ?? evidence.text, evidence)
  }

  #side(id: string): Promise<NamedSide | undefined> {
    const made = this.#sides.get(id) ?? this.#makeSide(id)
    this.#sides.set(id, made)
    return made
  }

  async #makeSide(id: string): Promise<NamedSide | undefined> {
    const { world } = this.context.steps
    const identities = await identitiesOf(this.scope, world)
    const members = [...identities.members(id)]
    const uses = renamed(await listNames(this.scope, members), identities)
    const own = entitiesOf(uses, world).find((one) => one.id === identities.of(id))
    const entity: Entity | undefined = own ?? world.entities.get(id)
    if (!entity) return undefined
    const counts = await countNaming(this.scope, members)
    const documents = members.reduce((sum, one) => sum + (counts.get(one) ?? 0), 0)
    const named = (await documentsNaming(this.scope, { entities: members })).slice(0, EXAMPLES)
    const wordings = async (document: string) =>
      (await namesOfDocument(this.scope, document)).flatMap((one) => (members.includes(one.entity) ? [one.text] : []))
    return { entity: { ...entity, documents }, examples: await this.#examples(named, wordings) }
  }

  async #examples(
    documents: readonly string[],
    wordings: (document: string) => Promise<string[]>,
  ): Promise<NameExample[]> {
    const texts = await documentTexts(this.scope, documents)
    const about = await documentsById(this.scope, documents)
    const examples: NameExample[] = []
    for (const [document, text] of texts) {
      const passage = bestPassage(text, [], placesOf(text, await wordings(document)))
      examples.push({ document, outlet: about.get(document)?.document.outlet, passage })
    }
    return examples
  }
}
