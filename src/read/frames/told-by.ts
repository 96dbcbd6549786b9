import type { Candidate } from '../candidate.js'

/** Which readings of a sentence tell nothing that another of it does not tell. */

/** Whether the one is only a part of what the other tells. */
export const isToldBy = (c: Candidate, o: Candidate): boolean =>
  o.aim === c.predicate || isHeldBefore(c, o) || (o.type !== c.type ? isPartOf(c, o) : isItsObject(c, o))

/** "brought four shipments of rifles": the noun names what the verb of the same event moves. */
const isItsObject = (c: Candidate, o: Candidate) =>
  c.predicate.pos === 'noun' &&
  (c.predicate.governor?.as === 'object' || c.predicate.governor?.as === 'light') &&
  c.predicate.governor.predicate === o.predicate.index &&
  o.slots.objects.some(({ group: g }) => g.head.start === c.predicate.span.start)

/** "stopped attacking", «كفّ عن مهاجمة», «توصلا إلى تفاهم»: what is a fixed part of another event's idiom is none of its own. */
const isPartOf = (c: Candidate, o: Candidate) =>
  // "An attempt to take the hill was repelled": nobody is said to have fought it off.
  (o.type !== 'armed-clash' || o.slots.agents.length > 0) &&
  (c.type === 'attack' ||
    (c.type === 'prisoner-release' && o.type === 'prisoner-exchange') ||
    (c.type === 'coordination' && o.type === 'agreement')) &&
  c.predicate.pos === 'noun' &&
  o.fixed?.some((g) => g.head.start >= c.predicate.span.start && g.head.end <= c.predicate.span.end) === true

const HELD = new Set(['arrest', 'kidnapping'])
const FREED = new Set(['prisoner-release', 'prisoner-exchange'])

/** "will free forty men held in the valley": that those who are freed are held, by whomever and since whenever, is no news. */
function isHeldBefore(c: Candidate, o: Candidate): boolean {
  const { predicate: p, slots, sentence } = c
  if (!HELD.has(c.type) || !FREED.has(o.type) || slots.agents.length > 0) return false
  if (p.form !== 'participle' || p.governor?.as !== 'relative') return false
  const dated = sentence.times.some((t) => p.span.end <= t.start && t.end <= p.clause.end)
  return !dated && slots.counterparts.some((x) => o.slots.objects.some((y) => y.group === x.group))
}
