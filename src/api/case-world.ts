import type { Case, CaseDocument } from '../case/index.js'
import { displayName, type Gloss, glossesOf, type Titles } from '../export/index.js'
import type { Entity, Mention } from '../model/index.js'
import type { Packs } from '../packs/index.js'
import type { Both } from './contract/lists.js'

/** What the API needs of the packs. */
export type ApiPacks = Pick<Packs, 'ontology' | 'titles' | 'entities' | 'outlet' | 'theatres' | 'languages'>

/** What sentences and names are made from, as far as it was asked for, of one state of the case. */
export interface Moment {
  revision: string
  entities: Map<string, Entity | undefined>
  documents: Map<string, CaseDocument | undefined>
  mentions: Map<string, readonly Mention[]>
}

/** How many things of one kind are kept of a state of the case; beyond that all are asked for again. */
const MOST = 20_000

/** The entities and documents of a case, for answers that name them: read when they are named, kept while nothing changes. */
export class CaseWorld {
  #moment: Moment | undefined

  constructor(
    readonly kase: Case,
    readonly packs: ApiPacks,
  ) {}

  /** The case as it is now; nothing of an older state is in it. */
  async now(): Promise<Moment> {
    const revision = await this.kase.revision()
    const known = this.#moment
    const full = known && [known.entities, known.documents, known.mentions].some(({ size }) => size > MOST)
    if (known?.revision === revision && !full) return known
    this.#moment = { revision, entities: new Map(), documents: new Map(), mentions: new Map() }
    return this.#moment
  }

  /** Makes sure that the mentions of these documents are at hand; a document that was removed has none. */
  async readMentions(moment: Moment, documents: Iterable<string>): Promise<void> {
    const wanted = [...new Set(documents)].filter((id) => !moment.mentions.has(id))
    if (wanted.length === 0) return
    const found = await this.kase.mentions(wanted)
    for (const id of wanted) moment.mentions.set(id, found.get(id) ?? [])
  }

  /** Makes sure that these documents are at hand. */
  async readDocuments(moment: Moment, ids: Iterable<string>): Promise<void> {
    const wanted = [...new Set(ids)].filter((id) => !moment.documents.has(id))
    if (wanted.length === 0) return
    const found = new Map((await this.kase.documentsWithIds(wanted)).map((one) => [one.id, one]))
    for (const id of wanted) moment.documents.set(id, found.get(id))
  }

  /** Makes sure that what these ids are called is at hand; words that are no ids are passed over. */
  async readEntities(moment: Moment, ids: Iterable<string | undefined>): Promise<void> {
    const wanted = [...new Set(ids)].filter((id): id is string => id !== undefined && !moment.entities.has(id))
    if (wanted.length === 0) return
    const found = await this.kase.entitiesWithIds(wanted)
    for (const id of wanted) moment.entities.set(id, found.get(id))
  }

  entity(moment: Moment, id: string): Entity | undefined {
    return moment.entities.get(id) ?? this.packs.entities.get(id)
  }

  /** What a screen prints for an entity; for an unnamed source, which has only the words of its report, also what they mean. */
  nameOf(entity: Entity): Both {
    return bothNames(entity, this.packs.titles, glossesOf(this.packs))
  }

  /** The printable names of entities, by id: neutral, initials for persons who are no public figures. */
  async names(moment: Moment, ids: Iterable<string | undefined>): Promise<Record<string, Both>> {
    const all = new Set(ids)
    await this.readEntities(moment, all)
    const out: Record<string, Both> = {}
    for (const id of all) {
      const entity = id === undefined ? undefined : this.entity(moment, id)
      if (entity) out[entity.id] = this.nameOf(entity)
    }
    return out
  }
}

/** The names of an entity in both languages; `gloss` tells what those of an unnamed source mean. */
export function bothNames(entity: Entity, titles: Titles, gloss?: Gloss): Both {
  // What only reports name has no name but theirs; the outlet that uses it says nothing against it.
  const names = entity.from === 'report' ? entity.names.map(({ outlet: _, ...name }) => name) : entity.names
  const own = { ...entity, names }
  const called = (language: 'en' | 'ar') => {
    const name = displayName(own, language, titles)
    const meant = entity.kind === 'unnamed-source' ? gloss?.(name, language) : null
    return meant ? `${meant} (${name})` : name
  }
  return { en: called('en'), ar: called('ar') }
}
