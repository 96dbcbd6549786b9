import type { Span } from '../../../model/index.js'
import { arePeople, PEOPLE } from '../../people.js'
import { agrees } from './draft.js'
import { isQuote } from './group-boundary.js'
import { beginsGroup, type ChunkInput, groupAt } from './group-chunker.js'
import type { Group } from './noun-group.js'
import { nameStrangePlaces } from './strange-places.js'
import { leaveOutSuppositions } from './supposed-members.js'
import { nameTheTwo } from './two-named.js'
import type { Tok } from './words.js'

/** A sentence as the clause step sees it: noun groups, verbs, and the words that join them. */
export interface Chunk extends Span {
  kind:
    | 'group'
    | 'verb'
    | 'auxiliary'
    | 'preposition'
    | 'subordinator'
    | 'relative'
    | 'conjunction'
    | 'negation'
    | 'particle'
    | 'comma'
    | 'open'
    | 'close'
    | 'stop'
    | 'time'
    | 'other'
  tok: Tok
  group?: Group
}

const STOPS = new Set(['.', '!', '?', '؟', '؛', ';', ':', '-', '–', '—', '…', '...'])

/** Words to chunks, left to right; then coordinated groups are joined. */
export function chunksOf(input: ChunkInput): Chunk[] {
  const { toks } = input
  const out: Chunk[] = []
  for (let i = 0; i < toks.length; ) {
    const tok = toks[i]!
    const found = beginsGroup(toks, i) || (tok.pos === 'pronoun' && tok.attached === 'after') ? groupAt(input, i) : null
    if (found) {
      out.push({
        kind: 'group',
        tok: toks[found.group.headTok]!,
        start: found.group.start,
        end: found.group.end,
        group: found.group,
      })
      i = found.next
      continue
    }
    out.push({ kind: kindOf(tok), tok, start: tok.start, end: tok.end })
    i++
  }
  asideBetweenDashes(out)
  describeQuoted(out)
  nameStrangePlaces(out)
  leaveOutSuppositions(out, input.lexicon)
  const joined = coordinate(out)
  nameTheTwo(joined)
  return joined
}

/** ««حركة الوادي» العراقية»: an adjective of belonging right behind the mark that closes a body's name describes the body. */
function describeQuoted(chunks: Chunk[]): void {
  for (let i = 0; i < chunks.length; i++) {
    const named = chunks[i]!.group
    const k = isQuote(chunks[i + 1]?.tok) ? i + 2 : i + 1
    const side = chunks[k]
    if (!named || !side?.group || !arePeople(named) || named.pronoun || named.members) continue
    const { tok, group } = side
    const closed = k === i + 2 ? isQuote(chunks[i - 1]?.tok) : tok.start - named.end < 3 && endsQuoted(named)
    const alone = group.start === group.head.start && group.end === group.head.end
    if (!closed || !alone || !tok.article || !tok.spelling.nisba || tok.spelling.people || group.agreement.human)
      continue
    const feminine = tok.reading.feminine ?? tok.spelling.feminine
    const agreed = [named, named.of].some(
      (g) => g && (g.agreement.feminine === undefined || g.agreement.feminine === feminine),
    )
    if (!agreed) continue
    if (group.classes.includes('group')) named.nisba ??= group
    if (k === i + 1) named.end = group.end
    chunks[i] = { ...chunks[i]!, end: named.end }
    chunks.splice(k, 1)
  }
}

/** Whether the last word of a group is followed by a mark within it. */
const endsQuoted = ({ end, of, head }: Group): boolean => end > (of ? of.end : head.end)

const DASHES = new Set(['-', '–', '—'])
/** «كانت الحركة – أحد أبرز الفصائل – قد أعلنت …»: two dashes with no verb between them are two commas. */
function asideBetweenDashes(chunks: Chunk[]): void {
  for (let i = 1; i < chunks.length; i++) {
    if (!DASHES.has(chunks[i]!.tok.norm)) continue
    const end = chunks.findIndex((c, k) => k > i && (c.kind === 'stop' || c.kind === 'verb' || c.kind === 'auxiliary'))
    if (end < i + 2 || !DASHES.has(chunks[end]!.tok.norm) || end === chunks.length - 1) continue
    for (const k of [i, end]) chunks[k] = { ...chunks[k]!, kind: 'comma' }
    i = end
  }
}

