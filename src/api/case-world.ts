import type { Case, CaseDocument } from '../case/index.js'
import { displayName } from '../export/index.js'
import type { Entity, Mention } from '../model/index.js'
import type { Packs } from '../packs/index.js'
import type { Both } from './contract/lists.js'

/** What the API needs of the packs. */
export type ApiPacks = Pick<Packs, 'ontology' | 'entities' | 'outlet' | 'theatres' | 'languages'>

/** What sentences and names are made from, read from the case at one moment. */
export interface Moment {
  entities: ReadonlyMap<string, Entity>
  documents: ReadonlyMap<string, CaseDocument>
  mentions: Map<string, readonly Mention[]>
}

/** The entities and documents of a case, for answers that name them. */
export class CaseWorld {
  #moment: Promise<Moment> | undefined
  #revision = ''

  constructor(
    readonly kase: Case,
    readonly packs: ApiPacks,
  ) {}

  /** The case as it is now; read again when it has changed. */
  async now(): Promise<Moment> {
    const revision = await this.kase.revision()
    if (!this.#moment || revision !== this.#revision) {
      this.#revision = revision
      this.#moment = this.read()
      // A case that could not be read is asked again next time.
      this.#moment.catch(() => {
        this.#moment = undefined
      })
    }
    return this.#moment
  }

  private async read(): Promise<Moment> {
    const [entities, documents] = await Promise.all([this.kase.entities(), this.kase.documents()])
    return {
      entities: new Map(entities.map((entity) => [entity.id, entity])),
      documents: new Map(documents.map((document) => [document.id, document])),
      mentions: new Map(),
    }
  }

  /** Makes sure that the mentions of these documents are at hand; a document that was removed has none. */
  async readMentions(moment: Moment, documents: Iterable<string>): Promise<void> {
    const wanted = [...new Set(documents)].filter((id) => !moment.mentions.has(id))
    if (wanted.length === 0) return
    const found = await this.kase.mentions(wanted)
    for (const id of wanted) moment.mentions.set(id, found.get(id) ?? [])
  }

  entity(moment: Moment, id: string): Entity | undefined {
    return moment.entities.get(id) ?? this.packs.entities.get(id)
  }

  /** What an entity's id or a count's key is called; any other word stays as it is. */
  called(moment: Moment, word: string): Both {
    const entity = this.entity(moment, word)
    if (entity) return bothNames(entity)
    return (
      (this.packs.ontology.counts as ReadonlyMap<string, { title: Both }>).get(word)?.title ?? { en: word, ar: word }
    )
  }

  /** The printable names of entities, by id: neutral, initials for persons who are no public figures. */
  names(moment: Moment, ids: Iterable<string | undefined>): Record<string, Both> {
    const out: Record<string, Both> = {}
    for (const id of ids) {
      const entity = id === undefined ? undefined : this.entity(moment, id)
      if (entity) out[entity.id] = bothNames(entity)
    }
    return out
  }
}

/** What a screen prints for an entity. */
export function bothNames(entity: Entity): Both {
  // What only reports name has no name but theirs; the outlet that uses it says nothing against it.
  const names = entity.from === 'report' ? entity.names.map(({ outlet: _, ...name }) => name) : entity.names
  const own = { ...entity, names }
  return { en: displayName(own, 'en'), ar: displayName(own, 'ar') }
}
