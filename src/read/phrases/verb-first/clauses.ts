import type { Agreement, Government } from '../../analysis.js'
import type { Chunk } from './chunks.js'
import { addPhrase, agrees, type Draft, newDraft } from './draft.js'
import { type EventNoun, eventsOf } from './event-nouns.js'
import type { Lexicon } from './lexicon.js'
import type { Group } from './noun-group.js'
import { settleVerb } from './settle-verb.js'
import type { Tok } from './words.js'

/** A clause under construction. */
interface Clause {
  /** Verbs that still take what follows, outermost first: main verb, then those of relative clauses. */
  verbs: Draft[]
  /** Event nouns met in it. */
  events: Draft[]
  /** A group before any verb. */
  topic?: Group
  auxiliary?: Tok
  governor?: { draft: Draft; as: Government; by?: string }
  /** What the next verb's relative clause is about. */
  antecedent?: Group | null
  /** Set by «كما», «حسبما»: the clause before is what this one's verb of saying passes on. */
  according?: boolean
}

/** Reads the clauses of a sentence from its chunks, left to right, and gives the predicates in the order of the text. */
export class ClauseReader {
  private readonly drafts: Draft[] = []
  private clause: Clause = { verbs: [], events: [] }
  private negation: Tok | undefined
  private particle: Tok | undefined
  private conjunction: Chunk | undefined
  private depth = 0

  constructor(
    private readonly chunks: readonly Chunk[],
    private readonly toks: readonly Tok[],
    private readonly lexicon: Lexicon,
  ) {}

  read(): Draft[] {
    for (let i = 0; i < this.chunks.length; i++) i = this.step(i)
    this.close()
    return this.drafts.sort((a, b) => a.start - b.start || b.end - a.end)
  }

  private step(i: number): number {
    const chunk = this.chunks[i]!
    switch (chunk.kind) {
      case 'verb':
        this.verb(i)
        break
      case 'auxiliary':
        this.auxiliary(i)
        break
      case 'group':
        if (this.depth === 0) this.group(i)
        break
      case 'preposition':
        return this.preposition(i)
      case 'subordinator':
        this.subordinator(i)
        break
      case 'relative':
        this.relative(i)
        break
      case 'negation':
        this.negation = chunk.tok
        return i
      case 'particle':
        this.particle = chunk.tok
        return i
      case 'conjunction':
        this.conjunction = chunk
        return i
      case 'open':
        this.depth++
        // «عدن (رويترز) قتل …»: a place with something in brackets is a dateline.
        if (this.clause.verbs.length === 0 && this.drafts.length === 0) delete this.clause.topic
        break
      case 'close':
        this.depth = Math.max(0, this.depth - 1)
        break
      case 'stop':
        this.close()
        this.clause = { verbs: [], events: [] }
        break
      default:
        return i
    }
    this.conjunction = undefined
    return i
  }

  /** Ends the clause: what its verbs did not find is settled now. */
  private close(): void {
    for (const d of this.clause.verbs) settleVerb(d, this.lexicon)
    // A negation that nothing took up ends with its clause.
    this.negation = undefined
  }

  private open(next: Partial<Clause>): void {
    this.close()
    this.clause = { verbs: [], events: [], ...next }
  }

  // ——— verbs ———

  private auxiliary(i: number): void {
    const chunk = this.chunks[i]!
    if (this.mainVerbFollows(i)) {
      if (this.clause.verbs.length > 0 && this.clause.antecedent === undefined) {
        const relative = this.attachedRelative(i)
        if (relative !== undefined) this.clause.antecedent = relative
        else this.conjoin(chunk.tok)
      }
      this.clause.auxiliary = chunk.tok
      if (this.negation) this.clause.auxiliary = { ...chunk.tok, future: chunk.tok.future ?? false }
      return
    }
    this.verb(i)
  }

