import type { Slot } from '../../model/index.js'
import type { Functions, NounGroup, Sentence } from '../analysis.js'
import type { Candidate } from '../candidate.js'
import { hasClass } from './classes.js'
import type { FrameGrammar } from './grammar.js'
import { addParty, behindAny } from './slots.js'

/** What is done to people, who may be named behind the word for them. */
const DONE_TO = new Set(['attack', 'assassination', 'kidnapping', 'arrest', 'prisoner-release', 'armed-clash'])
const SLOTS: readonly Slot[] = ['counterparts', 'objects']

/**
 * "killed three reporters: Ana Tal, a photographer, and Omar Sorn", "freed nine men, including Adam Tal": several people and
 * the names of those who they are, or of some of them.
 */
export function nameThose({ type, slots, sentence }: Candidate, functions: Functions, grammar: FrameGrammar): void {
  if (!DONE_TO.has(type)) return
  for (const slot of SLOTS)
    for (const { group } of slots[slot].filter((p) => areMany(p.group, grammar))) {
      const names = areSeveral(group, grammar)
        ? [...namedBehind(group, sentence), ...instancesOf(group, functions, grammar)]
        : []
      for (const name of [...names, ...partsOf(group, sentence, grammar)]) addParty(slots[slot], name)
    }
}

/** «تسعة رجال كانوا في السجن، بينهم القيادي فلان»: the one named behind the word for some of those. */
function partsOf(those: NounGroup, sentence: Sentence, grammar: FrameGrammar): NounGroup[] {
  const next = sentence.groups.filter((g) => partOfThose(g, sentence, grammar) === those)
  return next
    .flatMap((g) => g.members ?? [g])
    .filter((g) => isNamed(g) || g.apposed?.mention !== undefined || isBareName(g))
}

/** A name with no word for what its bearer is. */
const isBareName = ({ mention, classes, of, quantity }: NounGroup) =>
  mention !== undefined && of === undefined && quantity === undefined && classes.every((c) => c === 'person')

/** As many characters «ما بات يعرف بـ» has at most. */
const CALLED = 18

/** Those of whom a group is a part, by the word right before it. */
export function partOfThose(
  part: NounGroup,
  { words, groups }: Sentence,
  grammar: FrameGrammar,
): NounGroup | undefined {
  // «بينهم ما يسمى والي المدينة»
  const word = words.findLast((w) => w.end <= part.start && w.pos !== 'determiner')
  if (!word || part.start - word.end > CALLED || !grammar.partWords.has(word.norm)) return undefined
  const many = groups.filter((g) => g.end <= word.start && areMany(g, grammar))
  // «خمسة من عناصر التنظيم كانوا محتجزين، بينهم …»: a bare word for how they are stands for nobody new.
  return many.findLast((g) => !isBare(g)) ?? many.at(-1)
}

const isBare = (g: NounGroup) => !g.definite && !g.of && !g.quantity && !g.members && g.mention === undefined

const areSeveral = (g: NounGroup, grammar: FrameGrammar) => g.mention === undefined && areMany(g, grammar)

const areMany = (g: NounGroup, { tree }: FrameGrammar) =>
  !g.pronoun &&
  (g.plural === true || g.agreement?.number === 'plural' || (g.quantity?.min ?? 0) > 1) &&
  hasClass(g, ['person'], tree)

const isNamed = (g: NounGroup) => g.mention !== undefined && g.classes.includes('individual')

/** Several names, or one, right behind a colon or comma; "the following nine died in the raid: …": or several behind a colon further on. */
function namedBehind(those: NounGroup, { groups, words }: Sentence): NounGroup[] {
  const colon = words.find((w) => w.start >= those.end && /^[:：]$/u.test(w.text))
  const list = groups.find((g) => g.start >= (colon?.end ?? those.end))
  if (!list) return []
  const names = (list.members ?? [list]).filter(isNamed)
  const [next] = words.filter((w) => w.start >= those.end)
  if (colon && colon === next) return names
  const comma = next !== undefined && /^[,،]$/u.test(next.text) && next.end <= list.start
  const between = groups.some((g) => g !== list && g.start >= those.end && g.start < list.start)
  return names.length > 1 && (colon || (comma && !between)) ? names : []
}

/** Names behind "including". */
const instancesOf = (those: NounGroup, functions: Functions, { prepositions }: FrameGrammar): NounGroup[] =>
  behindAny(functions, prepositions.instance)
    .filter((g) => g.start > those.end)
    .flatMap((g) => g.members ?? [g])
    .filter(isNamed)
