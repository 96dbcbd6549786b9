import { beginsUpper } from '../../../text/index.js'
import { PEOPLE as OF_PEOPLE } from '../../people.js'
import type { Group } from './group.js'
import type { Lexicon } from './lexicon.js'
import type { GroupContext } from './noun-group.js'
import type { Token } from './token.js'

/** Names the head, what stands before it, and what the two say together. */
export function assemble(
  items: Token[],
  tokens: readonly Token[],
  from: number,
  to: number,
  context: GroupContext,
): Group {
  const nominal = items.filter((t, i) => t.pos !== 'adjective' || (i < items.length - 1 && isDemonym(t, context)))
  const describing = describedNoun(items, context.lexicon)
  const modifiers = items.filter((t) => t.pos === 'adjective').map((t) => t.norm)
  const start = tokens[from]!.start
  const end = tokens[to - 1]!.end
  const parts = runs(nominal, context)
  const head = parts.pop()
  if (!head) {
    // "the wounded", "the Islamist": an adjective in the place of a noun means people.
    const last = items.at(-1)!
    const { lexicon } = context
    const classes = lexicon.classes.get(last.norm) ?? (tokens[from]!.pos === 'determiner' ? ['person'] : [])
    return {
      start,
      end,
      head: { start: last.start, end: last.end },
      lemma: last.norm,
      classes,
      definite: false,
      modifiers: modifiers.slice(0, -1),
      premodifiers: [],
    }
  }
  if (describing) {
    head.lemma = describing
    head.classes = context.lexicon.classes.get(describing) ?? head.classes
  }
  let group = head
  group.start = Math.min(start, head.start)
  group.end = Math.max(end, head.end)
  group.modifiers = modifiers
  group.premodifiers = parts
  const title = parts.at(-1)
  if ((group.mention !== undefined && !group.common) || group.unknown) {
    // "the group's leader Abu Hashim": a description and the name it announces.
    const described =
      title &&
      !title.unknown &&
      !modifiers.includes(title.lemma) &&
      (title.mention === undefined || title.common) &&
      title.classes.some((c) => TITLES.has(c))
    if (described) {
      const apposed: Group = { ...title, start, end: title.end, premodifiers: parts.slice(0, -1), modifiers }
      // "the dhow Al-Rahma": a boat may bear a person's name.
      const classes = group.unknown || title.classes.includes('ship') ? title.classes : group.classes
      group = {
        ...group,
        classes: [...new Set([...classes, ...title.classes])],
        apposed,
        premodifiers: [],
      }
      group.unknown = undefined
      const named = parts.slice(0, -1).find((p) => p.mention !== undefined && p.classes.includes('group'))
      if (named) apposed.of ??= named
    }
  } else {
    // "Houthi fighters": the head's people belong to the body named before it.
    const named = parts.find(
      (p) =>
        (p.mention !== undefined && p.classes.includes('group')) ||
        (p.unknown && group.classes.some((c) => PEOPLE.has(c))),
    )
    if (named && group.classes.some((c) => PEOPLE.has(c) || MEANS.has(c))) group.of = named
    // "Israeli jets", "coalition aircraft", "rebel drones".
    else if (group.classes.some((c) => MEANS.has(c))) {
      const owner = parts.find((p) => p.classes.some((c) => c === 'group' || c === 'person'))
      if (owner) group.of = owner
    }
  }
  // "released figures" are numbers, "two AQAP figures" are people: a word that can be either needs a body beside it.
  const people = group.classes.some((k) => PEOPLE.has(k))
  if (people && group.classes.includes('abstract') && parts.length === 0 && modifiers.length === 0) {
    group.classes = group.classes.filter((k) => !PEOPLE.has(k))
  }
  // "gave information" is what somebody knows, "Ostbyan intelligence" who gathers it too.
  if (BOTH_KNOWN_AND_KNOWING.every((k) => group.classes.includes(k)) && !isSomebodys(items, parts, tokens[from - 1]))
    group.classes = group.classes.filter((k) => k !== 'authority')
  return group
}
/** Behind a body's name, an owner or an adjective with a capital. */
const isSomebodys = (items: readonly Token[], parts: readonly Group[], before: Token | undefined) =>
  before?.role === 'possessive' ||
  parts.some((p) => p.classes.includes('group')) ||
  (items[0]?.pos === 'adjective' && beginsUpper(items[0].text))
const BOTH_KNOWN_AND_KNOWING = ['information', 'authority']

/** "joint operation", "uncrewed aerial vehicle": an adjective, and a word behind it, that make another word of their noun. */
function describedNoun(items: readonly Token[], { classes, eventNouns }: Lexicon): string | undefined {
  const last = items.at(-1)
  if (last?.pos !== 'noun') return undefined
  const words = items.slice(-3, -1)
  for (const before of [words, words.slice(-1)]) {
    if (before[0]?.pos !== 'adjective') continue
    const lemma = [...before.map((t) => t.norm), last.lemma].join(' ')
    if (classes.has(lemma) || eventNouns.has(lemma)) return lemma
  }
  return undefined
}

/** "Israeli": an adjective with a capital that is also a noun for a person. */
const isDemonym = (t: Token, { lexicon }: GroupContext) =>
  beginsUpper(t.text) && (lexicon.classes.get(t.lemma) ?? []).includes('person')
