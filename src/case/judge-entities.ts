import type { Judgement } from '../model/index.js'
import { documentsNaming, listNames, type Scope } from '../store/index.js'
import { identitiesOf, isEntityId } from './identities.js'
import { invalid } from './judgement-error.js'
import type { CaseWorld } from './steps.js'

/** The sides of a judgement on entities; none where it is about something else. */
function sides({ target }: Judgement): string[] {
  return target.kind === 'pair' && target.of === 'entity' ? [target.a, target.b] : []
}

/**
 * Each side must be an entity that the packs or the case know, or a wording that a document uses for something; of two
 * wordings nothing can be said.
 */
export async function checkEntities(tx: Scope, judgement: Judgement, world: CaseWorld): Promise<void> {
  const both = sides(judgement)
  const words = both.filter((side) => !isEntityId(side, world))
  if (words.length > 1) throw invalid(`neither "${words.join('" nor "')}" is the id of an entity`)
  const identities = await identitiesOf(tx, world)
  for (const side of both) {
    if (world.entities.has(side)) continue
    const known = words.includes(side)
      ? (await documentsNaming(tx, { texts: [side] })).length > 0
      : (await listNames(tx, identities.members(side))).length > 0
    if (!known && !words.includes(side)) throw invalid(`there is no entity "${side}"`)
    // A wording that may be several entities stands in no list of names, and may be decided all the same.
    if (side.trim() === '') throw invalid('a name is empty')
  }
}

/**
 * The documents whose claims an entity judgement can change: those that name either side, or anything joined to it. They
 * are shown and linked anew, and again when it is taken back.
 */
export async function documentsOfEntities(tx: Scope, judgement: Judgement, world: CaseWorld): Promise<string[]> {
  const both = sides(judgement)
  if (both.length === 0) return []
  const identities = await identitiesOf(tx, world)
  const entities = both.filter((side) => isEntityId(side, world)).flatMap((id) => [id, ...identities.members(id)])
  const texts = both.filter((side) => !isEntityId(side, world))
  return documentsNaming(tx, { entities: [...new Set(entities)], texts })
}
