import { madeOnce, type Span, type TextSpan } from '../../model/index.js'
import { ClassRow, type Packs, table } from '../../packs/index.js'
import { fold } from '../../text/index.js'

/** Whether a word is a noun for a place that people call after others: a quarter, a valley, a camp; no house or farm, which are somebody's. */
export type IsPlaceNoun = (word: string) => boolean

/** The nouns for places of all languages, made once for the packs. */
export const placeNounsOf: (packs: Pick<Packs, 'ontology' | 'languages'>) => IsPlaceNoun = madeOnce((packs) => {
  const parents = new Map(packs.ontology.classes.map(({ id, parent }) => [id, parent]))
  const isA = (id: string | undefined, wanted: string): boolean =>
    id !== undefined && (id === wanted || isA(parents.get(id), wanted))
  const rows = [...packs.languages.values()].flatMap((pack) => table(pack, 'words/classes.csv', ClassRow))
  const lemmas = (wanted: string) =>
    new Set(rows.filter((row) => isA(row.class, wanted)).map(({ lemma }) => fold(lemma)))
  const [places, buildings] = [lemmas('place'), lemmas('building')]
  return (word) => places.has(fold(word)) && !buildings.has(fold(word))
})

/** Whether words are those of a place that is called after the person in them: its noun stands directly beside the name. */
export function isCalledAfter(words: TextSpan, person: Span, isPlaceNoun: IsPlaceNoun): boolean {
  if (person.start < words.start || words.end < person.end) return false
  const before = words.text.slice(0, person.start - words.start).match(/([\p{L}\p{M}]+) $/u)
  const after = words.text.slice(person.end - words.start).match(/^ ([\p{L}\p{M}]+)/u)
  return [before, after].some((beside) => beside?.[1] !== undefined && isPlaceNoun(beside[1]))
}
