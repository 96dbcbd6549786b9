import type { NounGroup, Sentence } from '../analysis.js'

/** Every group of a sentence once, with those inside it (members, genitives, appositions), in the order of the text. */
export const allGroups = (sentence: Sentence): NounGroup[] =>
  [...groupsWithin(sentence)].sort((a, b) => a.start - b.start || b.end - a.end)

/** The same in no order, for whoever only asks each. */
export function groupsWithin(sentence: Sentence): ReadonlySet<NounGroup> {
  const seen = new Set<NounGroup>()
  const visit = (g: NounGroup | undefined): void => {
    if (!g || seen.has(g)) return
    seen.add(g)
    visit(g.of)
    visit(g.apposed)
    if (g.members) for (const m of g.members) visit(m)
  }
  for (const g of sentence.groups) visit(g)
  for (const p of sentence.predicates) {
    const { S, O, O2, G, X, P } = p.functions
    for (const list of [S, O, O2, G, X]) for (const g of list) visit(g)
    for (const preposition in P) for (const g of P[preposition]!) visit(g)
  }
  return seen
}
