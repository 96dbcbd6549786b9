import type { Mention } from '../../model/index.js'
import type { NounGroup } from '../analysis.js'
import { type BySentence, type Candidate, candidatesBySentence, candidatesNear, type Party } from '../candidate.js'
import { hasClass } from '../frames/classes.js'
import type { FrameGrammar } from '../frames/grammar.js'
import { addParty } from '../frames/slots.js'
import { identity } from './filler.js'

/** How many sentences before a demand hold the meeting at which it was made. */
const MET = 2
const MUTUAL = new Set(['meeting', 'coordination', 'agreement'])

/** Who stands on the side that a claim leaves empty, where another event that both had a part in names him. */
export function nameOtherSide(
  candidates: readonly Candidate[],
  mentions: readonly Mention[],
  grammar: FrameGrammar,
): void {
  const bySentence = candidatesBySentence(candidates.filter((c) => !c.dropped))
  for (const c of candidates) {
    if (c.dropped) continue
    if (c.type === 'seizure') nameBeaten(c, bySentence, mentions)
    else if (c.type === 'safe-passage') sortMoved(c, grammar)
    if (HELP.has(c.type)) nameHelped(c, bySentence, mentions)
    if (c.status === 'planned' && grammar.oneWay.has(c.type)) nameAsked(c, bySentence, mentions)
  }
}

const HELP = new Set([
  'arms-transfer',
  'funding',
  'training',
  'support',
  'intelligence-sharing',
  'personnel-support',
  'safe-haven',
])

/** "backs the clan and supplies rifles", "helps the clan by sending rifles": of two helps of one party in one breath the second is for him whom the first is for. */
function nameHelped(c: Candidate, bySentence: BySentence, mentions: readonly Mention[]): void {
  if (c.slots.counterparts.length > 0 || c.slots.destination.length > 0 || c.slots.agents.length === 0) return
  const own = c.slots.agents.map((p) => identity(mentions, p.group))
  const up = c.predicate.governor
  const inOneBreath = ({ predicate: p }: Candidate) =>
    up?.predicate === p.index
      ? up.as === 'conjunct' || up.as === 'adverbial'
      : up !== undefined && up.predicate === p.governor?.predicate && up.as === p.governor.as
  const first = candidatesNear(bySentence, c.sentence, 0).findLast(
    (o) =>
      o !== c &&
      HELP.has(o.type) &&
      o.predicate.index < c.predicate.index &&
      inOneBreath(o) &&
      o.slots.agents.some((p) => own.includes(identity(mentions, p.group))),
  )
  for (const p of first?.slots.counterparts ?? [])
    if (!own.includes(identity(mentions, p.group))) addParty(c.slots.counterparts, p.group, 'who is helped beside it')
}

/** «سيطر الجيش على البلدة بعد معارك مع الحركة»: whoever was fought for what was taken lost it. */
function nameBeaten(c: Candidate, bySentence: BySentence, mentions: readonly Mention[]): void {
  if (c.slots.counterparts.length > 0 || c.slots.agents.length === 0) return
  const own = c.slots.agents.map((p) => identity(mentions, p.group))
  const fought = candidatesNear(bySentence, c.sentence).find(
    (o) =>
      o.type === 'armed-clash' &&
      o.predicate.governor?.as === 'adverbial' &&
      o.slots.agents.some((p) => own.includes(identity(mentions, p.group))),
  )
  for (const p of fought?.slots.agents ?? [])
    if (!own.includes(identity(mentions, p.group))) addParty(c.slots.counterparts, p.group, 'whoever was fought for it')
}

/** «… التقوا قادة الحركة. وطلبت الحركة أسلحة»: what one of two who met asks for or offers, it asks of the other. */
function nameAsked(c: Candidate, bySentence: BySentence, mentions: readonly Mention[]): void {
  const { agents, counterparts } = c.slots
  const [filled, empty] = agents.length > 0 ? [agents, counterparts] : [counterparts, agents]
  const [asks, other] = filled
  const said = c.chain.at(-1)?.start
  if (
    !asks ||
    other ||
    empty.length > 0 ||
    ![asks.group, ...(asks.group.referents ?? [])].some((g) => g.start === said)
  )
    return
  const who = partyOf(asks.group, mentions)
  const isWho = (g: NounGroup) => [...partyOf(g, mentions)].some((x) => who.has(x))
  const met = candidatesNear(bySentence, c.sentence, MET).findLast(
    (o) => MUTUAL.has(o.type) && o.slots.agents.length === 2 && o.slots.agents.some((p) => isWho(p.group)),
  )
  for (const { group: g } of met?.slots.agents ?? [])
    if (!isWho(g)) addParty(empty, g.of?.classes.includes('group') ? g.of : g, 'whoever met the one who asks')
}

/** A party and the body whose people it is. */
const partyOf = (g: NounGroup, mentions: readonly Mention[]): ReadonlySet<string> =>
  new Set([g, ...(g.of ? [g.of] : [])].map((x) => identity(mentions, x)))

/** Vehicles and goods that pass are what is moved; some of a body's people are, too, and the body is who is let through. */
function sortMoved({ slots }: Candidate, { tree }: FrameGrammar): void {
  const isThing = (g: NounGroup) =>
    !g.pronoun && g.mention === undefined && hasClass(g, MOVED, tree) && !hasClass(g, ['person', 'group'], tree)
  const isMoved = ({ group }: Party) => isThing(group) || isSomeOf(group)
  for (const p of slots.counterparts.filter(isMoved)) addParty(slots.objects, p.group, p.inferred)
  slots.counterparts = slots.counterparts.filter((p) => !isThing(p.group))
  if (slots.counterparts.length > 0) return
  for (const { group: g } of slots.objects.filter((p) => isThing(p.group)))
    if (g.of && !g.of.pronoun && hasClass(g.of, ['group', 'fighter'], tree))
      addParty(slots.counterparts, g.of, 'whose they are')
}
const MOVED = ['vehicle', 'ship', 'weapon', 'equipment', 'ammunition', 'money']

const isSomeOf = ({ of, pronoun, classes }: NounGroup) =>
  !pronoun && of?.classes.includes('group') === true && classes.some((k) => k === 'fighter' || k === 'leader')
