/** A regular ending of nouns and adjectives, and what it says of number and case. */
export interface NounEnding {
  ending: string
  number: 'singular' | 'dual' | 'plural'
  /** Only after words for people. */
  human?: boolean
  /** The last letter of the stem that gives way to it. */
  replaces?: string
  case?: 'nominative' | 'oblique' | 'accusative'
  /** A word with this ending cannot be followed by its genitive. */
  closed?: boolean
  /** A word with this ending must be followed by its genitive (or a pronoun). */
  construct?: boolean
}

/** How nouns and adjectives of a language end. */
export interface NounParadigm {
  feminine: string
  /** Further endings of singulars that are feminine: «مليشيا». */
  feminineToo?: readonly string[]
  nisba: readonly string[]
  /** Endings of singulars that can be either gender. */
  eitherGender?: readonly string[]
  /** Words that are feminine or may be, though no ending shows it: «حرب», «طريق». */
  eitherGenderWords?: readonly string[]
  /** Endings of plurals, of plurals of people, and of those in the nominative. */
  plurals: readonly string[]
  people: readonly string[]
  nominative: readonly string[]
  /** The plural of feminine words. */
  femininePlural: string
  /** How the feminine ending is spelt, with and without care. */
  feminineSpellings: readonly string[]
  /** The letter and the mark of the indefinite accusative, and endings that do not take the letter. */
  accusative: string
  tanwin: string
  noAccusative: readonly string[]
  /** The last letter that becomes the one of the accusative before a pronoun: «قرى», «قراهم». */
  shortened: string
  /** Words between the parts of a person's name. */
  kin: readonly string[]
  regular: readonly NounEnding[]
}

/** A written form of a noun, and what it shows. */
export interface NounForm {
  form: string
  number: 'singular' | 'dual' | 'plural'
  /** Absent where the ending does not tell. */
  feminine?: boolean
  case?: 'nominative' | 'oblique' | 'accusative'
  closed?: boolean
  construct?: boolean
}

/** Every written form of a noun or adjective without article: singular, given plurals, regular plurals, duals, cases. */
export function nounForms(
  lemma: string,
  plurals: readonly string[],
  options: { human: boolean; gendered: boolean },
  paradigm: NounParadigm,
): NounForm[] {
  const out: NounForm[] = []
  const sound =
    plurals.length === 0 || plurals.some((p) => paradigm.regular.some((r) => r.human && p.endsWith(r.ending)))
  // «حدود»: a word that is its own plural has no singular.
  const singulars = plurals.includes(lemma) ? [] : [lemma]
  if (singulars[0] && options.gendered && !lemma.endsWith(paradigm.feminine)) singulars.push(lemma + paradigm.feminine)
  for (const s of singulars) inflect(s, options.human, sound, paradigm, out)
  for (const p of plurals) {
    const closed = options.human && paradigm.regular.find((r) => r.human && r.closed && p.endsWith(r.ending))
    const feminine = !options.human
    out.push({
      form: p,
      number: 'plural',
      feminine,
      ...(closed && { closed: true, case: closed.case }),
    })
    if (closed) {
      const stem = p.slice(0, -closed.ending.length)
      for (const r of paradigm.regular) if (r.human) out.push(formOf(stem, r, feminine))
    } else if (!paradigm.noAccusative.some((e) => p.endsWith(e))) {
      const form = p + paradigm.accusative
      out.push({ form, number: 'plural', feminine, case: 'accusative', closed: true })
    }
  }
  // «أسرى»: before a pronoun the last letter is written as alif, «أسراهم».
  for (const f of [...out])
    if (f.form.endsWith(paradigm.shortened)) {
      const { closed: _, ...rest } = f
      out.push({ ...rest, form: f.form.slice(0, -1) + paradigm.accusative, construct: true })
    }
  return out
}

function inflect(stem: string, human: boolean, sound: boolean, p: NounParadigm, out: NounForm[]): void {
  const feminine = stem.endsWith(p.feminine) || (!human && (p.feminineToo ?? []).some((e) => stem.endsWith(e)))
  // «صحراء» is feminine, «بناء» is not: the ending does not tell.
  const open =
    p.eitherGenderWords?.includes(stem) ||
    (!feminine && (!human || stem.endsWith(p.shortened)) && (p.eitherGender ?? []).some((e) => stem.endsWith(e)))
  out.push({ form: stem, number: 'singular', ...(!open && { feminine }) })
  for (const r of p.regular) {
    if (r.human && (!human || feminine || !sound)) continue
    if (feminine ? r.replaces !== p.feminine : r.replaces !== undefined && r.ending !== p.femininePlural) continue
    const base = r.replaces && feminine ? stem.slice(0, -p.feminine.length) : stem
    if (r.number === 'singular' && p.noAccusative.some((e) => base.endsWith(e))) continue
    out.push(formOf(base, r, feminine || r.ending === p.femininePlural))
  }
}

function formOf(stem: string, r: NounEnding, feminine: boolean): NounForm {
  const { number, closed, construct } = r
  return { form: stem + r.ending, number, feminine, case: r.case, closed, construct }
}
