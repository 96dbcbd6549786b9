import {
  ClassRow,
  CliticsFile,
  ClosedRow,
  GivenNameRow,
  InflectionFile,
  type LanguagePack,
  NameContextRow,
  NumberRow,
  type Packs,
  table,
  tree,
} from '../../packs/index.js'
import { fold, splitClitics } from '../../text/index.js'
import { knownWords } from '../phrases/known-words.js'
import { procliticRuns } from '../phrases/proclitics.js'
import { nounKey } from './actors.js'
import { NameAutomaton } from './automaton.js'
import type { NameGrammar } from './find.js'
import type { Piece } from './pieces.js'
import type { ShapeGrammar } from './shape-grammar.js'
import { spokenWords } from './spoken-words.js'
import { theatreGrammar } from './theatre-shown.js'

/** Compiles all names of the packs and a language's words about names. Names of every language are looked for: Latin ones stand in Arabic texts too. */
export function nameGrammar(pack: LanguagePack, packs: Packs): NameGrammar {
  const automaton = new NameAutomaton(packs.names)
  const context = table(pack, 'words/name-context.csv', NameContextRow)
  const forms = (kind: string) => context.filter((r) => r.kind === kind).map((r) => fold(r.form))
  return {
    automaton,
    kindOf: (id) => packs.entities.get(id) ?? { kind: 'actor' },
    calledBy: wordsOfNames(packs),
    starts: startsOf(pack, automaton),
    placeHead: placeHeadOf(pack, context),
    joins: new Set(forms('inner')),
    indefinite: tree(pack, 'grammar/inflection.yml', InflectionFile)?.nouns.tanwin,
    letterCase: pack.phenomena.includes('letter-case'),
    isCommon: knownWords(pack),
    locatives: new Set(forms('locative').flatMap((f) => [f, ...conjunctionsOf(pack).map((c) => c + f)])),
    clings: new Set(placeClitics(pack)),
    epithets: new Set(forms('epithet')),
    theatres: theatreGrammar(packs),
  }
}

/** Conjunctions that are written onto the word behind them. */
const conjunctionsOf = (pack: LanguagePack) => tree(pack, 'grammar/inflection.yml', InflectionFile)?.conjunctions ?? []

/** Prepositions of place that are written onto the name behind them: «بطرابلس». */
const placeClitics = (pack: LanguagePack) =>
  pack.phenomena.includes('clitics')
    ? table(pack, 'words/closed.csv', ClosedRow)
        .filter((r) => r.pos === 'preposition' && r.function === 'place' && r.form.length === 1)
        .map((r) => fold(r.form))
    : []

/** The words of an entity's names, gathered when they are first asked for. */
function wordsOfNames(packs: Packs): NameGrammar['calledBy'] {
  const words = new Map<string, ReadonlySet<string>>()
  return (id) => {
    let own = words.get(id)
    if (!own) {
      own = new Set(packs.entities.get(id)?.names.flatMap(({ name }) => name.split(/\s+/u).map(nounKey)) ?? [])
      words.set(id, own)
    }
    return own
  }
}

/** The sort of place that a word announces, with or without the proclitics written onto it («بمحافظة»). */
function placeHeadOf(pack: LanguagePack, context: readonly NameContextRow[]): (form: string) => string | undefined {
  const heads = new Map(context.filter((r) => r.kind === 'place-head').map((r) => [fold(r.form), r.sort ?? '']))
  const proclitics = procliticRuns(pack)
  return (form) => {
    const whole = heads.get(form)
    if (whole !== undefined) return whole
    const cut = proclitics.find((p) => form.startsWith(p) && heads.has(form.slice(p.length)))
    return cut === undefined ? undefined : heads.get(form.slice(cut.length))
  }
}

/** Where clitics are written onto a word, a name may begin behind them: «لتنظيم», «وللحوثيين». */
function startsOf(pack: LanguagePack, automaton: NameAutomaton): NameGrammar['starts'] {
  const clitics = tree(pack, 'grammar/clitics.yml', CliticsFile)
  if (!clitics || !pack.phenomena.includes('clitics')) return (p) => [{ norm: p.norm, start: p.start }]
  const conjunctions = tree(pack, 'grammar/inflection.yml', InflectionFile)?.conjunctions ?? []
  const behindClitics = (p: Piece) => {
    const split = splitClitics(
      p.text,
      clitics as never,
      (w) => automaton.begins(fold(w)) || automaton.begins(`ال${fold(w)}`),
    )
    return split
      .filter((a) => a.proclitics.length > 0 && !a.enclitic)
      .flatMap((a) => {
        const joins = conjunctions.includes(a.proclitics[0]!.form)
        return withAndWithoutArticle(a.proclitics, a.stem).map((s) => ({ ...s, joins }))
      })
      .filter((s) => automaton.begins(s.norm))
  }
  const known = new Map<string, ReturnType<typeof behindClitics>>()
  return (p: Piece) => {
    const whole = { norm: p.norm, start: p.start }
    if (automaton.begins(p.norm) || p.norm.length < 3) return [whole]
    let behind = known.get(p.text)
    if (!behind) {
      behind = behindClitics(p)
      // Bounded, as the memory of written words is.
      if (known.size > MOST_WORDS) known.clear()
      known.set(p.text, behind)
    }
    return behind.length === 0 ? [whole] : [whole, ...behind.map((s) => ({ ...s, start: p.start + s.start }))]
  }
}
/** Words whose clitics are kept in mind: a text says the same ones again and again. */
const MOST_WORDS = 50_000

