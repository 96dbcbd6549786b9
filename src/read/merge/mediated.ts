import type { Mention } from '../../model/index.js'
import type { NounGroup } from '../analysis.js'
import { type Candidate, candidatesBySentence, candidatesNear } from '../candidate.js'
import { addParty } from '../frames/slots.js'
import { identity } from './filler.js'

/** What others bring about between two sides. */
const BETWEEN = new Set(['prisoner-exchange', 'prisoner-release', 'agreement', 'non-aggression', 'meeting'])
/** How many sentences before hold what was mediated. */
const REACH = 2

/** "The swap was brokered by a sheikh", "It came after a mediation by elders": those helped are the parties of what was mediated. */
export function nameMediated(candidates: readonly Candidate[], mentions: readonly Mention[]): void {
  dropMediators(candidates, mentions)
  const mediations = candidates.filter((c) => c.mediates && !c.dropped && c.slots.counterparts.length === 0)
  if (mediations.length === 0) return
  const bySentence = candidatesBySentence(candidates)
  for (const c of mediations) {
    if (c.type === 'funding') {
      nameCaptor(c, candidatesNear(bySentence, c.sentence, REACH), mentions)
      continue
    }
    const own = new Set(c.slots.agents.map((p) => identity(mentions, p.group)))
    const isSide = (g: NounGroup) => g.mention !== undefined || g.pronoun || g.classes.includes('group')
    const partiesOf = ({ slots }: Candidate) =>
      [...slots.agents, ...slots.counterparts].filter(({ group: g }) => isSide(g) && !own.has(identity(mentions, g)))
    const isTold = (o: Candidate) => o !== c && BETWEEN.has(o.type) && !o.dropped && partiesOf(o).length > 0
    const beside = (bySentence.get(c.sentence.index) ?? []).find(isTold)
    const told = beside ?? candidatesNear(bySentence, c.sentence, REACH).findLast(isTold)
    for (const { group } of told ? partiesOf(told) : [])
      addParty(c.slots.counterparts, group, 'party of what was mediated')
    if (told && c.slots.places.length === 0 && told.sentence !== c.sentence && told.status === 'asserted')
      for (const { group } of told.slots.places) addParty(c.slots.places, group, 'where what was mediated took place')
  }
}

/** «قادت لجنة الوادي وساطة ونجحت بالإفراج عن …», "helped to bring about the release": whoever mediates frees nobody. */
function dropMediators(candidates: readonly Candidate[], mentions: readonly Mention[]): void {
  const mediations = candidatesBySentence(candidates.filter((c) => c.mediates && !c.dropped))
  for (const c of candidates) {
    if (!FREES.has(c.type) || c.dropped) continue
    const by = new Set(
      (mediations.get(c.sentence.index) ?? []).flatMap((m) => m.slots.agents.map((p) => identity(mentions, p.group))),
    )
    c.slots.agents = c.slots.agents.filter((p) => !by.has(identity(mentions, p.group)))
  }
}
const FREES = new Set(['prisoner-exchange', 'prisoner-release'])

/** "Gunmen of the clan abducted two clerks. A ransom was paid": whoever held them got it; with nobody on either side nothing is told. */
function nameCaptor(c: Candidate, near: readonly Candidate[], mentions: readonly Mention[]): void {
  const taken = near.findLast((o) => HOLDS.has(o.type) && !o.dropped && o.slots.agents.length > 0)
  const own = c.slots.agents.map((p) => identity(mentions, p.group))
  for (const { group } of taken?.slots.agents ?? [])
    if (!own.includes(identity(mentions, group))) addParty(c.slots.counterparts, group, 'whoever held them')
  if (c.slots.agents.length + c.slots.counterparts.length === 0) c.dropped = 'nobody is named on either side'
}
const HOLDS = new Set(['kidnapping', 'arrest'])