  /** «كان المتهمون يعتزمون», «باتت المليشيا تملك»: a verb before the clause ends. */
  private mainVerbFollows(i: number): boolean {
    for (let k = i + 1; k < this.chunks.length && k <= i + 6; k++) {
      const { kind, tok } = this.chunks[k]!
      if (kind === 'verb')
        return tok.reading.tense === 'present' || this.chunks.slice(i + 1, k).some((c) => c.kind === 'particle')
      if (
        kind !== 'group' &&
        kind !== 'particle' &&
        kind !== 'preposition' &&
        kind !== 'other' &&
        kind !== 'time' &&
        kind !== 'negation'
      )
        return false
    }
    return false
  }

  private verb(i: number): void {
    const { tok } = this.chunks[i]!
    const d = newDraft(tok, tok.reading.lemma, 'verb', 'finite', tok.reading.verb)
    if (tok.reading.agreement) d.agreement = tok.reading.agreement
    this.tenseAndPolarity(d, tok)
    if (tok.passiveMark || tok.reading.passive) d.passive = true
    this.place(d, i)
    this.drafts.push(d)
    const suffix = this.toks.find((t) => t.start === tok.end && t.attached === 'after')
    if (suffix) {
      // The pronoun is a chunk of its own behind the verb; it is taken up there.
      d.end = tok.end
    }
    this.negation = undefined
    this.particle = undefined
  }

  private tenseAndPolarity(d: Draft, tok: Tok): void {
    const role = this.negation?.reading.role
    d.tense =
      tok.future || role === 'future' || this.particle?.reading.role === 'future'
        ? 'future'
        : (tok.reading.tense ?? 'past')
    if (role === 'past') d.tense = 'past'
    if (this.negation) {
      d.negated = true
      d.start = this.negation.start
    }
    const { auxiliary } = this.clause
    if (auxiliary) {
      d.modality.push(auxiliary.reading.lemma)
      if (auxiliary.reading.role === 'past' && d.tense === 'present') d.tense = 'past'
      if (auxiliary.reading.tense === 'present' && auxiliary.future) d.tense = 'future'
      delete this.clause.auxiliary
    }
    if (this.particle && d.tense === 'present') d.modality.push(this.particle.lemma)
  }

  /** Where a verb stands in the sentence, and which subject comes to it from before. */
  private place(d: Draft, i: number): void {
    const { clause } = this
    if (clause.antecedent !== undefined) {
      this.relativeVerb(d, clause.antecedent, i)
      delete clause.antecedent
      return
    }
    const described =
      clause.verbs.length === 0 && !clause.topic && !this.conjunction ? this.phraseAntecedent(i) : undefined
    if (described) {
      this.relativeVerb(d, described, i)
      return
    }
    // «مسلحين يشتبه بانتمائهم … فجروا»: a verb that cannot have the indefinite group before it as subject describes it.
    if (
      clause.verbs.length === 0 &&
      clause.topic &&
      !clause.topic.definite &&
      !this.conjunction &&
      !agrees(d.agreement, clause.topic)
    ) {
      clause.events.push(d)
      d.subjectBefore = true
      return
    }
    if (!this.hasMain() && !(this.conjunction && clause.events.length > 0 && !clause.topic)) {
      if (clause.governor) d.governor = clause.governor
      if (clause.according) this.passesOn(d)
      this.takeTopic(d)
      for (const v of clause.verbs) settleVerb(v, this.lexicon)
      clause.verbs = [d]
      return
    }
    const relative = this.conjunction ? undefined : this.attachedRelative(i)
    if (relative !== undefined) {
      this.relativeVerb(d, relative, i)
      return
    }
    this.conjoinVerb(d)
  }

  /** «بحسب اعترافات بثتها القناة، …»: an indefinite noun behind a preposition, with a verb right behind it. */
  private phraseAntecedent(i: number): Group | undefined {
    const before = this.chunks[i - 1]?.group
    if (!before || before.definite || this.chunks[i - 2]?.kind !== 'preposition') return undefined
    return agrees(this.chunks[i]!.tok.reading.agreement, before) || this.chunks[i + 1]?.tok.attached === 'after'
      ? before
      : undefined
  }

