import type { Span } from '../../model/index.js'
import { parseNumeral, tokens } from '../../text/index.js'
import type { TimeGrammar, TimeKind, TimeSense } from './time-words.js'

/** A token of a text with all that it can mean inside a time expression. */
export interface TimeItem extends Span {
  norm: string
  senses: readonly TimeSense[]
  /** Its value as a number, in figures or as a word; null where it is none. */
  number: number | null
  figures: boolean
  ordinal: boolean
  capital: boolean
}

/** Longest form of several words that is looked up ("the day before", «ما قبل»). */
const LONGEST = 4

/** Cuts a text into items; forms of several words become one. A lost proclitic stays outside the item's span. */
export function timeItems(text: string, span: Span, grammar: TimeGrammar): TimeItem[] {
  const words = tokens(text, span)
  const items: TimeItem[] = []
  for (let i = 0; i < words.length; ) {
    let taken = 0
    for (let n = Math.min(LONGEST, words.length - i); n > 0 && taken === 0; n--) {
      const form = words
        .slice(i, i + n)
        .map((w) => w.norm)
        .join(' ')
      const known = lookUp(form, grammar)
      if (known) {
        const first = words[i]!
        const at = first.start + Math.max(0, first.text.length - visibleLength(first.text, known.cut))
        items.push(item(text, { start: at, end: words[i + n - 1]!.end }, known.form, known.senses, grammar))
        taken = n
      }
    }
    if (taken === 0) {
      items.push(item(text, words[i]!, words[i]!.norm, [], grammar))
      taken = 1
    }
    i += taken
  }
  return items
}

/** Folded and written form differ only by marks that have no width of their own here; the cut is counted from the front. */
const visibleLength = (written: string, cut: number) => written.length - cut

function lookUp(form: string, grammar: TimeGrammar) {
  const whole = grammar.senses.get(form)
  if (whole) return { form, senses: whole, cut: 0 }
  for (const p of grammar.proclitics) {
    if (!form.startsWith(p) || form.length - p.length < 2) continue
    const rest = form.slice(p.length)
    const senses = grammar.senses.get(rest)
    if (senses) return { form: rest, senses, cut: p.length }
  }
  return null
}

function item(text: string, span: Span, norm: string, senses: readonly TimeSense[], grammar: TimeGrammar): TimeItem {
  const written = text.slice(span.start, span.end)
  const ordinalFigures = /^(\p{Nd}{1,2})(st|nd|rd|th)$/u.exec(norm)
  const numeral = ordinalFigures ? Number(ordinalFigures[1]) : parseNumeral(written)
  const word = numberWord(norm, grammar)
  return {
    ...span,
    norm,
    senses,
    number: numeral ?? (word && word.min === word.max ? word.min : null),
    figures: numeral !== null,
    ordinal: ordinalFigures !== null || word?.kind === 'ordinal',
    capital: /^\p{Lu}/u.test(written) || !/\p{Ll}|\p{Lu}/u.test(written),
  }
}

function numberWord(norm: string, grammar: TimeGrammar) {
  const whole = grammar.numbers.get(norm)
  if (whole) return whole
  for (const p of grammar.proclitics) {
    if (norm.startsWith(p)) {
      const rest = grammar.numbers.get(norm.slice(p.length))
      if (rest) return rest
    }
  }
  return undefined
}

/** The item's sense of a kind, if it has one. */
export function sense(it: TimeItem | undefined, ...kinds: TimeKind[]): TimeSense | undefined {
  return it?.senses.find((s) => kinds.includes(s.kind))
}
