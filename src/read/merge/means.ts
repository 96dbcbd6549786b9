import { type Candidate, candidatesBySentence, candidatesNear } from '../candidate.js'

/** That gunmen came is what is taken where nothing is said of the means. */
const isVague = ({ mode }: Candidate) => mode === undefined || mode === 'armed-assault' || mode === 'other'

/**
 * "The suicide attack targeted recruits", «التفجير الذي استهدف …»: the act that is the subject of a verb says how the deed of
 * that verb was done.
 */
export function tellMeans(candidates: readonly Candidate[]): void {
  const acts = candidatesBySentence(candidates.filter((c) => c.predicate.pos === 'noun' && !isVague(c)))
  for (const c of candidates) {
    if (c.type !== 'attack' || !isVague(c)) continue
    const does = c.predicate.functions.S.filter((group) => group.classes.includes('violence'))
    const act = candidatesNear(acts, c.sentence).find(({ predicate: { span } }) =>
      does.some((g) => g.start <= span.start && span.end <= g.end),
    )
    if (act?.mode) c.mode = act.mode
  }
}