  /** Whether the clause has a verb that stands in no relative clause. */
  private hasMain(): boolean {
    return this.clause.verbs.some((v) => v.governor?.as !== 'relative' && !v.describes)
  }

  private takeTopic(d: Draft): void {
    const { topic } = this.clause
    if (!topic) return
    if (agrees(d.agreement, topic) || topic.pronoun) {
      d.S = [topic]
      d.subjectBefore = true
    }
    delete this.clause.topic
  }

  /** The group that a verb right behind it describes: «هجوم قتل فيه …», «عناصر كانوا محتجزين». */
  private attachedRelative(i: number): Group | undefined {
    let k = i - 1
    while (
      k >= 0 &&
      (this.chunks[k]!.kind === 'negation' ||
        this.chunks[k]!.kind === 'particle' ||
        this.chunks[k]!.kind === 'time' ||
        this.chunks[k]!.kind === 'auxiliary')
    )
      k--
    const before = this.chunks[k]
    if (!before?.group || before.group.pronoun) return undefined
    // «بيان نشرته المؤسسة»: the pronoun on the verb, not its ending, agrees with what is described.
    const after = this.chunks[i + 1]
    const resumed =
      after?.tok.attached === 'after' && after.group?.pronoun && !before.group.definite
        ? after.group.pronoun
        : undefined
    const agreement = resumed ?? this.chunks[i]!.tok.reading.agreement
    return this.antecedentFor(agreement?.gender, agreement?.number, k, true)
  }

  /** The nearest group behind which a relative clause of this gender and number can stand; within a chain the outermost. */
  private antecedentFor(
    gender: string | undefined,
    number: string | undefined,
    k: number,
    asyndetic = false,
  ): Group | undefined {
    const wanted = {
      person: 3 as const,
      ...(gender && { gender: gender as 'masculine' }),
      ...(number && { number: number as 'singular' }),
    }
    const found = this.antecedents(wanted, k)
    return asyndetic ? (found.find((g) => !g.definite) ?? found.find((g) => !g.classes.includes('place'))) : found[0]
  }

  /** The groups before `k` that a verb agrees with, nearest first. */
  private antecedents(wanted: Agreement, k: number): Group[] {
    const out: Group[] = []
    for (let j = k; j >= 0 && j >= k - 5; j--) {
      const chunk = this.chunks[j]!
      if (chunk.kind === 'verb' || chunk.kind === 'subordinator' || chunk.kind === 'stop') break
      for (let g = chunk.group; g && !g.pronoun; g = g.of) if (agrees(wanted, g)) out.push(g)
    }
    return out
  }

  private relativeVerb(d: Draft, antecedent: Group | null, i: number): void {
    const host = antecedent && this.ownerOf(antecedent)
    if (host) d.governor = { draft: host, as: 'relative' }
    d.describes = true
    this.clause.verbs.push(d)
    if (!antecedent) return
    const resumed = this.resumption(i, antecedent)
    if (resumed === 'object') {
      d.O = [antecedent]
    } else if (resumed === null) {
      d.S = [antecedent]
      d.subjectBefore = true
    }
    // Under a preposition the pronoun itself stands for the antecedent.
  }

  /** «هجوم شنه مسلحون», «مناطق سيطر عليها»: where a relative clause takes its antecedent up again. */
  private resumption(i: number, antecedent: Group): 'object' | 'phrase' | null {
    for (let k = i + 1; k < this.chunks.length && k <= i + 5; k++) {
      const { kind, group, tok } = this.chunks[k]!
      if (k === i + 1 && group?.pronoun && tok.attached === 'after') return 'object'
      if (kind === 'verb' || kind === 'subordinator' || kind === 'stop' || kind === 'comma') return null
      if (kind === 'preposition') {
        const next = this.chunks[k + 1]?.group
        if (next?.pronoun && this.chunks[k + 1]!.tok.attached === 'after' && matches(next, antecedent)) {
          this.chunks[k + 1]!.group = { ...antecedent }
          return 'phrase'
        }
        k++
      }
    }
    return null
  }

