import type { NounGroup, Sentence } from '../analysis.js'

/** Every group of a sentence once, with those inside it (members, genitives, appositions), in the order of the text. */
export function allGroups(sentence: Sentence): NounGroup[] {
  const seen = new Set<NounGroup>()
  const visit = (g: NounGroup | undefined): void => {
    if (!g || seen.has(g)) return
    seen.add(g)
    visit(g.of)
    visit(g.apposed)
    for (const m of g.members ?? []) visit(m)
  }
  for (const g of sentence.groups) visit(g)
  for (const p of sentence.predicates) {
    const { S, O, O2, G, X, P } = p.functions
    for (const list of [S, O, O2, G, X, ...Object.values(P)]) for (const g of list) visit(g)
  }
  return [...seen].sort((a, b) => a.start - b.start || b.end - a.end)
}
