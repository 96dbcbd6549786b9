import type { CaseSource } from '../case/index.js'
import { initials, type Titles } from '../export/index.js'
import type { Reason } from '../model/index.js'
import { answers } from './answers.js'
import type { ApiContext } from './context.js'
import type { Both } from './contract/lists.js'
import { SOURCE_ROUTES } from './contract/sources.js'
import { leaveOut } from './query.js'
import { wordsIn } from './words-in.js'

/** Unnamed sources that are shown: those that most documents give. */
const MOST_UNNAMED = 200

/** Who says it, who repeats it, and what goes round in a circle. */
export const sourceRoutes = ({ kase, speaker }: ApiContext) =>
  answers(SOURCE_ROUTES, {
    'GET /sources': async ({ query }) => {
      const { sources, passings, circles } = await kase.sources(leaveOut(query))
      const { titles } = speaker.world.packs
      const moment = await speaker.world.now()
      const unnamed = await kase.entityPage({ kind: 'unnamed-source', limit: MOST_UNNAMED })
      await speaker.world.readEntities(moment, [
        ...sources.flatMap(({ id, camp, owner }) => [id, camp, owner]),
        ...wordsIn(circles.map(({ circle }) => circle.because)),
      ])
      const hidden = new Map(
        sources.flatMap((one) =>
          one.private ? Object.values(one.name).map((name) => [name, initials(name, titles)]) : [],
        ),
      )
      const inBoth = async ({ code, params }: Reason) => {
        const shown = (word: string) => hidden.get(word) ?? word
        const cut = Object.entries(params).map(([key, value]) => {
          if (typeof value === 'number') return [key, value]
          return [key, typeof value === 'string' ? shown(value) : value.map(shown)]
        })
        return speaker.reasons([], [{ code, params: Object.fromEntries(cut) }])
      }
      const told = await Promise.all(
        circles.map(async (one) => ({ ...one, said: await Promise.all(one.circle.because.map(inBoth)) })),
      )
      return {
        sources: sources.map(({ private: hidden, ...one }) => ({
          ...one,
          name: hidden ? short(one.name, titles) : one.name,
          entity: speaker.world.entity(moment, one.id) !== undefined,
        })),
        unnamed: unnamed.items.map((entity) => {
          const outlet = entity.names.find((name) => name.outlet)?.outlet
          const { id, documents } = entity
          return { ...{ id, documents, name: speaker.world.nameOf(entity) }, ...(outlet && { outlet }) }
        }),
        passings: passings.map(({ by, from, how, credited, claims, documents }) => ({
          ...{ by, from, how, credited, claims, documents: documents.length },
          ...(documents[0] && { first: documents[0] }),
        })),
        circles: told,
        names: await speaker.names(
          [],
          [
            ...sources.flatMap(({ id, camp, owner }) => [id, camp ?? '', owner ?? '']),
            ...passings.flatMap(({ by, from }) => [by, from]),
            // What an outlet is called here: of one that the packs know, its id.
            ...unnamed.items.flatMap(({ names }) => names.find(({ outlet }) => outlet)?.outlet ?? []),
          ],
        ),
      }
    },
  })

const short = (name: CaseSource['name'], titles: Titles): Both => ({
  en: initials(name.en, titles),
  ar: initials(name.ar, titles),
})
