import { madeOnce } from '../../model/index.js'
import type { Packs } from '../../packs/index.js'
import { createGlosser, type Glosser, type GlossNames } from '../../read/index.js'
import { fold } from '../../text/index.js'
import { displayName } from './display-name.js'

/** What a description in another script means in a language: «مصادر محلية» → "local sources"; null where the packs do not know. */
export type Gloss = (text: string, into: string) => string | null

type Knowledge = Pick<Packs, 'ontology' | 'titles' | 'entities' | 'languages'>

/** The glosses of the packs, made once for them. */
export const glossesOf: (packs: Knowledge) => Gloss = madeOnce((packs) => {
  const glossers = new Map<string, Glosser>()
  for (const [into, sayings] of packs.ontology.sayings)
    glossers.set(
      into,
      createGlosser(
        packs.languages,
        sayings,
        madeOnce(({ id }) => namesIn(packs, id, into)),
      ),
    )
  const known = new Map<string, string | null>()
  return (text, into) => {
    const question = `${into} ${text}`
    const before = known.get(question)
    if (before !== undefined) return before
    const gloss = glossers.get(into)?.(text) ?? null
    if (known.size >= MOST_KEPT) known.clear()
    known.set(question, gloss)
    return gloss
  }
})

/** Glosses kept at once: reports describe whom they do not name in the same few words. */
const MOST_KEPT = 10_000

/** Names of one language, and what our sentences in another call whom they name; names of several are nobody's. */
function namesIn(packs: Knowledge, language: string, into: string): GlossNames {
  const called = new Map<string, string | undefined>()
  let longest = 1
  for (const entity of packs.entities.values()) {
    // Arms keep their number in the words of the report: «طائرات مسيرة» are drones, not one drone.
    if (entity.kind === 'materiel') continue
    const name = displayName(entity, into, packs.titles)
    for (const one of entity.names) {
      if (one.lang !== language) continue
      const key = fold(one.name)
      called.set(key, called.has(key) && called.get(key) !== name ? undefined : name)
      longest = Math.max(longest, key.split(' ').length)
    }
  }
  return { get: (words) => called.get(words), longest }
}
