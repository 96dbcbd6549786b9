import { cut, type Hop, type HopKind, type Mention, type Span } from '../../model/index.js'
import type { NounGroup } from '../analysis.js'
import { mentionOf } from '../merge/filler.js'
import type { AttributionGrammar } from './grammar.js'

/** Kinds that a described transmitter can have without being named; a body's own kind is settled by its entity. */
export function hopOf(
  text: string,
  group: NounGroup,
  mentions: readonly Mention[],
  cue: Span | null,
  g: AttributionGrammar,
): Hop {
  const named = group.referents?.find((r) => r !== group) ?? group
  const mention = mentionOf(mentions, named)
  const kind = kindOf(named, mention, g)
  // An unnamed source is an entity of its own: its group's name must not stand for it.
  const entity = kind === 'anonymous' ? undefined : mention?.entities[0]
  return {
    name: text.slice(named.start, named.end),
    kind,
    ...(entity ? { entity } : {}),
    start: named.start,
    end: named.end,
    ...(cue ? { cue: cut(text, cue) } : {}),
  }
}

function kindOf(group: NounGroup, mention: Mention | undefined, g: AttributionGrammar): HopKind {
  // The head decides ("a source in the ministry" is no ministry), then what the group names.
  const own = group.classes
  for (const [cls, kind] of g.hopKinds) if (own.includes(cls)) return kind as HopKind
  if (mention?.kind === 'outlet') return 'outlet'
  if (mention?.kind === 'person') return 'official'
  if (mention?.kind === 'actor') return 'party'
  return own.includes('person') ? 'witness' : 'party'
}
