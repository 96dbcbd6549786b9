import type { Chunk } from './chunk.js'
import { type GroupContext, nounGroupAt } from './noun-group.js'
import type { Token } from './token.js'
import { verbGroupAt } from './verb-group.js'

/** Cuts tagged tokens into noun groups, verb groups and single function words. */
export function chunk(tokens: readonly Token[], context: GroupContext): Chunk[] {
  const out: Chunk[] = []
  for (let i = 0; i < tokens.length; ) {
    const t = tokens[i]!
    const denied = deniedGroupAt(tokens, i, context)
    if (denied) {
      out.push({ kind: 'group', group: denied.group, start: t.start, end: tokens[denied.next - 1]!.end })
      i = denied.next
      continue
    }
    const group = startsGroup(t) ? nounGroupAt(tokens, i, context) : null
    if (group && group.next > i) {
      // "the letter itself calls …": said of the noun before, and no party of its own.
      const emphasis = t.role?.startsWith('self-') && out.at(-1)?.kind === 'group'
      const end = Math.max(tokens[group.next - 1]!.end, t.end)
      if (!emphasis) out.push({ kind: 'group', group: group.group, start: t.start, end })
      i = group.next
      continue
    }
    const verb = startsVerb(t) ? verbGroupAt(tokens, i, context.lexicon) : null
    if (verb && verb.next > i) {
      out.push({ kind: 'verb', verb: verb.verb, ...verb.verb.span })
      i = verb.next
      continue
    }
    if (t.pos === 'time') out.push({ kind: 'time', time: t.time!, start: t.start, end: t.end })
    else out.push(wordChunk(t))
    i++
  }
  return purposes(timesOfTheirOwn(out))
}

/** "Not a shot was fired", "not one guard": a denial that opens a clause belongs to the noun behind it. */
function deniedGroupAt(tokens: readonly Token[], i: number, context: GroupContext) {
  const before = tokens[i - 1]
  const opens =
    before === undefined ||
    before.pos === 'punctuation' ||
    before.pos === 'conjunction' ||
    before.pos === 'subordinator'
  const next = tokens[i + 1]
  if (tokens[i]!.pos !== 'negation' || !opens || (next?.role !== 'indefinite' && next?.pos !== 'number')) return null
  const found = nounGroupAt(tokens, i + 1, context)
  if (found) found.group.negative = true
  return found
}

const startsGroup = (t: Token) =>
  ['determiner', 'number', 'adjective', 'noun', 'name', 'pronoun', 'time'].includes(t.pos) ||
  (t.pos === 'preposition' && t.norm === 'between') ||
  t.pos === 'adverb'
const startsVerb = (t: Token) =>
  ['verb', 'auxiliary', 'negation', 'adverb'].includes(t.pos) || (t.pos === 'particle' && t.role === 'to')

function wordChunk(t: Token): Chunk {
  const { norm, role = '', start, end } = t
  const kind = wordKind(t)
  return role === 'question'
    ? { kind, norm, role: 'content', asks: true, start, end }
    : { kind, norm, role, start, end }
}

function wordKind(t: Token): Exclude<Chunk['kind'], 'group' | 'verb' | 'time'> {
  switch (t.pos) {
    case 'preposition':
    case 'conjunction':
    case 'subordinator':
    case 'relative':
    case 'punctuation':
    case 'adverb':
    case 'adjective':
      return t.pos
    case 'negation':
      return 'adverb'
    case 'particle':
      return 'adverb'
    default:
      return 'other'
  }
}

/** "on Sunday": the preposition before a time belongs to it. */
function timesOfTheirOwn(chunks: readonly Chunk[]): Chunk[] {
  return chunks.filter((c, i) => !(c.kind === 'preposition' && chunks[i + 1]?.kind === 'time'))
}

/** "in order to" before a verb makes it a purpose. */
function purposes(chunks: readonly Chunk[]): Chunk[] {
  const out: Chunk[] = []
  for (const [i, c] of chunks.entries()) {
    const next = chunks[i + 1]
    if (c.kind === 'subordinator' && c.role === 'purpose' && next?.kind === 'verb' && next.verb.form !== 'participle') {
      next.verb.purpose = c.norm
      if (next.verb.form === 'finite') next.verb.form = 'infinitive'
      continue
    }
    out.push(c)
  }
  return out
}
