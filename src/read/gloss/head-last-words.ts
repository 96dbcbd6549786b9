import { parseNumeral, tokens } from '../../text/index.js'
import { type GlossNames, nameAt, QUOTED } from './gloss-names.js'
import type { HeadLastLexicon, HeadLastReading } from './head-last-lexicon.js'

/** One word of a description: what it may be, or the gloss of the name that it is, or its number. */
export interface HeadLastWord {
  readings: readonly HeadLastReading[]
  name?: string
  value?: number
  /** The possessive ending: "the group's". */
  owns?: true
}

/** The words of a description, those that belong together as one; null where one has no gloss. */
export function headLastWords(text: string, lexicon: HeadLastLexicon, names: GlossNames): HeadLastWord[] | null {
  if (QUOTED.test(text)) return null
  const written = tokens(text).filter((token) => token.text !== ',')
  const folded = written.map((token) => token.norm)
  const out: HeadLastWord[] = []
  for (let i = 0; i < folded.length; ) {
    if (POSSESSIVE.test(folded[i]!)) {
      out.push({ readings: [], owns: true })
      i++
      continue
    }
    // "Main" is a district; the main gate is not.
    const name = written[i]!.text === folded[i] ? undefined : nameAt(folded, i, names)
    const length = name?.length ?? longestForm(folded, i, lexicon)
    const key = folded.slice(i, i + Math.max(1, length)).join(' ')
    const value = parseNumeral(key) ?? lexicon.numbers.get(key)
    if (length === 0 && value === undefined) return null
    // "the National Security Agency" is a name that the packs do not have, not a description.
    const raised = i > 0 && out.at(-1)?.name === undefined && written[i]!.text !== folded[i]
    if (!name && raised && value === undefined && !lexicon.forms.get(key)?.some(({ raised }) => raised)) return null
    out.push(
      name
        ? { readings: [], name: name.gloss }
        : { readings: lexicon.forms.get(key) ?? [], ...(value !== undefined && { value }) },
    )
    i += Math.max(1, length)
  }
  return out
}

function longestForm(words: readonly string[], at: number, { forms, longest }: HeadLastLexicon): number {
  for (let length = Math.min(longest, words.length - at); length > 0; length--)
    if (forms.has(words.slice(at, at + length).join(' '))) return length
  return 0
}

/** An ending of its own token, as it is split off the word. */
const POSSESSIVE = /^['’ʼ]s?$/
