import type { Mention, Span } from '../../../model/index.js'
import type { Token } from '../../../text/index.js'
import type { Agreement, TimeExpression, Word } from '../../analysis.js'
import { chooseReading } from './choose-reading.js'
import { withoutPreposition } from './document-words.js'
import type { Lexicon, Reading } from './lexicon.js'
import { isMarkedPassive } from './passive-marks.js'
import { type Cut, cutToken, type Phrase, phraseAt } from './phrase-at.js'
import type { Spelling } from './word-shape.js'
import type { Analysis } from './written-word.js'

/** A word with what was decided about it; clitics are words of their own. */
export interface Tok extends Word {
  reading: Reading
  article: boolean
  spelling: Spelling
  /** Written together with the word before or after it. */
  attached?: 'before' | 'after'
  future?: boolean
  known: boolean
  /** Person, number and gender of a pronoun. */
  pronoun?: Agreement
  /** A name for a thing, which can take a genitive and adjectives as a noun does. */
  materiel?: boolean
  /** The text marks it as passive. */
  passiveMark?: boolean
  /** That sign on a form which has it in the active voice as well. */
  eitherMark?: true
}

/** What reading the words of a sentence needs. */
export interface WordGrammar {
  lexicon: Lexicon
  analyse: (word: string) => readonly Analysis[]
  conjunctions: readonly string[]
  pronouns: Readonly<Record<string, Agreement>>
  passiveMarks: readonly string[]
  /** Written forms in which a preposition and the article fuse: «لل». */
  fused: readonly string[]
}

/** A stretch of the sentence that is decided as one: a name, a time, a closed-class phrase, or a written word. */
type Piece =
  | { kind: 'name'; span: Span; mention: number; thing: boolean }
  | { kind: 'time'; span: Span }
  | Phrase
  | { kind: 'word'; token: Cut; article?: boolean }
  | { kind: 'mark'; token: Token }
  /** What is written onto a name: conjunction, preposition. */
  | { kind: 'prefix'; token: Token }

/**
 * The words of a sentence in order: mentions and times are one word each, clitics are split off, phrases of closed-class
 * words joined, and every other word is read in its context.
 */
export function sentenceWords(
  text: string,
  tokens: readonly Token[],
  mentions: readonly (Mention & { at: number })[],
  times: readonly TimeExpression[],
  g: WordGrammar,
): Tok[] {
  const out: Tok[] = []
  const found = pieces([...tokens], mentions, times, g)
  for (let i = 0; i < found.length; i++) addPiece(out, found, i, text, g)
  return out
}

function pieces(
  all: Token[],
  mentions: readonly (Mention & { at: number })[],
  times: readonly TimeExpression[],
  g: WordGrammar,
): Piece[] {
  const out: Piece[] = []
  const covering = (t: Token) => {
    const m = mentions.find((x) => x.start < t.end && x.end > t.start)
    const time = times.find((x) => x.start < t.end && x.end > t.start)
    if (m && (!time || m.end - m.start > time.end - time.start))
      return { kind: 'name' as const, span: m, mention: m.at, thing: m.kind === 'materiel' }
    return time ? { kind: 'time' as const, span: time } : undefined
  }
  for (let i = 0; i < all.length; ) {
    const token = all[i]!
    const cover = covering(token)
    if (cover) {
      if (cover.span.start > token.start)
        out.push({ kind: 'prefix', token: cutToken(token, token.start, cover.span.start) })
      // «للحوثيين»: the name's article is swallowed, its preposition is not part of it.
      const fused =
        cover.span.start === token.start && cover.kind === 'name' && g.fused.find((f) => token.norm.startsWith(f))
      if (fused) out.push({ kind: 'prefix', token: cutToken(token, token.start, token.start + 1) })
      const span = { start: Math.max(cover.span.start, token.start), end: cover.span.end }
      out.push(
        cover.kind === 'name'
          ? { kind: 'name', span, mention: cover.mention, thing: cover.thing }
          : { kind: 'time', span },
      )
      while (i < all.length && all[i]!.start < cover.span.end) i++
      continue
    }
    if (token.kind === 'punct') {
      // «عن (3) عناصر»: brackets around nothing but a figure are no brackets, save where it counts an item.
      if (out.length > 0 && isFigure(all, i)) {
        out.push({ kind: 'word', token: { ...all[i + 1]!, start: token.start, end: all[i + 2]!.end } })
        i += 3
        continue
      }
      out.push({ kind: 'mark', token })
      i++
      continue
    }
    const figure = figureWithArticle(token, all[i + 1], g)
    if (figure && !covering(all[i + 1]!)) {
      if (figure.start > token.start) out.push({ kind: 'prefix', token: cutToken(token, token.start, figure.start) })
      out.push({ kind: 'word', token: figure, article: true })
      i += 2
      continue
    }
    const phrase = phraseAt(all, i, g, (t) => covering(t) !== undefined)
    if (phrase) {
      out.push(phrase.piece)
      i = phrase.next
    } else {
      out.push({ kind: 'word', token })
      i++
    }
  }
  return out
}

