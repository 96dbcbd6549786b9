import type { Case, CaseClaim } from '../case/index.js'
import {
  glossesOf,
  placeNounsOf,
  type SaidDocument,
  type SayWorld,
  sayAll,
  sayClaim,
  sayContext,
} from '../export/index.js'
import type { Entity, Mention } from '../model/index.js'
import type { Packs } from '../packs/index.js'

/** What sentences about a case's claims need, fetched once and kept: entities, documents, and who is named in them. */
export class SayBook {
  private entities = new Map<string, Entity>()
  private documents = new Map<string, { said: SaidDocument; mentions: readonly Mention[] }>()
  readonly world: SayWorld

  constructor(
    private readonly kase: Case,
    packs: Packs,
  ) {
    this.world = {
      sayings: packs.ontology.sayings,
      ontology: packs.ontology,
      titles: packs.titles,
      entity: (id) => this.entities.get(id) ?? packs.entities.get(id),
      outlet: (name) => packs.entities.get(packs.outlet(name)?.id ?? ''),
      gloss: glossesOf(packs),
      isPlaceNoun: placeNounsOf(packs),
      mentions: (id) => this.documents.get(id)?.mentions ?? [],
    }
  }

  /** Fetches what is needed to say these claims: of the documents only those that make them. */
  async readFor(claims: readonly CaseClaim[]): Promise<this> {
    if (this.entities.size === 0)
      this.entities = new Map((await this.kase.entities()).map((entity) => [entity.id, entity]))
    for (const id of new Set(claims.map(({ document }) => document))) {
      if (this.documents.has(id)) continue
      const { document, reading } = await this.kase.document(id)
      this.documents.set(id, { said: document, mentions: reading.mentions })
    }
    return this
  }

  say(claim: CaseClaim, language: string): string {
    return sayClaim(claim, this.saidIn(claim), sayContext(language, this.world))
  }

  /** The sentence in every language that has sayings. */
  sayAll(claim: CaseClaim): Record<string, string> {
    return sayAll(claim, this.world, this.saidIn(claim))
  }

  private saidIn(claim: CaseClaim): SaidDocument {
    return { ...this.documents.get(claim.document)?.said, id: claim.document, outlet: claim.outlet }
  }
}
