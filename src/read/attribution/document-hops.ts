import { type Document, type Hop, overlaps } from '../../model/index.js'
import { fold } from '../../text/index.js'
import type { Analysis, NounGroup, Sentence } from '../analysis.js'
import { allGroups } from '../names/walk.js'
import type { AttributionGrammar } from './grammar.js'
import { hopOf } from './hop.js'
import { letterhead, partyHop, type TextIssuer } from './letterhead.js'
import { isPaper, issuerOf } from './papers.js'
import { announces, isItem } from './reach.js'

/** Names have few words; a longer first sentence is text. */
const LONGEST_BYLINE = 7
/** How many lines at either end may say that a text is an opinion. */
const ENDS = 6
const LONGEST_LABEL = 40

/** Who stands outermost in every chain of a document: the agency that it credits, the author of an article of opinion. */
export function documentHops(
  document: Document,
  analysis: Analysis,
  issuer: TextIssuer | undefined,
  g: AttributionGrammar,
): Hop[] {
  const hops: Hop[] = []
  if (document.credit) {
    const entity = g.entityOf(document.credit)
    hops.push({ name: document.credit, kind: document.creditKind ?? 'agency', ...(entity ? { entity } : {}) })
  }
  const opening = openingByline(analysis, g)
  const given = document.author && !headsPage(document.author, analysis) ? document.author : undefined
  const signed = given ?? nameLine(analysis) ?? nameBelowTitle(analysis, g)
  const author = opening ?? (signed && isOpinion(signed, analysis, g) ? signed : undefined)
  if (author) hops.push({ name: author, kind: 'author' })
  const issuing = author ? undefined : issuer?.hop
  if (issuing && !sameName(issuing.name, document.outlet)) hops.push(issuing)
  return hops
}

/** Whose statement the whole text is: named at its head or at its end, or signing it. */
export const issuerOfText = (analysis: Analysis, g: AttributionGrammar): TextIssuer | undefined =>
  printedStatement(analysis, g) ?? letterhead(analysis) ?? statementIssuer(analysis, g) ?? signature(analysis)

const sameName = (name: string, outlet: string | undefined) => outlet !== undefined && fold(name) === fold(outlet)

/** "Valley Post – Interviews" at the head of a page: the name before the dash is the paper's, not a writer's. */
function headsPage(author: string, { text, mentions }: Analysis): boolean {
  const first = text.split('\n', 1)[0]!
  const dash = first.startsWith(author) && /^\s*[–—-]\s/u.test(first.slice(author.length))
  return dash && !mentions.some((m) => m.kind === 'person' && m.start < author.length)
}

/** A line at the head, best below its first, that is a person's name and nothing else. */
function nameLine({ text, mentions }: Analysis): string | undefined {
  const lines = text.split('\n').filter((l) => l.trim())
  const lone = (from: number, to: number) => {
    const names = new Set(lines.slice(from, to).map((l) => l.trim().replace(/\s*\*$/u, '')))
    return mentions.find((m) => m.kind === 'person' && m.text.includes(' ') && names.has(m.text))?.text
  }
  return lone(1, ENDS) ?? lone(0, 1)
}

/** A name's words, with nothing between them but blanks, dots and hyphens. */
const PLAIN_NAME = /^[\p{L}.'’-]+(?: [\p{L}.'’-]+){1,3}$/u

/** «آراء», below it a title, below that «المختار ولد بومو»: under such a label the short line below the title is whoever wrote it. */
function nameBelowTitle({ text }: Analysis, g: AttributionGrammar): string | undefined {
  const lines = text
    .split('\n')
    .map((l) => l.trim())
    .filter(Boolean)
    .slice(0, ENDS)
  const label = lines.slice(0, 2).findIndex((l) => g.opinion.includes(fold(l)))
  const below = label < 0 ? undefined : lines[label + 2]
  return below && PLAIN_NAME.test(below) ? below : undefined
}

/** How many sentences at the head may say whose statement follows. */
const HEAD = 4
/** A signature is a line of few words, marks counted. */
const LONGEST_SIGNATURE = 8
/** So many clauses of a statement at least have "we" in them. */
const SAYS_WE = 2

/** "Text of the statement issued by the council", and then "we": a statement printed as it came is its issuer's. */
function printedStatement(analysis: Analysis, g: AttributionGrammar): TextIssuer | undefined {
  for (const s of analysis.sentences.slice(0, HEAD)) {
    const titled = analysis.sentences.slice(0, s.index).every((x) => x.heading)
    const printed = titled && prints(s, analysis, g)
    if (!s.heading && !printed && s.predicates.some((p) => p.form === 'finite')) continue
    const paper = allGroups(s).find((x) => isPaper(x) && issuerOf(x, s, analysis.mentions, g))
    const body = paper && issuerOf(paper, s, analysis.mentions, g)
    if (body && (printed || saysWe(analysis) || (!body.pronoun && isTitle(paper, s))))
      return { hop: hopOf(analysis.text, paper, s, analysis.mentions, null, g), body, ...(printed && { printed: s }) }
  }
  return undefined
}

/**
 * "The site publishes excerpts from the Panel's report:": a first line with its paper as object and a colon at its end; or
 * without one, where numbered paragraphs follow.
 */
