import type { EntityKind, Mention } from '../../model/index.js'
import { beginsUpper, fold } from '../../text/index.js'
import { allCapitals } from './all-capitals.js'
import { coveredBy } from './covered.js'
import type { Piece } from './pieces.js'
import type { ShapeGrammar } from './shape-grammar.js'
import { findTitleLed } from './title-led.js'

/** Small words that may stand inside a name between capitals: "Ministry of Defence", "Khalid bin Ali". */
const LONGEST_RUN = 8
/** "1st", "21st": a figure with its ending of order. */
const NTH = /^\p{Nd}+\p{L}+$/u
/** "A.M.R": a person who is not to be named. */
const INITIALS = /^(?:\p{Lu}\.){1,4}\p{Lu}\.?$/u

/**
 * Names that only their capitals give away, in scripts that have them. A run of capitalised words that is no known
 * name; its neighbours and its own words say whether it is a person, a body or a place. In a text all in capitals, case
 * tells nothing: names are looked for as in a script without it.
 */
export function findCapitalised(
  text: string,
  all: readonly Piece[],
  known: readonly Mention[],
  g: ShapeGrammar,
): Mention[] {
  if (allCapitals(all)) return findTitleLed(text, all, known, g)
  const out: Mention[] = []
  const taken = coveredBy(known)
  for (let i = 0; i < all.length; ) {
    const run = runAt(all, i, taken, g)
    if (run.length === 0) {
      i++
      continue
    }
    const whole = [...headOfBody(all, i, run, taken, g), ...run]
    const mention = mentionOf(text, all, i + run.length - whole.length, whole, taken, g)
    if (mention) out.push(mention)
    i += run.length
  }
  return familyNamesAlone(namedSo(out, all, g), [...known, ...out])
}

/** "a guard who gave his name as Rezan said …. Rezan added": the one name that he gave is his wherever it stands. */
function namedSo(found: readonly Mention[], all: readonly Piece[], g: ShapeGrammar): Mention[] {
  const given = new Set(all.flatMap((p, i) => (capital(p) && isGivenAs(all, i, g) ? [p.start] : [])))
  const names = new Set(found.flatMap((m) => (given.has(m.start) ? [m.id] : [])))
  return found.map((m) => (names.has(m.id) ? { ...m, kind: 'person' } : m))
}

/** So many words at most announce a name. */
const LONGEST_NAMING = 9
function isGivenAs(all: readonly Piece[], i: number, { namingPersons }: ShapeGrammar): boolean {
  let words = ''
  for (let k = i - 1; k >= 0 && k >= i - LONGEST_NAMING; k--) {
    words = `${all[k]!.norm}${words && ' '}${words}`
    if (namingPersons.has(words)) return true
  }
  return false
}

/** "Adam Tal arrived. Tal said …": a word that nobody knows is the one person named before it whose name ends so. */
function familyNamesAlone(found: readonly Mention[], named: readonly Mention[]): Mention[] {
  const families = new Map<string, Mention[]>()
  for (const m of named) {
    if (m.kind !== 'person' || !m.id.includes(' ')) continue
    const family = m.id.slice(m.id.lastIndexOf(' ') + 1)
    const own = families.get(family) ?? []
    if (!own.some(({ id }) => id === m.id)) families.set(family, [...own, m])
  }
  return found.map((m) => {
    const [person, other] = (families.get(m.id) ?? []).filter(({ start }) => start < m.start)
    return person && !other ? { ...m, id: person.id, kind: 'person', entities: person.entities } : m
  })
}

