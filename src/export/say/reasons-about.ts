import { type Entity, type Filler, type Hop, type Reason, SLOTS } from '../../model/index.js'
import { sayReasons, type ValueNames } from '../../packs/index.js'
import { displayName } from './display-name.js'
import { apart, namesCut, reportWords } from './report-words.js'
import { outletName } from './say-claim.js'
import type { SayContext } from './say-context.js'
import { nameInSentence } from './say-fillers.js'

/** The parts of a claim in which reports call somebody or something by words of their own. */
type Told = { document: string; chain: readonly Hop[] } & Partial<Record<(typeof SLOTS)[number], readonly Filler[]>>

/**
 * Says reasons about these claims in a line: somebody by his name in the reader's language where he is known, and persons who
 * are not public figures by initials; words of reports in quotation marks, with what they mean.
 */
export function reasonsAbout(claims: readonly Told[], context: SayContext): (reasons: readonly Reason[]) => string {
  const names = valueNames(claims, context)
  return (reasons) => sayReasons(reasons, context.reasonWords, context.language, names)
}

function valueNames(claims: readonly Told[], context: SayContext): ValueNames {
  const hops = new Map<string, { hop: Hop; document: string }>()
  const fillers = new Map<string, { filler: Filler; document: string }>()
  for (const { document, chain, ...claim } of claims) {
    for (const hop of chain) hops.set(hop.name, { hop, document })
    for (const slot of SLOTS) for (const filler of claim[slot] ?? []) fillers.set(filler.text, { filler, document })
  }
  const named = (entity: Entity, oblique: boolean) => {
    if (entity.kind === 'unnamed-source')
      return withMeaning(displayName(entity, context.language, context.titles), context)
    return apart(
      oblique ? nameInSentence(entity, context) : displayName(entity, context.language, context.titles),
      context,
    )
  }
  return {
    name(word, oblique) {
      const { hop, document } = hops.get(word) ?? {}
      const entity = context.entity(word) ?? (hop?.entity === undefined ? undefined : context.entity(hop.entity))
      if (entity) return named(entity, oblique)
      return hop ? withMeaning(namesCut(word, hop, document, context), context) : outletName(word, context)
    },
    words(text) {
      const { filler = {}, document } = fillers.get(text) ?? {}
      return reportWords(text, filler, document, context)
    },
  }
}

/** What reports call somebody, and behind it what that means where it is in another script. */
function withMeaning(words: string, context: SayContext): string {
  const shown = apart(words, context)
  const meant = shown === words ? null : context.gloss?.(words)
  return meant ? `${shown} [${meant}]` : shown
}
