import type { CaseSource } from '../case/index.js'
import { initials } from '../export/index.js'
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
      const moment = await speaker.world.now()
      const unnamed = await kase.entityPage({ kind: 'unnamed-source', limit: MOST_UNNAMED })
      await speaker.world.readEntities(moment, [
        ...sources.flatMap(({ id, camp, owner }) => [id, camp, owner]),
        ...wordsIn(circles.map(({ circle }) => circle.because)),
      ])
      const camps = new Map<string | null, { sources: number; claims: number }>()
      for (const { id, kind, camp, originOf, ownVoice } of sources) {
        // A party to the conflict is a camp of its own; an outlet is of the one that somebody attributed to it.
        const side = camp ?? (kind === 'party' && speaker.world.entity(moment, id)?.kind === 'actor' ? id : null)
        const own = camps.get(side) ?? { sources: 0, claims: 0 }
        camps.set(side, { sources: own.sources + 1, claims: own.claims + originOf + ownVoice })
      }
      const hidden = new Map(
        sources.flatMap((one) => (one.private ? Object.values(one.name).map((name) => [name, initials(name)]) : [])),
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
          name: hidden ? short(one.name) : one.name,
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
        camps: [...camps]
          .map(([camp, own]) => ({ camp, ...own }))
          .sort((a, b) => Number(a.camp === null) - Number(b.camp === null) || b.claims - a.claims),
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

const short = (name: CaseSource['name']): Both => ({ en: initials(name.en), ar: initials(name.ar) })
