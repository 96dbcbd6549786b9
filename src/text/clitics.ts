import { normalise } from './normalise.js'

/**
 * What may be written onto a word of a language. Data of a language pack, `grammar/clitics.yml`; the algorithm only
 * knows that clitics come in slots before and after a stem.
 */
export interface CliticTable {
  /** Proclitics by slot, outermost first; at most one of each slot. */
  proclitics: readonly (readonly string[])[]
  /** Written forms in which two neighbouring proclitics fuse; `stem` is what a stem gets back that lost letters. */
  fusions?: readonly { form: string; parts: readonly [string, string]; stem?: string }[]
  /** Pairs of proclitics that never follow each other. */
  never?: readonly (readonly [string, string])[]
  enclitics: readonly string[]
  /** Proclitics that a stem with an enclitic cannot have: the article. */
  notWithEnclitic?: readonly string[]
  /** How a stem's end is written alone, where an enclitic changed it: `ت` stands for `ة`. */
  endings?: readonly { joined: string; alone: string }[]
  /** Fewest letters of a stem that is not a known word. */
  minStem?: number
}

/** A piece of a word: offsets relative to the form. */
export interface CliticPart {
  form: string
  start: number
  end: number
}

/** One way to take a word apart; `stem` is the word as it stands alone, `stemStart`–`stemEnd` where it is in the form. */
export interface CliticAnalysis {
  proclitics: CliticPart[]
  stem: string
  stemStart: number
  stemEnd: number
  enclitic?: CliticPart
  /** Whether `isWord` knows the stem. */
  known: boolean
}

/** A fused pair is read as such before a lone clitic: «للجنة» is «ل» + «ال» + «لجنة». */
const FUSION_BONUS = 1.5

interface Draft {
  parts: CliticPart[]
  at: number
  prefix: string
  fused?: boolean
}

/**
 * All plausible ways to split a written word into proclitics, stem and enclitic, best first: the whole word if it is
 * known, then known stems with the fewest clitics, then guesses with the longest run of proclitics last but for those
 * that end in a form of several letters (the article), which is seldom part of a word.
 */
export function splitClitics(form: string, table: CliticTable, isWord: (word: string) => boolean): CliticAnalysis[] {
  const normal = normalise(form, { stripMarks: true })
  const text = normal.text
  const minStem = table.minStem ?? 2
  const out: { analysis: CliticAnalysis; cost: number }[] = []
  const place = (part: CliticPart): CliticPart => ({ form: part.form, ...normal.original(part.start, part.end) })
  for (const draft of fronts(text, table)) {
    for (const enclitic of ['', ...table.enclitics]) {
      const end = text.length - enclitic.length
      if (end <= draft.at || !text.endsWith(enclitic)) continue
      if (enclitic && draft.parts.some((p) => table.notWithEnclitic?.includes(p.form))) continue
      const bare = draft.prefix + text.slice(draft.at, end)
      for (const stem of enclitic ? alone(bare, table) : [bare]) {
        const known = isWord(stem)
        if (!known && bare.length < minStem && (draft.parts.length > 0 || enclitic)) continue
        const span = normal.original(draft.at, end)
        const analysis: CliticAnalysis = {
          proclitics: draft.parts.map(place),
          stem,
          stemStart: span.start,
          stemEnd: span.end,
          ...(enclitic && { enclitic: place({ form: enclitic, start: end, end: text.length }) }),
          known,
        }
        out.push({ analysis, cost: cost(analysis) - (draft.fused ? FUSION_BONUS : 0) })
      }
    }
  }
  return out.sort((a, b) => a.cost - b.cost).map((x) => x.analysis)
}

/** Every run of proclitics that the word can begin with, the empty one first. */
function fronts(text: string, table: CliticTable): Draft[] {
  const out: Draft[] = []
  const walk = (slot: number, draft: Draft) => {
    if (slot >= table.proclitics.length) {
      out.push(draft)
      return
    }
    walk(slot + 1, draft)
    for (const form of table.proclitics[slot]!) {
      const previous = draft.parts.at(-1)?.form
      if (previous !== undefined && table.never?.some(([a, b]) => a === previous && b === form)) continue
      if (text.startsWith(form, draft.at) && draft.at + form.length < text.length) {
        const end = draft.at + form.length
        walk(slot + 1, { parts: [...draft.parts, { form, start: draft.at, end }], at: end, prefix: '' })
      }
    }
    for (const fusion of table.fusions ?? []) {
      const [first, second] = fusion.parts
      if (!table.proclitics[slot]!.includes(first) || !text.startsWith(fusion.form, draft.at)) continue
      const middle = draft.at + first.length
      const end = draft.at + fusion.form.length
      const tail = { form: second, start: Math.min(middle, end), end }
      const parts = [...draft.parts, { form: first, start: draft.at, end: middle }, tail]
      if (end < text.length) out.push({ parts, at: end, prefix: fusion.stem ?? '', fused: true })
    }
  }
  walk(0, { parts: [], at: 0, prefix: '' })
  return out
}

function alone(stem: string, table: CliticTable): string[] {
  const restored = (table.endings ?? []).filter((e) => stem.endsWith(e.joined))
  return [stem, ...restored.map((e) => stem.slice(0, stem.length - e.joined.length) + e.alone)]
}

function cost(a: CliticAnalysis): number {
  const clitics = a.proclitics.length + (a.enclitic ? 1 : 0)
  if (a.known) return clitics
  const article = a.proclitics.some((p) => p.form.length > 1)
  return 100 + (article ? (a.enclitic ? 30 : 0) - a.proclitics.length : 10 + clitics * 5)
}
