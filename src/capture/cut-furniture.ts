import { madeOnce } from '../model/index.js'
import type { FurnitureForm } from './knowledge.js'

/** How many lines with something in them may stand before the report itself begins. */
const HEAD_LINES = 6
/** Longer lines are sentences, whatever they contain. */
const LABEL_LENGTH = 60

/** One line of a text as the rules see it: `full` is its comparable form, `key` the same without marks at its ends. */
interface Line {
  text: string
  full: string
  key: string
}

/**
 * Cuts web furniture out of a text, whole lines only, so that every sentence that stays is found unchanged in it.
 * `line` forms are cut wherever they make up a line; `head` forms only before the report begins (and there also where
 * menu words have run together); a `tail` form, and a run of headlines that end in an ellipsis, end the text only where
 * nothing but furniture follows.
 */
export function cutFurniture(text: string, forms: readonly FurnitureForm[]): string {
  const matchers = compile(forms)
  const lines = text.split('\n').map(readLine)
  const from = endOfHead(lines, matchers)
  const to = startOfTail(lines, from, matchers)
  const kept = lines
    .slice(0, to)
    .filter((line, i) => (i >= from || !isHeadLabel(line, matchers)) && !(line.key && isLineFurniture(line, matchers)))
  return kept
    .map((line) => line.text)
    .join('\n')
    .replace(/^(?:[^\S\n]*\n)+/, '')
    .trimEnd()
}

/** No vowel marks or stretching, one case, one kind of space, no quotation marks, no bullet before it. */
function comparable(line: string): string {
  return line
    .normalize('NFKC')
    .replace(/[\u064b-\u0652\u0670\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/["“”„«»'‘’]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s•·|>*\-–—]+/, '')
    .toLowerCase()
}

const trimEnd = (line: string) => line.replace(/[\s•·|:<]+$/, '')

function readLine(text: string): Line {
  const full = comparable(text)
  return { text, full, key: trimEnd(full) }
}

type Matcher = (line: Line) => boolean
interface Matchers {
  line: Matcher
  tail: Matcher
  head: Matcher
  headWords: string[]
}

/** The forms made ready to match. */
const compile = madeOnce((forms: readonly FurnitureForm[]): Matchers => {
  const of = (kind: FurnitureForm['kind']) => {
    const keys = forms.filter((form) => form.kind === kind).map((form) => form.form)
    const whole = new Set(keys.filter((form) => !form.endsWith('*')).map((form) => trimEnd(comparable(form))))
    const starts = keys.filter((form) => form.endsWith('*')).map((form) => comparable(form.slice(0, -1)))
    return (line: Line) => whole.has(line.key) || starts.some((start) => line.full.startsWith(start))
  }
  const heads = forms.filter((form) => form.kind === 'head' && !form.form.endsWith('*'))
  const headWords = heads.map((form) => trimEnd(comparable(form.form)))
  return { line: of('line'), tail: of('tail'), head: of('head'), headWords }
})

const isHashtags = (key: string) => /^(?:#[\p{L}\p{N}_]+[\s,،]*)+$/u.test(key)
const endsOpen = (key: string) => /(?:…|\.\.\.)$/.test(key)
const isSentence = (key: string) => key.length > LABEL_LENGTH || /[.!?؟。]["”»)]?$/.test(key)

function isLineFurniture(line: Line, m: Matchers): boolean {
  const parts = line.key.split(/\s*[|•·]\s*/)
  // «فيسبوك | تويتر | واتساب»: a row of labels, each of which is furniture by itself.
  if (parts.length > 1 && parts.every((key) => key === '' || m.line({ text: key, full: key, key }))) return true
  return (m.line(line) && !/[.!?؟]$/.test(line.key)) || isHashtags(line.key) || (m.tail(line) && !isSentence(line.key))
}

/** A menu or breadcrumb: a head form alone, between separators, or grown together with its neighbours. */
function isHeadLabel(line: Line, m: Matchers): boolean {
  const { key } = line
  if (!key) return false
  if (m.head(line)) return true
  if (isSentence(key)) return false
  const parts = key.split(/\s*[>›»/|\\]\s*|\s[-–]\s/)
  if (parts.length > 1 && parts.some((part) => m.headWords.includes(part))) return true
  // «كتاباتالرئيسيةآراء»: letters on both sides of a menu word; as a word of its own it may open a headline.
  return m.headWords.some((word) => {
    const at = key.indexOf(word)
    return at > 0 && /\p{L}/u.test(key[at - 1] ?? '') && /\p{L}/u.test(key[at + word.length] ?? '')
  })
}

/** Index of the line before which head furniture is looked for: the first sentence, or the end of the first labels. */
function endOfHead(lines: readonly Line[], m: Matchers): number {
  let seen = 0
  for (const [i, line] of lines.entries()) {
    if (!line.key) continue
    if (m.head(line)) continue
    if (isSentence(line.key) || ++seen > HEAD_LINES) return i
  }
  return lines.length
}

/** Index of the first line of the furniture that ends the text; the number of lines where it has none. */
function startOfTail(lines: readonly Line[], from: number, m: Matchers): number {
  let start = lines.length
  let open = 0
  let firm = false
  for (let i = lines.length - 1; i >= from; i--) {
    const line = lines[i]
    if (!line?.key) continue
    if (m.tail(line) || m.line(line) || isHashtags(line.key)) firm = true
    else if (endsOpen(line.key)) open++
    else if (isSentence(line.key) || !followsTail(lines, i, from, m)) break
    start = i
  }
  if (firm) return trimOpen(lines, start, open, m)
  // A single line that ends open may be a report cut short; two or more are other reports' headlines.
  return open >= 2 ? firstOpen(lines, start) : lines.length
}

/** A short line that is no sentence belongs to the tail only where a tail form stands before it. */
function followsTail(lines: readonly Line[], at: number, from: number, m: Matchers): boolean {
  for (let i = at - 1; i >= from; i--) {
    const line = lines[i]
    if (!line?.key) continue
    if (m.tail(line)) return true
    if (isSentence(line.key)) return false
  }
  return false
}

/** One open-ended line just before firm furniture may still be the report's last words: it stays. */
function trimOpen(lines: readonly Line[], start: number, open: number, m: Matchers): number {
  const line = lines[start]
  if (open !== 1 || !line || !endsOpen(line.key) || m.tail(line)) return start
  return lines.findIndex((one, i) => i > start && one.key !== '')
}

function firstOpen(lines: readonly Line[], start: number): number {
  return lines.findIndex((line, i) => i >= start && endsOpen(line.key))
}
