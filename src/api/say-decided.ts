import type { Decided, DecidedSide } from '../case/index.js'
import { initials, isPrivatePerson } from '../export/index.js'
import type { DecidedAnswer, DecidedSide as SideAnswer } from './contract/decided.js'
import type { Both } from './contract/lists.js'
import type { Speaker } from './speaker.js'

const plain = (text: string): Both => ({ en: text, ar: text })

/** Puts into words what each judgement is about. */
export async function sayDecided(decided: readonly Decided[], speaker: Speaker): Promise<DecidedAnswer[]> {
  const claims = decided.flatMap(({ sides }) => sides.flatMap(({ claim }) => claim ?? []))
  const views = new Map((await speaker.claims(claims)).map((view) => [view.id, view]))
  return decided.map(({ judgement, sides, takenBack }) => {
    // Two that were judged one stand in one incident now: only their sentences tell them apart.
    const [a, b] = sides
    const inOne = b !== undefined && a?.incident !== undefined && a.incident.id === b.incident?.id
    const title = (side: DecidedSide): Both | null => {
      const { claim, incident, entity, words } = side
      if (entity) return speaker.world.nameOf(entity)
      // The wording of a private person is a name like another.
      if (words !== undefined) return plain(sides.some((one) => isPrivate(one)) ? initials(words) : words)
      const isClaim =
        judgement.target.kind === 'claim' || (judgement.target.kind === 'pair' && judgement.target.of === 'claim')
      const whole = incident !== undefined && !inOne && !(isClaim && side.claims === 1)
      if (whole) return incident.title
      return claim ? (views.get(claim.id)?.said ?? plain(claim.evidence.text)) : null
    }
    const said = (side: DecidedSide): SideAnswer => ({
      title: title(side),
      claims: side.claims,
      ...(side.claim && { document: side.claim.document, claim: side.claim.id }),
      ...(side.incident && { incident: side.incident.id }),
      ...(side.entity && { entity: side.entity.id }),
    })
    const { id, by, at, why } = takenBack ?? judgement
    return {
      judgement,
      sides: sides.map(said),
      ...(takenBack && { takenBack: { id, by, at, ...(why === undefined ? {} : { why }) } }),
    }
  })
}

const isPrivate = ({ entity }: DecidedSide) => entity !== undefined && isPrivatePerson(entity)
