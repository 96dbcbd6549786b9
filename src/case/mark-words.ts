import type { Span } from '../model/index.js'
import { sentences } from '../text/index.js'
import type { SearchTerm } from './search-terms.js'
import { wordsOf } from './words-of.js'

/** A stretch of a text, with what in it was found; marks are offsets into `text`. */
export interface Passage {
  start: number
  end: number
  text: string
  marks: Span[]
}

/** A sentence longer than this is cut round its first mark, in UTF-16 units. */
const LONGEST = 420

/** Where the terms stand in a text; `spans`: further stretches that were found by what they name. */
export function marksOf(text: string, terms: readonly SearchTerm[], spans: readonly Span[] = []): Span[] {
  const own = wordsOf(text).filter(({ stem }) =>
    terms.some(({ word, prefix }) => (prefix ? stem.startsWith(word) : stem === word)),
  )
  return merged([...own, ...spans].map(({ start, end }) => ({ start, end })))
}

/** All places of these wordings in a text. */
export function placesOf(text: string, wordings: readonly string[]): Span[] {
  return wordings.flatMap((wording) => {
    const spans: Span[] = []
    for (let at = text.indexOf(wording); at >= 0 && wording !== ''; at = text.indexOf(wording, at + wording.length))
      spans.push({ start: at, end: at + wording.length })
    return spans
  })
}

/** The sentence in which most different things were found, the first of several; else the first sentence. */
export function bestPassage(text: string, terms: readonly SearchTerm[], spans: readonly Span[]): Passage {
  const all = sentences(text, { abbreviations: [] })
  const worth = ({ start, end }: Span) => {
    const words = wordsOf(text.slice(start, end))
    const met = terms.filter(({ word, prefix }) =>
      words.some(({ stem }) => (prefix ? stem.startsWith(word) : stem === word)),
    )
    return met.length + (spans.some((span) => span.start >= start && span.end <= end) ? 1 : 0)
  }
  let [best, most] = [all[0] ?? { start: 0, end: Math.min(text.length, LONGEST) }, -1]
  for (const sentence of all) {
    const found = worth(sentence)
    if (found > most) [best, most] = [sentence, found]
  }
  return cut(text, best, marksOf(text.slice(best.start, best.end), terms, within(spans, best)))
}

/** The spans that lie in a stretch, as offsets into it. */
function within(spans: readonly Span[], { start, end }: Span): Span[] {
  return spans
    .filter((span) => span.start >= start && span.end <= end)
    .map((span) => ({ start: span.start - start, end: span.end - start }))
}

function cut(text: string, { start, end }: Span, marks: readonly Span[]): Passage {
  if (end - start <= LONGEST) return { start, end, text: text.slice(start, end), marks: [...marks] }
  const around = Math.max(0, (marks[0]?.start ?? 0) - LONGEST / 2)
  const from = around === 0 ? 0 : text.slice(start, start + around).lastIndexOf(' ') + 1
  const to = Math.min(end - start, from + LONGEST)
  const kept = marks.filter((mark) => mark.start >= from && mark.end <= to)
  return {
    ...{ start: start + from, end: start + to, text: text.slice(start + from, start + to) },
    marks: kept.map((mark) => ({ start: mark.start - from, end: mark.end - from })),
  }
}

/** Spans in order, those that overlap as one. */
function merged(spans: readonly Span[]): Span[] {
  const out: Span[] = []
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = out.at(-1)
    if (last && start < last.end) last.end = Math.max(last.end, end)
    else out.push({ start, end })
  }
  return out
}
