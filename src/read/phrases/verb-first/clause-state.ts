import type { Government } from '../../analysis.js'
import type { Chunk } from './chunks.js'
import type { Draft } from './draft.js'
import type { Lexicon } from './lexicon.js'
import type { Group } from './noun-group.js'
import { settleVerb } from './settle-verb.js'
import type { Tok } from './words.js'

/** A clause under construction. */
export interface Clause {
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
  /** Whoever acts in a relative clause, between "was" and its verb: «الجنود الذين كانت الحركة قد أسرتهم». */
  doer?: Group
  /** Set by «كما», «حسبما»: the clause before is what this one's verb of saying passes on. */
  according?: boolean
  /** Set by «إذا», «لو»: its verb stands in a condition. */
  supposed?: boolean
  /** Set by «، وهو …،»: what is said of somebody in passing, between commas. */
  aside?: boolean
  /** The verb before a colon that calls for the acts listed behind it. */
  listed?: Draft
  /** Phrases of place before any verb, for the clause's own verb to take. */
  fronted?: { preposition: string; group: Group }[]
}

/** What the steps over a sentence's chunks share: the clause being read, the predicates so far, words that wait for a verb. */
export class ClauseState {
  readonly drafts: Draft[] = []
  clause: Clause = { verbs: [], events: [] }
  negation: Tok | undefined
  particle: Tok | undefined
  conjunction: Chunk | undefined
  /** What governs the clauses of content so far, and how each was opened. */
  told: { governor: NonNullable<Clause['governor']>; opening: string }[] = []
  /** Open brackets. */
  depth = 0
  /** A group that opened a clause and has had no verb yet, while clauses that describe it are read. */
  waiting: Pick<Clause, 'topic' | 'governor'> | undefined
  /** The clause into which «كما يروي شاهد» was put. */
  interrupted: Clause | undefined

  constructor(
    readonly chunks: readonly Chunk[],
    readonly toks: readonly Tok[],
    readonly lexicon: Lexicon,
  ) {}

  /** Ends the clause: what its verbs did not find is settled now. */
  close(): void {
    for (const d of this.clause.verbs) settleVerb(d, this.lexicon)
    // «رأوا أن الهجوم وشيك»: with no verb, what is said is the act that the clause is about.
    const { verbs, events, governor, listed } = this.clause
    if (verbs.length === 0 && events[0] && governor?.as === 'content') events[0].governor ??= governor
    // A list of acts: a clause with a verb of its own tells something else.
    if (verbs.every((d) => d.describes) && events[0] && listed) events[0].governor ??= { draft: listed, as: 'content' }
    // A negation that nothing took up ends with its clause.
    this.negation = undefined
  }

  open(next: Partial<Clause>): void {
    this.close()
    const { topic, governor, verbs } = this.clause
    if (topic && verbs.length > 0 && verbs.every((v) => v.describes))
      this.waiting = { topic, ...(governor && { governor }) }
    this.clause = { verbs: [], events: [], ...next }
  }

  /** Puts a clause that only says who tells it into the one being read. */
  interrupt(next: Partial<Clause>): void {
    this.settleInterrupted()
    this.interrupted = this.clause
    this.clause = { verbs: [], events: [], ...next }
  }

  /** Goes on with the clause into which «، وهي لجان محلية،» was put. */
  resumeAside(): void {
    this.close()
    this.clause = this.interrupted!
    this.interrupted = undefined
  }

  /** Goes on with the interrupted clause; what it tells from here on is told by `teller`. */
  resume(teller: Draft): void {
    this.close()
    const clause = this.interrupted!
    teller.inserted = true
    this.interrupted = undefined
    this.clause = clause
    if (clause.verbs.length === 0) clause.governor = { draft: teller, as: 'content' }
  }

  settleInterrupted(): void {
    for (const d of this.interrupted?.verbs ?? []) settleVerb(d, this.lexicon)
    this.interrupted = undefined
  }

  lastFinite(): Draft | undefined {
    return this.drafts.filter((d) => d.pos === 'verb' && d.form === 'finite' && d.governor?.as !== 'relative').at(-1)
  }

  /** Whether the clause has a verb that stands in no relative clause. */
  hasMain(): boolean {
    return this.clause.verbs.some((v) => v.governor?.as !== 'relative' && !v.describes)
  }
}
