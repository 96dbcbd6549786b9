import { isPrivatePerson } from '../model/index.js'
import { answers } from './answers.js'
import type { ApiContext } from './context.js'
import { SEARCH_ROUTES } from './contract/search.js'
import { searchIncidents } from './search-incidents.js'

/** Names beside the printed one, so that a hit in the other script can be recognised. */
const MOST_SPELLINGS = 5

/** Search: claims, documents and names that hold the words, in either script. */
export const searchRoutes = ({ kase, speaker }: ApiContext) =>
  answers(SEARCH_ROUTES, {
    'GET /search/incidents': async ({ query }) => ({ items: await searchIncidents(kase, speaker, query) }),
    'GET /search': async ({ query: { q, ...filter } }) => {
      const { names, claims, documents, partly } = await kase.search({ query: q, ...filter })
      const hits = claims.items.map(({ claim }) => claim)
      const views = await speaker.claims(hits)
      return {
        entities: names.map((entity) => ({
          ...{ id: entity.id, kind: entity.kind, documents: entity.documents, partly: entity.partly },
          name: speaker.world.nameOf(entity),
          // Whose name is not printed has no other spellings on the screen either.
          also: isPrivatePerson(entity) ? [] : otherSpellings(entity.names),
        })),
        claims: { ...claims, items: claims.items.map(({ marks }, i) => ({ claim: views[i]!, marks })) },
        documents,
        partly,
        names: await speaker.names(hits),
      }
    },
  })

function otherSpellings(names: readonly { name: string; kind: string }[]): string[] {
  const shown = names.filter(({ kind }) => kind !== 'hostile' && kind !== 'ambiguous').map(({ name }) => name)
  return [...new Set(shown)].slice(0, MOST_SPELLINGS)
}