/** The name with and without its article, which is part of many names («الحوثيين»); where each begins in its word. */
function withAndWithoutArticle(proclitics: { form: string; start: number; end: number }[], stem: string) {
  const article = proclitics.at(-1)
  const bare = { norm: fold(stem), start: article?.end ?? 0 }
  if (!article || article.form.length < 2) return [bare]
  // Where the article has lost letters to the clitic before it («للحوثيين»), the name keeps the whole word.
  const written = article.end - article.start === article.form.length
  return [{ norm: fold(article.form + stem), start: written ? article.start : 0 }, bare]
}

/** Words of one kind and sort that show that a name stands beside them, folded. */
export function contextWords(pack: LanguagePack, kind: NameContextRow['kind'], sort: string): ReadonlySet<string> {
  const rows = table(pack, 'words/name-context.csv', NameContextRow)
  return new Set(rows.filter((r) => r.kind === kind && r.sort === sort).map((r) => fold(r.form)))
}

/** Compiles a language's words about names for the search by shape. */
export function shapeGrammar(pack: LanguagePack): ShapeGrammar {
  const context = table(pack, 'words/name-context.csv', NameContextRow)
  const forms = (kind: string) => new Set(context.filter((r) => r.kind === kind).map((r) => fold(r.form)))
  const sorted = (kind: NameContextRow['kind'], sort: string) => contextWords(pack, kind, sort)
  const listed = commonWords(pack)
  const generated = knownWords(pack)
  const common = { has: (form: string) => listed.has(form) || generated(form) }
  const proclitics = procliticRuns(pack)
  const enclitics = tree(pack, 'grammar/clitics.yml', CliticsFile)?.enclitics.map((e) => fold(e)) ?? []
  const fusions = tree(pack, 'grammar/clitics.yml', CliticsFile)?.fusions?.map((f) => fold(f.form)) ?? []
  const nisba = tree(pack, 'grammar/inflection.yml', InflectionFile)?.nouns.nisba[0]
  const closed = new Set(table(pack, 'words/closed.csv', ClosedRow).map((r) => r.form))
  // «أسلحته», «زوجته»: before a pronoun the last letter of a word may be written otherwise.
  const endings = tree(pack, 'grammar/clitics.yml', CliticsFile)?.endings ?? []
  const isStem = (stem: string) =>
    common.has(stem) ||
    endings.some((e) => stem.endsWith(fold(e.joined)) && common.has(stem.slice(0, -e.joined.length) + fold(e.alone)))
  const known = (form: string) =>
    common.has(form) ||
    enclitics.some((e) => form.endsWith(e) && form.length - e.length > 1 && isStem(form.slice(0, -e.length)))
  const determiners = (sort: string) =>
    new Set(
      table(pack, 'words/closed.csv', ClosedRow)
        .filter((r) => r.pos === 'determiner' && r.function === sort)
        .map((r) => fold(r.form)),
    )
  return {
    titles: forms('person-title'),
    unitHeads: forms('unit-head'),
    kunyas: forms('kunya'),
    clanHeads: new Set(context.filter((r) => r.kind === 'clan-head').map((r) => r.form)),
    outletHeads: {
      first: sorted('outlet-head', 'first'),
      last: sorted('outlet-head', 'last'),
      behind: sorted('outlet-head', 'behind'),
    },
    ships: new Set(
      table(pack, 'words/classes.csv', ClassRow).flatMap((r) => (r.class === 'ship' ? [fold(r.lemma)] : [])),
    ),
    ordinals: new Set(
      table(pack, 'words/numbers.csv', NumberRow).flatMap((r) => (r.kind === 'ordinal' ? [fold(r.form)] : [])),
    ),
    naming: forms('alias'),
    namingPersons: sorted('alias', 'person'),
    writtenOnto: new Map(
      [...forms('kunya')].flatMap((k) => proclitics.map((p): [string, number] => [p + k, p.length])),
    ),
    inner: forms('inner'),
    innerOfBodies: forms('inner-body'),
    listing: sorted('inner-body', 'list'),
    between: sorted('locative', 'sides'),
    placeHeads: new Map(context.filter((r) => r.kind === 'place-head').map((r) => [fold(r.form), r.sort ?? ''])),
    compass: forms('compass'),
    stretches: { heads: sorted('stretch', 'head'), before: sorted('stretch', 'before') },
    locatives: forms('locative'),
    articles: determiners('indefinite'),
    definites: determiners('definite'),
    givenNames: new Set(table(pack, 'words/given-names.csv', GivenNameRow).map((r) => fold(r.form))),
    isCommon: (form) =>
      known(form) ||
      fusions.some((f) => form.startsWith(f) && known(form.slice(f.length))) ||
      proclitics.some((p) => form.startsWith(p) && form.length - p.length > 1 && known(form.slice(p.length))),
    isListed: (form) =>
      common.has(form) || proclitics.some((p) => form.startsWith(p) && common.has(form.slice(p.length))),
    isFunctionWord: (written) => closed.has(written),
    isDefinite: (form) =>
      (tree(pack, 'grammar/clitics.yml', CliticsFile)?.proclitics.at(-1) ?? []).some((a) => form.startsWith(a)),
    isNisba: (form) => nisba !== undefined && form.endsWith(nisba),
    ...spokenWords(pack, known),
    letterCase: pack.phenomena.includes('letter-case'),
  }
}

/** Every form that the language's own lists hold, whatever their columns: none of them alone makes a name. */
function commonWords(pack: LanguagePack): Set<string> {
  const common = new Set<string>()
  for (const [path, rows] of pack.files) {
    if (!path.startsWith('words/') || !Array.isArray(rows) || /given-names|name-context|furniture|bylines/.test(path))
      continue
    for (const row of rows as Record<string, unknown>[]) {
      for (const cell of Object.values(row)) {
        if (typeof cell === 'string') for (const form of cell.split('|')) common.add(fold(form))
      }
    }
  }
  return common
}
