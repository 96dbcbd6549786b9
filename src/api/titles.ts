import type { Packs } from '../packs/index.js'
import type { Titles } from './contract/case.js'
import type { Both } from './contract/lists.js'

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
    modeOf: Object.fromEntries([...ontology.modes].flatMap(([id, { of }]) => (of ? [[id, of]] : []))),
    channelOf: Object.fromEntries([...ontology.types].map(([id, { channel }]) => [id, channel])),
  }
}
