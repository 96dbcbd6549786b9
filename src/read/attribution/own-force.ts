import type { Mention } from '../../model/index.js'
import type { NounGroup } from '../analysis.js'
import type { Candidate } from '../candidate.js'
import { identity } from '../merge/filler.js'
import type { Attribution } from './find.js'
import type { AttributionGrammar } from './grammar.js'

/** Kinds of saying by which a force reports what it did. */
const REPORTS = new Set<Attribution['kind']>(['say', 'report', 'announce', 'confirm'])
/** What a force does itself where it tells of it; whoever it tells was killed may have died by anybody's hand. */
const DONE = new Set(['arrest', 'seizure'])
const FORCES = new Set(['armed-forces', 'military-unit', 'coalition', 'security-body'])
const SERVES = new Set(['authority', 'soldier'])
const MATERIEL = ['weapon', 'vehicle', 'equipment', 'ammunition', 'drone', 'explosive']

/**
 * "The army said that ten militants had been captured and three lorries recovered": those whom a force fights are held, and
 * what is theirs is taken, by whoever tells of it with nobody named who did it.
 */
export function nameOwnForce(
  c: Candidate,
  applied: readonly Attribution[],
  mentions: readonly Mention[],
  g: AttributionGrammar,
): void {
  const told = applied.at(-1)
  const speaker = told?.speakers[0]
  if (!speaker || !REPORTS.has(told.kind) || told.quoted || c.slots.agents.length > 0) return
  if (
    !DONE.has(c.type) ||
    c.status !== 'asserted' ||
    c.retells ||
    c.aftermath ||
    (c.predicate.tense ?? 'past') !== 'past'
  )
    return
  const named = speaker.referents?.[0] ?? speaker
  const side = [named, named.of, named.apposed, named.apposed?.of].find((x) => x && isForce(x, mentions, g))
  if (!side) return
  const own = identity(mentions, side)
  const isOwn = (x: NounGroup) => [x, x.of].some((o) => o && (o.pronoun !== undefined || identity(mentions, o) === own))
  const { counterparts, objects } = c.slots
  // "nine gunmen were killed and four captured": the number goes on with those told of before it.
  const isMore = (x: NounGroup) =>
    x.quantity?.start === x.head.start && c.sentence.groups.some((y) => y.end <= x.start && isFoe(y) && !isOwn(y))
  const isFought = (x: NounGroup) => (isFoe(x) || isMore(x)) && !isOwn(x)
  const fought = counterparts.filter(({ group }) => isFought(group))
  const taken = c.type === 'seizure' && objects.some(({ group: x }) => MATERIEL.some((k) => x.classes.includes(k)))
  const others = counterparts.some(({ group }) => !isFought(group))
  if ((fought.length > 0 && !others) || (taken && counterparts.length === 0))
    c.slots.agents = [{ group: side, inferred: 'the force that tells of it' }]
}

/** Those who fight for a side that is no state's. */
const isFoe = ({ classes, of, nisba, apposed }: NounGroup) =>
  !classes.includes('soldier') &&
  (classes.includes('fighter') ||
    (classes.includes('leader') && [of, nisba, apposed?.of].some((x) => x?.classes.includes('faction') === true)))

function isForce(x: NounGroup, mentions: readonly Mention[], g: AttributionGrammar): boolean {
  const entity = x.mention === undefined ? undefined : mentions[x.mention]?.entities[0]
  if (entity) return FORCES.has(g.sortOf(entity) ?? '')
  if (x.classes.includes('source') || x.classes.includes('outlet')) return false
  return x.classes.includes('regular') || (x.classes.includes('group') && x.classes.some((k) => SERVES.has(k)))
}
