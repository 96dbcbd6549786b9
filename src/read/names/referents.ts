import type { Mention } from '../../model/index.js'
import type { Analysis, NounGroup, Sentence } from '../analysis.js'
import { allGroups } from './walk.js'

/** An actor that the text has brought up: its fullest group, the nouns it was called by, when it was last spoken of. */
interface Actor {
  key: string
  group: NounGroup
  heads: Set<string>
  last: number
  subject: boolean
  plural: boolean
  person: boolean
}

/** How many actors are kept in mind. */
const MEMORY = 64

/** Classes of nouns that stand for "both of them" and for a body spoken of before. */
const BOTH = 'both'
const BODY = ['group', 'organization', 'militia']

/**
 * Finds what pronouns and descriptions refer to, in one pass over the document: the newest actor that fits in number
 * and kind, the subject of the clause before others (Grosz, Joshi and Weinstein 1995, centering), for a description
 * the newest actor that was called by that noun («تنظيم القاعدة» … «التنظيم»).
 */
export function resolveReferents(analysis: Analysis): void {
  let actors: Actor[] = []
  for (const sentence of analysis.sentences) {
    // Nobody means with "they" a body last named pages ago; and a long document stays linear.
    if (actors.length > MEMORY) actors = actors.toSorted((a, b) => b.last - a.last).slice(0, MEMORY / 2)
    const subjects = new Set(sentence.predicates.flatMap((p) => p.functions.S))
    for (const group of allGroups(sentence)) {
      if (group.pronoun) point(group, pronounReferent(group, sentence, actors))
      else if (isBoth(group)) point(group, lastTwo(actors))
      else if (isDescription(group)) point(group, described(group, actors))
      remember(actors, group, analysis, subjects.has(group))
    }
  }
}

function point(group: NounGroup, referents: NounGroup[]): void {
  if (referents.length > 0) group.referents = referents
}

/** "the two sides", «الطرفان»: both of those spoken of, whatever they are called. */
const isBoth = (g: NounGroup) =>
  g.definite &&
  g.mention === undefined &&
  !g.of &&
  (g.classes.includes(BOTH) ||
    (g.quantity?.min === 2 && g.quantity.max === 2 && g.classes.some((c) => BODY.includes(c))))

const isDescription = (g: NounGroup) =>
  g.definite &&
  g.mention === undefined &&
  !g.of &&
  !g.members &&
  g.quantity === undefined &&
  g.classes.some((c) => BODY.includes(c))

function remember(actors: Actor[], group: NounGroup, analysis: Analysis, subject: boolean): void {
  const { mentions, text } = analysis
  // A person of a body is not the body: "a leader of X" brings up both, each by its own group.
  const mention = group.pronoun || group.referents || group.mention === undefined ? undefined : mentions[group.mention]
  const target = group.referents?.[0]
  const known = target ? actors.find((a) => a.group === target) : undefined
  if (known) {
    known.last = group.start
    known.subject = subject
    // "the two organizations" names neither of them an organization for itself.
    if (group.referents?.length === 1) known.heads.add(group.lemma)
    return
  }
  if (group.pronoun || group.members) return
  const isActor = mention
    ? mention.kind === 'actor' || mention.kind === 'person'
    : group.classes.some((c) => c === 'group' || c === 'person')
  if (!isActor) return
  const key = mention?.id ?? text.slice(group.start, group.end)
  const old = actors.find((a) => a.key === key)
  const heads = headsOf(group, mentions)
  if (old) {
    old.last = group.start
    old.subject = subject
    for (const h of heads) old.heads.add(h)
    return
  }
  const person = mention?.kind === 'person' || (group.classes.includes('person') && !group.classes.includes('group'))
  actors.push({
    key,
    group,
    heads,
    last: group.start,
    subject,
    plural: !person || isMany(group),
    person,
  })
}

function headsOf(group: NounGroup, mentions: readonly Mention[]): Set<string> {
  const heads = new Set([group.lemma])
  const mention = group.mention === undefined ? undefined : mentions[group.mention]
  if (mention) for (const w of mention.text.split(/\s+/u)) heads.add(w)
  return heads
}

const isMany = (g: NounGroup) => (g.quantity?.min ?? 1) > 1

function described(group: NounGroup, actors: readonly Actor[]): NounGroup[] {
  const called = newest(actors.filter((a) => !a.person && a.heads.has(group.lemma)))
  const found = called ?? newest(actors.filter((a) => !a.person && a.group.mention !== undefined))
  return found ? [found.group] : []
}

/** The two bodies last spoken of; named ones before those that are only described. */
function lastTwo(actors: readonly Actor[]): NounGroup[] {
  const bodies = actors.filter((a) => !a.person)
  const named = bodies.filter((a) => a.group.mention !== undefined)
  const two = [...(named.length >= 2 ? named : bodies)].sort((a, b) => b.last - a.last).slice(0, 2)
  return two.length === 2 ? two.sort((a, b) => a.group.start - b.group.start).map((a) => a.group) : []
}

function pronounReferent(group: NounGroup, sentence: Sentence, actors: readonly Actor[]): NounGroup[] {
  const agreement = group.pronoun
  if (agreement?.person !== undefined && agreement.person !== 3) return []
  const clause = sentence.predicates.find((p) =>
    Object.values(p.functions).some((l) => Array.isArray(l) && l.includes(group)),
  )
  // The other party of the same clause cannot be meant by an object pronoun.
  const partners = new Set(
    (clause?.functions.S ?? [])
      .filter((x) => x !== group)
      .flatMap((x) => [x, ...(x.members ?? []), ...(x.referents ?? [])]),
  )
  const fits = actors.filter(
    (a) =>
      a.group.end <= group.start &&
      !partners.has(a.group) &&
      (agreement?.number === undefined ||
        agreement.number === 'dual' ||
        (agreement.number === 'plural') === a.plural ||
        !a.person),
  )
  if (agreement?.number === 'dual') return lastTwo(actors)
  const inSentence = fits.filter((a) => a.last >= sentence.start)
  const before = fits.filter((a) => a.last < sentence.start)
  const best =
    newest(inSentence.filter((a) => a.subject)) ??
    newest(inSentence) ??
    newest(before.filter((a) => a.subject)) ??
    newest(before)
  return best ? [best.group] : []
}

const newest = (actors: readonly Actor[]): Actor | undefined => [...actors].sort((a, b) => b.last - a.last)[0]
