import { covers, type Mention, madeOnce } from '../../model/index.js'
import { fold, lightStem } from '../../text/index.js'
import type { Analysis, NounGroup } from '../analysis.js'
import { arePeople } from '../people.js'

/** An actor that the text has brought up: its fullest group, the nouns it was called by, when it was last spoken of. */
export interface Actor {
  key: string
  group: NounGroup
  heads: Set<string>
  /** Those of them that stand in its names. */
  named: ReadonlySet<string>
  last: number
  /** Where the group that spoke of it last ends. */
  until: number
  subject: boolean
  plural: boolean
  person: boolean
  /** How the groups that named it agree with other words, where the language shows it. */
  shows: NonNullable<NounGroup['agreement']>[]
  /** Whether something was done to it where it was last named. */
  patient?: boolean
  /** Whether "it" meant it last. */
  it?: boolean
  /** Whoever only tells of the others is none of "the two sides". */
  teller: boolean
}

/** What a group that names an actor does in its clause. */
export interface Role {
  subject: boolean
  teller: boolean
  patient?: boolean
}

/** What the packs know of an actor that a text names, by its entity. */
export interface KnownActors {
  /** Whether it reports on the others and is no side among them. */
  observes(entity: string): boolean
  /** Whether it is a state. */
  isState(entity: string): boolean
  /** Whether it governs, or serves who governs. */
  isOfficial(entity: string): boolean
  /** The words of its names, as `nounKey` compares them. */
  calledBy(entity: string): ReadonlySet<string>
}

/** How far back, in characters, two may have been named as sides whom "the two" then means. */
const FACED_BEFORE = 300

/** How many actors are kept in mind. */
const MEMORY = 64

/** What a text has spoken of so far, in the order of reading. */
export class ActorMemory {
  private actors: Actor[] = []
  /** The two that were last named together ("X and Y", «بين س وص»). */
  private pair: NounGroup[] = []

  /** The two bodies, or the two people, that one clause named as its sides last. */
  private faced: { pair: NounGroup[]; person: boolean; together: boolean; at: number } | undefined

  /** "the two groups", where they last acted together. */
  both: NounGroup | undefined

  /** The places that were last listed. */
  private places: NounGroup[] = []

  private named: Map<string, number> | undefined

  constructor(
    private readonly analysis: Analysis,
    private readonly known: KnownActors,
  ) {}

  /** Whether it is a state. */
  isState(group: NounGroup): boolean {
    return this.mentionOf(group)?.entities.some((e) => this.known.isState(e)) ?? false
  }

  /** Whether it is a body that reports on the others and is no side among them. */
  isObserver({ group }: Actor): boolean {
    return this.mentionOf(group)?.entities.some((e) => this.known.observes(e)) ?? false
  }

  /** Whether it governs, or serves who governs. */
  isOfficial({ group }: Actor): boolean {
    return this.mentionOf(group)?.entities.some((e) => this.known.isOfficial(e)) ?? false
  }

  /** Whether the packs know it as a body that governs nobody and serves no government. */
  isFaction(a: Actor): boolean {
    return (this.mentionOf(a.group)?.entities.length ?? 0) > 0 && !this.isOfficial(a) && !this.isObserver(a)
  }

  /** Whether one of the names that the packs have for it holds the noun. */
  isCalled({ group }: Actor, noun: string): boolean {
    return this.mentionOf(group)?.entities.some((e) => this.known.calledBy(e).has(noun)) ?? false
  }

  private mentionOf({ mention }: NounGroup): Mention | undefined {
    return mention === undefined ? undefined : this.analysis.mentions[mention]
  }

  /** Nobody means with "they" a body last named pages ago; and a long document stays linear. */
  shrink(): void {
    if (this.actors.length > MEMORY) this.actors = this.actors.toSorted((a, b) => b.last - a.last).slice(0, MEMORY / 2)
  }

  /** By what an actor is told from others: the name that a group is, or its words. */
  keyOf(group: NounGroup): string {
    const { mention, members, start, end } = group
    // Several are none of those whom they are.
    const named = mention === undefined || members || isOneOf(group) ? undefined : this.analysis.mentions[mention]
    return named?.id ?? fold(this.analysis.text.slice(start, end))
  }

  /** By what an actor may be told from others: its own key, and those of actors whose name may be another of its own ("Abu Dhabi"). */
  keysOf(group: NounGroup): string[] {
    const own = this.mentionOf(group)?.entities ?? []
    const same = (a: Actor) => this.mentionOf(a.group)?.entities.some((e) => this.known.isState(e) && own.includes(e))
    return [this.keyOf(group), ...(own.length > 0 ? this.actors.filter(same).map((a) => a.key) : [])]
  }

