import { covers, type Span } from '../../model/index.js'

const PAIRS: Record<string, string> = { '“': '”', '«': '»', '"': '"', '„': '“', '‹': '›' }

const BLOCK = /[^\n]+(?:\n(?!\s*\n)[^\n]*)*/gu
/** Every mark of these, and the ends of lines. */
const MARKS = /[“”«»"„‹›\n]/gu
/** A straight mark before a word and behind none opens. */
const OPENS_WORD = /^[\s:([ـ]?"[\p{L}\p{N}]/u
/** Where a quotation ends at the latest that nothing closes. */
const CLAUSE_END = /[،,.؟?!؛;\n“«"„‹]/u

interface Mark {
  mark: string
  at: number
}

/**
 * Stretches between quotation marks, without the marks, over a whole document; of two in one another, the outer. A lost
 * mark does not turn the rest of a report into speech: a quotation that is never closed ends with its clause, or with
 * its paragraph where the next one opens it again.
 */
export function quotations(text: string): Span[] {
  const blocks = [...text.matchAll(BLOCK)]
  const out = blocks.flatMap(({ 0: block, index }, i) => {
    const marks = [...block.matchAll(MARKS)].map((m): Mark => ({ mark: m[0], at: index + m.index }))
    return ofBlock(text, marks, index + block.length, blocks[i + 1]?.[0].trimStart().charAt(0))
  })
  return outermost(out.filter((q) => q.end > q.start))
}

/** The quotations of a block without blank lines; `next` is what the block behind it begins with. */
function ofBlock(text: string, marks: readonly Mark[], end: number, next: string | undefined): Span[] {
  const out: Span[] = []
  let open: Mark[] = []
  for (const [i, m] of marks.entries()) {
    const inner = open.at(-1)
    const closes = (x: Mark | undefined) => inner && x && x.mark === PAIRS[inner.mark] && !opensWord(text, x)
    if (m.mark === '\n') {
      if (closes(marks.slice(i).find((x) => x.mark !== '\n'))) continue
      out.push(...open.map((x) => cutShort(text, x, m.at)))
      open = []
    } else if (inner && closes(m)) {
      open.pop()
      out.push({ start: inner.at + 1, end: m.at })
    } else if (m.mark in PAIRS) open.push(m)
  }
  return [...out, ...open.map((x) => (x.mark === next ? { start: x.at + 1, end } : cutShort(text, x, end)))]
}

function cutShort(text: string, { at }: Mark, end: number): Span {
  const clause = text.slice(at + 1, end).search(CLAUSE_END)
  return { start: at + 1, end: clause < 0 ? end : at + 1 + clause }
}

const opensWord = (text: string, { mark, at }: Mark) =>
  mark === '"' && OPENS_WORD.test(text.slice(Math.max(0, at - 1), at + 2))

function outermost(spans: Span[]): Span[] {
  const out: Span[] = []
  for (const q of spans.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = out.at(-1)
    if (!last || !covers(last, q)) out.push(q)
  }
  return out
}