const capital = (p: Piece) => beginsUpper(p.text)
/** "Gov. Adam Tal": a title cut short, with a stop of its own before the name. */
const isShortTitle = (all: readonly Piece[], i: number, { titles }: ShapeGrammar) => {
  const [title, stop, next] = [all[i], all[i + 1], all[i + 2]]
  if (!title || stop?.text !== '.' || !next || !titles.has(title.norm)) return false
  return stop.start === title.end && next.start - stop.end === 1 && capital(title) && capital(next) && !next.opensLine
}
const opens = (all: readonly Piece[], i: number, g?: ShapeGrammar) => {
  const before = all[i - 1]
  if (g && isShortTitle(all, i - 2, g)) return false
  return (
    before === undefined || all[i]!.opensLine || /^[.!?:؟…“"«\n]$/u.test(before.text) || all[i]!.start - before.end > 1
  )
}

function runAt(all: readonly Piece[], from: number, taken: (p: Piece) => boolean, g: ShapeGrammar): Piece[] {
  const run = datelineAt(all, from, taken)
  if (run.length > 0) return run
  for (let i = from; i < all.length && run.length < LONGEST_RUN; i++) {
    const p = all[i]!
    const apart = i > from && (p.opensLine || p.start - all[i - 1]!.end > 1)
    if (apart || taken(p) || isShortTitle(all, i, g)) break
    if (
      capital(p) &&
      !(g.isCommon(p.norm) && (run.length === 0 ? opens(all, i) || !g.unitHeads.has(p.norm) : !g.unitHeads.has(p.norm)))
    ) {
      run.push(p)
      continue
    }
    if (run.length === 0 && !opens(all, i) && capital(p) && startsOutlet(all, i, g)) {
      run.push(p)
      continue
    }
    // A common capitalised word inside a run belongs to it ("Free Patriotic Movement").
    if (capital(p) && run.length > 0) {
      run.push(p)
      continue
    }
    const next = all[i + 1]
    // "and" joins words of one body's name, never two persons.
    const joins = g.inner.has(p.norm) || (g.innerOfBodies.has(p.norm) && run.some((r) => g.unitHeads.has(r.norm)))
    if (
      run.length > 0 &&
      joins &&
      next &&
      capital(next) &&
      !taken(next) &&
      next.start - p.end <= 1 &&
      !partsBodies(all, i, run, g)
    ) {
      run.push(p)
      continue
    }
    break
  }
  while (run.length > 0 && !capital(run.at(-1)!)) run.pop()
  return headsPerson(run, all[from - 1]?.norm, g) ? run.slice(0, 1) : run
}

/** "the Brotherhood Adam Tal": behind the article and a word for a body a given name and a family's are somebody's of it. */
const headsPerson = (run: readonly Piece[], before: string | undefined, g: ShapeGrammar) =>
  run.length > 2 &&
  g.definites.has(before ?? '') &&
  g.unitHeads.has(run[0]!.norm) &&
  g.givenNames.has(run[1]!.norm) &&
  !run.slice(1).some((p) => g.unitHeads.has(p.norm))

/** "NEW YORK — ": several words in capitals that open a line as a dateline does, be some of them common ones. */
function datelineAt(all: readonly Piece[], from: number, taken: (p: Piece) => boolean): Piece[] {
  const run: Piece[] = []
  if (!opens(all, from)) return run
  for (let i = from; i < all.length && run.length < LONGEST_RUN; i++) {
    const p = all[i]!
    if (taken(p) || !beginsUpper(p.text) || (i > from && p.start - all[i - 1]!.end !== 1)) break
    run.push(p)
  }
  return run.length > 1 && isDateline(run, all[from + run.length]?.text ?? '') ? run : []
}

/** "the Reed Army and Dune Army": where what stands before "and" and what stands behind each end as a body's name does. */
function partsBodies(all: readonly Piece[], i: number, run: readonly Piece[], g: ShapeGrammar): boolean {
  if (!g.listing.has(all[i]!.norm) || !g.unitHeads.has(run.at(-1)!.norm)) return false
  for (let k = i + 1; all[k] && capital(all[k]!) && all[k]!.start - all[k - 1]!.end <= 1; k++)
    if (k > i + 1 && g.unitHeads.has(all[k]!.norm)) return true
  return false
}

/** "the Evening Post", "Radio Orvale": two words in capitals of which one opens or ends the names of outlets. */
function startsOutlet(all: readonly Piece[], i: number, { outletHeads: { first, last } }: ShapeGrammar): boolean {
  const touches = (k: number) => all[k] !== undefined && capital(all[k]!) && all[k]!.start - all[k - 1]!.end === 1
  return touches(i + 1) && !touches(i + 2) && (first.has(all[i]!.norm) || last.has(all[i + 1]!.norm))
}

/** Common words in capitals before a body's name belong to it inside a sentence: "the Desert Falcons Brigade". */
function headOfBody(
  all: readonly Piece[],
  at: number,
  run: readonly Piece[],
  taken: (p: Piece) => boolean,
  g: ShapeGrammar,
): Piece[] {
  const head: Piece[] = []
  if (!run.some((p) => g.unitHeads.has(p.norm))) return head
  for (let i = at - 1; i >= 0; i--) {
    const p = all[i]!
    const touches = all[i + 1]!.start - p.end === 1 && !all[i + 1]!.opensLine
    const joins = touches && g.innerOfBodies.has(p.norm) && [...head, ...run].every((w) => g.isCommon(w.norm))
    if (joins && isPlainWord(all[i - 1], p, taken, g)) {
      head.unshift(p)
      continue
    }
    // "the Third Brigade", "the 1st Brigade".
    const orders = touches && ((capital(p) && g.ordinals.has(p.norm)) || NTH.test(p.text))
    if (!orders && (!touches || !capital(p) || taken(p) || g.isFunctionWord(p.norm))) break
    head.unshift(p)
  }
  return head
}

/** "the Intelligence and Security Service": a common word in capitals before "and" shares the noun behind it; "the Army and …" has its own. */
const isPlainWord = (w: Piece | undefined, and: Piece, taken: (p: Piece) => boolean, g: ShapeGrammar) =>
  w !== undefined &&
  and.start - w.end === 1 &&
  capital(w) &&
  !taken(w) &&
  g.isCommon(w.norm) &&
  !g.isFunctionWord(w.norm) &&
  !g.unitHeads.has(w.norm)

function mentionOf(
  text: string,
  all: readonly Piece[],
  at: number,
  run: readonly Piece[],
  taken: (p: Piece) => boolean,
  g: ShapeGrammar,
): Mention | null {
  const first = run[0]!
  const last = run.at(-1)!
  // One capital at the head of a sentence proves nothing, unless no lexicon knows the word.
  if (run.length === 1 && opens(all, at, g) && (g.isCommon(first.norm) || first.norm.length < 3)) return null
  const before = all[isShortTitle(all, at - 2, g) ? at - 2 : at - 1]?.norm ?? ''
  const after = all[at + run.length]?.norm ?? ''
  // "Additionally, they …": an adverb that opens a sentence.
  if (run.length === 1 && opens(all, at) && after === ',') return null
  // "the Coast Guard Forces": behind a name that is known already, of which kind that body is.
  const known = all[at - 1]
  const touches = known !== undefined && first.start - known.end === 1 && taken(known)
  if (run.length === 1 && touches && g.unitHeads.has(first.norm) && g.isCommon(first.norm)) return null
  const isGround = isStretch(all, at, run.length, g) || (opens(all, at) && isDateline(run, after))
  const kind = isGround ? 'place' : kindOf(run, before, after, g)
  const surface = text.slice(first.start, last.end)
  return { id: fold(surface), text: surface, kind, entities: [], start: first.start, end: last.end }
}

/** "positions on the Ostby front": a word that may name a body names ground behind "on". */
const isStretch = (all: readonly Piece[], at: number, length: number, { stretches, definites }: ShapeGrammar) =>
  stretches.heads.has(all[at + length]?.text ?? '') &&
  definites.has(all[at - 1]?.norm ?? '') &&
  stretches.before.has(all[at - 2]?.norm ?? '')

/** "DUBAI (AFP)", "NEW YORK — ": where a wire report was filed. */
const isDateline = (run: readonly Piece[], after: string) =>
  run.every((p) => p.text === p.text.toUpperCase() && p.text.length > 2) && /^[(,:—–-]$/u.test(after)

function kindOf(run: readonly Piece[], before: string, after: string, g: ShapeGrammar): EntityKind {
  // "the Orvale News Agency"; but "the Border Agency" is a body like others.
  if (run.length > 1 && run.slice(-2).every((p) => g.outletHeads.last.has(p.norm))) return 'outlet'
  if (run.some((p) => g.unitHeads.has(p.norm)) || isTiedAcronym(run)) return 'actor'
  if (run.length > 1 && isOutlet(run, g)) return 'outlet'
  if (run.length === 1 && INITIALS.test(run[0]!.text)) return 'person'
  if (g.outletHeads.behind.has(after)) return 'outlet'
  if (g.ships.has(before) || (run.length > 1 && g.ships.has(run[0]!.norm))) return 'materiel'
  if (g.articles.has(before) && run.length === 1) return 'person'
  if (g.titles.has(before) || g.kunyas.has(run[0]!.norm)) return 'person'
  if (run.length > 1 && g.givenNames.has(run[0]!.norm) && !g.isCommon(run.at(-1)!.norm)) return 'person'
  if (g.placeHeads.has(after) || g.placeHeads.has(before) || run.some((p) => g.placeHeads.has(p.norm))) return 'place'
  const acronym = run.length === 1 && run[0]!.text === run[0]!.text.toUpperCase() && run[0]!.text.length > 1
  if (g.locatives.has(before) && !(acronym && g.between.has(before))) return 'place'
  if (acronym) return 'actor'
  if (run.length > 1) return g.definites.has(before) ? 'actor' : 'person'
  return g.titles.has(run[0]!.norm) ? 'person' : 'actor'
}

/** "the NFO-R", "CDM-FPL": capitals tied to capitals are a body's. */
const isTiedAcronym = (run: readonly Piece[]) =>
  run.length > 1 &&
  run[0]!.text.length > 1 &&
  run.every((p, i) => /^\p{Lu}+$/u.test(p.text) && (p.glued || i === run.length - 1))

/**
 * "Orvale Daily Post" may be one, "Orvale Border Post" not: a common word before the last shows nothing in a longer name,
 * unless such names end in it too ("Orvale News Agency").
 */
const isOutlet = (run: readonly Piece[], { outletHeads: { first, last }, isCommon }: ShapeGrammar) =>
  first.has(run[0]!.norm) ||
  (last.has(run.at(-1)!.norm) && (run.length === 2 || last.has(run.at(-2)!.norm) || !isCommon(run.at(-2)!.norm)))