  /** Notes a group that names or describes an actor, or speaks of one again. */
  remember(group: NounGroup, role: Role, called = group.lemma, at = group.start): void {
    if (group.members) return this.rememberTogether(group, group.members, role)
    if (group.referents) return this.again(group, group.referents, role)
    // "saw no fighters": nobody is spoken of again.
    if (group.pronoun || (group as { negative?: boolean }).negative === true) return
    const mention = isOneOf(group) ? undefined : this.mentionOf(group)
    if (!isActor(group, mention)) return
    const key = this.keyOf(group)
    const old = this.actors.find((a) => a.key === key)
    const heads = new Set([nounKey(group.lemma), ...wordsOf(mention), nounKey(called)])
    if (old) {
      // "fighters of the Front cut the road": the name within the subject is the subject still.
      old.patient = role.patient === true
      old.subject = role.subject || (old.subject && group.end <= old.until)
      old.last = Math.max(old.last, at)
      old.until = Math.max(old.until, group.end)
      old.teller &&= role.teller
      for (const h of heads) old.heads.add(h)
      if (group.agreement) old.shows.push(group.agreement)
      return
    }
    const bearer = mention ? bearerOf(group) : group
    const person =
      mention?.kind === 'person' ||
      (mention?.kind !== 'actor' && !bearer.classes.includes('group')) ||
      (bearer.classes.includes('person') && !bearer.classes.includes('group'))
    const plural = !person || (group.quantity?.min ?? 1) > 1 || isPlural(group)
    const shows = group.agreement ? [group.agreement] : []
    const [last, until] = [at, group.end]
    const named = new Set([nounKey(group.lemma), ...wordsOf(mention)])
    this.actors.push({ key, group: bearer, heads, named, last, until, plural, person, shows, ...role })
  }

  private again(
    group: NounGroup,
    referents: readonly NounGroup[],
    { subject, teller }: { subject: boolean; teller: boolean },
  ): void {
    for (const actor of this.actors.filter((a) => referents.includes(a.group))) {
      actor.last = group.start
      actor.until = group.end
      actor.subject = subject
      if (group.pronoun && !group.pronoun.gender && !group.implied && !group.agreement)
        actor.it = group.pronoun.number === 'singular'
      // "The Band said that it had done it": who tells of himself is a side.
      if (subject && !teller && !actor.person) actor.teller = false
      // "the two organizations" names neither of them an organization for itself.
      if (referents.length === 1 && !group.pronoun) actor.heads.add(nounKey(group.lemma))
    }
  }

  /** "X and Y": two named bodies are "the two sides"; all who acted together are "they" in what follows. */
  private rememberTogether(group: NounGroup, members: readonly NounGroup[], role: Role): void {
    this.rememberPair(members)
    if (!role.subject || role.teller || !members.every((m) => isActor(m, this.mentionOf(m)))) return
    const [key, last, until] = [this.keyOf(group), group.start, group.end]
    this.actors.push({
      key,
      group,
      heads: new Set(),
      named: new Set(),
      last,
      until,
      plural: true,
      person: false,
      shows: [],
      ...role,
    })
  }

  private rememberPair(members: readonly NounGroup[]): void {
    const isBody = (m: NounGroup) => (this.mentionOf(m)?.kind ?? (m.classes.includes('group') && 'actor')) === 'actor'
    if (members.length === 2 && members.every(isBody)) this.pair = [...members]
    const places = members.filter((m) => m.mention !== undefined && this.analysis.mentions[m.mention]?.kind === 'place')
    if (places.length === members.length) this.places = [...places]
  }

  /** Notes that a clause has one named side act on, or with, another of its kind: both may be "the two" soon. */
  noteSides(pair: readonly NounGroup[], together: boolean, at: number): void {
    const actors = pair.map((g) => this.actors.find((a) => a.key === this.keyOf(g)))
    const [a, b] = actors
    const side = (x: Actor | undefined) => x !== undefined && !x.group.members && !x.teller && !this.isObserver(x)
    if (!a || !b || a === b || a.person !== b.person || !side(a) || !side(b)) return
    this.faced = { pair: [...pair], person: a.person, together, at }
  }

