import type { Hop, Mention, Slot } from '../../model/index.js'
import type { NounGroup, Predicate, Sentence } from '../analysis.js'
import type { Candidate, Party } from '../candidate.js'
import { identity } from '../merge/filler.js'
import type { AttributionGrammar } from './grammar.js'
import { isPaper } from './papers.js'
import { sayingOf } from './saying.js'
import { speakersOf } from './speakers.js'

/** A denial of what somebody else said: "The group denied it", "called the report a lie", «وهو ما تنفيه …». */
export interface Denial {
  sentence: Sentence
  predicate: Predicate
  speaker: NounGroup
  chain: Hop[]
  /** What is denied, where the sentence itself tells it as another's words ("dismissed a charge by X that …"). */
  of?: Candidate
}

/** How many sentences before a denial hold what it denies. */
const REACH = 3

/** The verb of a denial that names what it denies only by a pronoun or a noun for words, and whoever denies. */
export function findDenials(
  sentence: Sentence,
  mentions: readonly Mention[],
  g: AttributionGrammar,
): { predicate: Predicate; speaker: NounGroup }[] {
  return sentence.predicates.flatMap((predicate) => {
    if (predicate.pos !== 'verb' || predicate.negated || sayingOf(predicate, sentence, g) !== 'deny') return []
    const speaker = speakersOf(predicate, mentions, g)[0]
    const { O, O2 } = predicate.functions
    const said = [...O, ...O2].some((x) => x.pronoun !== undefined || (isPaper(x) && x.definite))
    return speaker && said ? [{ predicate, speaker }] : []
  })
}

/** Adds what is denied as claims of their own: the event last told, denied by the one who speaks. */
export function addDenials(candidates: Candidate[], denials: readonly Denial[], mentions: readonly Mention[]): void {
  for (const d of denials) {
    const told = d.of ?? lastTold(candidates, d, mentions)
    if (!told || told.dropped) continue
    const slots = Object.fromEntries(Object.entries(told.slots).map(([s, ps]) => [s, [...ps]])) as Record<Slot, Party[]>
    candidates.push({
      ...told,
      rule: `${told.rule} denial`,
      sentence: d.sentence,
      predicate: d.of ? told.predicate : d.predicate,
      slots,
      status: 'denied',
      chain: d.chain,
      links: [],
      support: [{ ...told.predicate.clause, for: 'denied' }],
      confidence: told.confidence * 0.8,
    })
  }
}

function lastTold(candidates: readonly Candidate[], d: Denial, mentions: readonly Mention[]): Candidate | undefined {
  const speaker = identity(mentions, d.speaker)
  const before = candidates.filter(
    (c) =>
      !c.dropped &&
      !c.sentence.heading &&
      c.status !== 'denied' &&
      c.predicate.span.end <= d.predicate.span.start &&
      d.sentence.index - c.sentence.index <= REACH,
  )
  const own = before.filter((c) => parties(c).some((p) => identity(mentions, p.group) === speaker))
  return (own.length > 0 ? own : before).toSorted((a, b) => a.predicate.span.start - b.predicate.span.start).at(-1)
}

const parties = (c: Candidate) => [...c.slots.agents, ...c.slots.counterparts]
