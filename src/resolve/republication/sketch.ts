import type { Claim, Document } from '../../model/index.js'
import type { KnownWorld } from '../known-world.js'
import { type Outline, outline } from './outline.js'
import { type Shingles, shingles } from './shingles.js'

/** A document and what it claims. */
export interface ReadDocument {
  document: Document
  claims: readonly Claim[]
}

/** What of a document is compared with others: its runs of words, and its outline, made when first asked for. */
export class Sketch {
  readonly text: Shingles
  readonly document: Document
  readonly #make: () => Outline
  #outline: Outline | undefined

  constructor({ document, claims }: ReadDocument, world: KnownWorld) {
    this.document = document
    this.text = shingles(document.text)
    this.#make = () => outline(document, claims, world)
  }

  get outline(): Outline {
    this.#outline ??= this.#make()
    return this.#outline
  }
}