function kindOf(tok: Tok): Chunk['kind'] {
  if (tok.pos === 'punctuation') {
    if (tok.norm === '،' || tok.norm === ',') return 'comma'
    if (tok.norm === '(' || tok.norm === '[') return 'open'
    if (tok.norm === ')' || tok.norm === ']') return 'close'
    return STOPS.has(tok.norm) ? 'stop' : 'other'
  }
  switch (tok.pos) {
    case 'verb':
    case 'auxiliary':
    case 'preposition':
    case 'subordinator':
    case 'relative':
    case 'conjunction':
    case 'negation':
    case 'particle':
    case 'time':
      return tok.pos
    default:
      return 'other'
  }
}

const JOINS = new Set(['and', 'or'])

/** «أ وب وج», «أ، ب، وج»: each joins the nearest group of its own kind in the chain before it. */
function coordinate(chunks: Chunk[]): Chunk[] {
  const out: Chunk[] = []
  for (let i = 0; i < chunks.length; i++) {
    const chunk = chunks[i]!
    // «بين الحكومة الموالية للرئيس، وجماعة الحوثي»: what stands between two is not over with the first.
    if (chunk.kind === 'comma' && lacksSecond(out) && secondBehind(chunks, i)) continue
    // «أربع طائرات، إضافة إلى مبلغ …»: a word for "besides" goes on with the list over its comma.
    const besides = chunk.kind === 'conjunction' && /\s/u.test(chunk.tok.text) && out.at(-1)?.kind === 'comma'
    if (besides && joinHost(chunks, i, out.slice(0, -1))) out.pop()
    const before = out[overQuote(out, out.length - 1, -1)]
    const far = resumedList(chunks, i, out)
    if (far) {
      join(far, far, chunks[++i]!.group!)
      continue
    }
    const host = joinHost(chunks, i, out)
    if (host && before?.group && chunk.kind === 'conjunction') {
      i = overQuote(chunks, i + 1, 1)
      join(before.group, host, chunks[i]!.group!)
      before.end = before.group.end
      // «جهاز الأمن والمخابرات الحوثي»: what describes the body stands behind all that it is for.
      const side = chunks[i + 1]?.group
      if (side && describesBody(before.group, host, side, chunks[i + 1]!.tok)) {
        before.group.nisba = side
        before.group.end = side.end
        before.end = side.end
        if (before.group.mention === undefined && side.mention !== undefined) before.group.mention = side.mention
        i++
      }
      continue
    }
    out.push(chunk)
  }
  return out
}

/**
 * The place `k`, or the next one in the direction that is no quotation mark («بين «الجبهة» ولواء الوادي») and does not
 * only say that there are two sides («بين الجيش من جهة والقبائل من جهة أخرى»).
 */
function overQuote(chunks: readonly Chunk[], k: number, direction: 1 | -1): number {
  let at = k
  while (isQuote(chunks[at]?.tok) || (direction < 0 && chunks[at]?.tok.reading.role === 'side')) at += direction
  return at
}

/** Whether "between" has only one side so far. */
function lacksSecond(out: readonly Chunk[]): boolean {
  const last = overQuote(out, out.length - 1, -1)
  const group = out[last]?.group
  const oneSide = last < out.length - 1 || group?.agreement.number === 'singular'
  const one = group && !group.members && !group.pronoun && !group.counted && oneSide
  return one === true && out[overQuote(out, last - 1, -1)]?.tok.reading.role === 'between' && arePeople(group)
}

/** Whether behind the comma at `i` stands "and" with another party. */
const secondBehind = (chunks: readonly Chunk[], i: number) =>
  JOINS.has(chunks[i + 1]?.tok.reading.role ?? '') &&
  chunks[i + 2]?.group !== undefined &&
  arePeople(chunks[i + 2]!.group!)

