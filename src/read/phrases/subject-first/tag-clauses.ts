import { finiteBefore, type TagContext } from './tag-context.js'
import { isNounish, nominalBefore } from './tag-shapes.js'
import { canForm, type Token } from './token.js'

/** What the clauses before a token say of it: whether it stands in what somebody says, or behind a mere description. */

/** "The silence, she says, rests on": whether a saying breaks in between the noun that has no verb yet and the token. */
export function behindSaying(tokens: readonly Token[], i: number, context: TagContext): boolean {
  const open = tokens.slice(0, i - 1).findLastIndex((t) => t.pos === 'punctuation')
  const inside = tokens.slice(open + 1, i - 1)
  const says = inside.some((t) => t.pos === 'verb' && context.saying(t.lemma)) && inside.length > 1
  return open > 0 && says && tokens[open]!.text === ',' && isNounish(tokens[open - 1]) && !finiteBefore(tokens, open)
}

/** Whether only a noun group stands between a verb of saying and the token. */
export function underSaying(tokens: readonly Token[], i: number, context: TagContext): boolean {
  for (let j = i - 1; j >= 0; j--) {
    const t = tokens[j]!
    if (t.pos === 'verb') return j < i - 1 && context.saying(t.lemma)
    const nominal = isNounish(t) || nominalBefore(t)
    if (!nominal) return false
  }
  return false
}

/** Whether the only verb before, in its clause, is one that may describe its noun ("…, but a note released in the port"). */
export function onlyDescribed(tokens: readonly Token[], i: number): boolean {
  const clause = tokens.findLastIndex((t, k) => k < i && t.pos === 'conjunction' && tokens[k - 1]?.text === ',')
  const verbs = tokens
    .slice(0, i)
    .flatMap((t, k) => (k > clause && (t.pos === 'verb' || t.pos === 'auxiliary') ? [k] : []))
  const [k] = verbs
  if (verbs.length !== 1 || k === undefined) return false
  const behind = tokens[k + 1]?.pos
  return canForm(tokens[k], 'participle') && isNounish(tokens[k - 1]) && (behind === 'preposition' || behind === 'time')
}

/** "sells rifles, and officers train the crews": behind a comma and "and" nothing but the subject of a new clause. */
export function anew(tokens: readonly Token[], i: number): boolean {
  const and = tokens.findLastIndex((t, k) => k < i && t.pos === 'conjunction')
  const subject = tokens.slice(and + 1, i)
  return tokens[and - 1]?.text === ',' && subject.length > 0 && subject.every((t) => isNounish(t) || nominalBefore(t))
}

export function underThat(tokens: readonly Token[], i: number): boolean {
  for (let j = i - 1; j >= 0; j--) {
    const x = tokens[j]!
    if (x.pos === 'subordinator') return opensContent(x)
    if (x.pos === 'verb' || x.pos === 'auxiliary' || x.pos === 'punctuation') return false
  }
  return false
}

/** "that", "whether": what opens the words of somebody. */
export const opensContent = ({ pos, role }: { pos: string; role?: string | undefined }) =>
  pos === 'subordinator' && (role === 'content' || role === 'question')
