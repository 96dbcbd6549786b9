import { ClosedRow, type LanguagePack, table } from '../../packs/index.js'
import { fold } from '../../text/index.js'
import type { FrameGrammar } from './grammar.js'

/** What each preposition of a language marks, from its list of function words. */
export function prepositionsOf(pack: LanguagePack): FrameGrammar['prepositions'] {
  const rows = table(pack, 'words/closed.csv', ClosedRow).filter((r) => r.pos === 'preposition')
  const marked = (what: string) => new Set(rows.filter((r) => r.function === what).map((r) => fold(r.lemma ?? r.form)))
  return {
    place: marked('place'),
    course: marked('course'),
    goal: marked('goal'),
    source: marked('source'),
    means: marked('means'),
    company: marked('company'),
    benefit: marked('benefit'),
    between: marked('between'),
    return: marked('return'),
    against: marked('against'),
    bearing: marked('bearing'),
    ground: marked('ground'),
    agent: marked('agent'),
    patron: marked('patron'),
    object: marked('object'),
    instance: marked('instance'),
  }
}

/** Words behind which some of those just named are told of: «بينهم». */
export const partWordsOf = (pack: LanguagePack): ReadonlySet<string> =>
  new Set(
    table(pack, 'words/closed.csv', ClosedRow)
      .filter((r) => r.pos === 'adverb' && r.function === 'part')
      .map((r) => fold(r.form)),
  )
