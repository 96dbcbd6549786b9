import type { Mention } from '../../model/index.js'
import { fold } from '../../text/index.js'
import type { NounGroup } from '../analysis.js'
import type { Candidate } from '../candidate.js'
import { addParty } from '../frames/slots.js'
import { identity } from '../merge/filler.js'
import type { Attribution } from './find.js'
import type { AttributionGrammar } from './grammar.js'

/**
 * Whoever announces that he attacked claims responsibility: his word is the news, and no link of its chain. A mere "said"
 * leaves the attack an attack, told by the one who did it.
 */
export function claimOwnAct(c: Candidate, applied: readonly Attribution[], mentions: readonly Mention[]): void {
  if (c.type !== 'attack') return
  const told = applied.at(-1)
  const speaker = told?.speakers[0]
  if (!told || !speaker || (told.kind !== 'announce' && told.kind !== 'claim') || !acts(c, speaker, mentions)) return
  c.type = 'responsibility-claim'
  if (c.saidOn) c.time ??= c.saidOn
  c.chain = c.chain.slice(0, -1)
  c.slots.objects = [...c.slots.objects, ...c.slots.counterparts]
  c.slots.counterparts = []
  if (c.status === 'alleged') c.status = 'asserted'
}

/** Kinds of saying by which somebody tells of what he did. */
const TELLS = new Set(['say', 'report', 'admit', 'confirm'])

/** "The Front said that its fighters had shelled the camp": by its word the attack is told, and claimed as well. */
export function tellOwnAttack(
  c: Candidate,
  applied: readonly Attribution[],
  mentions: readonly Mention[],
  g: AttributionGrammar,
): void {
  const told = applied.at(-1)
  const speaker = told?.speakers[0]
  const { form, tense, negated, governor } = c.predicate
  // "admitted to having planted the bomb", "said that its men had carried out the raid"
  const owned =
    (form === 'gerund' && told?.kind === 'admit') || (form === 'noun' && governor?.as === 'light' && tense === 'past')
  const done = c.status === 'asserted' && ((form === 'finite' && tense === 'past') || owned) && !negated
  if (c.type !== 'attack' || !done || !speaker || !TELLS.has(told.kind) || told.quoted || told.addressee) return
  const named = speaker.referents?.[0] ?? speaker
  const entity = named.mention === undefined ? undefined : mentions[named.mention]?.entities[0]
  // "The Front said it was behind it": a body that owns up to what was told.
  const isBody =
    named.classes.includes('body') ||
    (c.retells && named.classes.includes('group') && !named.classes.includes('authority'))
  if (!(entity ? g.sortOf(entity) === 'armed-group' : isBody)) return
  const own = identity(mentions, named)
  if (c.slots.agents.some(({ group: x }) => [x, x.of].some((o) => o && identity(mentions, o) === own)))
    c.ownWord = named
}

/** Words of one's own, of which whoever spoke is the agent: the chain holds those who pass them on. */
export const OWN_WORDS: ReadonlySet<string> = new Set(['responsibility-claim', 'statement', 'threat'])
/** Of a statement, a threat or a claim of responsibility the speaker is the agent; in the chain stand those who pass it on. */
export function dropOwnWord(c: Candidate, text: string, mentions: readonly Mention[]): void {
  if (!OWN_WORDS.has(c.type)) return
  const last = c.chain.at(-1)
  const names = c.slots.agents
    .flatMap((p) => p.group.referents ?? [p.group])
    .flatMap((x) => [identity(mentions, x), fold(text.slice(x.start, x.end))])
  if (last && (names.includes(fold(last.name)) || (last.entity !== undefined && names.includes(last.entity))))
    c.chain = c.chain.slice(0, -1)
}

/** What one side of it gets. */
const RECEIVED = new Set([
  'arms-transfer',
  'funding',
  'training',
  'personnel-support',
  'intelligence-sharing',
  'support',
])

