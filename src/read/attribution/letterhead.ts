import type { Hop } from '../../model/index.js'
import { fold } from '../../text/index.js'
import type { Analysis, NounGroup, Sentence } from '../analysis.js'
import { isPaper } from './papers.js'
import { passesOn } from './speakers.js'

/** A body whose statement a text is. */
export interface TextIssuer {
  hop: Hop
  body: NounGroup
  /** The line that says that somebody prints it: he is the outlet, and tells none of it himself. */
  printed?: Sentence
}

/** How many lines at the head may hold the letterhead. */
const HEAD = 6
/** A title says no more than that it is a statement, of which number, to whom. */
const LONGEST_TITLE = 60

/**
 * A body's name on a line of its own and "Statement No. 14" or "Press release" as a title below it: the text is that body's
 * statement. Of several lines the one with a name that is known counts, then the one whose name comes again in the text,
 * then the lowest: above it stands whoever prints the statement.
 */
export function letterhead(analysis: Analysis): TextIssuer | undefined {
  const { sentences, text, mentions } = analysis
  const body = sentences.findIndex((s) => !s.heading)
  const lines = sentences.slice(0, Math.min(HEAD, body < 0 ? 0 : body))
  const titles = lines.map((s) => titleOf(s, text))
  const titled = titles.findIndex((t) => t !== undefined)
  const title = titles[titled]
  if (!title) return undefined
  const named = lines
    .slice(0, titled + 1)
    .flatMap((s) => s.groups.filter((x) => x.end <= title.start && isBody(x, analysis)))
  const known = (x: NounGroup) => Number(x.mention !== undefined && mentions[x.mention]!.entities.length > 0)
  const whole = fold(text)
  const again = (x: NounGroup) => Number(whole.split(fold(text.slice(x.start, x.end))).length > 2)
  const best = named.toSorted((a, b) => known(b) - known(a) || again(b) - again(a) || b.start - a.start)[0]
  // A release without a number below the name that opens the page is the publisher's own word; a numbered one is a party's.
  if (best && best.start < sentences[0]!.end && !/\p{N}/u.test(text.slice(lines[titled]!.start, lines[titled]!.end)))
    return undefined
  return best && !passesOn(best, mentions) ? { hop: partyHop(best, analysis), body: best } : undefined
}

/** What parts an organ from the title beside it: «القيادة العامة – بيان رقم ١٤». */
const PARTED = /(?:^|[–—:|/-])\s*$/u

/** The word for a statement that a line is about, if the line says nothing else. */
function titleOf(s: Sentence, text: string): NounGroup | undefined {
  if (s.end - s.start > LONGEST_TITLE || s.predicates.some((p) => p.pos === 'verb')) return undefined
  const paper = s.groups.find((x) => isPaper(x) && x.classes.includes('statement') && !hasIssuer(x))
  if (!paper || !PARTED.test(text.slice(s.start, paper.start))) return undefined
  return !paper.plural && paper.agreement?.number !== 'plural' ? paper : undefined
}

/** «بيان رقم ٧» has a genitive that is nobody. */
const hasIssuer = ({ of }: NounGroup) =>
  of !== undefined && (of.mention !== undefined || of.pronoun !== undefined || of.classes.includes('group'))

/** A body by its name, «حركة أبناء النهر», whatever place the name holds, and none of its organs, «المكتب الإعلامي». */
const isBody = (x: NounGroup, { mentions }: Analysis) =>
  x.mention !== undefined && mentions[x.mention]!.start <= x.head.start
    ? mentions[x.mention]!.kind === 'actor'
    : x.classes.includes('group') && x.of !== undefined && !x.classes.includes('authority')

/** The body as a link of a chain. */
export const partyHop = ({ start, end, mention }: NounGroup, { text, mentions }: Analysis): Hop => {
  const named = mention === undefined ? undefined : mentions[mention]
  const entity = named?.kind === 'actor' ? named.entities[0] : undefined
  return { name: text.slice(start, end), kind: 'party', ...(entity ? { entity } : {}), start, end }
}