  /** The predicate in whose functions a group stands. */
  private ownerOf(group: Group): Draft | undefined {
    const holds = (g: Group): boolean =>
      g === group || (g.of !== undefined && holds(g.of)) || (g.members?.some(holds) ?? false)
    for (const d of [...this.drafts].reverse()) {
      if (d.event?.group === group) return d
      if ([...d.S, ...d.O, ...d.O2, ...d.G, ...Object.values(d.P).flat()].some(holds)) return d
    }
    return this.drafts.at(-1)
  }

  private conjoin(tok: Tok): void {
    const partner = this.partner(tok)
    this.open(
      partner
        ? { governor: { draft: partner, as: 'conjunct', ...(this.conjunction && { by: this.conjunction.tok.norm }) } }
        : {},
    )
  }

  private conjoinVerb(d: Draft): void {
    const partner = this.partner(d.tok)
    const { topic } = this.clause
    this.open({ ...(topic && { topic }) })
    if (partner) {
      d.governor = { draft: partner, as: 'conjunct', ...(this.conjunction && { by: this.conjunction.tok.norm }) }
      const shared = this.subjectFor(d, partner)
      if (shared) d.shared = shared
      if (d.agreement?.number !== 'singular') d.subjectBefore = true
    }
    this.takeTopic(d)
    this.clause.verbs = [d]
  }

  /** The verb that a coordinated one belongs to: of verbs of saying another verb of saying, else the last one. */
  private partner(tok: Tok): Draft | undefined {
    const verbs = this.drafts.filter((d) => d.pos === 'verb' && d.form === 'finite')
    const says = (d: Draft) => this.lexicon.saying.has(`${d.lemma}/verb`)
    if (this.lexicon.saying.has(`${tok.reading.lemma}/verb`)) return verbs.find(says) ?? verbs.at(-1)
    const inner = verbs.filter((d) => d.governor?.as !== 'relative')
    return inner.at(-1) ?? verbs.at(-1)
  }

  private subjectFor(d: Draft, partner: Draft): Group[] | undefined {
    const subjects = [
      partner.S,
      partner.shared ?? [],
      ...this.drafts
        .filter((x) => x.pos === 'verb')
        .reverse()
        .map((x) => x.S),
    ]
    return subjects.find((s) => s.length > 0 && s.some((g) => agrees(d.agreement, g)))
  }

  // ——— subordination ———

  private subordinator(i: number): void {
    const { tok } = this.chunks[i]!
    const role = tok.reading.role ?? 'adverbial'
    const main = this.clause.verbs[0] ?? this.lastFinite()
    if (role === 'content') {
      const host = this.contentHost(i)
      const as =
        host && (this.lexicon.saying.has(`${host.lemma}/${host.pos}`) || tok.norm.startsWith('ا') === false)
          ? 'content'
          : 'complement'
      this.open(host ? { governor: { draft: host, as, by: tok.norm } } : {})
    } else if (role === 'according' || role === 'manner') {
      this.open({ according: true, ...(main && { governor: { draft: main, as: 'adverbial', by: tok.norm } }) })
    } else if (role === 'contrast') {
      this.open(main ? { governor: { draft: main, as: 'conjunct', by: tok.norm } } : {})
    } else {
      const as: Government = role === 'purpose' ? 'purpose' : role === 'return' ? 'return' : 'adverbial'
      this.open(main ? { governor: { draft: main, as, by: tok.norm } } : {})
    }
  }

