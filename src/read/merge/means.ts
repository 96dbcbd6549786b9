import { type Candidate, candidatesBySentence, candidatesNear } from '../candidate.js'
import { addParty } from '../frames/slots.js'

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

/** What is given or let go, by which somebody may be helped. */
const GIVEN = new Set(['arms-transfer', 'funding', 'training', 'personnel-support', 'prisoner-release'])

/** "helped the Front by freeing three of its men", «تدعم المتمردين عبر تهريب البنادق»: by what somebody is helped is done for him. */
export function helpByDeed(candidates: readonly Candidate[], ways: ReadonlySet<string>): void {
  const help = candidatesBySentence(candidates.filter((c) => c.type === 'support' && c.slots.counterparts.length > 0))
  for (const c of candidates) {
    const { governor, form } = c.predicate
    if (!GIVEN.has(c.type) || c.slots.counterparts.length > 0 || form === 'finite' || governor?.as !== 'adverbial')
      continue
    const helped = ways.has(governor.by ?? '')
      ? candidatesNear(help, c.sentence).find((h) => h.predicate.index === governor.predicate)
      : undefined
    for (const { group } of helped?.slots.counterparts ?? [])
      addParty(c.slots.counterparts, group, 'who is helped by it')
    if (helped && c.slots.agents.length === 0)
      for (const { group } of helped.slots.agents) addParty(c.slots.agents, group, 'who helps by it')
  }
}