/** The group in the last chunk's chain that the group behind the conjunction at `i` is coordinated with. */
function joinHost(chunks: readonly Chunk[], i: number, out: readonly Chunk[]): Group | null {
  const conjunction = chunks[i]!
  const [behind, last] = [overQuote(chunks, i + 1, 1), overQuote(out, out.length - 1, -1)]
  const [next, before] = [chunks[behind], out[last]]
  if (
    conjunction.kind !== 'conjunction' ||
    !JOINS.has(conjunction.tok.reading.role ?? '') ||
    !next?.group ||
    !before?.group
  )
    return null
  if (next.group.pronoun && !next.group.counted) return null
  // «والقبائل تهاجم»: a group with a verb of its own behind it begins a clause.
  const follows = chunks[behind + 1]
  if (follows?.kind === 'verb' && follows.tok.reading.agreement?.number !== 'singular' && verbBefore(out)) return null
  // «مقتل جندي في هجوم للحركة والحكومة تتوعد بالرد»
  if (opensHeadline(out, next, follows)) return null
  if (isHal(next)) return null
  // «خمسة من عناصر التنظيم واثنان من القبائل»: some of the one, and some of the other.
  if (next.group.measure && before.group.measure && next.group.quantity && before.group.quantity) return before.group
  let host: Group | null = null
  // «مقتل وإصابة خمسة وعدد من المارة»: of several the last one's genitive touches what follows.
  for (let g: Group | undefined = before.group; g; g = (g.members?.at(-1) ?? g).of) {
    if (g.pronoun) break
    if (alike(g, next.group)) host = g
    // «القيادي في الجماعة فلان وثلاثة من رفاقه»: behind his name nobody is joined to what he belongs to.
    if (host === g && g.apposed && g.of && g.apposed.start >= g.of.end) break
    // «إن قيادات في الجماعة وقياديا من …»: what shows that it is accusative is joined to no genitive.
    if (next.group.case === 'accusative' || (host === g && sameSort(g, next.group))) break
  }
  // «بين قيادات من الحركة والتنظيم»: what stands between two has two sides, and the second is not inside the first.
  const under = out[overQuote(out, last - 1, -1)]
  if (host && under?.tok.reading.role === 'between' && !before.group.members) return before.group
  if (host) return host
  if (next.group.case === 'accusative' && before.group.case !== 'accusative') return null
  if (isHappening(next) !== isHappening(before)) return null
  return before.group.definite === next.group.definite || next.group.classes.length === 0 ? before.group : null
}

/**
 * «بين قادة في جهاز يتبع الجماعة، وعناصر من التنظيم», «ضم قيادات من الجماعة على رأسها فلان وقيادات من التنظيم»: the people with
 * whom a list of people goes on, whatever was said of them since.
 */
function resumedList(chunks: readonly Chunk[], i: number, out: readonly Chunk[]): Group | null {
  const next = chunks[i + 1]
  const { kind, tok } = chunks[i]!
  if (kind !== 'conjunction' || !JOINS.has(tok.reading.role ?? '') || !next?.group) return null
  const people = areItsPeople(next.group)
  // «بين القوات المتمركزة في الوادي ومقاتلين …»: two sides, whatever is said of where the first stands.
  const side = !next.group.pronoun && arePeople(next.group) && chunks[i + 2]?.kind !== 'verb'
  if (!people && !side) return null
  for (let k = out.length - 1; k >= 0; k--) {
    const { kind, group } = out[k]!
    if (kind === 'verb' || kind === 'auxiliary' || kind === 'subordinator' || kind === 'relative' || kind === 'stop')
      return null
    const between = out[k - 1]?.tok.reading.role === 'between'
    if (group && between && side && k < out.length - 1 && !group.members && !group.counted && arePeople(group))
      return group
    if (!people || !group || !areItsPeople((group.members ?? [group])[0]!) || k === out.length - 1) continue
    return between || (group.members ?? [group]).some((m) => m.lemma === next.group!.lemma) ? group : null
  }
  return null
}

