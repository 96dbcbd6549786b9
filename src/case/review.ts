import type { Judgement } from '../model/index.js'
import { listJudgements, misfits, shownOfDocuments } from '../store/index.js'
import type { CaseContext } from './context.js'
import { fitAnchors, standing } from './fit-judgements.js'

/** The standing judgements that fit no claim of today: an analyst looks at them again. */
export async function review({ store }: CaseContext): Promise<Judgement[]> {
  return store.read(async (scope) => {
    const judgements = standing(await listJudgements(scope))
    const lost = await misfits(scope)
    const others = judgements.filter(({ judgement }) => judgement.target.kind !== 'claim')
    const documents = new Set(others.flatMap(({ anchors }) => anchors.map(({ document }) => document)))
    const pool = await shownOfDocuments(scope, [...documents])
    return judgements.flatMap(({ judgement, anchors }) => {
      if (judgement.target.kind === 'claim') return lost.has(judgement.id) ? [judgement] : []
      const fits = fitAnchors(anchors, pool)
      return anchors.some((anchor) => fits.get(anchor) === null) ? [judgement] : []
    })
  })
}