/** What a noun names that a name may follow ("the group's leader Abu Hashim"). */
export const TITLES = new Set([
  'person',
  'leader',
  'official',
  'fighter',
  'soldier',
  'group',
  'outlet',
  'place',
  'ship',
  'area',
])
/** "Houthi artillery", "US jets": whose they are. */
const MEANS = new Set(['weapon', 'drone', 'missile', 'ammunition', 'vehicle', 'ship', 'aircraft'])
/** People, and a source, whatever it is. */
export const PEOPLE = new Set([...OF_PEOPLE, 'source'])

/** Adjacent names become one; a compound that the lexicon knows ("car bomb") one noun; all else stays apart. */
function runs(items: Token[], context: GroupContext): Group[] {
  const { lexicon, mentions } = context
  const out: Group[] = []
  for (let i = 0; i < items.length; ) {
    const t = items[i]!
    if (t.pos === 'name') {
      let n = 1
      let mention = t.mention
      while (
        items[i + n]?.pos === 'name' &&
        adjacent(items[i + n - 1]!, items[i + n]!) &&
        (items[i + n]!.mention === undefined || mention === undefined)
      ) {
        mention ??= items[i + n]!.mention
        n++
      }
      const span = { start: t.start, end: items[i + n - 1]!.end }
      const kind = mention === undefined ? undefined : mentions[mention]?.kind
      // Things that a theatre names ("drone", "Badr-1 missiles") are still nouns: classes and lemma of the list as well.
      const thing = kind === 'materiel' ? thingOf(items.slice(i, i + n), lexicon) : null
      const classes = [...(kind ? (KIND_CLASSES[kind] ?? []) : []), ...(thing?.classes ?? [])]
      const group: Group = {
        start: span.start,
        end: span.end,
        head: span,
        lemma: items
          .slice(i, i + n)
          .map((x) => x.norm)
          .join(' '),
        classes,
        definite: true,
        modifiers: [],
        premodifiers: [],
      }
      if (mention !== undefined) group.mention = mention
      else group.unknown = true
      if (kind === 'materiel') {
        group.definite = false
        group.common = true
        if (thing) group.lemma = thing.lemma
      }
      if (t.plural) group.plural = true
      if (n === 1 && /^\p{Lu}[\p{Lu}\d]+$/u.test(t.text)) group.acronym = true
      // "captured Ostby": a lone word that nobody knows, or that means several, may as well be a place.
      const open = kind === 'actor' && mentions[mention!]!.entities.length !== 1 && !/[\s\p{Lu}]/u.test(t.text.slice(1))
      if (open) group.classes = [...classes, 'name']
      if (kind === 'actor' && (group.acronym || t.plural)) group.standsAlone = true
      out.push(group)
      i += n
      continue
    }
    const length = compoundAt(items, i, lexicon)
    const parts = items.slice(i, i + length)
    const last = parts.at(-1)!
    const lemma = length === 1 ? last.lemma : wordsOf(parts)
    const span = { start: t.start, end: last.end }
    const group: Group = {
      start: span.start,
      end: span.end,
      head: span,
      lemma,
      classes: lexicon.classes.get(lemma) ?? lexicon.classes.get(last.lemma) ?? bySuffix(last.lemma, lexicon),
      definite: false,
      modifiers: [],
      premodifiers: [],
    }
    if (last.plural) group.plural = true
    if (last.form === 'gerund') group.gerund = true
    out.push(group)
    i += length
  }
  return out
}

/** How many tokens from `i` are one noun that the lexicon knows ("car bomb"); 1 where no longer one is. */
function compoundAt(items: readonly Token[], i: number, lexicon: Lexicon): number {
  for (const n of items[i + 1]?.pos === 'noun' ? [3, 2] : []) {
    const joined = items.slice(i, i + n)
    if (joined.length === n && joined.every((x) => x.pos === 'noun') && lexicon.classes.has(wordsOf(joined))) return n
  }
  return 1
}
/** As a compound stands in the lexicon: all but the last word as written. */
const wordsOf = (items: readonly Token[]) => [...items.slice(0, -1).map((x) => x.norm), items.at(-1)!.lemma].join(' ')

/** The noun that a named thing ends in. */
function thingOf(items: readonly Token[], lexicon: Lexicon): { lemma: string; classes: readonly string[] } | null {
  const last = items.at(-1)!.norm.split(/[\s-]/).at(-1)!
  const noun = lexicon.readings.get(last)?.find((r) => r.pos === 'noun')
  return noun ? { lemma: noun.lemma, classes: lexicon.classes.get(noun.lemma) ?? [] } : null
}

/** What the ending of a noun that no list knows tells. */
const bySuffix = (lemma: string, lexicon: Lexicon): string[] => {
  const hit = lexicon.suffixes.find((x) => lemma.length > x.ending.length + 3 && lemma.endsWith(x.ending))
  return hit ? [hit.class] : []
}
const adjacent = (a: Token, b: Token) => b.start - a.end <= 2
const KIND_CLASSES: Record<string, string[]> = {
  actor: ['group'],
  person: ['person', 'individual'],
  place: ['place'],
  outlet: ['outlet', 'group'],
  materiel: ['weapon'],
  'unnamed-source': ['source', 'person'],
}
