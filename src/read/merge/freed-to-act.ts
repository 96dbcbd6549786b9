import type { NounGroup } from '../analysis.js'
import { type Candidate, candidatesBySentence, candidatesNear } from '../candidate.js'
import { addParty } from '../frames/slots.js'
import { stepsUp } from '../governors.js'
import { arePeople } from '../people.js'

/** What people are let go or sent for; to get something in return is the aim of whoever lets them go. */
const DONE_BY_THEM = new Set(['attack', 'assassination', 'armed-clash', 'joint-operation', 'kidnapping'])
const LETTING = new Set(['prisoner-release', 'deployment', 'recruitment'])
const AIMS = new Set(['purpose', 'return', 'complement'])
const WHY = 'let go or sent for it'

/**
 * "freed 40 prisoners to carry out bombings", «أفرجت عن مقاتلين للقتال في صفوفها»: those let go are to do it, not whoever lets
 * them go; beside him, where it is said to be on his side.
 */
export function letThoseFreedAct(candidates: readonly Candidate[]): void {
  const letting = candidatesBySentence(candidates.filter((c) => LETTING.has(c.type) && !c.dropped))
  if (letting.size === 0) return
  for (const c of candidates) {
    if (!DONE_BY_THEM.has(c.type) || c.dropped || !letting.has(c.sentence.index)) continue
    const host = candidatesNear(letting, c.sentence).find((h) => isAimOf(c, h))
    const people = host?.slots.objects.map((p) => p.group).filter((g) => arePeople(g) && !isDoneTo(g, c))
    // «حشدت مقاتلين استعدادا لهجوم»: whoever sends his own men acts through them.
    if (host?.type !== 'prisoner-release' && !isBeside(c)) continue
    if (host && people && people.length > 0) actInstead(c, host, people)
  }
}

/** Whether it is done for an act: "to carry out attacks", «لتنفيذ عمليات». */
function isAimOf(c: Candidate, { predicate }: Candidate): boolean {
  for (const { as, up } of stepsUp(c.predicate, c.sentence)) {
    if (AIMS.has(as)) return up === predicate
    if (as !== 'light' && as !== 'of' && as !== 'object') return false
  }
  return false
}

function actInstead(c: Candidate, { slots }: Candidate, people: readonly NounGroup[]): void {
  const letters = slots.agents.map((p) => p.group)
  const isLetter = (g: NounGroup) => letters.some((x) => x === g || g.referents?.includes(x))
  const theirs = people.map((group) => ({ group, inferred: WHY }))
  const others = c.slots.agents.filter((p) => !isLetter(p.group) && !p.group.pronoun && !people.includes(p.group))
  if (!isBeside(c)) {
    if (c.type === 'armed-clash') c.slots.agents = [...theirs, ...others]
    else if (c.slots.agents.every((p) => isLetter(p.group))) c.slots.agents = theirs
    return
  }
  const allies = others.filter((p) => p.group.of?.pronoun)
  if (c.slots.objects.length === 0) c.slots.objects = others.filter((p) => !allies.includes(p))
  c.type = 'joint-operation'
  c.slots.agents = [...theirs, ...allies]
  if (allies.length === 0) for (const group of letters) addParty(c.slots.agents, group, WHY)
}

/** Whether it is done with somebody who is only pointed back at, and who so is not the enemy: "with it", «في صفوفها». */
function isBeside({ type, predicate: { functions } }: Candidate): boolean {
  if (type !== 'armed-clash' && type !== 'joint-operation') return false
  const partners = [...Object.values(functions.P).flat(), ...functions.O]
  return partners.some((g) => [g, g.of].some((x) => x?.pronoun?.person === 3))
}

const isDoneTo = (g: NounGroup, { slots }: Candidate) =>
  [...slots.counterparts, ...slots.objects].some((p) => p.group.start === g.start)