  /** What an «أن» or «إن» depends on: the noun or participle right before it, else the nearest verb that takes content. */
  private contentHost(i: number): Draft | undefined {
    let k = i - 1
    while (k >= 0 && (this.chunks[k]!.kind === 'preposition' || this.chunks[k]!.kind === 'time')) k--
    const before = this.chunks[k]?.group
    if (before) {
      const event = this.drafts.find(
        (d) => d.event?.group === before || (before.of !== undefined && d.event?.group === before.of),
      )
      if (
        event &&
        (this.lexicon.governors.has(`${event.lemma}/noun`) ||
          (this.lexicon.saying.has(`${event.lemma}/noun`) && this.clause.verbs.length === 0))
      )
        return event
    }
    const verbs = [...this.clause.verbs].reverse()
    const takes = (d: Draft) =>
      this.lexicon.saying.has(`${d.lemma}/verb`) ||
      this.lexicon.governors.has(`${d.lemma}/verb`) ||
      d.verb?.control !== undefined
    return verbs.find(takes) ?? verbs[0] ?? this.conjoinedSaying() ?? this.clause.events.at(-1) ?? this.lastFinite()
  }

  /** «قال إن … وإن …»: a second content clause belongs to the verb that governs the first. */
  private conjoinedSaying(): Draft | undefined {
    return this.clause.governor?.as === 'content' ? this.clause.governor.draft : undefined
  }

  private lastFinite(): Draft | undefined {
    return this.drafts.filter((d) => d.pos === 'verb' && d.form === 'finite' && d.governor?.as !== 'relative').at(-1)
  }

  /** «كما أوضح دبلوماسي»: the verb of saying governs the clause before it as its content. */
  private passesOn(d: Draft): void {
    if (!this.lexicon.saying.has(`${d.lemma}/verb`)) return
    delete d.governor
    const root = this.drafts.find((x) => x !== d && x.governor === undefined)
    if (root) root.governor = { draft: d, as: 'content' }
  }

  private relative(i: number): void {
    const role = this.chunks[i]!.tok.reading.role ?? ''
    if (role === 'result') {
      const main = this.clause.verbs[0]
      this.open(main ? { governor: { draft: main, as: 'adverbial' as const, by: this.chunks[i]!.tok.norm } } : {})
      return
    }
    if (role === 'free') {
      this.clause.antecedent = null
      return
    }
    const gender = role[0] === 'f' ? 'feminine' : 'masculine'
    const number = role[1] === 'p' ? 'plural' : role[1] === 'd' ? 'dual' : 'singular'
    this.clause.antecedent = this.antecedentFor(gender, number, i - 1) ?? this.lastGroup(i) ?? null
  }

  private lastGroup(i: number): Group | undefined {
    for (let k = i - 1; k >= 0; k--) if (this.chunks[k]!.group) return this.chunks[k]!.group
    return undefined
  }

  // ——— groups ———

  private group(i: number): void {
    const chunk = this.chunks[i]!
    const group = chunk.group!
    if (chunk.tok.attached === 'after' && group.pronoun) {
      this.attachedPronoun(i, group)
      return
    }
    if (this.participle(i)) return
    const events = eventsOf(group, this.toks, this.lexicon)
    if (this.conjunction && events[0]?.group === group && this.conjoinEvent(events)) return
    // An adjective phrase apart from its noun, «قادمة من …», fills no function.
    if (
      chunk.tok.pos === 'adjective' &&
      chunk.tok.reading.derived &&
      !chunk.tok.article &&
      group.case !== 'accusative' &&
      this.clause.verbs.length > 0
    )
      return
    const receiver = this.receive(i, group)
    const as: Government = receiver && this.isLight(receiver, group) ? 'light' : 'object'
    this.addEvents(
      events,
      receiver && !receiver.S.includes(group)
        ? { draft: receiver, as }
        : receiver && as === 'light'
          ? { draft: receiver, as }
          : undefined,
    )
  }

  /** «خروج القوات من المدينة وتسليمها»: an event noun coordinated over other words with the last one. */
  private conjoinEvent(events: readonly EventNoun[]): boolean {
    const partner = this.clause.events.filter((d) => d.event).at(-1)
    if (!partner) return false
    this.addEvents(events, { draft: partner, as: 'conjunct', by: this.conjunction!.tok.norm })
    return true
  }

