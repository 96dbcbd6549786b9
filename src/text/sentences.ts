import { madeOnce, type Span } from '../model/index.js'
import { fold } from './fold.js'
import { normalise } from './normalise.js'
import { paragraphs, trimSpan } from './paragraphs.js'

export interface SentenceOptions {
  /** Words whose stop ends no sentence, with or without it: "Dr.", "Gen", «د», «ا.ف.ب». */
  abbreviations: readonly string[]
  /** Words that begin a sentence even after an initialism: "U.S. The …". */
  starters?: readonly string[]
  /** Words that take up a report again; in long stretches with no mark at all they begin a sentence. */
  resumes?: readonly string[]
}

const STOP = /[.!?؟…۔]+["'”’»)\]\p{Cf}]*/gu
const INITIALISM = /^(?:\p{L}\p{M}*\.)+\p{L}\p{M}*$/u
const ENUMERATOR = /^[([]?(?:[0-9٠-٩۰-۹]{1,3}|\p{L})[.)\]]*$/u
const NEXT = /^[\s\p{Cf}]*["'“‘«([]*([\p{L}\p{M}\p{N}]+)?/u
const ARABIC_WORD_END = /(?=\p{scx=Arabic})\p{L}\p{M}*(?=\p{scx=Arabic})\p{L}\p{M}*$/u
const ARABIC_WORD_START = /^(?=\p{scx=Arabic})\p{L}\p{M}*(?=\p{scx=Arabic})\p{L}/u

/**
 * The sentences of a text, trimmed, in order. Headings and list items are sentences of their own; a stop after an
 * abbreviation, an initial or an enumerator, and an ellipsis that goes on, end nothing.
 */
export function sentences(text: string, options: SentenceOptions): Span[] {
  const { abbreviations, starters } = compiled(options)
  const resumes = foldedSet(options.resumes ?? NONE)
  return paragraphs(text).flatMap((paragraph) => {
    const out: Span[] = []
    let start = paragraph.start
    const body = text.slice(0, paragraph.end)
    STOP.lastIndex = start
    for (let match = STOP.exec(body); match; match = STOP.exec(body)) {
      const end = match.index + match[0].length
      if (!endsSentence(body, start, match, abbreviations, starters)) continue
      out.push(trimSpan(text, { start, end }))
      start = end
    }
    out.push(trimSpan(text, { start, end: paragraph.end }))
    return out.filter((s) => s.end > s.start).flatMap((s) => unmarked(text, s, resumes))
  })
}

interface Compiled {
  abbreviations: ReadonlySet<string>
  starters: ReadonlySet<string>
}
const known = new WeakMap<readonly string[], Compiled>()

/** The word lists as they are compared, made once for each list of abbreviations. */
function compiled({ abbreviations, starters = [] }: SentenceOptions): Compiled {
  const made = known.get(abbreviations) ?? {
    abbreviations: new Set(abbreviations.map(bare).flatMap((w) => [w, w.toUpperCase()])),
    starters: new Set(starters.map(fold)),
  }
  if (starters.length === 0) known.set(abbreviations, made)
  return made
}

const NONE: readonly string[] = []
const foldedSet = madeOnce((words: readonly string[]): ReadonlySet<string> => new Set(words.map(fold)))

/** How long a stretch without a comma or stop may be before it is cut at words that resume a report. */
const LONGEST_UNMARKED = 240
/** Pages whose author wrote no marks: cut before each word that takes up the report again. */
function unmarked(text: string, span: Span, resumes: ReadonlySet<string>): Span[] {
  const body = text.slice(span.start, span.end)
  if (resumes.size === 0 || body.length < LONGEST_UNMARKED || /[،,;؛]/u.test(body)) return [span]
  const cuts = [...body.matchAll(/(?<=\s)[\p{L}\p{M}]+/gu)].filter((m) => resumes.has(fold(m[0]))).map((m) => m.index)
  const edges = [0, ...cuts, body.length]
  return edges
    .slice(0, -1)
    .map((from, i) => trimSpan(text, { start: span.start + from, end: span.start + edges[i + 1]! }))
    .filter((s) => s.end > s.start)
}

function endsSentence(
  body: string,
  start: number,
  match: RegExpExecArray,
  abbreviations: ReadonlySet<string>,
  starters: ReadonlySet<string>,
): boolean {
  const end = match.index + match[0].length
  const rest = body.slice(end, end + 80)
  if (rest.trim() === '') return true
  const before = /[^\s"'“‘«([\p{Cf}]*$/u.exec(body.slice(Math.max(start, match.index - 40), match.index))?.[0] ?? ''
  // A missing space after the stop is common in Arabic; two whole words around it are two sentences.
  if (!/^\s/.test(rest))
    return (
      match[0] === '.' &&
      ARABIC_WORD_END.test(before) &&
      ARABIC_WORD_START.test(rest) &&
      !isShort(before, abbreviations)
    )
  const next = NEXT.exec(rest)?.[1] ?? ''
  if (/^\p{Ll}/u.test(next)) return false
  if (/^(?:\.{2,}|…)/.test(match[0]) && /^\p{Lo}/u.test(next)) return false
  if (!match[0].startsWith('.')) return true
  if (ENUMERATOR.test(body.slice(start, match.index).trim())) return false
  if (INITIALISM.test(before)) return starters.has(fold(next)) && !abbreviations.has(bare(before))
  return !isShort(before, abbreviations)
}

/** An abbreviation as it is compared: with its case ("No." is one, "no." ends a sentence), without a final stop. */
function bare(word: string): string {
  return normalise(word, { stripMarks: true }).text.replace(/\.+$/, '')
}

/** Whether a word before a stop is an abbreviation or a single initial. */
function isShort(word: string, abbreviations: ReadonlySet<string>): boolean {
  return /^(?:\p{Lu}|\p{Lo})\p{M}*$/u.test(word) || abbreviations.has(bare(word))
}
