import { covers, type Mention, overlapping } from '../../model/index.js'
import type { NounGroup, Sentence } from '../analysis.js'
import type { Candidate } from '../candidate.js'
import { hasClass } from './classes.js'
import type { FrameGrammar } from './grammar.js'

const PLACE = ['place']
/** How far, in UTF-16 units, a bearing stands behind the place that it explains: a comma and its words. */
const BESIDE = 16
/** Classes of what is no ground to stand on, though its name may be that of a place. */
const NO_GROUND = ['person', 'group', 'vehicle']

/** Groups that name a place behind a preposition that can mark one, each once, outer before inner. */
export function placesOf(sentence: Sentence, mentions: readonly Mention[], grammar: FrameGrammar): NounGroup[] {
  const marked = new Set<NounGroup>()
  const bearings: NounGroup[] = []
  const { between, place, means, bearing, ground } = grammar.prepositions
  for (const p of sentence.predicates) {
    for (const [preposition, groups] of Object.entries(p.functions.P)) {
      if (bearing.has(preposition)) bearings.push(...groups)
      const isBetween = between.has(preposition)
      const isGiven = place.has(preposition) || means.has(preposition)
      if (!isBetween && !isGiven && !ground.has(preposition)) continue
      for (const x of groups)
        for (const g of x.members ?? [x]) {
          const stands = isBetween ? isGround(g, grammar) || isFarEnd(g, x, grammar) : isPlace(g, grammar)
          if (stands && (isBetween || isGiven || isStretch(g, mentions, grammar))) marked.add(g)
        }
    }
  }
  // "in the Wadi district, east of Aden": behind the comma of a place that is said, what it lies beside is no second one.
  const comma = (from: number, to: number) =>
    sentence.words.some((w) => w.start >= from && w.end <= to && w.pos === 'punctuation')
  const beside = (g: NounGroup) =>
    [...marked].some(
      (o) => !bearings.includes(o) && o.end <= g.start && g.start - o.end <= BESIDE && comma(o.end, g.start),
    )
  for (const g of bearings) if (beside(g)) marked.delete(g)
  for (const g of [...marked])
    if (g.of && isPlace(g.of, grammar) && bearsName(g.of, mentions) && hasOwnName(g, g.of, mentions)) marked.add(g.of)
  const named = [...marked]
    .flatMap((g) => listed(g, grammar))
    .map((g) => withNameBehind(g, sentence, mentions))
    .flatMap((g) => [g, ...wherein(g, sentence, mentions)])
  const all = named.sort((a, b) => a.start - b.start || b.end - a.end)
  return all.filter((g, i) => !all.slice(0, i).some((o) => o.of !== g && o.start <= g.start && g.end <= o.end))
}

/** "between Ber and Ostby": where one end is ground, a name that nobody knows is the other. */
const isFarEnd = (g: NounGroup, { members = [] }: NounGroup, grammar: FrameGrammar) =>
  g.classes.includes('name') && !hasClass(g, ['person'], grammar.tree) && members.some((m) => isGround(m, grammar))

/** "on the Ostby front", "on the road of Ostby": ground that a common noun names, with a name; "an attack on Ostby" is on the town. */
const isStretch = (g: NounGroup, mentions: readonly Mention[], grammar: FrameGrammar) =>
  bearsName(g, mentions) &&
  (g.classes.includes('area') || isGround(g, grammar)) &&
  !overlapping(mentions, g.head).some((m) => covers(m, g.head))

const bearsName = (g: NounGroup, mentions: readonly Mention[]) =>
  g.mention !== undefined || overlapping(mentions, g).some((m) => m.kind === 'place' && covers(g, m))

/** "the cities of Sanaa and Hodeidah": each place of the list for itself. */
function listed(g: NounGroup, grammar: FrameGrammar): NounGroup[] {
  const members = g.mention === undefined ? g.of?.members : undefined
  return members?.every((m) => isPlace(m, grammar)) ? members : [g]
}

/** "in Qishn, Mahra,": a known place behind the comma of another that stands for nothing else holds it. */
function wherein(g: NounGroup, { words, groups, predicates }: Sentence, mentions: readonly Mention[]): NounGroup[] {
  const i = words.findIndex((w) => w.start >= g.end)
  const [comma, word] = [words[i], words[i + 1]]
  if (comma?.pos !== 'punctuation' || comma.start !== g.end || !/^[,،]$/u.test(comma.norm) || !word) return []
  const holder = groups.find((x) => x.start === word.start)
  // "Kordalia district": a name that opens what the place is called.
  const name = holder && mentions.find((m) => m.kind === 'place' && m.start === holder.start && m.end <= holder.end)
  const acts = predicates.some((p) => [...p.functions.S, ...p.functions.O].includes(holder!))
  return name && !acts ? [holder!] : []
}