  private attachedPronoun(i: number, group: Group): void {
    const before = this.chunks[i - 1]
    if (before?.kind === 'subordinator') {
      this.clause.topic = group
      return
    }
    const d = this.drafts.find((x) => x.tok === before?.tok)
    if (!d) return
    d.end = group.end
    if (d.O.length === 0) d.O = [group]
  }

  /** «مؤكدة أن», «ملوّحة بتفجير»: an active participle that tells what the subject did meanwhile. */
  private participle(i: number): boolean {
    const { tok, group } = this.chunks[i]!
    if (tok.pos !== 'adjective' || tok.reading.derived !== 'active' || tok.article || !tok.reading.verb || !group)
      return false
    const before = this.chunks[i - 1]
    const apart =
      before === undefined || before.kind === 'comma' || before.kind === 'conjunction' || group.case === 'accusative'
    if (!apart || (this.clause.verbs.length === 0 && this.drafts.length === 0)) return false
    const d = newDraft(tok, tok.reading.verb.lemma, 'verb', 'participle', tok.reading.verb)
    const main = this.clause.verbs[0] ?? this.lastFinite()
    if (main) d.governor = { draft: main, as: 'adverbial' }
    d.subjectBefore = true
    this.drafts.push(d)
    this.clause.verbs.push(d)
    return true
  }

  /** Gives a bare group to the event noun it touches, to the innermost verb that wants it, or keeps it as topic. */
  private receive(i: number, group: Group): Draft | undefined {
    const before = this.chunks[i - 1]
    const touching =
      before?.group && this.clause.events.filter((d) => d.event && endsWith(before.group!, d.event.group)).at(-1)
    const verbs = [...this.clause.verbs].reverse()
    const wanting = verbs.find((d) => wants(d, group))
    if (
      touching &&
      touching.verb?.transitive &&
      (touching.G.length > 0 || touching.S.length > 0) &&
      touching.O.length === 0
    ) {
      const verbFirst =
        wanting && wanting.verb?.transitive && wanting.O.length === 0 && wanting.S.some((s) => s === before!.group)
      if (!verbFirst) {
        if (touching.S.length === 0) {
          touching.S = touching.G
          touching.G = []
        }
        touching.O = [group]
        return undefined
      }
    }
    const other = !wanting && group.case === 'accusative' ? this.transitiveReading(verbs[0]) : undefined
    if (other) {
      give(other, group)
      return other
    }
    if (wanting) {
      const noun =
        wanting.S.length === 0 &&
        this.lexicon.light.get(wanting.lemma)?.some((l) => l.link === 'O') &&
        eventsOf(group, this.toks, this.lexicon)[0]?.group === group
      if (noun && wanting.O.length === 0) wanting.O = [group]
      else give(wanting, group)
      return wanting
    }
    if (this.clause.verbs.length === 0) this.clause.topic ??= group
    else if (this.chunks[i + 1]?.kind === 'verb' && this.chunks[i - 1]?.kind !== 'preposition')
      this.clause.topic = group
    return undefined
  }

  /** «تقدم طهران دعما»: with an object behind it the form is read as a transitive verb, where it can be one. */
  private transitiveReading(d: Draft | undefined): Draft | undefined {
    if (!d || d.pos !== 'verb' || d.O.length > 0) return undefined
    const other = this.lexicon.forms
      .get(d.tok.norm)
      ?.find((r) => r.pos === 'verb' && r.verb?.transitive && r.lemma !== d.lemma && !r.joined)
    if (!other?.verb) return undefined
    d.lemma = other.lemma
    d.verb = other.verb
    if (other.tense) d.tense = other.tense
    if (other.agreement) d.agreement = other.agreement
    return d
  }

  private isLight(d: Draft, group: Group): boolean {
    const links = this.lexicon.light.get(d.lemma)
    if (!links) return false
    return links.some(
      (l) =>
        (l.link === 'O' && d.O.includes(group)) || (l.link === 'S' && (d.S.includes(group) || d.O.includes(group))),
    )
  }

