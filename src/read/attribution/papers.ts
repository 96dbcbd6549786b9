import type { Mention } from '../../model/index.js'
import type { NounGroup, Predicate, Sentence } from '../analysis.js'
import { isPlaceName } from '../merge/filler.js'
import type { AttributionGrammar } from './grammar.js'
import { isTitle, passesOn, speaks } from './speakers.js'

/** A report, statement, letter, post: what somebody issued and others may carry; «بيان الحركة» is named by its issuer only. */
export const isPaper = (g: NounGroup): boolean =>
  (g.mention === undefined || g.mention === g.of?.mention) &&
  (g.classes.includes('document') || g.classes.includes('statement'))

/** Whether whoever speaks does so in a paper of his. */
export const issuesPaper = ({
  speakers: [speaker],
  sentence,
}: {
  speakers: NounGroup[]
  sentence: Sentence
}): boolean =>
  speaker !== undefined &&
  (isPaper(speaker) || (!speaker.pronoun && sentence.groups.some((x) => isPaper(x) && isHis(x))))

/** «واصفة تقرير الخبراء بأنه …»: a paper told with whose it is belongs to nobody else. */
const isHis = ({ classes, of }: NounGroup) =>
  classes.includes('document') && (of === undefined || of.pronoun !== undefined)

/** How far behind a paper its issuer may begin: "a report, dated 3 May, by …". */
const BEHIND = 3

/**
 * The body that issued a paper: its genitive or possessor, who stands behind it with "by" or "of" («تقرير لمركز …»), or
 * who issued it by a participle or relative clause ("a letter that the government sent"), or wrote it or handed it in.
 */
export function issuerOf(
  paper: NounGroup,
  sentence: Sentence,
  mentions: readonly Mention[],
  g: AttributionGrammar,
): NounGroup | undefined {
  const body = (x: NounGroup | undefined): x is NounGroup =>
    x !== undefined && !isPaper(x) && speaks(x, g) && !isPlaceName(x, mentions)
  if (body(paper.of)) return paper.of
  // «نص بيان الحركة»
  if (paper.of && isPaper(paper.of)) return issuerOf(paper.of, sentence, mentions, g)
  const noun = sentence.predicates.find((p) => p.pos === 'noun' && covers(paper, p))
  const possessor = noun && [...noun.functions.S, ...noun.functions.X].find((x) => x !== paper && body(x))
  if (possessor) return possessor
  const sender = (senderOf(paper, sentence, mentions, g) ?? cameFrom(paper, sentence, g))?.find(body)
  if (sender) return sender
  const i = sentence.words.findIndex((w) => w.start >= paper.end)
  const next = sentence.words[i]
  if (next && next.start - paper.end <= BEHIND && g.issuing.has(next.norm)) {
    // «مذكرة للجيش»: where the article is fused with the preposition the group begins with both.
    const behind = sentence.groups.find((x) => x.start >= next.start && x.start - next.end <= 1 && body(x))
    if (behind) return behind
    // "Extract from the report of the Panel": a part of a paper is its issuer's.
    const whole = sentence.groups.find((x) => x.start >= next.end && x.start - next.end <= 1 && isPaper(x))
    const issuer = whole && issuerOf(whole, sentence, mentions, g)
    if (issuer) return issuer
  }
  const named = g.issued.map((form) => endOfForm(form, paper, sentence)).find((end) => end !== undefined)
  const behind =
    named === undefined ? undefined : sentence.groups.find((x) => x.start >= named && x.start - named <= 2 && body(x))
  if (behind) return behind
  // Whoever got pictures tells what they show; whoever got a paper passes on what its issuer says.
  const issued = carriersOf(paper, sentence).find(
    (p) =>
      (!(g.seen.has(p.lemma) || g.sayingWith.get(`${p.lemma}/verb`)?.kind === 'learn') ||
        !isPaper(paper) ||
        paper.classes.includes('picture')) &&
      p.functions.S.some(
        (s) => body(s) && (makes(p, g) || !(isOutlet(s, sentence, mentions) || isOthers(paper, s, sentence, g))),
      ),
  )
  return issued?.functions.S.find(body)
}