/** Whether brackets with nothing but a figure between them begin at `i`. */
const isFigure = (all: readonly Token[], i: number) =>
  all[i]?.norm === '(' && all[i + 1]?.kind === 'number' && all[i + 2]?.norm === ')'

/** «الـ23»: a figure that the article is written onto. */
function figureWithArticle(before: Token, figure: Token | undefined, g: WordGrammar): Token | undefined {
  const { article } = g.lexicon.tables.inflection
  if (figure?.kind !== 'number' || figure.start > before.end || !before.norm.endsWith(article)) return
  const prefix = before.norm.slice(0, -article.length)
  if (prefix.length > 1 || (prefix && !before.text.startsWith(prefix))) return
  return { ...figure, start: before.start + prefix.length }
}

function addPiece(out: Tok[], found: readonly Piece[], i: number, text: string, g: WordGrammar): void {
  const piece = found[i]!
  if (piece.kind === 'mark') {
    const { token } = piece
    out.push(plain(token, token.norm, { pos: 'punctuation', lemma: token.norm }, g))
    return
  }
  if (piece.kind === 'name' || piece.kind === 'time') {
    const { span } = piece
    const surface = text.slice(span.start, span.end)
    const tok = plain({ ...span, text: surface }, surface, { pos: piece.kind, lemma: surface }, g)
    const materiel = piece.kind === 'name' && piece.thing
    const article = !materiel || g.analyse(firstWord(text, span))[0]!.article || articleBefore(text, span, g)
    if (piece.kind === 'name') tok.mention = piece.mention
    if (materiel) tok.materiel = true
    tok.article = article
    out.push(tok)
    return
  }
  if (piece.kind === 'phrase') {
    if (piece.conjunction) addConjunction(out, piece.conjunction, text, g)
    if (piece.prefix) addPrefix(out, piece.prefix, g)
    const surface = text.slice(piece.span.start, piece.span.end)
    const tok = plain({ ...piece.span, text: surface }, piece.reading.lemma, piece.reading, g)
    // «سلاح الجو»: a noun of two words is as definite as the second.
    const { article } = g.lexicon.tables.inflection
    const definite = piece.reading.pos === 'noun' && (surface.split(/\s+/u).at(-1)?.startsWith(article) ?? false)
    if (definite) tok.article = true
    out.push(tok)
    if (piece.own) out.push(pronounTok(piece.own, piece.own.norm, g))
    return
  }
  const { token } = piece
  if (piece.kind === 'prefix') {
    addPrefix(out, token, g)
    return
  }
  if (token.kind === 'number') {
    const tok = plain(token, token.norm, { pos: 'number', lemma: token.norm }, g)
    if (piece.article) tok.article = true
    out.push(tok)
    return
  }
  const analyses = g.analyse(token.text)
  const next = found[i + 1]?.kind === 'mark' && opensQuote(found[i + 1]!) ? found[i + 2] : found[i + 1]
  const chosen = chooseReading(
    analyses,
    out,
    next?.kind === 'word'
      ? next.token.kind === 'number'
        ? FIGURES
        : g.analyse(next.token.text)
      : next?.kind === 'name'
        ? g.analyse(firstWord(text, next.span))
        : [],
    next?.kind ?? 'end',
    g,
    token.text,
    contentAhead(found, i, g),
  )
  const whole = wholeName(out, token, chosen, found[i + 1], g)
  addAnalysis(out, token, whole ?? (chosen.known ? chosen : (withoutPreposition(token, text, g) ?? chosen)), g)
}