  private preposition(i: number): number {
    const { tok } = this.chunks[i]!
    const next = this.chunks[i + 1]
    // «بعدم مهاجمة»: the negation stands between preposition and noun.
    const negated = next?.kind === 'negation' && this.chunks[i + 2]?.group ? 1 : 0
    const at = i + 1 + negated
    const group = this.chunks[at]?.group
    if (!group) return i
    if (negated) this.negation = next!.tok
    const key = tok.lemma
    const role = tok.reading.role
    if (role === 'possession' && this.clause.verbs.every((v) => v.tok.pos === 'auxiliary')) {
      this.possession(i, group)
      return at
    }
    const touched = this.touchedEvent(i)
    for (const d of [...this.clause.verbs, ...this.clause.events]) {
      if (role === 'agent') {
        if (d === (touched ?? this.clause.verbs.at(-1))) {
          d.S.push(group)
          if (d.pos === 'verb') d.passive = true
        }
      } else addPhrase(d, key, group)
    }
    const events = eventsOf(group, this.toks, this.lexicon)
    this.addEvents(events, this.governorOf(tok, touched, events[0]))
    this.conjunction = undefined
    return at
  }

  /** «بحوزته قطع صواريخ»: the preposition is the predicate, its noun has what follows. */
  private possession(i: number, group: Group): void {
    const { tok } = this.chunks[i]!
    const d = newDraft(tok, tok.lemma, 'noun', 'noun')
    d.S = [group]
    d.subjectBefore = true
    this.drafts.push(d)
    this.clause.verbs = [d]
  }

  /** The event noun that ends right before the chunk at `i`. */
  private touchedEvent(i: number): Draft | undefined {
    const before = this.chunks[i - 1]?.group
    return before && this.clause.events.filter((d) => d.event && endsWith(before, d.event.group)).at(-1)
  }

  /** What governs the event noun behind a preposition, and how. */
  private governorOf(
    tok: Tok,
    touched: Draft | undefined,
    event: EventNoun | undefined,
  ): { draft: Draft; as: Government; by: string } | undefined {
    const by = tok.lemma
    const role = tok.reading.role
    const verb = this.clause.verbs.at(-1) ?? this.clause.governor?.draft
    const near = touched ?? verb ?? this.clause.events.at(-1)
    const outer = verb ?? touched ?? this.clause.events[0]
    if (role === 'purpose') return outer && { draft: outer, as: 'purpose', by }
    if (role === 'return') return outer && { draft: outer, as: 'return', by }
    if (
      role === 'time' ||
      role === 'cause' ||
      role === 'concession' ||
      role === 'until' ||
      role === 'without' ||
      role === 'part' ||
      role === 'support'
    )
      return outer && { draft: outer, as: 'adverbial', by }
    if (
      role === 'place' ||
      role === 'source' ||
      role === 'on' ||
      role === 'about' ||
      role === 'goal' ||
      tok.attached === 'before'
    ) {
      for (const d of [touched, verb]) {
        if (!d) continue
        if (this.lexicon.light.get(d.lemma)?.some((l) => l.link === by)) return { draft: d, as: 'light', by }
      }
      if (!near) return undefined
      const governs = this.lexicon.governors.has(`${near.lemma}/${near.pos}`)
      const act = event?.verb !== undefined && event.group.agreement.number !== 'plural'
      if (role === 'to' && act) {
        return governs && touched ? { draft: near, as: 'complement', by } : outer && { draft: outer, as: 'purpose', by }
      }
      if (role === 'place' && !near.verb?.control && !governs) return { draft: near, as: 'adverbial', by }
      const says = this.lexicon.saying.has(`${near.lemma}/${near.pos}`)
      return { draft: near, as: says ? 'object' : 'complement', by }
    }
    return near && { draft: near, as: 'adverbial', by }
  }

