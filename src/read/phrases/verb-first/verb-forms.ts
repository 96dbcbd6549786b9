import type { Agreement } from '../../analysis.js'

/** One row of a paradigm: what is written before and after a stem, and what that says. */
export interface Ending extends Agreement {
  prefix?: string
  ending: string
  /** What becomes of a weak final letter before it: dropped, or written as ya. */
  weak?: 'drop' | 'ya'
  /** A long vowel in the middle of the stem is not written before it. */
  hollow?: 'short'
  /** How the ending is written where a pronoun follows. */
  joined?: string
}

/** How verbs of a language bend. */
export interface VerbParadigm {
  past: readonly Ending[]
  present: readonly Ending[]
  /** Letters that a weak verb can end in. */
  weakFinals: readonly string[]
  longVowels: readonly string[]
}

/** A written form of a verb, and what it shows. */
export interface VerbForm {
  form: string
  tense: 'past' | 'present'
  agreement: Agreement
  /** Written so only where a pronoun follows. */
  joined?: boolean
  /** Written so only after «لم» and its like: «لم يقل». */
  jussive?: boolean
  /** The passive of a verb with a long middle vowel is written differently: «اغتيل», «يقام». */
  passive?: boolean
}

/** Every written form of a verb, from its dictionary form and its third person present («أفرج», «يفرج»). */
export function verbForms(past: string, presents: readonly string[], paradigm: VerbParadigm): VerbForm[] {
  const out: VerbForm[] = []
  for (const row of paradigm.past) {
    for (const stem of stems(past, row, paradigm)) add(out, stem, row, 'past', paradigm)
  }
  for (const present of presents) {
    for (const row of paradigm.present) {
      const bare = present.slice(1)
      const all = new Set(stems(bare, row, paradigm))
      for (const stem of all) add(out, (row.prefix ?? '') + stem, row, 'present', paradigm)
      if (row.ending !== '') continue
      for (const stem of jussive(bare, paradigm))
        if (!all.has(stem)) {
          out.push({ form: (row.prefix ?? '') + stem, tense: 'present', agreement: agreementOf(row), jussive: true })
        }
    }
  }
  const [a, , y] = paradigm.longVowels
  keepsYa(out, past, paradigm)
  if (past.length > 2 && past.at(-2) === a) {
    const stem = `${past.slice(0, -2)}${y}${past.at(-1)}`
    for (const row of paradigm.past) if (row.hollow !== 'short') add(out, stem, row, 'past', paradigm, true)
  }
  for (const present of presents) {
    const bare = present.slice(1)
    if (bare.length < 3 || bare.at(-2) === a || !paradigm.longVowels.includes(bare.at(-2)!)) continue
    const stem = `${bare.slice(0, -2)}${a}${bare.at(-1)}`
    for (const row of paradigm.present)
      if (row.hollow !== 'short') add(out, (row.prefix ?? '') + stem, row, 'present', paradigm, true)
  }
  return out
}

/** «حظيت», «أُجريت»: a verb that ends in ya keeps it before the feminine ending, any other weak one has it there in the passive. */
function keepsYa(out: VerbForm[], past: string, paradigm: VerbParadigm): void {
  const ya = paradigm.longVowels[2]!
  const last = past.at(-1)!
  if (past.length < 3 || !paradigm.weakFinals.includes(last)) return
  for (const row of paradigm.past)
    if (row.weak === 'drop' && row.gender === 'feminine')
      add(out, past.slice(0, -1) + ya, row, 'past', paradigm, last !== ya)
}

const agreements = new WeakMap<Ending, Agreement>()
/** What an ending says of the subject: one object for all the forms that have it. */
function agreementOf(row: Ending): Agreement {
  const known = agreements.get(row)
  if (known) return known
  const { person, number, gender } = row
  const made = { ...(person && { person }), ...(number && { number }), ...(gender && { gender }) }
  agreements.set(row, made)
  return made
}

function add(
  out: VerbForm[],
  stem: string,
  row: Ending,
  tense: VerbForm['tense'],
  paradigm: VerbParadigm,
  passive = false,
): void {
  const agreement = agreementOf(row)
  const voice = passive || undefined
  out.push({ form: stem + row.ending, tense, agreement, passive: voice })
  if (row.joined !== undefined) out.push({ form: stem + row.joined, tense, agreement, joined: true, passive: voice })
  // «تبنى» before a pronoun: «تبناه».
  else if (row.ending === '' && stem.endsWith(paradigm.weakFinals[1] ?? '\0'))
    out.push({ form: stem.slice(0, -1) + paradigm.weakFinals[0], tense, agreement, joined: true })
}

function stems(stem: string, row: Ending, p: VerbParadigm): string[] {
  const last = stem.at(-1)!
  if (row.weak && p.weakFinals.includes(last) && stem.length > 1) {
    const bare = stem.slice(0, -1)
    if (row.weak === 'drop') return [bare]
    const [, waw, ya] = p.longVowels
    return last === waw ? [stem] : [bare + ya]
  }
  if (row.hollow === 'short' && p.longVowels.includes(stem.at(-2) ?? '')) return [stem.slice(0, -2) + last]
  return [stem]
}

/** After «لم» a weak letter is not written: «لم يقل», «لم يتبن». */
function jussive(stem: string, p: VerbParadigm): string[] {
  const last = stem.at(-1)!
  if (p.weakFinals.includes(last)) return [stem.slice(0, -1)]
  if (stem.length > 2 && p.longVowels.includes(stem.at(-2)!)) return [stem.slice(0, -2) + last]
  return []
}
