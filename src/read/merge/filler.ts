import { covers, type Filler, firstBehind, type Mention, type Span } from '../../model/index.js'
import type { NounGroup } from '../analysis.js'
import type { Party } from '../candidate.js'
import { wholeQuotes } from '../phrases/whole-quotes.js'

/**
 * Makes the contract's fillers of a party: one for each thing that it refers to («الطرفين» gives two). Where it acts, a
 * state's name behind "from" is the state, not the land.
 */
export function fillers(text: string, mentions: readonly Mention[], party: Party, acts = false): Filler[] {
  const { group } = party
  const named = group.referents?.filter((r) => r !== group) ?? []
  // A pronoun on another word, of which nobody knows whom it means, names nobody.
  if (named.length === 0 && group.pronoun && isOnWord(text, group)) return []
  if (named.length === 0) return [fillerOf(text, mentions, withName(group), group, acts, party.inferred)]
  return named.map((r) => fillerOf(text, mentions, r, group, acts, party.inferred))
}

/** Whether a pronoun is written onto the word before it: «اغتيالها». */
export const isOnWord = (text: string, { start }: Span): boolean => /\p{L}/u.test(text[start - 1] ?? '')

/** "the Yemeni capital, Sanaa": a description takes in the name beside it. */
function withName(group: NounGroup): NounGroup {
  const { apposed } = group
  if (!apposed || group.mention !== undefined || apposed.mention === undefined) return group
  const [start, end] = [Math.min(group.start, apposed.start), Math.max(group.end, apposed.end)]
  const near = apposed.start - group.end <= 3 && group.start - apposed.end <= 3
  return near ? { ...group, start, end } : { ...apposed }
}

function fillerOf(
  text: string,
  mentions: readonly Mention[],
  named: NounGroup,
  stood: NounGroup,
  acts: boolean,
  inferred?: string,
): Filler {
  const mention = mentionOf(mentions, named) ?? ownerOf(mentions, named)
  const entity = (acts && named.state) || mention?.entities[0]
  const { start, end } = wholeQuotes(text, named)
  return {
    start,
    end,
    text: text.slice(start, end),
    mention: mention?.id ?? `${named.start}-${named.end}`,
    ...(entity ? { entity } : {}),
    ...(named !== stood && !stands(named, stood) ? { via: { start: stood.start, end: stood.end } } : {}),
    ...(inferred ? { inferred: true } : {}),
  }
}

/** The mention that a group is: its own, or that of the body it is part of («عناصر تنظيم القاعدة»). */
export function mentionOf(mentions: readonly Mention[], group: NounGroup): Mention | undefined {
  for (const g of [group, group.apposed, group.of, group.of?.of]) {
    if (g?.mention !== undefined) return mentions[g.mention]
  }
  return undefined
}

/** "its fighters", "our men": the body whose they are, where the text names it elsewhere. */
function ownerOf(mentions: readonly Mention[], { of, classes }: NounGroup): Mention | undefined {
  const owner = of?.pronoun && classes.some((c) => MEMBERS.has(c)) ? of.referents?.[0] : undefined
  const mention = owner && mentionOf(mentions, owner)
  return mention?.kind === 'actor' ? mention : undefined
}
const MEMBERS = new Set(['fighter', 'soldier', 'group', 'unit', 'militia', 'organization', 'person'])

/** A known body as a group of its own, where the sentence's groups hold it within another one only. */
export function groupOf({ start, end, id }: Mention, index: number): NounGroup {
  return {
    start,
    end,
    head: { start, end },
    lemma: id,
    classes: ['group'],
    definite: true,
    mention: index,
    modifiers: [],
  }
}

/** Position of the first name of a kind that lies within a span; undefined where none does. */
export function nameWithin(mentions: readonly Mention[], span: Span, kind: Mention['kind']): number | undefined {
  for (let i = firstBehind(mentions, span.start); mentions[i] && mentions[i]!.start < span.end; i++)
    if (mentions[i]!.kind === kind && covers(span, mentions[i]!)) return i
  return undefined
}

/** The name of a place itself; «قوات صنعاء», «وجهاء الوادي» are people, whatever the place is called. */
export function isPlaceName({ mention, head }: NounGroup, mentions: readonly Mention[]): boolean {
  const named = mention === undefined ? undefined : mentions[mention]
  return named?.kind === 'place' && named.start <= head.start && head.end <= named.end
}

/** What tells two parties apart: the entity or mention they are, else their folded head. */
export function identity(mentions: readonly Mention[], group: NounGroup): string {
  const named = group.referents?.find((r) => r !== group) ?? group
  return mentionOf(mentions, named)?.id ?? named.lemma
}

const stands = (named: NounGroup, stood: NounGroup) => named.start <= stood.start && stood.end <= named.end
