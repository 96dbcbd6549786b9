import type { Entity } from '../model/index.js'
import { entitiesOf } from '../resolve/index.js'
import {
  countNaming,
  documentsNaming,
  documentTexts,
  listNames,
  namesOfDocument,
  type Scope,
  shownByIds,
  standingsOf,
} from '../store/index.js'
import { aroundEvidence } from './around-evidence.js'
import type { CaseClaim } from './case.js'
import { type CaseContext, documentsById } from './context.js'
import { identitiesOf, renamed } from './identities.js'
import type { IncidentMark } from './keep-standings.js'
import { caseClaims } from './list-claims.js'
import { bestPassage, placesOf } from './mark-words.js'
import type { Around, IncidentSide, NamedSide, NameExample, QueueItem, Waiting } from './queue.js'

/** Sentences shown for a name. */
const EXAMPLES = 2

/** Fills in what a screen shows of each thing that waits; what is no longer there is left out. Standings must be renewed. */
export async function fillQueue(context: CaseContext, waiting: readonly Waiting[]): Promise<QueueItem[]> {
  return context.store.read(async (scope) => {
    const ids = waiting.flatMap(({ kind, about }) =>
      kind === 'claim' ? about : kind === 'incidents' ? [about[1]!, about[3]!] : [],
    )
    const claims = new Map((await caseClaims(scope, await shownByIds(scope, ids))).map((claim) => [claim.id, claim]))
    const texts = await documentTexts(scope, [...new Set([...claims.values()].map(({ document }) => document))])
    const incidents = [
      ...waiting.flatMap(({ kind, about }) => (kind === 'incidents' ? [about[0]!, about[2]!] : [])),
      ...[...claims.values()].flatMap(({ incident }) => incident ?? []),
    ]
    const marks = await standingsOf<IncidentMark>(scope, [...new Set(incidents)])
    const filler = new Filler(context, scope, { claims, texts, marks })
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
    readonly known: {
      claims: ReadonlyMap<string, CaseClaim>
      texts: ReadonlyMap<string, string>
      marks: ReadonlyMap<string, IncidentMark>
    },
  ) {}

  async fill(waiting: Waiting): Promise<QueueItem | undefined> {
    const { kind, id, weight, reasons, about } = waiting
    const queued = { id, weight: Math.round(weight), reasons }
    if (kind === 'claim') return this.#claim(queued, about[0]!)
    if (kind === 'incidents') {
      const [a, b] = [this.#incident(about[0]!, about[1]!), this.#incident(about[2]!, about[3]!)]
      return a && b && { ...queued, kind, a, b, score: waiting.score ?? 0, because: waiting.because ?? [] }
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

  #claim(queued: Pick<QueueItem, 'id' | 'weight' | 'reasons'>, id: string): QueueItem | undefined {
    const claim = this.known.claims.get(id)
    if (!claim) return undefined
    const mark = claim.incident && this.known.marks.get(claim.incident)
    const incident = mark && { id: mark.id, title: mark.title, claims: mark.claims }
    return { ...queued, kind: 'claim', claim, around: this.#around(claim), ...(incident ? { incident } : {}) }
  }

  #incident(id: string, claimId: string): IncidentSide | undefined {
    const claim = this.known.claims.get(claimId)
    const mark = this.known.marks.get(id)
    if (!claim || !mark) return undefined
    const { title, independence } = mark
    return { incident: id, title, claim, around: this.#around(claim), independence }
  }

  #around({ document, evidence }: CaseClaim): Around {
    return aroundEvidence(this.known.texts.get(document) ?? evidence.text, evidence)
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