const prints = (s: Sentence, { text, sentences }: Analysis, g: AttributionGrammar) =>
  (announces(s, text) || sentences.filter((x) => x.index > s.index && isItem(x, g.ordinals)).length >= ITEMS) &&
  s.predicates.some(({ form, functions: { O, P } }) => {
    const printed = [...O, ...Object.values(P).flat()]
    return form === 'finite' && printed.some((x) => isPaper(x) || (x.of && isPaper(x.of)))
  })
/** So many numbered paragraphs are a document's own. */
const ITEMS = 3

/** How many characters a line may hold beside the paper and whoever issued it. */
const BESIDE = 40
/** «بيان صادر عن مشايخ القبيلة» as a line of its own is the title of what follows it. */
const isTitle = (paper: NounGroup, s: Sentence) =>
  paper.start - s.start <= 2 && s.end - paper.end < BESIDE && !s.predicates.some((p) => p.form === 'finite')

function saysWe(analysis: Analysis): boolean {
  const said = analysis.sentences.flatMap((s) =>
    s.predicates.filter(
      (p) => !s.quotes.some((q) => overlaps(q, p.span)) && p.functions.S.some((x) => isWe(x.pronoun)),
    ),
  )
  return said.length >= SAYS_WE
}
const isWe = (a: { person?: 1 | 2 | 3; number?: string } | undefined) => a?.person === 1 && a.number === 'plural'

/** A text that is itself a statement says at its end who issued it: «صادر عن …», "Issued by …". */
function statementIssuer(analysis: Analysis, g: AttributionGrammar): TextIssuer | undefined {
  for (const s of analysis.sentences.slice(-ENDS)) {
    const words = s.words.flatMap((w) => w.norm.split(' '))
    // «أطلق المسلحون صاروخا»: a verb alone issues something, and signs nothing.
    const form = g.issued.find((f) => f.length > 1 && f.every((w, k) => words[k] === w))
    if (!form || words.length > LONGEST_BYLINE + form.length) continue
    const body = s.groups.find((x) => x.classes.includes('group') || x.mention !== undefined)
    if (body) return { hop: partyHop(body, analysis), body }
  }
  return undefined
}

/** "Media office, Wadi Brigade" alone on a line at the end of a text that says "we": the last body named is its issuer. */
function signature(analysis: Analysis): TextIssuer | undefined {
  if (!saysWe(analysis)) return undefined
  for (const s of analysis.sentences.slice(-ENDS)) {
    const hour = s.words[0]?.pos === 'number' || s.words[0]?.pos === 'time'
    if (s.predicates.length > 0 || s.words.length > LONGEST_SIGNATURE || s.index === 0 || hour) continue
    const body = s.groups.findLast((x) => x.mention !== undefined && analysis.mentions[x.mention]?.kind === 'actor')
    if (body && s.groups.at(-1) === body) return { hop: partyHop(body, analysis), body }
  }
  return undefined
}

/** "By Salem Barhut.", «بقلم …» as a sentence of the text itself, where nothing else says who wrote it. */
function openingByline(analysis: Analysis, g: AttributionGrammar): string | undefined {
  const first = analysis.sentences[0]
  if (!first || analysis.sentences.length < 2) return undefined
  const text = analysis.text.slice(first.start, first.end)
  const start = text.endsWith('.') ? fold(text) : ''
  const opening = g.bylines.find((b) => start.startsWith(b))
  if (!opening || text.split(/\s+/u).length > LONGEST_BYLINE) return undefined
  return analysis.mentions.find((m) => m.start >= first.start && m.end <= first.end && m.kind === 'person')?.text
}

/**
 * Whether a signed text argues rather than reports: it is labelled as opinion, its writer's name is coupled with the
 * outlet's at its head, or the writer says "I" outside quotations. A reporter's name is no link of a chain.
 */
function isOpinion(author: string, analysis: Analysis, g: AttributionGrammar): boolean {
  const lines = analysis.text.split('\n').filter((l) => l.trim())
  const ends = [...lines.slice(0, ENDS), ...lines.slice(-ENDS)].map((l) => fold(l).trim())
  const name = fold(author)
  const labelled = ends.some((line) =>
    g.opinion.some(
      (o) =>
        line === o ||
        (o.includes(' ') ? line.includes(o) : line.length <= LONGEST_LABEL && line.split(/[^\p{L}]+/u)[0] === o),
    ),
  )
  const coupled = ends.some(
    (line) => line !== name && line.startsWith(name) && /^\s*[–—-]\s/u.test(line.slice(name.length)),
  )
  // "By Lena Orth in Kasra": whoever says where he filed from reports, though he tells of himself.
  const filed = author.split(/\s+/u).some((w) => g.within.has(fold(w)))
  return labelled || coupled || (!filed && saysI(analysis))
}

function saysI(analysis: Analysis): boolean {
  return analysis.sentences.some((s) =>
    s.predicates.some(
      (p) =>
        !s.quotes.some((q) => overlaps(q, p.span)) &&
        // «حدثني ضابط»: whoever was told something says "I" too.
        (isI(p.agreement) || [...p.functions.S, ...p.functions.O].some((x) => isI(x.pronoun))),
    ),
  )
}
const isI = (a: { person?: 1 | 2 | 3; number?: string } | undefined) => a?.person === 1 && a.number !== 'plural'