  /** «بعدم مهاجمة …»: to refrain is an act of its own, named by the negation; what is not done is its genitive. */
  private refraining(event: EventNoun, governor: Draft['governor'] | undefined): void {
    const tok = this.negation!
    const d = newDraft(tok, tok.lemma, 'noun', 'noun')
    d.event = event
    d.G = [event.group]
    if (governor) d.governor = governor
    this.negation = undefined
    this.drafts.push(d)
    this.clause.events.push(d)
  }

  private addEvents(events: readonly EventNoun[], governor: Draft['governor'] | undefined): void {
    let above = governor
    const made = new Map<Group, Draft>()
    for (const event of events) {
      const tok = this.toks[event.group.headTok]!
      const refrains = made.size === 0 && this.negation?.reading.role === 'noun' && tok.classes.includes('idiom')
      if (refrains) {
        this.refraining(event, governor)
        made.set(event.group, this.clause.events.at(-1)!)
        continue
      }
      const d = newDraft(tok, tok.lemma, 'noun', 'noun', event.verb)
      d.event = event
      if (event.group.of) d.G = [event.group.of]
      if (event.group.nisba) d.X = [event.group.nisba]
      const outer = event.outer && made.get(event.outer)
      if (outer) d.governor = { draft: outer, as: 'of' }
      else if (above) d.governor = above
      else if (governor) d.governor = governor
      const isFirst = made.size === 0
      if (this.negation?.reading.role === 'noun' && isFirst) {
        d.negated = true
        this.negation = undefined
      }
      if (!isFirst && !outer) d.governor = governor
      above = undefined
      made.set(event.group, d)
      this.drafts.push(d)
      this.clause.events.push(d)
    }
  }
}

/** Whether a pronoun can stand for the group. */
function matches(pronoun: Group, antecedent: Group): boolean {
  return agrees({ person: 3, ...pronoun.pronoun }, antecedent)
}

/** Whether `inner` is the group or the last genitive of it, so that the next chunk touches it. */
function endsWith(group: Group, inner: Group): boolean {
  for (let g: Group | undefined = group; g; g = g.of) {
    if (g === inner || g.members?.includes(inner)) return true
  }
  return false
}

/** Whether a verb has room for a bare group. */
function wants(d: Draft, group: Group): boolean {
  if (d.closed) return false
  // A stretch of time is no object: «أمهلهم ثلاثة أيام».
  if (group.classes.includes('time') && (d.S.length > 0 || d.subjectBefore)) return false
  const subject =
    d.S.length === 0 && !d.subjectBefore && d.agreement?.number !== 'plural' && d.agreement?.number !== 'dual'
  if (subject && group.case !== 'accusative') return true
  const transitive = d.verb === undefined || d.verb.transitive || d.pos === 'noun'
  if (!transitive) return false
  return d.O.length === 0 || (d.verb?.ditransitive === true && d.O2.length === 0)
}

const ANIMATE = new Set([
  'person',
  'group',
  'fighter',
  'soldier',
  'leader',
  'official',
  'civilian',
  'detainee',
  'victim',
  'worker',
  'source',
  'outlet',
])

/** Takes a bare group as subject, object or second object. */
function give(d: Draft, group: Group): void {
  const free = d.S.length === 0 && !d.subjectBefore
  const nominative = group.case !== 'accusative' && group.case !== 'oblique'
  const animate =
    (group.classes.some((c) => ANIMATE.has(c)) && !group.classes.includes('base')) || group.mention !== undefined
  // A coordinated verb whose subject is known takes a thing as its object.
  const shared = d.shared !== undefined && !animate && d.verb?.transitive === true
  if (free && nominative && !shared && (agrees(d.agreement, group) || !d.verb?.transitive || animate)) {
    d.S = [group]
    return
  }
  if (d.O.length === 0) {
    d.O = [group]
    return
  }
  // «سلّم القاعدةَ أسلحةً»: the first object is who gets, the second what.
  d.O2 = d.O
  d.O = [group]
}