/** "issued a note", "sent a memorandum to the council which says …": whoever puts a paper out that no outlet prints. */
function senderOf(
  paper: NounGroup,
  { predicates, words }: Sentence,
  mentions: readonly Mention[],
  g: AttributionGrammar,
) {
  const puts = predicates.find((p) => {
    const verb = words.findLast((w) => w.end <= p.span.end && w.start >= p.span.start)
    const puts = makes(p, g) || g.issued.some((f) => f.length > 1 && f[0] === verb?.norm)
    return p.pos === 'verb' && puts && p.functions.O.some((x) => isSpan(x, paper))
  })
  return puts?.functions.S.filter((s) => !passesOn(s, mentions))
}

/** «صدر عن المعهد تقرير»: whom a paper came from, in the words of a phrase of issuing. */
function cameFrom(paper: NounGroup, { predicates, words }: Sentence, g: AttributionGrammar): NounGroup[] | undefined {
  const from = (p: Predicate) => {
    const verb = words.findLast((w) => w.end <= p.span.end && w.start >= p.span.start)
    const form = g.issued.find((f) => f.length === 2 && f[0] === verb?.norm)
    return form && (p.functions.P[form[1]!] ?? [])
  }
  const came = predicates.find((p) => p.pos === 'verb' && p.functions.S.some((x) => isSpan(x, paper)) && from(p))
  return came && from(came)
}

/** «حصيلة أعدتها وكالة …»: whoever drew a paper up issued it, outlet or not. */
const makes = (p: Predicate, g: AttributionGrammar) => g.issued.some((f) => f.length === 1 && f[0] === p.lemma)

/** «قالت الحركة، في بيان نشرته مؤسسة …»: what stands in somebody's paper is his; whoever else printed it carries it. */
function isOthers(paper: NounGroup, by: NounGroup, sentence: Sentence, g: AttributionGrammar): boolean {
  return sentence.predicates.some(
    (q) =>
      q.pos === 'verb' &&
      q.span.end <= paper.start &&
      g.saying.has(`${q.lemma}/verb`) &&
      q.functions.S.some((s) => s.start !== by.start && !s.pronoun) &&
      [...g.within].some((f) => q.functions.P[f]?.some((x) => x.start === paper.start)),
  )
}

/** Where a phrase of issuing ends that stands in the paper's own group or right behind it. */
function endOfForm(form: readonly string[], paper: NounGroup, sentence: Sentence): number | undefined {
  const words = sentence.words
  const first = words.findIndex((w) => w.start >= paper.head.end && w.start - paper.end <= BEHIND && w.norm === form[0])
  if (first < 0) return undefined
  return form.every((w, k) => words[first + k]?.norm === w) ? words[first + form.length - 1]!.end : undefined
}

/** Outlets that printed, saw or were given a paper, told beside it: "in a statement carried by X", «بيان اطلعت عليه …». */
export function carriersOfPaper(
  paper: NounGroup,
  sentence: Sentence,
  mentions: readonly Mention[],
  g: AttributionGrammar,
): { by: Predicate; outlet: NounGroup }[] {
  return carriersOf(paper, sentence).flatMap((by) => {
    if (makes(by, g)) return []
    const outlet = by.functions.S.find(
      (s) =>
        isOutlet(s, sentence, mentions) ||
        (g.saying.get(`${by.lemma}/verb`) === 'report' &&
          s.classes.includes('group') &&
          isOthers(paper, s, sentence, g)),
    )
    return outlet ? [{ by, outlet }] : []
  })
}

const isOutlet = (s: NounGroup, sentence: Sentence, mentions: readonly Mention[]) =>
  (s.mention !== undefined && passesOn(s, mentions)) ||
  isTitle(s, sentence, mentions) ||
  s.classes.some((c) => c === 'agency' || c === 'account') ||
  // "aired by its radio station"
  (s.classes.includes('outlet') && s.of?.pronoun !== undefined)

/** Predicates that hang on a paper as its participle or relative clause, or that the paper's copy is the object of. */
export function carriersOf(paper: NounGroup, sentence: Sentence): Predicate[] {
  return sentence.predicates.filter(
    (p) =>
      p.pos === 'verb' &&
      p.span.start >= paper.end &&
      (p.form === 'participle' || p.governor?.as === 'relative' || p.functions.S.length > 0) &&
      // "a section of the report which the Panel submitted"
      [...p.functions.O, ...Object.values(p.functions.P).flat()].some((x) => isSpan(x, paper) || isSpan(x.of, paper)),
  )
}

const isSpan = (x: NounGroup | undefined, { start, end }: NounGroup) => x?.start === start && x.end === end

const covers = (paper: NounGroup, p: Predicate) => p.span.start >= paper.start && p.span.end <= paper.head.end
