import { isAnd, isComma } from './chunk.js'
import { type Group, kindOf } from './group.js'
import { type Clauses, skipBack, skipOn } from './node.js'

/** Whether nothing that a verb could act on stands right behind it. */
export function lacksObject({ chunks }: Clauses, verb: number): boolean {
  const next = chunks[skipOn(chunks, verb + 1)]
  return next?.kind !== 'group' || next.group.classes.includes('time')
}

/** "rifles the clan had sold the rebels": behind a verb of giving stands only whoever gets the thing. */
function lacksThing({ chunks, lexicon }: Clauses, verb: number): boolean {
  const [gives, at] = [chunks[verb], skipOn(chunks, verb + 1)]
  const next = chunks[at]
  return (
    gives?.kind === 'verb' &&
    lexicon.giving.has(gives.verb.lemma) &&
    next?.kind === 'group' &&
    kindOf(next.group) === 'actor' &&
    chunks[at + 1]?.kind !== 'group' &&
    chunks[at + 1]?.kind !== 'preposition'
  )
}

/** "told the agency it would withdraw": whoever is told something opens no clause about himself. */
export function isTold({ chunks, lexicon }: Clauses, group: number): boolean {
  const verb = chunks[skipBack(chunks, group - 1)]
  if (verb?.kind !== 'verb') return false
  const lemma = `${verb.verb.lemma}/verb`
  return lexicon.saying.has(lemma) || lexicon.governors.has(lemma)
}

/** "rifles the clan had bought": a thing behind a verb or preposition, and whoever did something with it right behind. */
export function isContact(c: Clauses, k: number, subject: Group, verb: number): boolean {
  const thing = c.chunks[k]
  if (thing?.kind !== 'group' || kindOf(thing.group) === 'actor' || thing.group.classes.includes('time')) return false
  if (!subject.definite || kindOf(subject) === 'thing' || thing.group.pronoun) return false
  if (!lacksObject(c, verb) && !lacksThing(c, verb)) return false
  const at = skipBack(c.chunks, k - 1)
  const before = c.chunks[at]
  // "In a letter the clan said …": a phrase that opens the sentence has no clause in it where no further verb follows.
  if (before?.kind === 'preposition' && skipBack(c.chunks, at - 1) < 0) return mainVerbBehind(c, verb)
  return before?.kind === 'verb' || before?.kind === 'preposition'
}

/** Whether the verb is followed by the finite verb of the clause around it. */
function mainVerbBehind({ chunks, lexicon }: Clauses, verb: number): boolean {
  const own = chunks[verb]
  if (own?.kind === 'verb' && lexicon.saying.has(`${own.verb.lemma}/verb`)) return false
  for (let k = verb + 1; k < chunks.length; k++) {
    const x = chunks[k]!
    if (x.kind === 'verb') return x.verb.form === 'finite'
    if (x.kind === 'subordinator' || x.kind === 'relative' || isAnd(x) || isComma(x)) return false
  }
  return false
}

/** "the corporal it has been holding": a pronoun right behind a noun acts on it where its verb has no object of its own. */
export function isTakenUp(c: Clauses, k: number, { pronoun }: Group, verb: number): boolean {
  const host = c.chunks[k]
  if (host?.kind !== 'group' || !pronoun || host.group.pronoun || host.group.classes.includes('time')) return false
  return (lacksObject(c, verb) || lacksThing(c, verb)) && !isTold(c, k)
}
