import type { Hop } from '../../model/index.js'
import { displayName } from './display-name.js'
import { namesCut } from './report-words.js'
import type { SayContext } from './say-context.js'

/**
 * What we print for the transmitters of claims, by the names that their reports give them: known ones by their name in
 * the reader's language, persons who are not public figures by initials.
 */
export function hopNames(
  claims: readonly { document: string; chain: readonly Hop[] }[],
  context: SayContext,
): (name: string) => string {
  const shown = new Map<string, string>()
  for (const { document, chain } of claims)
    for (const hop of chain) {
      const known = hop.entity === undefined ? undefined : context.entity(hop.entity)
      shown.set(
        hop.name,
        known ? displayName(known, context.language, context.titles) : namesCut(hop.name, hop, document, context),
      )
    }
  return (name) => shown.get(name) ?? name
}
