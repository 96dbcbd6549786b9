import type { Predicate } from '../analysis.js'
import { type Candidate, candidatesBySentence, candidatesNear } from '../candidate.js'
import type { FrameGrammar } from '../frames/grammar.js'
import { addParty } from '../frames/slots.js'

const VIOLENT = new Set(['attack', 'assassination', 'kidnapping', 'armed-clash'])

/** What is threatened where a threat is made: to take a thing by force is force too. */
const FORCE = new Set([...VIOLENT, 'seizure'])

const THREATENED = new Set(['complement', 'object', 'content', 'light'])
const OF_ACT = new Set([...THREATENED, 'of'])

const isAbout = (c: Candidate, p: Predicate) =>
  VIOLENT.has(c.type) && c.predicate.pos === 'noun' && c.predicate.governor?.predicate === p.index

/** "vowed to open the road", "promised not to attack": no force, but help or restraint. */
const isPeaceful = (c: Candidate, oneWay: ReadonlySet<string>) =>
  c.predicate.negated || oneWay.has(c.type) || c.type === 'prisoner-release' || c.type === 'non-aggression'

/** What is threatened belongs to the threat ("threatened to fire on the tugs"): its target is the threat's, and it is no plan of its own. "Threatened to resign" threatens no force. */
export function readThreats(candidates: readonly Candidate[], { oneWay }: FrameGrammar): void {
  const bySentence = candidatesBySentence(candidates)
  for (const threat of candidates) {
    if (threat.type !== 'threat' || threat.dropped) continue
    const { predicate, sentence } = threat
    // "warned that any lorry would be a target": what is threatened is to come, and the threat has been made.
    const ahead = threat.status === 'planned' || threat.status === 'predicted'
    const told = threat.slots.agents.length > 0 && threat.slots.counterparts.length > 0
    if (ahead && told && predicate.governor?.as === 'content') threat.status = 'asserted'
    const here = candidatesNear(bySentence, sentence)
    const acts = sentence.predicates.filter((p) => p.governor?.predicate === predicate.index && p.form === 'infinitive')
    // "vowed to step up its raids": the violence may be what the infinitive is about.
    // «هدد باستئناف الهجمات على …»: or what the act named is an act of.
    const named = sentence.predicates.filter(
      (p) => p.pos === 'noun' && p.governor?.predicate === predicate.index && THREATENED.has(p.governor.as),
    )
    const under = new Set([predicate.index, ...acts.map((p) => p.index)])
    const within = new Set(named.map((p) => p.index))
    const forceless = acts.every(
      (p) => !here.some((c) => (c.predicate === p && !isPeaceful(c, oneWay)) || isAbout(c, p)),
    )
    if (acts.length > 0 && forceless && threat.slots.counterparts.length === 0) threat.dropped = 'threatens no force'
    for (const c of here) {
      const { governor } = c.predicate
      const meant =
        governor !== undefined &&
        (under.has(governor.predicate)
          ? THREATENED.has(governor.as)
          : within.has(governor.predicate) && OF_ACT.has(governor.as))
      if (!meant || !FORCE.has(c.type) || c.dropped || c.predicate.negated) continue
      const aimed = c.type === 'seizure' ? [...c.slots.counterparts, ...c.slots.objects] : c.slots.counterparts
      if (threat.slots.counterparts.length === 0) for (const p of aimed) addParty(threat.slots.counterparts, p.group)
      if (threat.slots.places.length === 0) for (const p of c.slots.places) addParty(threat.slots.places, p.group)
      c.dropped = 'what is threatened, not what is done'
    }
    if (threat.slots.counterparts.length > 0) continue
    for (const x of threatened(threat)) addParty(threat.slots.counterparts, x, 'what the threatened act is done to')
  }
}

/** «هددوا بإحراق المقر»: whom or what the act would be done to, though no frame reads it as violence. */
const threatened = ({ predicate, sentence }: Candidate) =>
  sentence.predicates
    .filter((p) => p.act?.transitive && p.governor?.predicate === predicate.index && THREATENED.has(p.governor.as))
    .flatMap(({ functions: { O, G } }) => (O.length > 0 ? O : G))