/**
 * «في فصالة», «في سنجار», «بلدة ليري», «اتهمت «فتح» الجيش»: behind a preposition or a word for a place, and alone between quotation
 * marks, a word that could only be "and" with another one, or a verb, is a name that nobody knows.
 */
function wholeName(
  out: readonly Tok[],
  token: Cut,
  a: Analysis,
  next: Piece | undefined,
  g: WordGrammar,
): Analysis | undefined {
  if (a.reading.pos !== 'noun' && a.reading.pos !== 'verb') return
  const opening = a.before[0]?.form
  const joins = opening !== undefined && g.conjunctions.includes(opening)
  const quoted = out.at(-1)?.pos === 'punctuation' && QUOTE.test(out.at(-1)!.norm)
  const alone = quoted && next?.kind === 'mark' && QUOTE.test(next.token.norm)
  const before = quoted ? out.at(-2) : out.at(-1)
  const verb = a.reading.pos === 'verb'
  const behindPreposition =
    before?.pos === 'preposition' && (joins || (verb && !a.preposed && NO_CLAUSE.has(before.reading.role ?? '')))
  // «قرية أحرقها الجيش»: a known verb with a pronoun of two letters takes the place up again.
  const takesUp = a.before.length === 0 && a.known && (a.after?.form.length ?? 0) > 1 && next?.kind === 'word'
  const cut = !takesUp && (a.before.length > 0 || a.after !== undefined || a.future)
  const strange = verb
    ? cut
    : a.reading.case === 'accusative' && !a.article && !token.text.includes(g.lexicon.tables.inflection.nouns.tanwin)
  // «سقطت على مخيم فقتلت …»: behind "and" a past goes on with what is told.
  const goesOn = joins && verb && a.reading.tense === 'past'
  const behindPlace =
    strange && !goesOn && before?.pos === 'noun' && !before.article && before.classes.includes('place')
  if (!(behindPreposition || behindPlace || (alone && verb))) return
  const { after: _, articleAt: __, ...rest } = a
  const reading = { pos: 'noun' as const, lemma: token.norm }
  const end = token.text.length
  return {
    ...rest,
    before: [],
    preposed: false,
    article: false,
    start: 0,
    end,
    stem: token.norm,
    reading,
    future: false,
    known: false,
  }
}
/** Prepositions behind which no clause begins; behind «حتى» and «من» one does. */
const NO_CLAUSE = new Set(['place', 'on', 'goal'])
const QUOTE = /^["'“”«»]$/u

/** «أوردها «المرصد»»: a quotation mark that opens does not hide what follows. */
const opensQuote = (p: Piece) => p.kind === 'mark' && (p.token.norm === '«' || p.token.norm === '“')

/** How many words may stand between a verb of saying and what opens its content: «وبين المصدر الأمني ان …». */
const NEAR_CONTENT = 4

/** Whether a word that opens what is said follows near, with no mark between. */
function contentAhead(found: readonly Piece[], i: number, g: WordGrammar): boolean {
  for (let k = i + 1; k < found.length && k <= i + NEAR_CONTENT; k++) {
    const piece = found[k]!
    if (piece.kind === 'mark') return false
    if (piece.kind === 'word' && g.lexicon.forms.get(piece.token.norm)?.some((r) => r.role === 'content')) return true
  }
  return false
}

/** What a number in figures is to the word before it. */
const FIGURES: readonly Analysis[] = [
  {
    before: [],
    article: false,
    start: 0,
    end: 0,
    stem: '',
    reading: { pos: 'number', lemma: '' },
    preposed: false,
    future: false,
    known: true,
    cost: 0,
  },
]

/** «بالمسيرات»: a name for a thing leaves the article written before it. */
const articleBefore = (text: string, span: Span, g: WordGrammar) =>
  text.slice(0, span.start).endsWith(g.lexicon.tables.inflection.article)

const firstWord = (text: string, span: Span) => text.slice(span.start, span.end).split(/\s/u, 1)[0] ?? ''

/** The clitics before a name, letter by letter: «ول», «ب»; an article belongs to the name and adds nothing. */
function addPrefix(out: Tok[], token: Token, g: WordGrammar): void {
  const { article } = g.lexicon.tables.inflection
  const written = token.text.endsWith(article) ? token.text.slice(0, -article.length) : token.text
  for (let i = 0; i < written.length; i++) {
    const letter = written[i]!
    const reading = g.lexicon.forms.get(letter)?.[0]
    if (!reading) continue
    const span = { start: token.start + i, end: token.start + i + 1, text: letter }
    out.push(attached('before', plain(span, letter, { ...reading, lemma: letter }, g)))
  }
}

function addConjunction(out: Tok[], span: Span, text: string, g: WordGrammar): void {
  const surface = text.slice(span.start, span.end)
  const known = g.lexicon.forms.get(surface)?.[0]
  const reading = { ...known, pos: 'conjunction' as const, lemma: surface }
  out.push(attached('before', plain({ ...span, text: surface }, surface, reading, g)))
}

/** Turns the decided analysis of a written word into words: proclitics, stem, pronoun. */
function addAnalysis(out: Tok[], token: Cut, a: Analysis, g: WordGrammar): void {
  for (const part of a.before) {
    const span = { start: token.start + part.start, end: token.start + part.end, text: part.form }
    const reading = g.lexicon.forms.get(part.form)?.[0]
    const pos = g.conjunctions.includes(part.form) ? ('conjunction' as const) : ('preposition' as const)
    out.push(attached('before', plain(span, part.form, { ...reading, pos, lemma: part.form }, g)))
  }
  const begin = a.articleAt ?? a.start
  const surface = token.text.slice(begin, a.end)
  const stem = plain({ start: token.start + begin, end: token.start + a.end, text: surface }, a.stem, a.reading, g)
  // «تُظهر», «يُفرج الجيش عن»: the present of verbs of four letters has the sign in the active voice as well.
  const { lemma, tense } = a.reading
  const either = tense === 'present' && lemma.length === 4
  const passive = !either && isMarkedPassive(surface, g)
  stem.article = a.article || token.definite === true
  stem.known = a.known
  if (a.future) stem.future = true
  if (passive && a.reading.pos === 'verb') stem.passiveMark = true
  if (either && a.reading.pos === 'verb' && isMarkedPassive(surface, g)) stem.eitherMark = true
  out.push(stem)
  if (a.after) {
    const { form, start, end } = a.after
    out.push(pronounTok({ start: token.start + start, end: token.start + end }, form, g))
  }
}

/** A pronoun written onto the word before it. */
function pronounTok({ start, end }: Span, form: string, g: WordGrammar): Tok {
  const tok = attached('after', plain({ start, end, text: form }, form, { pos: 'pronoun', lemma: form }, g))
  tok.pronoun = g.pronouns[form] ?? {}
  return tok
}

function attached(side: Tok['attached'] & string, tok: Tok): Tok {
  tok.attached = side
  return tok
}

/** A word as nothing around it says otherwise; whoever asks for it goes on to fill it in. */
function plain(span: Span & { text: string }, norm: string, reading: Reading, g: WordGrammar): Tok {
  return {
    start: span.start,
    end: span.end,
    text: span.text,
    norm,
    lemma: reading.lemma || norm,
    pos: reading.pos,
    classes: g.lexicon.classes.get(reading.lemma || norm) ?? [],
    reading,
    article: false,
    spelling: g.lexicon.shape.of(span.text),
    known: true,
  }
}
