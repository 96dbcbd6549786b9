import type { Decided, DecidedSide } from '../case/index.js'
import { initials } from '../export/index.js'
import { isPrivatePerson, type Judgement } from '../model/index.js'
import type { DecidedAnswer, DecidedSide as SideAnswer } from './contract/decided.js'
import type { Both } from './contract/lists.js'
import type { Speaker } from './speaker.js'

const plain = (text: string): Both => ({ en: text, ar: text })

/** Puts into words what each judgement is about. */
export async function sayDecided(decided: readonly Decided[], speaker: Speaker): Promise<DecidedAnswer[]> {
  const claims = decided.flatMap(({ sides }) => sides.flatMap(({ claim }) => claim ?? []))
  const views = new Map((await speaker.claims(claims)).map((view) => [view.id, view]))
  return decided.map(({ judgement, sides, takenBack }) => {
    const { target } = judgement
    const ofClaims = target.kind === 'claim' || (target.kind === 'pair' && target.of === 'claim')
    // Two that were judged one stand in one incident now: only their sentences tell them apart.
    const [a, b] = sides
    const inOne = b !== undefined && a?.incident !== undefined && a.incident.id === b.incident?.id
    const called = (side: DecidedSide): Pick<SideAnswer, 'kind' | 'title'> => {
      const { claim, incident, entity, words } = side
      if (entity) return { kind: 'name', title: speaker.world.nameOf(entity) }
      // The wording of a private person is a name like another.
      if (words !== undefined)
        return {
          kind: 'name',
          title: plain(sides.some(isPrivate) ? initials(words, speaker.world.packs.titles) : words),
        }
      if (incident && !inOne && !(ofClaims && side.claims === 1)) return { kind: 'incident', title: incident.title }
      if (!claim) return { kind: 'gone', title: null }
      return { kind: 'claim', title: views.get(claim.id)?.said ?? plain(claim.evidence.text) }
    }
    const said = (side: DecidedSide): SideAnswer => {
      const entity = side.entity?.id ?? side.meant
      return {
        ...called(side),
        claims: side.claims,
        ...(side.claim && { document: side.claim.document, claim: side.claim.id }),
        ...(side.incident && { incident: side.incident.id }),
        ...(entity !== undefined && { entity }),
      }
    }
    return { judgement, sides: sides.map(said), ...(takenBack && { takenBack: inShort(takenBack) }) }
  })
}

const inShort = ({ id, by, at, why }: Judgement): NonNullable<DecidedAnswer['takenBack']> => ({
  ...{ id, by, at },
  ...(why === undefined ? {} : { why }),
})

const isPrivate = ({ entity }: DecidedSide) => entity !== undefined && isPrivatePerson(entity)