/** "Tehran said that it had armed nobody", "We did not shell the mill": whoever says that he or his body did not do a thing denies it. */
export function deniesOwnAct(
  c: Candidate,
  applied: readonly Attribution[],
  mentions: readonly Mention[],
  { countering }: Pick<AttributionGrammar, 'countering'>,
): boolean {
  const told = applied.at(-1)
  const speaker = told?.speakers[0]
  const { form, tense, negated } = c.predicate
  // «تعهدت بألا تهاجمهم»: what somebody promises not to do is no charge that he denies.
  if (told?.kind === 'promise' && tense !== 'past') return false
  // "No shot was fired, the general insists": whoever says so against others denies it, whoever is said to have done it.
  if (negated && tense !== 'future' && told?.predicate && countering.has(told.predicate.lemma)) return true
  if (!told || !speaker || !(form !== 'finite' || tense === 'past' || (negated && tense !== 'future'))) return false
  // "His people and the clan, Tal says, no longer shoot at each other": what neither of two does is peace between them.
  if (c.type === 'armed-clash' && c.slots.agents.length > 1) return false
  const sides = [speaker, speaker.of, speaker.apposed?.of].flatMap((x) => (x ? [identity(mentions, x)] : []))
  // "replied that no rifle had reached it", "We do not get a rifle from the clan", "insists that his government shelters nobody"
  const parties =
    told.kind === 'reply' || RECEIVED.has(c.type) ? [...c.slots.agents, ...c.slots.counterparts] : c.slots.agents
  return parties.some(({ group: x }) =>
    [x, x.of].some((o) => o && (o === x || o.pronoun) && sides.includes(identity(mentions, o))),
  )
}

const VIOLENT = new Set(['attack', 'assassination', 'kidnapping', 'armed-clash'])
/** Kinds of saying by which somebody threatens; what is confessed or denied is none. */
const THREATENS = new Set(['say', 'announce', 'demand', 'promise', 'claim'])

/**
 * "We will burn their ships", "said that the clan would strike again", "Any lorry will be hit, its spokesman said": violence
 * that a side announces as its own is a threat, and the threat has been made.
 */
export function threatenOwnAct(c: Candidate, applied: readonly Attribution[], mentions: readonly Mention[]): void {
  const told = applied.at(-1)
  const speaker = told?.speakers[0]
  const { form, passive, tense, modality } = c.predicate
  const ahead = form === 'finite' && (tense === 'future' || modality.length > 0)
  // «حذّر من أنه سيضرب القواعد»: of his own act nobody foretells.
  const meant = c.status === 'planned' || c.status === 'predicted'
  if (!speaker || !VIOLENT.has(c.type) || !meant || !ahead || !THREATENS.has(told.kind)) return
  const body = [speaker.of, speaker.apposed?.of]
    .map((x) => x?.referents?.[0] ?? x)
    .find((x) => x?.classes.includes('group') && !x.classes.includes('authority'))
  const sides = [speaker, body].flatMap((x) => (x ? [identity(mentions, x)] : []))
  const own = c.slots.agents.some((p) => sides.includes(identity(mentions, p.group)))
  const unsaid = c.slots.agents.length === 0 && passive && body
  if (!own && !unsaid) return
  if (unsaid) addParty(c.slots.agents, unsaid, 'the side that speaks')
  c.type = 'threat'
  c.status = 'asserted'
  delete c.mode
}

/** What a side announces is of its own doing, where nobody else is named: an arrest, not an ambush. */
const ANNOUNCED = new Set(['arrest', 'prisoner-release', 'seizure', 'deployment', 'designation', 'training'])

