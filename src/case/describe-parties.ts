import { madeOnce } from '../model/index.js'
import type { Packs } from '../packs/index.js'
import { createGlosser, type Glosser, type GlossNames } from '../read/index.js'
import type { CaseWorld } from './steps.js'

const NO_NAMES = (): GlossNames => ({ get: () => undefined, longest: 1 })

/**
 * Puts a report's description of somebody into both languages by the glosses of the packs; null where a word of it has none.
 * Names are not glossed here, so that what comes back is a description and no name: «مسلحون مجهولون», "unidentified gunmen".
 */
export const describeBy: (packs: Packs) => NonNullable<CaseWorld['describe']> = madeOnce((packs) => {
  const into = (language: string): Glosser => {
    const sayings = packs.ontology.sayings.get(language)
    return sayings ? createGlosser(packs.languages, sayings, NO_NAMES) : () => null
  }
  const [english, arabic] = [into('en'), into('ar')]
  return (words) => {
    const told = words.trim()
    const [en, ar] = [english(told), arabic(told)]
    return en === null && ar === null ? null : { en: en ?? told, ar: ar ?? told }
  }
})
