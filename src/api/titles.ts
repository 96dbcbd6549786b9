import type { Packs } from '../packs/index.js'

/** A name or a sentence in each language of the screens. */
export interface Both {
  en: string
  ar: string
}

/** What the ontology calls its own terms: by list, then by id, in the order of screens. */
export interface Titles {
  types: Record<string, Both>
  channels: Record<string, Both>
  statuses: Record<string, Both>
  modes: Record<string, Both>
  counts: Record<string, Both>
  hopKinds: Record<string, Both>
  /** The row of the ledger that each type stands in. */
  channelOf: Record<string, string>
}

/** Takes the titles out of the packs' ontology. */
export function titlesOf({ ontology }: Pick<Packs, 'ontology'>): Titles {
  const list = (entries: ReadonlyMap<string, { title: Both }>) =>
    Object.fromEntries([...entries].map(([id, { title }]) => [id, { en: title.en, ar: title.ar }]))
  return {
    types: list(ontology.types),
    channels: list(ontology.channels),
    statuses: list(ontology.statuses),
    modes: list(ontology.modes),
    counts: list(ontology.counts),
    hopKinds: list(ontology.hopKinds),
    channelOf: Object.fromEntries([...ontology.types].map(([id, { channel }]) => [id, channel])),
  }
}
