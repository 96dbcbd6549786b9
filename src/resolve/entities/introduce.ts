import { hashId, type Mention, type Reading } from '../../model/index.js'
import type { KnownWorld } from '../known-world.js'
import { commonGivenNames } from '../names/given-names.js'
import { nameKey } from '../names/name-key.js'
import { nameParts } from '../names/name-parts.js'
import { untitled } from '../names/untitled.js'

const INITIALS = /^(?:\p{L}[.\s]*){1,4}$/u

/** Something that a report names and the packs do not know, by the fullest of its mentions in the document. */
export interface Newcomer {
  id: string
  mention: Mention
  /** How often the document mentions it. */
  uses: number
}

/**
 * Names that tell too little stay within their document: a single word, initials, and names made of given names that
 * many bear. Two men called Abdullah Ahmed are not shown to be one.
 */
function tellsOfOne(kind: Mention['kind'], name: string, world: KnownWorld): boolean {
  if (kind !== 'person') return true
  if (INITIALS.test(name)) return false
  const parts = nameParts(name)
  const common = commonGivenNames(world)
  return parts.length >= 2 && !parts.every((part) => common.has(nameKey(part.text)))
}

/** The name of a person without his titles and ranks, of which one report gives these and the next those. */
const bareName = ({ kind, text }: Mention, { titles }: KnownWorld): string =>
  kind === 'person' ? untitled(text, titles) : text

/**
 * What a reading introduces: every referent without a pack entity. Its id is made of its kind and the key of its fullest
 * name, in either script, so that reports that name it alike agree without knowing of one another.
 */
export function newcomers({ document, mentions }: Reading, world: KnownWorld): Map<string, Newcomer> {
  const found = new Map<string, Newcomer>()
  for (const mention of mentions) {
    if (mention.entities.length > 0 || mention.kind === 'unnamed-source') continue
    const known = found.get(mention.id)
    const fuller = !known || mention.text.length > known.mention.text.length
    found.set(mention.id, { id: '', mention: fuller ? mention : known.mention, uses: (known?.uses ?? 0) + 1 })
  }
  for (const one of found.values()) {
    const { kind } = one.mention
    const name = bareName(one.mention, world)
    one.id = hashId('e', [kind, nameKey(name), tellsOfOne(kind, name, world) ? '' : document.id])
  }
  return found
}