/** "the capital, Sanaa": a description of a place with its name behind a comma. */
function withNameBehind(g: NounGroup, sentence: Sentence, mentions: readonly Mention[]): NounGroup {
  if (g.mention !== undefined || g.of || g.apposed || overlapping(mentions, g).length > 0) return g
  const i = sentence.words.findIndex((w) => w.start >= g.end)
  const [comma, word] = [sentence.words[i], sentence.words[i + 1]]
  if (comma?.pos !== 'punctuation' || comma.start !== g.end || !word) return g
  const name = mentions.find((m) => m.kind === 'place' && m.start === word.start)
  return name ? { ...g, end: name.end } : g
}

/** "the Mahfad district of Abyan" names two places, «منطقة يكلا» one. */
const hasOwnName = (outer: NounGroup, inner: NounGroup, mentions: readonly Mention[]) =>
  mentions.some((m) => isWhere(m) && m.start >= outer.start && m.end <= inner.start)

/** The name of a place, or one that nobody knows. */
const isWhere = (m: Mention) => m.kind === 'place' || m.entities.length === 0

/** A place that is nobody and nothing that moves. */
export const isGround = (g: NounGroup, grammar: FrameGrammar) =>
  isPlace(g, grammar) && !hasClass(g, NO_GROUND, grammar.tree)

const isPlace = (g: NounGroup, grammar: FrameGrammar) =>
  hasClass(g, PLACE, grammar.tree) &&
  !hasClass(g, ['weapon', 'time', 'event'], grammar.tree) &&
  !g.pronoun &&
  !isRow(g, grammar) &&
  // «يعود بالنفع على الطرفين»: a word for sides that means bodies is no ground.
  !(g.mention === undefined && g.referents?.some((r) => hasClass(r, NO_GROUND, grammar.tree)))

/** «في سلسلة عمليات», "in a string of raids": a word that may measure, with what happened behind it. */
const isRow = ({ classes, of }: NounGroup, { tree }: FrameGrammar) =>
  classes.includes('measure') && of !== undefined && hasClass(of, ['event'], tree)

/**
 * What was hit, taken or left, where its name says where it is ("the Umbadda market"), places named within it beside its own
 * name, and owners of the place ("Aden's old quarter").
 */
export function sitesOf(c: Candidate, mentions: readonly Mention[], grammar: FrameGrammar): NounGroup[] {
  const inside = (g: NounGroup, passes: (m: Mention) => boolean) => {
    const within = overlapping(mentions, g).filter((m) => covers(g, m) && !covers(m, g) && isSite(m, g, grammar))
    // "Sudan's Umbadda market", "the town of Ber": the name that touches the noun is its own, if the whole is a site already.
    const own = within.find((m) => covers(m, g.head)) ?? within.findLast((m) => m.end <= g.head.start) ?? within[0]
    const others = isNamedSite(g, mentions, grammar) ? within.filter((m) => m !== own) : within
    return others.filter(passes).map((m) => siteOf(m, c.sentence))
  }
  const things = (['counterparts', 'objects'] as const).flatMap((slot) => c.slots[slot].map((p) => p.group))
  return [
    ...things.filter((g) => isNamedSite(g, mentions, grammar)),
    ...things.filter((g) => isPlace(g, grammar)).flatMap((g) => inside(g, () => true)),
    ...c.slots.places.flatMap(({ group: g }) =>
      inside(g, (m) => (m.end <= g.head.start ? g.of?.start === m.start : hasClass(g, ['building'], grammar.tree))),
    ),
  ]
}

/** "the Zamzam camp", "Sirwah": ground whose name says where it is; "a checkpoint", "the positions of the army" do not. */
export function isNamedSite(g: NounGroup, mentions: readonly Mention[], grammar: FrameGrammar): boolean {
  if (!isGround(g, grammar) || g.state) return false
  const known = overlapping(mentions, g).some((m) => m.kind === 'place' && covers(g, m))
  return known || (g.mention !== undefined && mentions[g.mention]?.entities.length === 0)
}

/** A known place, or a lone unknown name before something that stands at a place. */
function isSite(m: Mention, g: NounGroup, grammar: FrameGrammar): boolean {
  if (m.kind === 'place') return true
  return m.entities.length === 0 && m.end <= g.head.start && !/\s/u.test(m.text) && isPlace(g, grammar)
}

function siteOf({ start, end, id }: Mention, sentence: Sentence): NounGroup {
  const mention = sentence.words.find((w) => w.start === start)?.mention
  const span = { start, end }
  const group = { ...span, head: span, lemma: id, classes: PLACE, definite: true, modifiers: [] }
  return mention === undefined ? group : { ...group, mention }
}