/** "announced the arrest of two men", "denied the kidnapping of anyone": whoever announces or denies an act is its party. */
export function nameWhoseAct(c: Candidate, applied: readonly Attribution[], mentions: readonly Mention[]): void {
  const told = applied.at(-1)
  const speaker = told?.speakers[0]
  if (!speaker) return
  if (c.predicate.form === 'finite') return nameGiver(c, told, speaker, mentions)
  if (told.kind === 'deny' && TIES.has(c.type)) nameOwnSide(c, speaker, mentions)
  if (c.slots.agents.length > 0) return
  const named = speaker.referents?.[0] ?? speaker
  const { predicate } = c
  // «نفى الجيش سقوط المعسكر»: whoever denies a loss would be the one who lost it.
  if (c.type === 'seizure' && told.kind === 'deny' && predicate.act?.transitive === false) {
    const loser = sideOf(named, mentions)
    if (loser && c.slots.counterparts.length === 0) addParty(c.slots.counterparts, loser, 'whoever denies the loss')
    return
  }
  // "The police reported the arrest of two men": whoever is in charge of arrests tells of his own.
  const ownDuty = DUTIES.has(c.type) && (told.kind === 'say' || told.kind === 'report') && isAuthority(named)
  if (told.kind !== 'deny' && !(told.kind === 'announce' && ANNOUNCED.has(c.type)) && !ownDuty) return
  const side = sideOf(named, mentions)
  const own = side && identity(mentions, side)
  const suffers = [...c.slots.counterparts, ...c.slots.objects].some(
    ({ group: g }) => [g, g.of].some((x) => x && identity(mentions, x) === own) || g.of?.pronoun,
  )
  if (side && !suffers) addParty(c.slots.agents, side, 'whoever announces or denies it')
}

const GIVES = new Set(['arms-transfer', 'funding', 'support', 'training', 'personnel-support'])

/** "Ostby announced that forty trucks would be handed to the Front": whoever announces what will be given gives it. */
function nameGiver(c: Candidate, told: Attribution, speaker: NounGroup, mentions: readonly Mention[]): void {
  const { passive, tense, modality } = c.predicate
  const ahead = tense === 'future' || modality.length > 0
  if (!GIVES.has(c.type) || c.slots.agents.length > 0 || !passive || !ahead) return
  if (told.kind !== 'announce' && told.kind !== 'promise') return
  const side = sideOf(speaker.referents?.[0] ?? speaker, mentions)
  const gets = side && c.slots.counterparts.some(({ group }) => identity(mentions, group) === identity(mentions, side))
  if (side && !gets) addParty(c.slots.agents, side, 'whoever announces it')
}

const TIES = new Set(['coordination', 'agreement', 'meeting'])

/** "denied any link with the clan": one of the two is whoever denies it; of a link with nobody nothing is told. */
function nameOwnSide(c: Candidate, speaker: NounGroup, mentions: readonly Mention[]): void {
  const { agents } = c.slots
  const side = sideOf(speaker.referents?.[0] ?? speaker, mentions)
  const named = agents.filter(({ group: x }) => !x.pronoun || (x.referents?.length ?? 0) > 0)
  if (!side || named.length !== 1) return
  const other = named[0]!.group
  const whole = other.referents?.[0] ?? other
  if (identity(mentions, side) !== identity(mentions, whole) && !whole.of?.pronoun)
    addParty(agents, side, 'whoever denies it')
  else if (isTie(c)) c.dropped = 'it is not said with whom'
}

const isTie = ({ predicate, sentence }: Candidate) =>
  sentence.groups.some((x) => x.head.start === predicate.span.start && x.classes.includes('tie'))

/** The party that speaks, or whose officer does. */
export const sideOf = (speaker: NounGroup, mentions: readonly Mention[]): NounGroup | undefined =>
  [speaker, speaker.of, speaker.apposed?.of].find((x) => x && isSide(x, mentions))

const DUTIES = new Set(['arrest', 'seizure'])
const isAuthority = (x: NounGroup) => x.classes.includes('authority') && x.classes.includes('group')

const isSide = (x: NounGroup, mentions: readonly Mention[]) =>
  !x.classes.some((k) => k === 'source' || k === 'outlet' || k === 'document') &&
  (x.mention === undefined
    ? x.classes.includes('group') || x.classes.includes('authority')
    : mentions[x.mention]?.kind === 'actor')

const acts = (c: Candidate, speaker: NounGroup, mentions: readonly Mention[]) =>
  c.slots.agents.some((p) => identity(mentions, p.group) === identity(mentions, speaker))
