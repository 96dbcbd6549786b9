import type { EntityKind, Mention, Span } from '../../model/index.js'
import { fold } from '../../text/index.js'
import { allCapitals } from './all-capitals.js'
import type { KnownName, NameAutomaton } from './automaton.js'
import type { Piece } from './pieces.js'
import { type TheatreGrammar, theatresShown } from './theatre-shown.js'

/** What finding names needs of the packs and of the language. */
export interface NameGrammar {
  automaton: NameAutomaton
  kindOf(entity: string): { kind: EntityKind; sort?: string | undefined }
  /** The words of all names of an entity, as `nounKey` compares them. */
  calledBy(entity: string): ReadonlySet<string>
  /**
   * Other places where a name may begin inside a piece: «لتنظيم» also begins at «تنظيم». The piece itself comes first;
   * `joins` marks those behind a conjunction.
   */
  starts(piece: Piece): { norm: string; start: number; joins?: boolean }[]
  /** The sort of place that a word announces: «محافظة» governorate, "district". */
  placeHead(form: string): string | undefined
  /** Words that join such a word to the name: "district of". */
  joins: ReadonlySet<string>
  /** A sign that no name carries: that of an indefinite object. */
  indefinite?: string | undefined
  /** Whether capitals mean anything in this language. */
  letterCase: boolean
  /** Whether a lexicon knows the form as a common word. */
  isCommon(form: string): boolean
  /** Words after which an ambiguous place name is a place: in, near, «في», «إلى». */
  locatives: ReadonlySet<string>
  /** Prepositions of place that are written onto a name: «ب». */
  clings: ReadonlySet<string>
  /** Pieces that a hyphen ties to a name without making it a party: "-controlled", "-backed". */
  epithets: ReadonlySet<string>
  /** What shows which theatre a text tells of. */
  theatres: TheatreGrammar
}

/** A known name in the text, with the entities it may be, the likeliest first. */
export interface Found extends Span {
  names: readonly KnownName[]
}

/** Pieces of the longest name that is looked for. */
const LONGEST = 9

/** All known names among a text's pieces, longest first, left to right, none overlapping another. */
export function findKnown(text: string, all: readonly Piece[], grammar: NameGrammar): Mention[] {
  const forms = all.map((p) => p.norm)
  const capitals = grammar.letterCase && allCapitals(all)
  const mentions: Mention[] = []
  const shared: Shared[] = []
  for (let i = 0; i < all.length; ) {
    const hit = longestAt(all, forms, i, grammar)
    if (!hit) {
      i++
      continue
    }
    const last = all[i + hit.length - 1]!
    const surface = text.slice(hit.start, last.end)
    const spelt = capitals ? hit.names.filter((n) => !isWordInCapitals(n, grammar)) : hit.names
    const names = plausible(spelt, surface, all, i, hit.length, grammar)
    const located = isLocated(all, i, hit.length, grammar) || isTownBehindClitic(hit, all[i]!, grammar)
    // «ضابطا أوكرانيا» with its sign of the indefinite object is an adjective, and no country.
    const inflected = grammar.indefinite !== undefined && last.text.includes(grammar.indefinite)
    if (names.length > 0 && !inflected && !(last.glued && grammar.epithets.has(forms[i + hit.length] ?? ''))) {
      const found = { start: hit.start, end: last.end, names }
      if (names.some((n) => n.kind === 'shared')) shared.push({ found, located })
      else mentions.push(mentionOf(text, found, located, grammar))
    }
    i += hit.length
  }
  if (shared.length === 0) return mentions
  return [...mentions, ...settleShared(text, shared, mentions, grammar)].sort((a, b) => a.start - b.start)
}

interface Shared {
  found: Found
  located: boolean
}
/** Names that other lands have as well are those of a theatre only in a text that shows it, else of whom else they name. */
function settleShared(text: string, shared: readonly Shared[], sure: readonly Mention[], g: NameGrammar): Mention[] {
  const shown = theatresShown(sure, g.theatres)
  const isOwn = ({ entity, kind }: KnownName) =>
    kind !== 'shared' || g.theatres.theatresOf(entity).some((t) => shown.has(t))
  return shared.flatMap(({ found, located }) => {
    const names = found.names.filter(isOwn)
    return names.length > 0 ? [mentionOf(text, { ...found, names }, located, g)] : []
  })
}

/** "IT IS FOR US TO SAY WHO": in a text all in capitals an acronym that spells a common word is the word. */
const isWordInCapitals = (n: KnownName, g: NameGrammar) => isAcronym(n) && g.isCommon(fold(n.name))

