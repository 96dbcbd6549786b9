import { type Document, type Hop, overlaps } from '../../model/index.js'
import { fold } from '../../text/index.js'
import type { Analysis } from '../analysis.js'
import type { AttributionGrammar } from './grammar.js'

/** Names have few words; a longer first sentence is text. */
const LONGEST_BYLINE = 7
/** How many lines at either end may say that a text is an opinion. */
const ENDS = 6
const LONGEST_LABEL = 40

/** Who stands outermost in every chain of a document: the agency that it credits, the author of an article of opinion. */
export function documentHops(document: Document, analysis: Analysis, g: AttributionGrammar): Hop[] {
  const hops: Hop[] = []
  if (document.credit) {
    const entity = g.entityOf(document.credit)
    hops.push({ name: document.credit, kind: document.creditKind ?? 'agency', ...(entity ? { entity } : {}) })
  }
  const opening = openingByline(analysis, g)
  const author = opening ?? (document.author && isOpinion(document.author, analysis, g) ? document.author : undefined)
  if (author) hops.push({ name: author, kind: 'author' })
  return hops
}

/** "By Salem Barhut.", «بقلم …» as a sentence of the text itself, where nothing else says who wrote it. */
function openingByline(analysis: Analysis, g: AttributionGrammar): string | undefined {
  const first = analysis.sentences[0]
  if (!first || analysis.sentences.length < 2) return undefined
  const text = analysis.text.slice(first.start, first.end)
  const opening = g.bylines.find((b) => fold(text).startsWith(b))
  if (!opening || !text.endsWith('.') || text.split(/\s+/u).length > LONGEST_BYLINE) return undefined
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
  return labelled || coupled || saysI(analysis)
}

function saysI(analysis: Analysis): boolean {
  return analysis.sentences.some((s) =>
    s.predicates.some(
      (p) =>
        !s.quotes.some((q) => overlaps(q, p.span)) && (isI(p.agreement) || p.functions.S.some((x) => isI(x.pronoun))),
    ),
  )
}
const isI = (a: { person?: 1 | 2 | 3; number?: string } | undefined) => a?.person === 1 && a.number !== 'plural'
