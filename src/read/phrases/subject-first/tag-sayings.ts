import { opensContent } from './tag-clauses.js'
import { finiteAhead, finiteBefore, type TagContext } from './tag-context.js'
import { isNounish } from './tag-shapes.js'
import type { Token } from './token.js'

/** Whether a word may be a verb of saying. */
export const canSay = (t: Token, context: TagContext): boolean =>
  t.readings.some((r) => r.pos === 'verb' && context.saying(r.lemma))

/** "One said soldiers had fled", "Another said a guard …", "The other said that …": a word that counts one of several, alone before a saying. */
export function isOneWhoSays(tokens: readonly Token[], i: number, context: TagContext): boolean {
  const [one, next] = [tokens[i - 1], tokens[i + 1]]
  const says = tokens[i]!.readings.some((r) => r.pos === 'verb' && r.form === 'past' && context.saying(r.lemma))
  const first = tokens[i - 2]?.role === 'definite' ? i - 2 : i - 1
  const opens = first === 0 || tokens[first - 1]?.pos === 'punctuation'
  const single = one?.pos === 'determiner' ? one.role === 'indefinite' : one?.value?.max === 1
  if (!says || !opens || !single || !next) return false
  const plural = next.readings.some((r) => r.pos === 'noun' && r.plural)
  return (
    plural ||
    next.pos === 'name' ||
    next.readings.some((r) => r.pos === 'determiner' || r.pos === 'pronoun' || opensContent(r))
  )
}

/** "…, claims a report by the council.": behind a comma and a whole clause, before whoever may have said it and no other verb. */
export const closesSentence = (tokens: readonly Token[], i: number): boolean =>
  tokens[i - 1]?.text === ',' &&
  finiteBefore(tokens, i) &&
  !finiteAhead(tokens, i + 1) &&
  tokens[i + 1]?.readings.some((r) => r.pos === 'determiner') === true

/** So many words at most name a speaker who breaks in: "three members of the council". */
const SPEAKER = 6

/**
 * "He was recruited, the sources claim, by an officer", "…, local media report.": with nothing but its subject between commas,
 * or between the last comma and the end, and no list that goes on behind it.
 */
export function breaksIn(tokens: readonly Token[], i: number): boolean {
  const [subject, next] = [tokens[i - 1], tokens[i + 1]]
  if (!isNounish(subject) || (next && !/^[,.;”"]$/u.test(next.text))) return false
  if (['and', 'or', ','].includes(tokens[i + 2]?.norm ?? '')) return false
  const open = tokens.slice(0, i).findLastIndex((t) => t.pos === 'punctuation')
  if (open < 1 || !/^[,”"]$/u.test(tokens[open]!.text) || i - open > SPEAKER) return false
  const speaker = tokens.slice(open + 1, i)
  // "police say", "local media report": a bare noun may stand for several.
  const several = speaker.some((t) => t.plural || t.pos === 'number') || speaker[0]!.pos !== 'determiner'
  const forms = tokens[i]!.readings.flatMap((r) => (r.pos === 'verb' ? [r.form] : []))
  const agrees = forms.includes('present') || (several && forms.includes('base'))
  return agrees && speaker.every((t) => !SPEAKS_NO_MORE.has(t.pos))
}
const SPEAKS_NO_MORE = new Set(['verb', 'auxiliary', 'subordinator', 'relative', 'conjunction'])