  /** The two sides that a clause named right before a place in the text. */
  facedBefore(at: number): NounGroup[] {
    return this.faced && at - this.faced.at < FACED_BEFORE ? this.faced.pair : []
  }

  /** The two bodies that a clause named together right before a place in the text. */
  togetherBefore(at: number): NounGroup[] {
    return this.faced?.together && !this.faced.person ? this.facedBefore(at) : []
  }

  /** The places of the last list ("Aden, Abyan and Taiz"), for "those provinces". */
  lastPlaces(): NounGroup[] {
    return this.places
  }

  /**
   * The two bodies that the text is about: named together before merely near each other, named before described, those
   * that the whole document names most before others.
   */
  lastTwo(): NounGroup[] {
    const bodies = this.actors.filter(
      (a) =>
        !a.person &&
        !a.teller &&
        !a.group.members &&
        !this.isObserver(a) &&
        !a.group.classes.some((c) => NO_SIDE.has(c)),
    )
    const named = bodies.filter((a) => a.group.mention !== undefined)
    // "the government of the region": the region is no side beside its government.
    const all = bodies.filter((a) => !bodies.some((o) => o !== a && covers(o.group, a.group)))
    // "accused the army of moving new troops": no side is spoken of as if nobody knew it.
    const known = all.filter((a) => a.group.definite || a.group.mention !== undefined)
    const apart = known.length > 0 ? known : all
    const ranked = (named.length >= 2 ? named : apart).toSorted(
      (a, b) => this.weightOf(b) - this.weightOf(a) || b.last - a.last,
    )
    const top = new Set(ranked.slice(0, 3).map((a) => a.key))
    const together = named.length < 2 || this.pair.every((p) => top.has(this.keyOf(p)))
    if (this.pair.length === 2 && together) return this.pair
    const two = ranked.slice(0, 2)
    return two.length === 2 ? two.sort((a, b) => a.group.start - b.group.start).map((a) => a.group) : []
  }

  /** How often the document names an actor. */
  private weightOf(a: Actor): number {
    this.named ??= countNames(this.analysis.mentions)
    return this.named.get(a.key) ?? 0
  }

  /** The actors named within some groups. */
  keysWithin(groups: readonly NounGroup[]): string[] {
    const within = (a: Actor) => groups.some((g) => g.start <= a.last && a.last < g.end)
    return this.actors.filter(within).map((a) => a.key)
  }

  /** The newest actor that passes. */
  newest(passes: (a: Actor) => boolean): Actor | undefined {
    let newest: Actor | undefined
    for (const a of this.actors) if ((!newest || a.last > newest.last) && passes(a)) newest = a
    return newest
  }
}

/** Whether a group's noun shows that it means several. */
export const isPlural = ({ plural, agreement }: NounGroup) => plural === true || agreement?.number === 'plural'

/** «نجل قيادي في الجبهة», "a leader of the Front": one of a body's people, who has no name here, is not the body. */
function isOneOf({ mention, of, classes, plural, quantity, agreement }: NounGroup): boolean {
  if (mention === undefined || of?.mention !== mention || classes.includes('group')) return false
  const one = agreement ? agreement.number === 'singular' : plural !== true
  return one && (quantity?.min ?? 1) === 1 && arePeople({ classes })
}

/** «ستة من عناصر الجبهة»: whoever is spoken of again is the body that bears the name, and not those of its people. */
const bearerOf = (g: NounGroup): NounGroup =>
  g.of && g.of.mention === g.mention && !g.of.members && !g.classes.includes('group') ? bearerOf(g.of) : g

/** Classes of named bodies that are no side of anything. */
const NO_SIDE = new Set(['prison', 'building', 'outlet'])

function countNames(mentions: readonly Mention[]): Map<string, number> {
  const out = new Map<string, number>()
  for (const m of mentions) out.set(m.id, (out.get(m.id) ?? 0) + 1)
  return out
}

/** A noun as it is compared: without article and ending, «التنظيم» and «تنظيم» alike. */
export const nounKey = (word: string) => lightStem(fold(word))

function isActor(group: NounGroup, mention: Mention | undefined): boolean {
  if (mention) return mention.kind === 'actor' || mention.kind === 'person'
  return arePeople(group)
}

/** The words of a name, as nouns are compared. */
const wordsOf = (mention: Mention | undefined): readonly string[] => (mention ? wordsOfName(mention) : NO_WORDS)
const NO_WORDS: readonly string[] = []
const wordsOfName = madeOnce((mention: Mention): readonly string[] => mention.text.split(/\s+/u).map(nounKey))
