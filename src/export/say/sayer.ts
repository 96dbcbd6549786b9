import type { CaseClaim } from '../../case/index.js'
import type { Entity, Mention } from '../../model/index.js'
import { IsnadError } from '../../model/index.js'
import { type Ontology, type SayingsFile, suggestion } from '../../packs/index.js'
import type { IsPlaceNoun } from './called-after.js'
import type { Titles } from './display-name.js'
import type { Gloss } from './glosses.js'
import { sayClaim } from './say-claim.js'
import type { SaidDocument, SayContext, Terms } from './say-context.js'

/** What the context of a language is made of. */
export interface SayWorld {
  sayings: ReadonlyMap<string, SayingsFile>
  ontology: Ontology
  titles: Titles
  entity(id: string): Entity | undefined
  outlet?(name: string): Entity | undefined
  gloss?: Gloss
  isPlaceNoun?: IsPlaceNoun
  mentions?(document: string): readonly Mention[]
}

/** The context for sentences of one language; throws `usage` for a language that nothing is said in. */
export function sayContext(language: string, world: SayWorld): SayContext {
  const sayings = world.sayings.get(language)
  if (!sayings) {
    const known = [...world.sayings.keys()]
    throw new IsnadError('usage', `nothing can be said in "${language}"`, {
      hint: suggestion(language, known) ?? `Choose one of: ${known.join(', ')}.`,
    })
  }
  const { ontology, titles, entity, outlet, gloss, isPlaceNoun, mentions } = world
  return {
    language,
    sayings,
    terms: termsOf(ontology, language),
    reasonWords: { ...ontology, sayings: world.sayings },
    titles,
    entity,
    ...(outlet && { outlet }),
    ...(gloss && { gloss: (text: string) => gloss(text, language) }),
    ...(isPlaceNoun && { isPlaceNoun }),
    ...(mentions && { mentions }),
  }
}

function termsOf(ontology: Ontology, language: string): Terms {
  const titles = (list: ReadonlyMap<string, { title: object }>) =>
    Object.fromEntries([...list].map(([key, { title }]) => [key, (title as Record<string, string>)[language] ?? key]))
  return {
    counts: titles(ontology.counts),
    modes: titles(ontology.modes),
    hopKinds: titles(ontology.hopKinds),
    channels: titles(ontology.channels),
  }
}

/** Says claims of a case in every language that has sayings; `documents` tells which text is a restatement. */
export function sayAll(
  claim: CaseClaim,
  world: SayWorld,
  document: SaidDocument = {},
  options: { singleOrigin?: boolean } = {},
): Record<string, string> {
  const said = { outlet: claim.outlet, ...document, id: claim.document }
  return Object.fromEntries(
    [...world.sayings.keys()].map((language) => [
      language,
      sayClaim(claim, said, sayContext(language, world), options),
    ]),
  )
}
