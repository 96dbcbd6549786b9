import type { ClauseState } from './clause-state.js'

/** Questions inside a sentence: what is asked is not said. */

/** «لم يتضح من يقف وراء الهجوم»: right before a verb, where the clause has one already, the word for "from" asks who. */
export function asksWho(s: ClauseState, i: number): boolean {
  const next = s.chunks[i + 1]?.kind
  const asks = s.chunks[i]!.tok.reading.role === 'source' && s.clause.verbs.length > 0
  return asks && (next === 'verb' || next === 'auxiliary')
}

/** Opens the clause of what is asked; nothing in it is told. */
export function askAbout(s: ClauseState): void {
  const main = s.clause.verbs[0] ?? s.lastFinite()
  s.open({ supposed: true, ...(main && { governor: { draft: main, as: 'adverbial' } }) })
}
