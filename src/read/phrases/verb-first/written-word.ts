import { type CliticPart, type CliticTable, fold, splitClitics } from '../../../text/index.js'
import type { Lexicon, Reading } from './lexicon.js'

/** One way to take a written word apart and to read its stem. */
export interface Analysis {
  /** Conjunctions and prepositions before it; offsets into the written word. */
  before: readonly CliticPart[]
  article: boolean
  /** Where the article is written out before the stem. */
  articleAt?: number
  /** Stem within the written word. */
  start: number
  end: number
  stem: string
  after?: CliticPart
  reading: Reading
  /** A preposition is written onto it. */
  preposed: boolean
  /** A present verb with the sign of the future. */
  future: boolean
  known: boolean
  /** How far down the list of splits it stood; 0 is best. */
  cost: number
}

/** The language's clitics, with what its paradigms say of some of them. */
export interface CliticGrammar extends CliticTable {
  article: string
  future: string
  conjunctions: readonly string[]
}

/** Joins the two files; the sign of the future becomes a proclitic of its own, right before the stem. */
export function cliticGrammar(
  table: CliticTable,
  inflection: Pick<CliticGrammar, 'article' | 'future' | 'conjunctions'>,
): CliticGrammar {
  const { article, future, conjunctions } = inflection
  const outer = table.proclitics.flat().filter((p) => p !== article && !conjunctions.includes(p))
  const never = [...(table.never ?? []), [article, future] as const, ...outer.map((p) => [p, future] as const)]
  return { ...table, proclitics: [...table.proclitics, [future]], never, article, future, conjunctions }
}

const UNKNOWN: Reading = { pos: 'noun', lemma: '' }

/** Builds the memoised analysis of written words, without regard to context. */
export function wordAnalyser(lexicon: Lexicon, clitics: CliticGrammar): (word: string) => readonly Analysis[] {
  const memo = new Map<string, readonly Analysis[]>()
  return (word) => {
    const known = memo.get(word)
    if (known) return known
    const out = analyse(word, lexicon, clitics)
    // A memory of bounded size: a crawl of a million documents has no end of misspellings.
    if (memo.size > 200_000) memo.clear()
    memo.set(word, out)
    return out
  }
}

function analyse(word: string, lexicon: Lexicon, clitics: CliticGrammar): readonly Analysis[] {
  const isWord = (stem: string) => lexicon.forms.has(fold(stem))
  const splits = splitClitics(word, clitics, isWord)
  const out: Analysis[] = []
  for (const [rank, split] of splits.entries()) {
    const article = split.proclitics.some((p) => p.form === clitics.article)
    const before = split.proclitics.filter((p) => p.form !== clitics.article && p.form !== clitics.future)
    const future = split.proclitics.some((p) => p.form === clitics.future)
    const prepositions = before.filter((p) => !clitics.conjunctions.includes(p.form))
    const written = split.proclitics.find((p) => p.form === clitics.article && p.end - p.start === p.form.length)
    const common = {
      before,
      preposed: prepositions.length > 0,
      article,
      ...(written && { articleAt: written.start }),
      start: split.stemStart,
      end: split.stemEnd,
      stem: fold(split.stem),
      ...(split.enclitic && { after: split.enclitic }),
    }
    if (!split.known) {
      if (future || out.length > 0 || (rank > 0 && out.length > 0)) continue
      if (!out.some((a) => !a.known) && !splits.some((s) => s.known)) {
        out.push({
          ...common,
          reading: { ...UNKNOWN, lemma: fold(split.stem) },
          future: false,
          known: false,
          cost: rank,
        })
      }
      continue
    }
    for (const reading of lexicon.forms.get(fold(split.stem)) ?? []) {
      if (contradicts(split.stem, reading.spelt ?? fold(split.stem))) continue
      // «كيدال» is no verb behind «ك»: only the preposition of purpose is written onto one, «ليقاتل».
      if (reading.pos === 'verb' && prepositions.some((p) => !isPurpose(p, lexicon))) continue
      if (!compatible(reading, article, prepositions, split.enclitic !== undefined, future)) continue
      const cost = before.length + (split.enclitic ? 1 : 0)
      out.push({ ...common, reading, future, known: true, cost })
    }
  }
  if (out.length > 0 && out.some((a) => a.known)) return out
  // An unknown word of some length with a conjunction's letter before it: «وتحسين».
  const first = clitics.conjunctions.find((c) => word.startsWith(c) && word.length - c.length >= 4)
  if (first && !(out[0]?.article ?? false)) {
    const inner = analyse(word.slice(first.length), lexicon, clitics)
    // «فاغنر»: only the commonest conjunction is looked for before a word that nobody knows.
    const cut = first === clitics.conjunctions[0] || inner.some((a) => a.known)
    if (cut)
      return inner.map((a) => ({
        ...a,
        before: [{ form: first, start: 0, end: first.length }, ...a.before.map((p) => shift(p, first.length))],
        start: a.start + first.length,
        end: a.end + first.length,
        ...(a.articleAt !== undefined && { articleAt: a.articleAt + first.length }),
        ...(a.after && { after: shift(a.after, first.length) }),
      }))
  }
  if (out.length > 0) return out
  const whole = {
    before: [],
    preposed: false,
    article: false,
    start: 0,
    end: word.length,
    stem: fold(word),
    future: false,
    known: false,
    cost: 0,
  }
  return [{ ...whole, reading: { ...UNKNOWN, lemma: fold(word) } }]
}

/** Whether a word writes a hamza where the form that it would be has none, or another one: «بائع» is not «بايع». */
function contradicts(stem: string, spelt: string): boolean {
  if (stem.length !== spelt.length) return false
  const last = stem.length - 1
  // The last letter is left out: its spelling varies with habit («ى», «ي»; «ة», «ه»).
  for (let i = 0; i < last; i++) if (stem[i] !== spelt[i] && fold(stem[i]!) !== stem[i]) return true
  return false
}

const shift = (p: CliticPart, by: number): CliticPart => ({ ...p, start: p.start + by, end: p.end + by })

const isPurpose = ({ form }: CliticPart, { forms }: Lexicon) => forms.get(form)?.some((r) => r.role === 'to') === true

const NOMINAL = new Set(['noun', 'adjective'])
/** Closed-class words that a preposition can be written onto. */
const PREPOSED = new Set<string>(['determiner', 'relative', 'quantifier', 'number'])

function compatible(
  r: Reading,
  article: boolean,
  prepositions: readonly CliticPart[],
  suffix: boolean,
  future: boolean,
): boolean {
  if (future) return r.pos === 'verb' && r.tense === 'present' && !article
  if (article) return (NOMINAL.has(r.pos) || r.pos === 'number') && !r.construct && r.case !== 'accusative'
  if (r.joined && !suffix && r.agreement?.number !== 'plural') return false
  if (prepositions.length > 0) {
    if (r.pos === 'verb') return prepositions.length === 1 && r.tense === 'present'
    if (r.case === 'nominative') return false
    return (
      NOMINAL.has(r.pos) ||
      PREPOSED.has(r.pos) ||
      (r.pos === 'negation' && r.role === 'noun') ||
      (r.pos === 'subordinator' && r.role === 'content')
    )
  }
  if (suffix) {
    if (r.pos === 'noun') return !r.closed
    if (r.pos === 'adjective') return r.derived !== undefined && !r.closed
    if (r.pos === 'verb') return true
    return (
      r.pos === 'preposition' ||
      (r.pos === 'subordinator' && (r.role === 'content' || r.role === 'contrast')) ||
      r.pos === 'determiner'
    )
  }
  return true
}