/** A name in capitals alone, marked as an acronym or as one that others have too. */
const isAcronym = ({ kind, name }: KnownName) =>
  (kind === 'acronym' || kind === 'shared') && name === name.toUpperCase() && name !== name.toLowerCase()

function longestAt(all: readonly Piece[], forms: string[], i: number, grammar: NameGrammar) {
  let best: { length: number; names: readonly KnownName[]; start: number } | null = null
  for (const { norm, start, joins } of grammar.starts(all[i]!)) {
    // «في فصالة»: no conjunction stands right behind a preposition.
    if (joins && grammar.locatives.has(forms[i - 1] ?? '')) continue
    if (!grammar.automaton.begins(norm)) continue
    const found = grammar.automaton.longest([norm, ...forms.slice(i + 1, i + LONGEST)])
    if (found && (!best || found.length > best.length)) best = { ...found, start }
  }
  return best
}

/** Drops names that the context does not allow: acronyms in lower case ("arena", "who"), ambiguous words with nothing locative before. */
function plausible(
  names: readonly KnownName[],
  surface: string,
  all: readonly Piece[],
  i: number,
  length: number,
  g: NameGrammar,
) {
  const located = isLocated(all, i, length, g)
  const head = placeHead(all, i, length, g)
  // «لصالح الحركة»: what is a word of its own with its first letter is no name behind it.
  const whole = length === 1 && all[i]!.text !== surface && g.isCommon(all[i]!.norm)
  const kept = names.filter((n) => {
    if (isAcronym(n)) return surface === n.name || (surface.length > 4 && !/^\p{Ll}/u.test(surface))
    // In a script with capitals an ambiguous name is written with one: "in Hope", never "in hope".
    if (n.kind === 'ambiguous') return located && !whole && !(g.letterCase && /^\p{Ll}/u.test(surface))
    return true
  })
  return head ? preferSort(kept, head, g) : kept
}

/** The word beside a name that says what sort of place it is. */
const placeHead = (all: readonly Piece[], i: number, length: number, g: NameGrammar) => {
  const before = g.joins.has(all[i - 1]?.norm ?? '') ? all[i - 2] : all[i - 1]
  return g.placeHead(before?.norm ?? '') ?? g.placeHead(all[i + length]?.norm ?? '')
}

const isLocated = (all: readonly Piece[], i: number, length: number, g: NameGrammar) =>
  placeHead(all, i, length, g) !== undefined || g.locatives.has(all[i - 1]?.norm ?? '')

/** «بطرابلس»: behind a preposition of place that is written onto it, a name that may be a town's. */
const isTownBehindClitic = ({ start, names }: Pick<Found, 'start' | 'names'>, piece: Piece, g: NameGrammar) =>
  start > piece.start &&
  g.clings.has(fold(piece.text.slice(0, start - piece.start)).slice(-1)) &&
  names.some((n) => g.kindOf(n.entity).sort === 'city')

const preferSort = (names: readonly KnownName[], sort: string, g: NameGrammar) => {
  const fitting = names.filter((n) => g.kindOf(n.entity).sort === sort)
  return fitting.length > 0 ? fitting : names
}

/** Bare names of several places: the larger one is meant unless the text says otherwise. */
const RANK = ['country', 'region', 'governorate', 'city', 'town', 'sea', 'strait', 'island', 'district', 'village']
const rank = (sort: string | undefined) => (RANK.indexOf(sort ?? '') + RANK.length + 1) % (RANK.length + 1)

function mentionOf(text: string, found: Found, located: boolean, g: NameGrammar): Mention {
  const ids = [...new Set(found.names.map((n) => n.entity))]
  // A name row marked short or shared says that the bare name means this entity before all others.
  const first = (n: KnownName) => n.kind === 'short' || n.kind === 'shared'
  const short = new Set(found.names.filter(first).map((n) => n.entity))
  // A country is a party where it acts and a place where something lies in it.
  const party = (id: string) => Number((g.kindOf(id).kind === 'place') === located)
  ids.sort(
    (a, b) =>
      party(b) - party(a) ||
      Number(short.has(b)) - Number(short.has(a)) ||
      rank(g.kindOf(a).sort) - rank(g.kindOf(b).sort),
  )
  const surface = text.slice(found.start, found.end)
  return {
    id: ids[0] ?? fold(surface),
    text: surface,
    kind: g.kindOf(ids[0]!).kind,
    entities: ids,
    start: found.start,
    end: found.end,
  }
}
