import type { ClaimStatus, Mention } from '../../model/index.js'
import type { NounGroup, Predicate } from '../analysis.js'
import type { AttributionGrammar } from '../attribution/grammar.js'
import type { Candidate, Party } from '../candidate.js'
import { hasClass } from '../frames/classes.js'
import type { FrameGrammar } from '../frames/grammar.js'
import { addParty } from '../frames/slots.js'
import { identity } from './filler.js'

const VIOLENT = new Set(['armed-clash', 'attack'])

/**
 * Fighting that does not happen is restraint: "the clan and the army no longer fight each other", "they agreed to stop
 * shelling the road". One attack that failed or was foiled stays an attack that was not.
 */
export function readRestraint(
  candidates: readonly Candidate[],
  g: AttributionGrammar,
  frames: FrameGrammar,
  mentions: readonly Mention[],
): void {
  const restraint = candidates.filter((c) => c.type === 'non-aggression')
  for (const c of candidates) {
    if (!VIOLENT.has(c.type) || (c.status !== 'negated' && c.status !== 'denied')) continue
    // "offered to stop fighting with the army": what the verb above tells already.
    if (restraint.some((o) => o.sentence === c.sentence && o.predicate.index === c.predicate.governor?.predicate))
      c.dropped = 'the fighting that is to stop'
    if (c.dropped || c.status !== 'negated') continue
    const mutual = c.type === 'armed-clash' && parties(c, mentions) > 1
    if (!mutual && !sparesOther(c) && !refrains(c, g, mentions) && !isForsworn(c, g) && !hasAbstained(c, frames))
      continue
    beRestraint(c, intended(c, g), frames)
  }
}

/** «يتضمن الاتفاق عدم الاعتداء»: fighting of which a deal says that there is to be none. */
export function restrainByDeal(c: Candidate, frames: FrameGrammar): void {
  if (!VIOLENT.has(c.type) || c.status !== 'negated' || c.predicate.pos !== 'noun') return
  // Whoever else is told of behind it («… ضد القوات») makes no deal.
  c.slots.counterparts = c.slots.counterparts.filter((p) => !hasClass(p.group, ['person', 'group'], frames.tree))
  beRestraint(c, 'planned', frames)
}

function beRestraint(c: Candidate, status: ClaimStatus, frames: FrameGrammar): void {
  c.type = 'non-aggression'
  c.status = status
  for (const { group } of c.slots.counterparts) {
    const side = hasClass(group, ['person', 'group'], frames.tree) && !isOthers(group)
    addParty(side ? c.slots.agents : c.slots.objects, group)
    // "no attack on posts of the clan": whose posts are spared is the other side.
    const owner = side ? undefined : (group.of ?? group.nisba)
    if (owner && hasClass(owner, ['group'], frames.tree)) addParty(c.slots.agents, owner)
  }
  c.slots.counterparts = []
  c.slots.instruments = []
  delete c.mode
  c.counts = {}
}

const parties = (c: Candidate, mentions: readonly Mention[]) =>
  // "The two groups have not exchanged fire": two whom nothing before names.
  Math.max(...c.slots.agents.map((p) => p.group.quantity?.min ?? 1)) > 1
    ? 2
    : new Set(c.slots.agents.flatMap((p) => p.group.referents ?? [p.group]).map((x) => identity(mentions, x))).size

/** "stop shelling", "cease attacks": whoever could do it leaves it; "foiled the attack" is another's doing. */
function refrains(c: Candidate, g: AttributionGrammar, mentions: readonly Mention[]): boolean {
  const { predicate, sentence } = c
  if (predicate.form !== 'gerund' || predicate.governor?.as !== 'complement') return false
  const up = sentence.predicates[predicate.governor.predicate]!
  if (g.governors.get(`${up.lemma}/${up.pos}`) !== 'negated') return false
  const doers = c.slots.agents.map((p) => identity(mentions, p.group))
  return up.functions.S.flatMap((x) => x.members ?? [x]).some((x) => doers.includes(identity(mentions, x)))
}

/** "promised not to attack the clan", "ordered his men not to fire on it": what is not to be done, whoever says so. */
function isForsworn({ predicate: p, sentence }: Candidate, g: AttributionGrammar): boolean {
  const { as, predicate } = p.governor ?? {}
  // «تعهدت بألا تهاجمهم»: in a clause of its own that tells of what is not past.
  const ahead = p.form === 'infinitive' ? as === 'complement' : isAhead(p) && (as === 'complement' || as === 'content')
  const up = ahead ? sentence.predicates[predicate!] : undefined
  return p.negated && g.governors.get(`${up?.lemma}/${up?.pos}`) === 'planned' && !up?.negated
}

const isAhead = ({ form, tense }: Predicate) => form === 'finite' && (tense === 'present' || tense === 'future')

/** "has not carried out any attack on the clan since March": whoever has left the other alone for so long refrains. */
const hasAbstained = (c: Candidate, frames: FrameGrammar): boolean => {
  const { predicate: p, slots, time } = c
  const told = p.pos === 'noun' ? p.governor?.as === 'light' : p.form === 'finite' && isSide(slots.counterparts, frames)
  return (
    c.type === 'attack' &&
    told &&
    p.tense === 'past' &&
    (time?.precision === 'range' || isForLong(p)) &&
    slots.agents.length > 0 &&
    slots.counterparts.length > 0
  )
}
const isSide = (parties: readonly Party[], { tree }: FrameGrammar) =>
  parties.some(({ group: g }) => hasClass(g, ['person', 'group'], tree))
/** "in two years", "for months": a stretch of time in the plural, or a counted one. */
const isForLong = ({ functions: { P } }: Predicate) =>
  Object.values(P).some((gs) => gs.some((g) => g.classes.includes('time') && (g.plural || (g.quantity?.min ?? 0) > 1)))

/** "do not attack each other's convoys", "Neither side has touched the other's posts": each leaves alone what is the other's. */
const sparesOther = ({ predicate: p, slots }: Candidate): boolean =>
  p.form === 'finite' && p.tense !== 'future' && slots.counterparts.some(({ group: g }) => g.mutual || isOthers(g))
const isOthers = (g: NounGroup) => [g, g.of].some((x) => x?.lemma === OTHER && x.definite) || g.of?.mutual === true
const OTHER = 'other'

/** Whether the restraint itself is only meant: what governs it, its negation left aside. */
function intended({ predicate, sentence }: Candidate, g: AttributionGrammar): ClaimStatus {
  for (let at: Predicate | undefined = predicate, n = 0; at && n < 8; n++) {
    const effects = [...at.modality.map((m) => g.modals.get(m)), g.governors.get(`${at.lemma}/${at.pos}`)]
    if (at.tense === 'future' || effects.includes('planned')) return 'planned'
    if (effects.includes('alleged')) return 'alleged'
    if (!at.governor || at.governor.as === 'adverbial' || at.governor.as === 'relative') break
    at = sentence.predicates[at.governor.predicate]
  }
  return 'asserted'
}
