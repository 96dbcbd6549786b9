import { opensContent } from './tag-clauses.js'
import { finiteAhead, finiteBefore, type TagContext } from './tag-context.js'
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
  return plural || next.readings.some((r) => r.pos === 'determiner' || r.pos === 'pronoun' || opensContent(r))
}

/** "…, claims a report by the council.": behind a comma and a whole clause, before whoever may have said it and no other verb. */
export const closesSentence = (tokens: readonly Token[], i: number): boolean =>
  tokens[i - 1]?.text === ',' &&
  finiteBefore(tokens, i) &&
  !finiteAhead(tokens, i + 1) &&
  tokens[i + 1]?.readings.some((r) => r.pos === 'determiner') === true