/** Whether behind a phrase of a headline with no verb so far stands somebody with a verb in the present. */
function opensHeadline(out: readonly Chunk[], next: Chunk, follows: Chunk | undefined): boolean {
  const { agreement } = follows?.tok.reading ?? {}
  if (follows?.kind !== 'verb' || agreement?.number !== 'singular') return false
  const phrase = out.at(-2)
  if (phrase?.kind !== 'preposition' || phrase.tok.reading.role === 'between') return false
  return next.group!.definite && agrees(agreement, next.group!) && !verbBefore(out)
}

/** Whether an adjective of belonging behind the listed genitives of a body's name goes with the body. */
const describesBody = (body: Group, host: Group, side: Group, { spelling, reading }: Tok) =>
  body !== host &&
  body.definite &&
  !body.nisba &&
  body.agreement.number === 'singular' &&
  body.classes.includes('group') &&
  side.end === side.head.end &&
  !side.of &&
  spelling.article &&
  spelling.nisba &&
  !reading.human &&
  (reading.feminine ?? spelling.feminine) === (body.agreement.feminine ?? false)

/** Whether the clause so far has a verb of its own. */
function verbBefore(out: readonly Chunk[]): boolean {
  for (let k = out.length - 1; k >= 0; k--) {
    const { kind } = out[k]!
    if (kind === 'verb') return true
    if (kind === 'subordinator' || kind === 'stop' || kind === 'relative') return false
  }
  return false
}

const isHal = (c: Chunk) =>
  c.tok.pos === 'adjective' && c.tok.reading.derived === 'active' && !c.tok.article && c.group?.case === 'accusative'

const isHappening = (c: Chunk) => c.tok.reading.derived === 'masdar' || c.tok.classes.some((x) => EVENTS.includes(x))

const THINGS = [
  'weapon',
  'drone',
  'missile',
  'explosive',
  'ammunition',
  'equipment',
  'vehicle',
  'ship',
  'aircraft',
  'money',
]
const SITES = ['place', 'area', 'building', 'base', 'prison', 'checkpoint']
const EVENTS = ['event', 'violence', 'talks', 'deal']

function alike(a: Group, b: Group): boolean {
  return [PEOPLE, THINGS, SITES, EVENTS].some((kinds) => {
    const has = (g: Group) =>
      g.classes.some((c) => kinds.includes(c)) || (g.quantity !== undefined && kinds === PEOPLE && g.agreement.human)
    return has(a) && has(b)
  })
}

const SORTS = ['leader', 'soldier', 'official', 'civilian', 'detainee']
/** «ضباط في الجيش وضباط في الشرطة»: two of one sort are listed, whatever either belongs to. */
const sameSort = (a: Group, b: Group) =>
  (a.definite === b.definite &&
    (a.lemma === b.lemma || SORTS.some((c) => a.classes.includes(c) && b.classes.includes(c)))) ||
  (areMen(a) && areMen(b))
/** People in the plural under a word of their own, «عناصر من الجماعة», and not a body's name. */
const areMen = (g: Group) => g.agreement.human && g.agreement.number === 'plural' && g.mention === g.of?.mention
/** Some people, uncounted; «قيادات» are no men by their grammar, and some of a body's people none the less. */
const areItsPeople = (g: Group) =>
  (areMen(g) && !g.counted) ||
  (g.agreement.number === 'plural' && g.classes.includes('leader') && g.mention === g.of?.mention)

/** Eleven to ninety-nine have what they count in the singular. */
const countsInSingular = ({ quantity }: Group) => (quantity?.min ?? quantity?.max ?? 0) % 100 > 10

function join(outer: Group, host: Group, member: Group): void {
  if (!host.members) {
    const { members: _, ...first } = host
    host.members = [{ ...first }]
    host.apposed = undefined
  }
  host.members.push(member)
  // «40 ضابطا وجنديا»: behind such a number the singular counts no single one.
  if (!member.quantity && countsInSingular(host.members[0]!)) member.single = undefined
  for (let g: Group | undefined = outer; g; g = (g.members?.at(-1) ?? g).of) {
    const last = g === host ? undefined : g.members?.at(-1)
    for (const x of last ? [g, last] : [g]) x.end = Math.max(x.end, member.end)
    if (g === host) break
  }
}
